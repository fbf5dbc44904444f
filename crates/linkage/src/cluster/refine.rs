//! Improvement after joining: a record goes to another group, or out, where that raises the sum over
//! all pairs inside groups of what they weigh above the floor. That sum is what correlation
//! clustering asks for (Bansal, Blum and Chawla 2004); moving one record at a time is the local search
//! that does best on it in practice (Elsner and Schudy 2009). A group that was changed is joined
//! anew from its records, which takes it apart if it no longer holds; that never lowers the sum. Every
//! step raises it, so the search ends; records are asked in order of their keys.

#![expect(
    clippy::indexing_slicing,
    reason = "labels and records are numbered within the component"
)]

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Rule,
    chain::{Chain, Joined},
    component::Candidate,
};

/// How often all records are asked. Two or three times is usual.
const ROUNDS: usize = 20;

/// Improves the groups of one component.
pub(super) fn refine(joined: Joined, pairs: &[Candidate], rule: Rule) -> Joined {
    let count = joined.group.len();
    let mut moving = Moving {
        rule,
        near: vec![Vec::new(); count],
        size: vec![0; count],
        label: joined.group,
        seam: joined.seam,
        tied: joined.tied,
    };
    for pair in pairs {
        moving.near[pair.low as usize].push((pair.high, *pair));
        moving.near[pair.high as usize].push((pair.low, *pair));
    }
    for label in &moving.label {
        moving.size[*label as usize] += 1;
    }
    for _ in 0..ROUNDS {
        let changed = moving.round();
        if changed.is_empty() {
            break;
        }
        moving.join_anew(&changed);
    }
    moving.finish()
}

/// What lies between a record and a group.
#[derive(Debug, Clone, Copy)]
struct Pull {
    sum: i128,
    count: u64,
    least: i64,
}

const NO_PULL: Pull = Pull {
    sum: 0,
    count: 0,
    least: i64::MAX,
};

/// Groups by label, of which there are more as records leave for one of their own.
struct Moving {
    rule: Rule,
    near: Vec<Vec<(u32, Candidate)>>,
    label: Vec<u32>,
    size: Vec<u64>,
    seam: Vec<i64>,
    tied: bool,
}

impl Moving {
    /// Asks every record once. Gives back the labels of groups that were changed.
    fn round(&mut self) -> BTreeSet<u32> {
        let mut changed = BTreeSet::new();
        for record in 0..self.label.len() {
            let from = self.label[record];
            if let Some(to) = self.better(record) {
                self.size[from as usize] -= 1;
                self.size[to as usize] += 1;
                self.label[record] = to;
                changed.extend([from, to]);
            }
        }
        changed
    }

    /// Where the record would rather be, if anywhere else.
    fn better(&mut self, record: usize) -> Option<u32> {
        let own = self.label[record];
        let mut pulls: BTreeMap<u32, Pull> = BTreeMap::new();
        for (other, pair) in &self.near[record] {
            let pull = pulls.entry(self.label[*other as usize]).or_insert(NO_PULL);
            pull.sum += i128::from(pair.weight.max(self.rule.absent));
            pull.count += 1;
            pull.least = pull.least.min(pair.weight);
        }
        let stay = self.gain(pulls.get(&own).copied(), self.size[own as usize] - 1);
        let mut best = (stay, own);
        for (label, pull) in pulls.iter().filter(|(label, _)| **label != own) {
            let size = self.size[*label as usize];
            let gain = self.gain(Some(*pull), size);
            if gain > best.0 && self.allowed(*pull, size) {
                best = (gain, *label);
            }
        }
        if best.0 < 0 {
            best.1 = self.fresh();
        }
        (best.1 != own).then_some(best.1)
    }

    /// What the record adds to the sum in a group of so many others.
    fn gain(&self, pull: Option<Pull>, size: u64) -> i128 {
        let pull = pull.unwrap_or(NO_PULL);
        let absent = i128::from(size - pull.count) * i128::from(self.rule.absent);
        pull.sum + absent - i128::from(size) * i128::from(self.rule.floor)
    }

    fn allowed(&self, pull: Pull, size: u64) -> bool {
        self.rule.least.is_none_or(|bound| {
            pull.least >= bound && (pull.count == size || self.rule.absent >= bound)
        })
    }

    fn fresh(&mut self) -> u32 {
        self.size.push(0);
        self.seam.push(i64::MAX);
        u32::try_from(self.size.len() - 1).unwrap_or(u32::MAX)
    }

    /// Joins the records of changed groups from the beginning, each group by itself.
    fn join_anew(&mut self, changed: &BTreeSet<u32>) {
        let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (record, label) in (0_u32..).zip(&self.label) {
            if changed.contains(label) {
                members.entry(*label).or_default().push(record);
            }
        }
        for (label, records) in members {
            let number = |record: u32| records.binary_search(&record).ok();
            let mut pairs = Vec::new();
            for (low, record) in (0_u32..).zip(&records) {
                for (other, pair) in &self.near[*record as usize] {
                    let high = number(*other).and_then(|high| u32::try_from(high).ok());
                    if let Some(high) = high.filter(|high| *high > low) {
                        pairs.push(Candidate { low, high, ..*pair });
                    }
                }
            }
            pairs.sort_unstable();
            let parts = Chain::join(records.len(), &pairs, self.rule);
            self.tied |= parts.tied;
            self.size[label as usize] = 0;
            let mut label_of: BTreeMap<u32, u32> = BTreeMap::new();
            for (record, part) in records.iter().zip(&parts.group) {
                let known = label_of.get(part).copied();
                let to = match known {
                    Some(to) => to,
                    None if label_of.is_empty() => label,
                    None => self.fresh(),
                };
                label_of.insert(*part, to);
                self.seam[to as usize] = parts.seam[*part as usize];
                self.size[to as usize] += 1;
                self.label[*record as usize] = to;
            }
        }
    }

    /// Every group under its least record.
    fn finish(self) -> Joined {
        let mut least: BTreeMap<u32, u32> = BTreeMap::new();
        let mut seam = vec![i64::MAX; self.label.len()];
        let mut group = Vec::with_capacity(self.label.len());
        for (record, label) in (0_u32..).zip(&self.label) {
            let name = *least.entry(*label).or_insert(record);
            seam[name as usize] = self.seam[*label as usize];
            group.push(name);
        }
        Joined {
            group,
            seam,
            tied: self.tied,
        }
    }
}
