//! Handing over by turns: how a batch is divided.
//!
//! Of `n` things in `t` turns, `n * r / t` (rounded down) have been handed over after `r` turns, one
//! lot after the other. Each batch has as many turns as the smallest batch has things, so that nobody's
//! turn is empty, and no turn of a batch has more than one thing more than another.

use std::ops::Range;

use crate::plan::{Act, Batch, Lot, PartyId};

/// Calls for each turn of each batch, with the lots that go in it and which of each lot.
pub fn turns<'b>(batches: &'b [Batch], mut call: impl FnMut(&[(&'b Lot, Range<u32>)])) {
    let mut hands: Vec<Hand> = batches.iter().map(Hand::of).collect();
    let turns = hands.iter().map(|hand| hand.size).min().unwrap_or(0);
    let mut pieces = Vec::new();
    for _ in 0..turns {
        for hand in &mut hands {
            pieces.clear();
            hand.turn(turns, &mut pieces);
            call(&pieces);
        }
    }
}

/// How many turns all handovers of a stage come to, by turns: those of each party, where there are
/// several who hand over.
pub fn of_stage<'a>(acts: impl Iterator<Item = &'a Act>) -> Option<u64> {
    let mut sizes: Vec<(PartyId, u64)> = Vec::new();
    for batch in acts.flat_map(Act::batches) {
        match sizes.iter_mut().find(|own| own.0 == batch.from) {
            Some(own) => own.1 = own.1.saturating_add(size(batch)),
            None => sizes.push((batch.from, size(batch))),
        }
    }
    let turns = sizes.iter().map(|own| own.1).min()?;
    (sizes.len() > 1).then(|| turns.saturating_mul(sizes.len() as u64))
}

fn size(batch: &Batch) -> u64 {
    batch.lots.iter().map(|lot| u64::from(lot.count)).sum()
}

/// What one batch still has to hand over.
struct Hand<'b> {
    size: u64,
    lots: &'b [Lot],
    /// How many of the first of these lots were handed over.
    of_first: u32,
    /// What was left over of a thing in all turns so far, in parts of one.
    over: u64,
}

impl<'b> Hand<'b> {
    fn of(batch: &'b Batch) -> Self {
        Self {
            size: size(batch),
            lots: &batch.lots,
            of_first: 0,
            over: 0,
        }
    }

    fn turn(&mut self, turns: u64, pieces: &mut Vec<(&'b Lot, Range<u32>)>) {
        self.over += self.size % turns;
        let mut due = self.size / turns;
        if self.over >= turns {
            self.over -= turns;
            due += 1;
        }
        while let Some((lot, rest)) = self.lots.split_first().filter(|_| due > 0) {
            let left = lot.count - self.of_first;
            let now = u32::try_from(due).map_or(left, |due| due.min(left));
            if now > 0 {
                pieces.push((lot, self.of_first..self.of_first + now));
            }
            due -= u64::from(now);
            self.of_first += now;
            if self.of_first == lot.count {
                (self.lots, self.of_first) = (rest, 0);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::plan::{ClassId, PartyId};

    proptest! {
        #[test]
        fn turns_divide_a_batch_evenly_and_whole(counts in prop::collection::vec(prop::collection::vec(1_u32..9, 1..4), 2..4)) {
            let batches: Vec<Batch> = counts.iter().enumerate().map(|(from, counts)| Batch {
                from: PartyId(from),
                lots: counts.iter().enumerate().map(|(class, count)| Lot { class: ClassId(class), count: *count, named: Vec::new() }).collect(),
            }).collect();
            let mut told: Vec<Vec<(usize, Range<u32>)>> = Vec::new();
            turns(&batches, |pieces| told.push(pieces.iter().map(|(lot, places)| (lot.class.0, places.clone())).collect()));
            let number = counts.iter().map(|counts| counts.iter().sum::<u32>()).min().unwrap() as usize;
            prop_assert_eq!(told.len(), number * batches.len());
            for (at, counts) in counts.iter().enumerate() {
                let own = || told.iter().skip(at).step_by(batches.len());
                let sizes: Vec<u32> = own().map(|turn| turn.iter().map(|(_, places)| places.end - places.start).sum()).collect();
                let size: u32 = counts.iter().sum();
                for turn in 0..=number {
                    let by_then: u32 = sizes[..turn].iter().sum();
                    prop_assert_eq!(by_then as usize, size as usize * turn / number);
                }
                // One lot after the other, each from its first to its last.
                let each: Vec<(usize, u32)> = own().flatten().flat_map(|(lot, places)| places.clone().map(move |place| (*lot, place))).collect();
                let model: Vec<(usize, u32)> = counts.iter().enumerate().flat_map(|(lot, count)| (0..*count).map(move |place| (lot, place))).collect();
                prop_assert_eq!(each, model);
            }
        }
    }
}
