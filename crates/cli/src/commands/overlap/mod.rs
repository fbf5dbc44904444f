//! `goodoffices overlap`: how many names, or which, two lists share, before either is shown; in
//! steps by files that a courier carries (docs/overlap.md).
//!
//! A side: prepare, agree, double, compare or learn, answer. The go-between: draw, audit, vouch,
//! join. Anybody: explain.

mod agree;
mod answer;
mod compare;
mod double;
mod explain;
mod folder;
mod go_between;
mod join;
mod learn;
mod part;
mod prepare;
mod terms;

use clap::Subcommand;

use crate::outcome::Outcome;

#[derive(clap::Args)]
pub struct Args {
    #[command(subcommand)]
    step: Step,
}

#[derive(Subcommand)]
enum Step {
    /// Say what a session would show to whom, and how many it would find. Nothing is run.
    Explain(explain::Args),
    /// A side, first: blind the keys of a committed list, and write the pledge to hand over.
    Prepare(prepare::Args),
    /// A side, when the other's pledge has come: check that they fit; then hand over the keys.
    Agree(agree::Args),
    /// A side, when the other's blinded keys have come: double them.
    Double(double::Args),
    /// A side, when its own keys have come back doubled: what both lists have.
    Compare(compare::Args),
    /// A side, where the go-between compares: what it released.
    Learn(learn::Args),
    /// A side: open to the go-between what an audit drew.
    Answer(answer::Args),
    /// The go-between: draw records of a side for an audit.
    Draw(go_between::DrawArgs),
    /// The go-between: check what a side opened.
    Audit(go_between::AuditArgs),
    /// The go-between: check that shuffled keys are the right ones.
    Vouch(go_between::VouchArgs),
    /// The go-between: compare, and write what each side is told.
    Join(join::Args),
}

pub fn run(args: &Args) -> anyhow::Result<Outcome> {
    match &args.step {
        Step::Explain(args) => explain::run(args),
        Step::Prepare(args) => prepare::run(args),
        Step::Agree(args) => agree::run(args),
        Step::Double(args) => double::run(args),
        Step::Compare(args) => compare::run(args),
        Step::Learn(args) => learn::run(args),
        Step::Answer(args) => answer::run(args),
        Step::Draw(args) => go_between::draw(args),
        Step::Audit(args) => go_between::audit(args),
        Step::Vouch(args) => go_between::vouch(args),
        Step::Join(args) => join::run(args),
    }
}
