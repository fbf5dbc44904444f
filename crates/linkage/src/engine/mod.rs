//! Comparing two lists, or one with itself.

mod blocking;
mod comparator;
mod content;
mod frequency;
mod joint;
mod kin;
mod letters;
mod lot;
mod model;
mod monotone;
mod part;
mod pattern;
mod plan;
mod progress;
mod rows;
mod run;
mod scan;
#[cfg(test)]
mod tests;
mod tokens;
mod weigh;
mod whole;

pub use comparator::Agreement;
pub use joint::Side;
pub use progress::{Keep, Moment, Progress};
pub use scan::Task;

pub(crate) use comparator::Level;
pub(crate) use model::{as_float, probability};
pub(crate) use pattern::Pattern;
pub(crate) use plan::{Comparison, Comparisons};
pub(crate) use progress::Going;
pub(crate) use run::{FLOOR, Looked, RELATIVES, Run, Scored, pairs_of, run};
pub(crate) use weigh::Weigher;

fn share(part: u64, of: u64) -> f64 {
    model::as_float(part) / model::as_float(of.max(1))
}
