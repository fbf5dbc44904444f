//! `goodoffices check`: everything recomputed.

use crate::{outcome::Outcome, store_args::StoreArgs};

#[derive(clap::Args)]
pub struct Args {
    #[command(flatten)]
    store: StoreArgs,
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    let office = args.store.open()?;
    let report = office.check(&mut |room| eprintln!("Room {room} …"))?;
    for finding in report.storage.iter().chain(&report.views) {
        println!("{finding}");
    }
    for room in &report.rooms {
        println!(
            "Room {}: {} entries, {} signed checkpoints, root {}",
            room.name,
            room.entries,
            room.checkpoints,
            room.root.first_eight()
        );
        for finding in &room.findings {
            println!("  {finding}");
        }
    }
    if report.is_whole() {
        println!("Every root, every signature, every body and every view adds up.");
        Ok(Outcome::Done)
    } else {
        println!(
            "What is said above does not add up. Do not write to this store: keep it as it is, and restore a whole copy."
        );
        Ok(Outcome::NotSo)
    }
}
