//! How bad opponents can make it: the least value among the states to which they can respond.
//!
//! Stability asks whether *some* response brings a decision maker down to where it was, so only the
//! least value that a response can reach matters, and no set of states is ever built. For sequences
//! of moves it is found backwards, from the worst states on: whoever can still get there takes that
//! value, and is never looked at again. So each move is looked at a bounded number of times.

use crate::watch::{Stage, Watch};

use super::{error::ConflictError, model::Model, section::Rule};

/// The value where there is no response.
pub const NO_RESPONSE: u32 = u32::MAX;

/// The most cells for the rule under which each moves at most once.
const CELLS_MOST: usize = 64 << 20;

/// Which moves opponents make.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moving {
    /// Any.
    Anyhow,
    /// Those by which whoever moves gains.
    Gaining,
}

/// For each state the least of `values` to which the opponents can bring it by a response.
pub fn worst(
    model: &Model,
    opponents: u32,
    values: &[u32],
    moving: Moving,
    rule: Rule,
    watch: &dyn Watch,
) -> Result<Vec<u32>, ConflictError> {
    let responding = Responding {
        model,
        opponents,
        values,
        moving,
    };
    match rule {
        Rule::LegalSequences => responding.sequences(watch),
        Rule::EachAtMostOnce => responding.once_each(watch),
        Rule::OneMove => Ok(responding.one_move()),
    }
}

struct Responding<'a> {
    model: &'a Model,
    opponents: u32,
    values: &'a [u32],
    moving: Moving,
}

impl Responding<'_> {
    fn members(&self) -> impl Iterator<Item = usize> + use<> {
        let opponents = self.opponents;
        (0..32).filter(move |maker| opponents & (1 << maker) != 0)
    }

    fn states(&self) -> usize {
        self.values.len()
    }

    /// Whether a move is one that whoever makes it would make.
    fn made(&self, maker: usize, from: u32, to: u32) -> bool {
        match self.moving {
            Moving::Anyhow => true,
            Moving::Gaining => self.model.makers.get(maker).is_some_and(|maker| {
                let level = |state: u32| maker.levels.get(state as usize);
                level(to) > level(from)
            }),
        }
    }

    fn onward(&self, maker: usize, state: u32) -> &[u32] {
        let maker = self.model.makers.get(maker);
        maker.map_or(&[], |maker| maker.moves.onward(state))
    }

    fn back(&self, maker: usize, state: u32) -> &[u32] {
        let maker = self.model.makers.get(maker);
        maker.map_or(&[], |maker| maker.moves.back(state))
    }

    fn value(&self, state: u32) -> u32 {
        self.values
            .get(state as usize)
            .copied()
            .unwrap_or(NO_RESPONSE)
    }

    /// Nobody twice in a row. A node is a state and who moved last, or that nobody did yet; `open`
    /// keeps for each state the set of those nodes that have no value so far.
    fn sequences(&self, watch: &dyn Watch) -> Result<Vec<u32>, ConflictError> {
        const NOBODY: u32 = 1 << 31;
        let mut open = vec![self.opponents | NOBODY; self.states()];
        let mut worst = vec![NO_RESPONSE; self.states()];
        let mut order: Vec<u32> = (0..).take(self.states()).collect();
        order.sort_unstable_by_key(|state| (self.value(*state), *state));
        let mut stack = Vec::new();
        for (last, done) in order.iter().zip(0_u64..) {
            if done % 256 == 0 {
                watch.at(Stage::Checking, done, order.len() as u64)?;
            }
            let value = self.value(*last);
            stack.extend(self.members().map(|maker| (*last, maker)));
            while let Some((to, maker)) = stack.pop() {
                for from in self.back(maker, to) {
                    let Some(cell) = open.get_mut(*from as usize) else {
                        continue;
                    };
                    let found = *cell & !(1 << maker);
                    if found == 0 || !self.made(maker, *from, to) {
                        continue;
                    }
                    *cell &= !found;
                    if found & NOBODY != 0
                        && let Some(cell) = worst.get_mut(*from as usize)
                    {
                        *cell = value;
                    }
                    let mut left = found & !NOBODY;
                    while left != 0 {
                        stack.push((*from, left.trailing_zeros() as usize));
                        left &= left - 1;
                    }
                }
            }
        }
        Ok(worst)
    }

    /// Each at most once: by the set of those who have moved, from all of them down to none.
    fn once_each(&self, watch: &dyn Watch) -> Result<Vec<u32>, ConflictError> {
        let members: Vec<usize> = self.members().collect();
        let sets = 1_usize << members.len();
        if sets.saturating_mul(self.states()) > CELLS_MOST {
            return Err(ConflictError::TooLong {
                what: "responses in which each moves at most once",
                states: self.states(),
                makers: self.model.makers.len(),
                advice: "Use `legal-sequences` or `one-move`.",
            });
        }
        let mut rows: Vec<Vec<u32>> = vec![Vec::new(); sets];
        for moved in (0..sets).rev() {
            watch.at(Stage::Checking, (sets - moved) as u64, sets as u64)?;
            let mut row = vec![NO_RESPONSE; self.states()];
            for (bit, maker) in members.iter().enumerate() {
                let then = moved | 1 << bit;
                if then == moved {
                    continue;
                }
                let after = rows.get(then).map_or(&[][..], Vec::as_slice);
                for (cell, from) in row.iter_mut().zip(0..) {
                    for to in self.onward(*maker, from) {
                        if self.made(*maker, from, *to) {
                            let rest = after.get(*to as usize).copied();
                            let rest = rest.unwrap_or(NO_RESPONSE);
                            *cell = (*cell).min(self.value(*to)).min(rest);
                        }
                    }
                }
            }
            if let Some(cell) = rows.get_mut(moved) {
                *cell = row;
            }
        }
        Ok(rows.into_iter().next().unwrap_or_default())
    }

    /// One move of one of them.
    fn one_move(&self) -> Vec<u32> {
        let least = |from: u32| {
            let of = |maker: usize| {
                let made = self.onward(maker, from).iter().copied();
                let made = made.filter(move |to| self.made(maker, from, *to));
                made.map(|to| self.value(to))
            };
            self.members().flat_map(of).min().unwrap_or(NO_RESPONSE)
        };
        (0..).take(self.states()).map(least).collect()
    }
}
