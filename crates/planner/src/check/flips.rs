//! By what factor one number has to change for the verdict on a party to flip. The verdict rests on
//! one moment, the one at which walking away would gain the party most; there it is linear in what
//! each class is worth, so the factor stands in closed form.
//!
//! With T the gain of walking away at that moment and R the part of it that what is still to come of
//! one class makes up (T = -R - the rest), T is nought where R is multiplied by (T + R) / R.

use super::{
    account::Account,
    course::Move,
    report::{Flip, Worst, number},
};
use crate::plan::{Plan, Span};

/// The factors, one for each class that can flip the verdict, the least change first.
pub fn flips(plan: &Plan, account: &Account, course: &[Move], worst: Worst) -> Vec<Flip> {
    let Some(row) = account.rows.get(worst.row) else {
        return Vec::new();
    };
    let gain = account.walk_away(row).mid;
    let (mut given, mut in_all) = (
        vec![0_u32; plan.classes.len()],
        vec![0_u32; plan.classes.len()],
    );
    for (at, step) in course.iter().enumerate() {
        for lot in step.what.batches().iter().flat_map(|batch| &batch.lots) {
            for counts in [Some(&mut in_all), (at < worst.row).then_some(&mut given)]
                .into_iter()
                .flatten()
            {
                if let Some(count) = counts.get_mut(lot.class.0) {
                    *count += lot.count;
                }
            }
        }
    }
    let mut found: Vec<Flip> = plan
        .class_ids()
        .zip(&plan.classes)
        .filter_map(|(id, class)| {
            let count = |of: &[u32]| of.get(id.0).copied().unwrap_or(0);
            let worth = class.worth.get(account.party.0)?;
            let to_come = worth.between(count(&given), count(&in_all));
            let thousandths = factor(gain, to_come.mid)?;
            let inside_range = inside(thousandths, to_come);
            Some(Flip {
                class: number(id),
                thousandths,
                inside_range,
            })
        })
        .collect();
    found.sort_by_key(|flip| (change(flip.thousandths), flip.class));
    found
}

/// The factor by which the part `to_come` of a gain has to be multiplied so that the gain changes its
/// sign, in thousandths and rounded away from one; nothing where no factor of nought or more does.
fn factor(gain: i64, to_come: i64) -> Option<u64> {
    if to_come == 0 {
        return None;
    }
    let numerator = (i128::from(gain) + i128::from(to_come)) * 1000;
    let denominator = i128::from(to_come);
    let (numerator, denominator) = if denominator < 0 {
        (-numerator, -denominator)
    } else {
        (numerator, denominator)
    };
    if numerator < 0 {
        return None;
    }
    let down = numerator / denominator;
    let up = down + i128::from(numerator % denominator != 0);
    let away = if numerator >= 1000 * denominator {
        up
    } else {
        down
    };
    u64::try_from(away).ok()
}

/// How far a factor is from one, as a ratio: 2 and a half are as far.
fn change(thousandths: u64) -> u64 {
    match thousandths {
        0 => u64::MAX,
        1..1000 => 1_000_000 / thousandths,
        more => more,
    }
}

/// Whether a factor stays inside the range of what it is applied to.
fn inside(thousandths: u64, span: Span) -> bool {
    let changed = i128::from(span.mid) * i128::from(thousandths);
    (i128::from(span.low) * 1000..=i128::from(span.high) * 1000).contains(&changed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_factor_brings_the_gain_to_nought_or_past_it() {
        // A gain of 33, of which what is still to be given makes up all: at nought it would be gone.
        assert_eq!(factor(33, -33), Some(0));
        // A gain of 5 with 10 to come for it: half as much more would hold it.
        assert_eq!(factor(5, 10), Some(1500));
        // Nothing gained by 7 of 3 to come: nothing below nought is told.
        assert_eq!(factor(-7, 3), None);
        assert_eq!(factor(-3, 7), Some(571));
        assert_eq!(factor(1, 0), None);
    }
}
