//! Comparing two lists, or one with itself.

mod blocking;
mod comparator;
mod frequency;
mod joint;
mod kin;
mod letters;
mod model;
mod pattern;
mod plan;
mod rows;
mod run;
mod scan;
mod weigh;
mod whole;

pub use comparator::Agreement;
pub use joint::Side;
pub use scan::Task;

fn share(part: u64, of: u64) -> f64 {
    model::as_float(part) / model::as_float(of.max(1))
}

/// scratch
pub struct Found {
    pub a: u32,
    pub b: u32,
    pub bits: f64,
    pub pattern: u64,
}
/// scratch
pub fn scratch(
    left: &crate::list::List,
    right: Option<&crate::list::List>,
    watch: &dyn crate::watch::Watch,
) -> Result<(Vec<Found>, model::Model), crate::watch::Stopped> {
    let task = if right.is_some() {
        Task::Link
    } else {
        Task::Dedupe
    };
    let c = plan::Comparisons::new(left, right.unwrap_or(left));
    let run = run::run(&c, task, watch)?;
    if let run::Looked::Blocked {
        compared,
        expected,
        lost,
        ..
    } = &run.looked
    {
        eprintln!("compared {compared} expected {expected} lost {lost}");
    }
    Ok((
        run.scored
            .iter()
            .map(|s| Found {
                a: s.left,
                b: s.right,
                bits: s.bits,
                pattern: s.pattern.0,
            })
            .collect(),
        run.model,
    ))
}
