//! By what factor what one class is worth has to change for the verdict on a party to flip, all other
//! numbers in the middle of their ranges.
//!
//! At every row the gain T of stopping is linear in that factor: T + (f - 1) c, where c is what the
//! class contributes to T there: less what is still to come of it, but for what of it lies in escrow.
//! The verdict is that on the greatest of all rows, so it flips where the first row passes nought, or
//! the last one comes down to it.

use super::{
    course::{Move, What},
    report::{Flip, StandingTold},
};
use crate::plan::{PartyId, Plan, Span};

/// Rows of which factors are found at most: a plan of more is checked and drawn, and has none.
const ROWS_MOST: usize = 20_000;

/// The factors, one for each class that can flip the verdict, the least change first.
pub fn flips(
    plan: &Plan,
    party: PartyId,
    course: &[Move],
    in_all: &[u32],
    rows: &[StandingTold],
) -> Vec<Flip> {
    if rows.len() > ROWS_MOST {
        return Vec::new();
    }
    let gains: Vec<i64> = rows.iter().map(|row| row.walk_away.mid).collect();
    let classes = plan.class_ids().zip(&plan.classes).zip(in_all);
    let mut found: Vec<Flip> = classes
        .filter_map(|((id, class), in_all)| {
            let worth = class
                .worth
                .get(party.0)
                .filter(|worth| !worth.is_nothing())?;
            let gives = class.from == party;
            let counts = counts(course, id);
            let contributed = counts.iter().map(|(given, in_escrow)| {
                let to_come = worth.between(*given, *in_all).mid;
                let held = given.saturating_add(*in_escrow).min(*in_all);
                let held = if gives {
                    worth.between(*given, held).mid
                } else {
                    0
                };
                held - to_come
            });
            let rows: Vec<(i64, i64)> = gains.iter().copied().zip(contributed).collect();
            let thousandths = nearest(&rows)?;
            let inside_range = inside(thousandths, worth.between(0, *in_all));
            Some(Flip {
                class: id.0,
                thousandths,
                inside_range,
            })
        })
        .collect();
    found.sort_by_key(|flip| (change(flip.thousandths), flip.class));
    found
}

/// How many of a class were given and are in escrow, before the first move and after each.
fn counts(course: &[Move], class: crate::plan::ClassId) -> Vec<(u32, u32)> {
    let (mut given, mut in_escrow) = (0_u32, 0_u32);
    let mut counts = vec![(given, in_escrow)];
    for step in course {
        if let What::Escrow(batch) = &step.what {
            let lots = batch.lots.iter().filter(|lot| lot.class == class);
            in_escrow = lots.fold(in_escrow, |sum, lot| sum.saturating_add(lot.count));
        }
        step.what.each_lot(|of, count| {
            if of == class {
                given += count;
                in_escrow = in_escrow.saturating_sub(count);
            }
        });
        counts.push((given, in_escrow));
    }
    counts
}

/// The factor nearest to one at which the greatest of all gains is on the other side of nought, in
/// thousandths and past it; nothing where none of nought or more is. Each row has its gain and what
/// the class contributes to it.
fn nearest(rows: &[(i64, i64)]) -> Option<u64> {
    let gains_now = rows.iter().any(|(gain, _)| *gain > 0);
    let (mut up, mut down) = (Bounds::new(), Bounds::new());
    for (gain, share) in rows {
        let (gain, share) = (i128::from(*gain), i128::from(*share));
        up.take(gain, share, gains_now);
        down.take(gain, -share, gains_now);
    }
    let more = up.step(gains_now).map(|step| 1000 + step);
    let less = down
        .step(gains_now)
        .and_then(|step| 1000_i128.checked_sub(step))
        .filter(|f| *f >= 0);
    let both = [more, less]
        .into_iter()
        .flatten()
        .filter_map(|factor| u64::try_from(factor).ok());
    both.min_by_key(|factor| change(*factor))
}

/// How far a factor has to go, in thousandths and one way: at least so far, and at most so far.
struct Bounds {
    least: i128,
    most: Option<i128>,
    never: bool,
}

impl Bounds {
    const fn new() -> Self {
        Self {
            least: 0,
            most: None,
            never: false,
        }
    }

    /// A row whose gain changes by `share` for each whole step.
    fn take(&mut self, gain: i128, share: i128, gains_now: bool) {
        if gains_now {
            // Every row has to come to nought or below, and stay there.
            if gain > 0 && share >= 0 {
                self.never = true;
            } else if gain > 0 {
                self.least = self.least.max(up(gain * 1000, -share));
            } else if share > 0 {
                let most = -gain * 1000 / share;
                self.most = Some(self.most.map_or(most, |known| known.min(most)));
            }
        } else if share > 0 {
            // The first row to pass nought is enough: `most` holds the nearest.
            let past = -gain * 1000 / share + 1;
            self.most = Some(self.most.map_or(past, |known| known.min(past)));
        }
    }

    fn step(&self, gains_now: bool) -> Option<i128> {
        if !gains_now {
            return self.most;
        }
        let fits = !self.never && self.most.is_none_or(|most| self.least <= most);
        fits.then_some(self.least)
    }
}

/// A quotient of numbers above nought, rounded up.
fn up(dividend: i128, divisor: i128) -> i128 {
    (dividend + divisor - 1) / divisor
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_factor_brings_the_greatest_gain_to_the_other_side_of_nought() {
        // A gain of 33, all of it what is still to be given: only at nought is it gone.
        assert_eq!(nearest(&[(33, 33)]), Some(0));
        // Nobody gains yet; the row that is nearest to nought is not the one that passes it first.
        assert_eq!(nearest(&[(-10, 10), (-20, 40)]), Some(1501));
        // One row would come down, and another that does not depend on it stays above.
        assert_eq!(nearest(&[(10, -10), (8, 0)]), None);
        assert_eq!(nearest(&[(10, -10), (-5, 2)]), Some(2000));
        assert_eq!(nearest(&[(10, -10), (-5, 6)]), None);
    }

    proptest! {
        #[test]
        fn the_nearest_factor_flips_and_none_nearer_does(rows in prop::collection::vec((-40_i64..40, -30_i64..30), 1..6)) {
            let greatest = |thousandths: i64| rows.iter().map(|(gain, share)| gain * 1000 + (thousandths - 1000) * share).max().unwrap();
            let gains_now = greatest(1000) > 0;
            let flipped = |thousandths: i64| (greatest(thousandths) > 0) != gains_now;
            let model = (0..60_000_i64).filter(|f| flipped(*f)).map(|f| u64::try_from(f).unwrap()).min_by_key(|f| change(*f));
            match nearest(&rows) {
                Some(found) if found < 60_000 => {
                    prop_assert!(flipped(i64::try_from(found).unwrap()), "{found}");
                    prop_assert_eq!(Some(change(found)), model.map(change));
                }
                Some(_) | None => prop_assert_eq!(model, None),
            }
        }
    }
}
