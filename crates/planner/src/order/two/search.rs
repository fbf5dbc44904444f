//! Better orders, by exchanging two handovers of one party at a time. A walk among orders that stay within
//! a little of the best value, which keeps the best; it is the same walk every time.

#![expect(
    clippy::indexing_slicing,
    reason = "places are drawn below the length of the order"
)]

use super::{Rules, Start, Sums, orders::exchangeable, reach, value};
use crate::{
    order::{
        bounds::{Aim, Bounds},
        problem::Problem,
        share::Share,
        units::Units,
    },
    watch::{Stage, Stopped, Watch},
};

/// Two orders and their least value.
#[derive(Debug, Clone)]
pub(in super::super) struct Best {
    pub share: Share,
    pub orders: [Vec<usize>; 2],
}

/// What is searched.
pub(in super::super) struct Ground<'a> {
    pub problem: &'a Problem,
    pub units: &'a Units,
    pub rules: &'a Rules<'a>,
    pub caps: &'a Bounds,
}

impl Ground<'_> {
    /// The value of two orders where it is at most this.
    pub fn value(&self, orders: &[Vec<usize>; 2], at_most: Share) -> Option<Share> {
        let sums = Sums::of(self.units, orders);
        value::least(self.problem, &sums, self.rules, self.caps, at_most).map(|(share, _)| share)
    }

    /// Walks so many steps from the best.
    ///
    /// # Errors
    /// The watch ended it; the best is kept.
    pub fn improve(
        &self,
        best: &mut Best,
        steps: u64,
        floor: Share,
        seed: u64,
        watch: &dyn Watch,
    ) -> Result<(), Stopped> {
        let mut draw = Draw(seed);
        let mut now = best.orders.clone();
        for step in 0..steps {
            if best.share <= floor {
                break;
            }
            if step % 256 == 0 {
                watch.at(Stage::Searching, step, steps)?;
            }
            if step % 4096 == 4095 {
                now.clone_from(&best.orders);
            }
            let Some((party, early, late)) = self.exchange(&now, &mut draw) else {
                continue;
            };
            now[party].swap(early, late);
            let sums = Sums::of(self.units, &now);
            let slack = loosened(best.share, 12 - (step % 4096) / 342);
            if !self.fits(&sums, |caps| {
                caps.and_at_most(self.problem, Aim::Exposure, slack)
            }) {
                now[party].swap(early, late);
                continue;
            }
            if self.fits(&sums, |caps| {
                caps.and_below(self.problem, Aim::Exposure, best.share)
            }) && let Some(share) = self.value(&now, best.share)
            {
                *best = Best {
                    share,
                    orders: now.clone(),
                };
            }
        }
        Ok(())
    }

    fn fits(&self, sums: &Sums, bounds: impl Fn(&Bounds) -> Bounds) -> bool {
        reach(sums, self.rules, &bounds(self.caps), Start::default()).is_some()
    }

    /// Two places of one order that may be exchanged, more often near its beginning.
    fn exchange(&self, orders: &[Vec<usize>; 2], draw: &mut Draw) -> Option<(usize, usize, usize)> {
        let party = usize::from(draw.below(self.units.len()) >= orders[0].len());
        let order = &orders[party];
        let reach = if draw.below(2) == 0 {
            order.len()
        } else {
            order.len().min(12)
        };
        if order.len() < 2 {
            return None;
        }
        let (one, other) = (draw.below(reach), draw.below(order.len()));
        let (early, late) = (one.min(other), one.max(other));
        let may = early < late && exchangeable(self.problem, self.units, order, early, late);
        may.then_some((party, early, late))
    }
}

/// So many hundredths more.
fn loosened(share: Share, hundredths: u64) -> Share {
    Share {
        points: share.points * i128::from(100 + hundredths),
        of: share.of * 100,
    }
}

/// `SplitMix64` (Steele, Lea and Flood 2014).
struct Draw(u64);

impl Draw {
    const fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the lower bits are as good as all"
    )]
    const fn below(&mut self, most: usize) -> usize {
        if most == 0 {
            0
        } else {
            self.next() as usize % most
        }
    }
}
