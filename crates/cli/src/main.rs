//! The `goodoffices` binary: one file for each subcommand, under `commands`.

#![deny(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "what is said goes through `outcome`, which lets nothing steer the terminal"
)]

mod commands;
mod committed;
mod files;
mod linking;
mod moment;
mod outcome;
mod progress;
mod reports;
mod state;
mod stop;
mod store_args;
mod told;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// A go-between's desk: one negotiation between parties that will not talk to each other.
#[derive(Parser)]
#[command(name = "goodoffices", version, about, long_about = None)]
struct Cli {
    #[command(subcommand)]
    command: Subcommands,
}

#[derive(Subcommand)]
enum Subcommands {
    /// Play the worked example into a new store and serve its desk on this machine.
    Demo(commands::demo::Args),
    /// Open the desk of a store, on this machine only.
    Serve(commands::serve::Args),
    /// Make a new store with its keys.
    Init(commands::init::Args),
    /// Play a case file into a store.
    Replay(commands::replay::Args),
    /// Write a case as a case file, or its rooms for others' tools.
    Export(commands::export::Args),
    /// Print what somebody can know: the desk, or a participant; now, or at a moment.
    Show(commands::show::Args),
    /// Check a receipt or a room's log, offline.
    Verify(commands::verify::Args),
    /// Recompute every root, signature and view of a store, and say what does not add up.
    Check(commands::check::Args),
    /// Copy a store whole, while it is in use or not.
    Backup(commands::backup::Args),
    /// Find which entries of two lists of persons may be the same person.
    Match(commands::match_lists::Args),
    /// Find which entries of one list of persons may be the same person.
    Dedupe(commands::dedupe::Args),
    /// Commit to a list without showing it, and open entries of it later.
    Commit(commands::commit::Args),
    /// Learn how many names, or which, two lists share, before either is shown.
    Overlap(commands::overlap::Args),
    /// Design and check an exchange in stages: exposure, guarantees, order, forecast, packages.
    Plan(commands::plan::Args),
    /// Print the JSON Schema of case files.
    Schema,
}

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Subcommands::Demo(args) => commands::demo::run(&args),
        Subcommands::Serve(args) => commands::serve::run(&args),
        Subcommands::Init(args) => commands::init::run(&args),
        Subcommands::Replay(args) => commands::replay::run(&args),
        Subcommands::Export(args) => commands::export::run(&args),
        Subcommands::Show(args) => commands::show::run(&args),
        Subcommands::Verify(args) => commands::verify::run(&args),
        Subcommands::Check(args) => commands::check::run(&args),
        Subcommands::Backup(args) => commands::backup::run(&args),
        Subcommands::Match(args) => commands::match_lists::run(&args),
        Subcommands::Dedupe(args) => commands::dedupe::run(&args),
        Subcommands::Commit(args) => commands::commit::run(&args),
        Subcommands::Overlap(args) => commands::overlap::run(&args),
        Subcommands::Plan(args) => commands::plan::run(&args),
        Subcommands::Schema => commands::schema::run(),
    };
    outcome::exit_code(done)
}
