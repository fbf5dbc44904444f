//! Who is exposed, and who needs what guarantee, in the order of a plan and in other orders of it.
//!
//! `cargo run -p planner --example check`

#![expect(clippy::print_stdout, reason = "an example says what it found")]

use planner::{check::check, plan};

/// The published terms of November 2023, with invented points.
const PLAN: &[u8] = include_bytes!("../../../cases/plans/november-2023.yaml");

fn main() -> Result<(), plan::PlanError> {
    let report = check(&plan::read(PLAN)?);
    println!("{}", report.title);
    for panel in &report.panels {
        let Some(party) = report.parties.get(panel.party) else {
            continue;
        };
        // Points are whole numbers of ten to the power of minus `places`, each party's own.
        println!(
            "{}: exposed by {} at most, needs {} at stake; one point is {} of these",
            party.name,
            panel.exposure.points.mid,
            panel.guarantee.points.mid,
            10_i64.pow(u32::from(panel.places)),
        );
    }
    for other in &report.what_ifs {
        println!("{:?}", other.change);
        for panel in &other.panels {
            println!(
                "  party {}: exposed by {}, needs {}",
                panel.party, panel.exposure.mid, panel.guarantee.mid
            );
        }
    }
    Ok(())
}
