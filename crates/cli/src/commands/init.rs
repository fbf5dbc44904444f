//! `goodoffices init`: a new store with its keys.

use crate::{
    outcome::{Outcome, say},
    store_args::StoreArgs,
};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    store: StoreArgs,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let office = args.store.create()?;
    say(format_args!("Made {}", office.place()))?;
    say("The desk’s public key, by which others check what it signs:")?;
    say(office.public_key().to_openssh())?;
    say(
        "Keep what opens it apart from it: without it nobody, the makers of this program included, can read it again.",
    )?;
    Ok(Outcome::Done)
}
