//! Checking a plan: where each party stands at every moment, whom it has to trust for how much and
//! until when, what walking away would gain it, what would hold it, and whether the plan keeps to its
//! own rules.
//!
//! The definitions are in docs/planner-check.md. What is found is data; the sentences are made where
//! it is shown. A plan that was reduced to what one party may read ([`Plan::for_party`]) gives a
//! report in which no other party's points had any part.

mod account;
mod arithmetic;
mod blocks;
mod build;
mod circles;
mod conditions;
mod course;
mod deposits;
mod discount;
mod finding;
mod fixed;
mod flips;
mod fold;
mod found;
mod later;
mod moves;
mod orders;
mod panel;
mod report;
mod rows;
mod slots;
mod sums;
#[cfg(test)]
mod tests;
mod turns;
mod what_if;

use crate::plan::{PartyId, Plan};

pub use crate::few::Few;
pub use finding::{Extends, Finding, HoursFrom, Step, WaitsFor};
pub use moves::{Done, LotTold, MoveTold, Moves, Stops, Turn};
pub use report::{
    Change, ClassTold, FORMAT, Flip, Form, Panel, PartyTold, Reader, Report, Slip, StageTold,
    StandingTold, Trust, Verdict, WhatIf, WhatIfPanel, Whole, Worst,
};
pub use rows::Rows;

/// Checks a plan, for whoever may read all of it.
pub fn check(plan: &Plan) -> Report {
    build::report(plan, Reader::Desk)
}

/// Checks a plan as one party may read it.
pub fn check_for(plan: &Plan, party: PartyId) -> Report {
    let reader = plan
        .party(party)
        .map_or(Reader::Desk, |party| Reader::Party(party.key.clone()));
    build::report(&plan.for_party(party), reader)
}
