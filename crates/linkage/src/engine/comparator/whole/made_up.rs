//! Names that nobody has: each word taken from another name of the list, from the same place in it.
//! They are as like the other list's names as a stranger's are.

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{
    Held, Holders,
    curve::{Counted, Curve, LEAST, Weighed},
};
use crate::{
    engine::{joint::Column, scan::Task, tokens::Words},
    estimate::replicate::Draws,
    name::{AlignParams, Name, Token},
    watch::{Stage, Stopped, Watch},
};

/// So many names of either list are compared with the whole other list.
const LOOKED_AT: usize = 600;
/// And with so many made-up names.
const MADE_UP: u32 = 20_000;
/// From fewer names nothing is read off.
const FEWEST: u32 = 20;
const SEED: u64 = 0x006d_6164_652d_7570;

/// Names of several words on one side, in the order of what they say, so that where a record stands
/// decides nothing.
struct Side<'a> {
    /// Each with how many records have it.
    names: Vec<(u32, u32)>,
    /// By value, how many records have it; none for a name of one word.
    counts: Vec<u32>,
    records: u32,
    all: &'a [Held],
}

impl<'a> Side<'a> {
    fn new(all: &'a [Held], column: &Column) -> Self {
        let several = |held: &Held| held.words.first().is_some_and(|words| words.len() > 1);
        let counts: Vec<u32> = (0..)
            .zip(all)
            .map(|(value, held)| {
                if several(held) {
                    column.count(value)
                } else {
                    0
                }
            })
            .collect();
        let mut names: Vec<(u32, u32)> = (0..)
            .zip(counts.iter().copied())
            .filter(|&(_, count)| count > 0)
            .collect();
        names.sort_by_cached_key(|&(value, _)| all.get(value as usize).map(Held::content));
        Self {
            records: names.iter().map(|&(_, count)| count).sum(),
            names,
            counts,
            all,
        }
    }

    fn held(&self, value: u32) -> Option<&'a Held> {
        self.all.get(value as usize)
    }

    /// Names evenly spread over the digests of what they say.
    fn looked_at(&self) -> &[(u32, u32)] {
        self.names.get(..LOOKED_AT).unwrap_or(&self.names)
    }

    /// Draws a record, and gives its name's first spelling.
    fn draw(&self, draws: &mut Draws, ends: &[u32]) -> Option<(&'a [Token], &'a [u32])> {
        let at = draws.bits() % u64::from(self.records.max(1));
        let place = ends.partition_point(|&end| u64::from(end) <= at);
        let &(value, _) = self.names.get(place)?;
        let held = self.held(value)?;
        let tokens = held.name.spellings.first()?;
        Some((tokens.as_slice(), held.words.first()?.as_slice()))
    }

    /// Made-up names, none of which is on the list.
    fn made_up(&self) -> Vec<Held> {
        let ends: Vec<u32> = self
            .names
            .iter()
            .scan(0, |end, &(_, count)| {
                *end += count;
                Some(*end)
            })
            .collect();
        let held = self.names.iter().filter_map(|&(value, _)| self.held(value));
        let real: BTreeSet<&[u32]> = held
            .flat_map(|held| held.words.iter().map(Vec::as_slice))
            .collect();
        let mut draws = Draws::new(SEED, 0);
        (0..MADE_UP)
            .filter_map(|_| {
                let (like, _) = self.draw(&mut draws, &ends)?;
                let length = like.len();
                let (tokens, words): (Vec<Token>, Vec<u32>) = (0..length)
                    .filter_map(|place| {
                        let (tokens, words) = self.draw(&mut draws, &ends)?;
                        // The last word from a last one, the first from a first, whatever lies
                        // between from as far along.
                        let at = (place * (tokens.len() - 1) + (length - 1) / 2) / (length - 1);
                        Some((tokens.get(at)?.clone(), *words.get(at)?))
                    })
                    .unzip();
                (!real.contains(words.as_slice())).then(|| Held {
                    name: Name {
                        spellings: vec![tokens],
                    },
                    words: vec![words],
                })
            })
            .collect()
    }
}

/// All names, to be compared with each other and with made-up ones.
pub struct Compared<'a> {
    pub all: &'a [Held],
    pub holders: Holders,
    pub words: &'a Words,
    pub params: &'a AlignParams,
    pub task: Task,
    pub watch: &'a dyn Watch,
}

/// What was counted on one way: pairs of the lists, pairs with made-up names, and what one of these
/// counts.
type Way = (Weighed, Weighed, f64);

impl Compared<'_> {
    /// What likeness is worth between the names of two columns.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn curve(&self, left: &Column, right: &Column) -> Result<Curve, Stopped> {
        let [left, right] = [left, right].map(|column| Side::new(self.all, column));
        if left.records.min(right.records) < FEWEST {
            return Ok(Curve::default());
        }
        let (found, made_up, one) = self.one_way(&left, &right)?;
        let (back, made_up_back, one_back) = match self.task {
            Task::Dedupe => (found.clone(), made_up.clone(), one),
            Task::Link => self.one_way(&right, &left)?,
        };
        Ok(Curve::new(
            &found.and(&back),
            &made_up.and(&made_up_back),
            one.max(one_back),
            f64::from(left.records) * f64::from(right.records),
        ))
    }

    /// Some names of one side with all of the other, and with names made up from it; half of what is
    /// counted on both ways together. The last is what one made-up name counts.
    fn one_way(&self, from: &Side, to: &Side) -> Result<Way, Stopped> {
        let looked_at = from.looked_at();
        let records: u32 = looked_at.iter().map(|&(_, count)| count).sum();
        let stands_for = f64::from(from.records) / f64::from(records.max(1)) / 2.0;
        let of_made_up = stands_for * f64::from(to.records) / f64::from(MADE_UP);
        let made_up = to.made_up();
        let nobodies = Holders::new(&made_up, self.words);
        let of = looked_at.len() as u64;
        let count = |sums: (Counted, Counted), (at, &(value, count)): (usize, &(u32, u32))| {
            self.watch.at(Stage::Preparing, at as u64, of)?;
            let (mut found, mut beside) = sums;
            let Some(name) = from.held(value) else {
                return Ok((found, beside));
            };
            self.each_near(name, self.all, &self.holders, |other, likeness| {
                let records = to.counts.get(other as usize).copied().unwrap_or(0);
                let itself = u32::from(self.task == Task::Dedupe && other == value);
                let others = u64::from(records.saturating_sub(itself));
                found.add(likeness, u64::from(count) * others);
            });
            self.each_near(name, &made_up, &nobodies, |_, likeness| {
                beside.add(likeness, u64::from(count));
            });
            Ok((found, beside))
        };
        let both =
            |a: (Counted, Counted), b: (Counted, Counted)| Ok((a.0.and(&b.0), a.1.and(&b.1)));
        let (found, beside) = looked_at
            .par_iter()
            .enumerate()
            .try_fold(Default::default, count)
            .try_reduce(Default::default, both)?;
        Ok((
            found.times(stands_for),
            beside.times(of_made_up),
            of_made_up,
        ))
    }

    fn each_near(
        &self,
        name: &Held,
        others: &[Held],
        holders: &Holders,
        mut seen: impl FnMut(u32, f32),
    ) {
        for (other, most) in holders.near(self.words, name) {
            if let Some(held) = others.get(other as usize).filter(|_| most >= LEAST) {
                seen(other, name.aligned(held, self.words, self.params));
            }
        }
    }
}
