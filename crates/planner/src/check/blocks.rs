//! Parts of a plan between which nothing waits for its verification: all that was handed over before one
//! of them counts as received when it begins, in whatever order the handovers of each stage are made. So
//! an order can be gone through part by part, each from the same beginning, and parts in which a party can
//! come to stand no lower are passed over.

use std::ops::Range;

use jiff::{SignedDuration, civil::DateTime};

use super::orders::CLASSES_MOST;
use crate::plan::{Act, Plan, Stage, Verified};

/// The parts of a plan, each a stretch of its stages; nothing where that cannot be told from its times:
/// something is verified by a step, or not every step has its time. Of many classes few orders are tried,
/// and these are gone through whole.
pub fn blocks(plan: &Plan) -> Option<Vec<Range<usize>>> {
    if plan.classes.len() > CLASSES_MOST {
        return None;
    }
    let hours = plan.classes.iter().map(|class| match class.verified {
        Verified::AtHandover => Some(0),
        Verified::AfterHours(hours) => Some(hours),
        Verified::ByStep => None,
    });
    let longest = hours.collect::<Option<Vec<u32>>>()?.into_iter().max()?;
    let lapse = SignedDuration::from_hours(i64::from(longest));
    let mut blocks: Vec<Range<usize>> = Vec::new();
    // When all that was handed over so far counts as received.
    let mut received: Option<DateTime> = None;
    for (at, stage) in plan.stages.iter().enumerate() {
        let times = times(stage)?;
        let Some(first) = times.first() else {
            continue;
        };
        let last = times.iter().max()?.checked_add(lapse).ok()?;
        match blocks
            .last_mut()
            .filter(|_| received.is_none_or(|received| received > *first))
        {
            Some(block) => block.end = at + 1,
            None => blocks.push(at..at + 1),
        }
        received = received.max(Some(last));
    }
    Some(blocks)
}

/// When each step of a stage is, where all say so and none verifies.
fn times(stage: &Stage) -> Option<Vec<DateTime>> {
    let steps = stage.steps.iter().map(|step| match step.act {
        Act::Verify(_) => None,
        Act::Give(_)
        | Act::Together(_)
        | Act::InTurn(_)
        | Act::Escrow(_)
        | Act::Deposit(_)
        | Act::GiveBack(_) => Some(stage.on?.to_datetime(step.at?)),
    });
    steps.collect()
}
