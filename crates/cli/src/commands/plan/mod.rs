//! `goodoffices plan`: designing and checking an exchange in stages, on files.

mod check;
mod forecast;
mod given;
mod order;
mod packages;
mod schema;
mod stability;
mod watch;

use clap::Subcommand;

use crate::outcome::Outcome;

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    command: Commands,
}

#[derive(Subcommand)]
enum Commands {
    /// Check a plan: who is exposed when, who would gain by stopping, and whether it comes out.
    Check(check::Args),
    /// Find packages: which cannot be bettered, which all prefer to the draft, what rules pick.
    Packages(packages::Args),
    /// Forecast how a plan may go: by which day it is done, where it stops, and why.
    Forecast(forecast::Args),
    /// Find which states of a conflict are stable, why, and what would make one stable.
    Stability(stability::Args),
    /// Look for the order and batching in which nobody is exposed more than it must be.
    Order(order::Args),
    /// Print the JSON Schema of a file of the planner: a plan, a conflict, packages or preferences.
    Schema(schema::Args),
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    match &args.command {
        Commands::Check(args) => check::run(args),
        Commands::Packages(args) => packages::run(args),
        Commands::Forecast(args) => forecast::run(args),
        Commands::Stability(args) => stability::run(args),
        Commands::Order(args) => order::run(args),
        Commands::Schema(args) => schema::run(args),
    }
}
