//! What each field says about a pair, as a report shows it.

use crate::{
    engine::{Agreement, Comparison, Level, Pattern, Weigher},
    findings::Evidence,
};

/// Field by field.
pub fn of_pair(
    weigher: &Weigher,
    comparisons: &[Comparison],
    (left, right): (u32, u32),
    pattern: Pattern,
) -> Vec<Evidence> {
    comparisons
        .iter()
        .enumerate()
        .map(|(i, comparison)| {
            let weight = weigher.weight(i, left, right, pattern);
            Evidence {
                agreement: agreement(comparison, pattern.level(i)),
                bits: weight.bits,
                by_chance: weight.by_chance,
            }
        })
        .collect()
}

fn agreement(comparison: &Comparison, level: Level) -> Agreement {
    let at = usize::from(level.0).checked_sub(1);
    at.and_then(|at| comparison.comparator.scale().get(at).copied())
        .unwrap_or(Agreement::Missing)
}
