//! `goodoffices init`: a new store with its keys.

use crate::{outcome::Outcome, store_args::StoreArgs};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    store: StoreArgs,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let office = args.store.create()?;
    println!("Made {}", office.place());
    println!("The desk’s public key, by which others check what it signs:");
    println!("{}", office.public_key().to_openssh());
    println!(
        "Keep what opens it apart from it: without it nobody, the makers of this program included, can read it again."
    );
    Ok(Outcome::Done)
}
