//! Findings while they are collected: so many of a kind are told, and the rest are counted.

use std::mem::{Discriminant, discriminant};

use super::finding::Finding;

/// Findings of one kind that are told.
pub const TOLD_MOST: usize = 100;

/// What was found so far.
#[derive(Debug, Default)]
pub struct Found {
    told: Vec<Finding>,
    kinds: Vec<Kind>,
}

#[derive(Debug)]
struct Kind {
    of: Discriminant<Finding>,
    told: usize,
    /// The place of the last that is told.
    last: usize,
    more: u64,
}

impl Found {
    /// One more.
    pub fn push(&mut self, finding: Finding) {
        let (of, last) = (discriminant(&finding), self.told.len());
        match self.kinds.iter_mut().find(|kind| kind.of == of) {
            Some(kind) if kind.told == TOLD_MOST => {
                kind.more += 1;
                return;
            }
            Some(kind) => (kind.told, kind.last) = (kind.told + 1, last),
            None => self.kinds.push(Kind {
                of,
                told: 1,
                last,
                more: 0,
            }),
        }
        self.told.push(finding);
    }

    /// Several more.
    pub fn extend(&mut self, findings: impl IntoIterator<Item = Finding>) {
        findings.into_iter().for_each(|finding| self.push(finding));
    }

    /// All, and after the last that is told of each kind how many more there are.
    pub fn all(self) -> Vec<Finding> {
        let Self { mut told, kinds } = self;
        let mut cut: Vec<(usize, u64)> = kinds
            .into_iter()
            .filter(|kind| kind.more > 0)
            .map(|kind| (kind.last, kind.more))
            .collect();
        cut.sort_unstable();
        for (last, count) in cut.into_iter().rev() {
            told.insert(last + 1, Finding::More { count });
        }
        told
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_kind_are_told_and_the_rest_counted() {
        let mut found = Found::default();
        for at in 0..TOLD_MOST + 7 {
            found.push(Finding::Backwards { stage: at, step: 0 });
            if at % 50 == 0 {
                found.push(Finding::Remain {
                    class: at,
                    count: 1,
                });
            }
        }
        let all = found.all();
        assert_eq!(all.len(), TOLD_MOST + 3 + 1);
        let after = all.iter().position(|f| *f == Finding::More { count: 7 });
        let last = Finding::Backwards {
            stage: TOLD_MOST - 1,
            step: 0,
        };
        assert_eq!(after.map(|at| &all[at - 1]), Some(&last));
    }
}
