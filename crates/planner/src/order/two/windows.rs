//! Which stretches of a party's own order may be one batch, where rules inside a stage bind batches by more
//! than their size, and where in it a stage may end.

#![expect(
    clippy::indexing_slicing,
    reason = "every index is a count of handovers within the order"
)]

use crate::order::{
    inside::{Inside, ways},
    problem::{Class, ClassAt},
    units::Units,
};

/// By the end of a batch: the intervals, both ends included, in which it may begin.
pub(in super::super) type Begins = Vec<Vec<(usize, usize)>>;

/// What rules inside a stage leave of two orders.
#[derive(Debug, Clone)]
pub(in super::super) struct Windows {
    /// By who goes first: the ways in which a stage can be gone through, by party.
    pub ways: [Vec<[Begins; 2]>; 2],
    /// By party, by count: whether a stage may end there.
    pub ends: [Vec<bool>; 2],
}

impl Windows {
    /// Of two orders; none where no rule binds.
    pub fn of(units: &Units, orders: &[Vec<usize>; 2]) -> Option<Self> {
        let rules = units.inside();
        if rules.is_empty() {
            return None;
        }
        let own = orders.each_ref().map(|order| -> Vec<ClassAt> {
            order.iter().map(|unit| units.at(*unit).class).collect()
        });
        let way = |first: usize| {
            ways(rules, units.classes(), &[first, 1 - first])
                .iter()
                .map(|without| own.each_ref().map(|own| begins(rules, own, without)))
                .collect()
        };
        Some(Self {
            ways: [way(0), way(1)],
            ends: own.each_ref().map(|own| ends(rules, own)),
        })
    }

    /// Whether a stage in which this party goes first may hand over what lies between.
    pub fn fits(&self, first: usize, from: [usize; 2], to: [usize; 2]) -> bool {
        self.ways[first]
            .iter()
            .any(|way| [0, 1].iter().all(|p| may_begin(&way[*p][to[*p]], from[*p])))
    }
}

/// Whether a batch may begin there.
pub(in super::super) fn may_begin(begins: &[(usize, usize)], at: usize) -> bool {
    begins
        .iter()
        .any(|(low, high)| (*low..=*high).contains(&at))
}

/// The beginnings of batches of a sequence of classes, by where they end.
pub(in super::super) fn begins(rules: &[Inside], own: &[ClassAt], without: &[bool]) -> Begins {
    let mut begins: Begins = (0..=own.len()).map(|end| vec![(0, end)]).collect();
    for rule in rules {
        if let Inside::Count {
            classes,
            least,
            most,
        } = rule
        {
            let sums = sums(own, |class| classes.contains(&class));
            for (end, begins) in begins.iter_mut().enumerate() {
                let all = sums[end];
                // Sums rise, so each number of them is one interval of beginnings.
                let between = |fewest: usize, most: usize| {
                    let low = sums[..=end].partition_point(|sum| sum + most < all);
                    let high = sums[..=end].partition_point(|sum| sum + fewest <= all);
                    (low, high.checked_sub(1))
                };
                let none = between(0, 0);
                let some = between((*least as usize).max(1), *most as usize);
                *begins = both(begins, &[some, none]);
            }
        }
    }
    let out = sums(own, |class| without.get(class).copied().unwrap_or(false));
    if out[own.len()] > 0 {
        for (end, begins) in begins.iter_mut().enumerate() {
            let low = out[..=end].partition_point(|sum| *sum < out[end]);
            *begins = both(begins, &[(low, Some(end))]);
        }
    }
    begins
}

/// What lies in one of the intervals of each.
fn both(begins: &[(usize, usize)], others: &[(usize, Option<usize>)]) -> Vec<(usize, usize)> {
    let cut = |(low, high): &(usize, usize)| {
        let (low, high) = (*low, *high);
        others.iter().filter_map(move |(from, to)| {
            let (low, high) = (low.max(*from), high.min((*to)?));
            (low <= high).then_some((low, high))
        })
    };
    begins.iter().flat_map(cut).collect()
}

/// How many of the first so many are of a kind.
fn sums(own: &[ClassAt], of: impl Fn(ClassAt) -> bool) -> Vec<usize> {
    let steps = own.iter().scan(0, |sum, class| {
        *sum += usize::from(of(*class));
        Some(*sum)
    });
    std::iter::once(0).chain(steps).collect()
}

fn ends(rules: &[Inside], own: &[ClassAt]) -> Vec<bool> {
    let mut ends = vec![true; own.len() + 1];
    for rule in rules {
        if let Inside::Whole { class, of } = rule {
            let sums = sums(own, |this| this == *class);
            for (end, sum) in ends.iter_mut().zip(sums) {
                *end &= sum.is_multiple_of((*of).max(1) as usize);
            }
        }
    }
    ends
}

/// The classes that no rule inside a stage is about: their units may change places.
pub(in super::super) fn free(rules: &[Inside], classes: &[Class]) -> Vec<bool> {
    let mut free = vec![true; classes.len()];
    for class in rules.iter().flat_map(Inside::classes) {
        if let Some(free) = free.get_mut(class) {
            *free = false;
        }
    }
    free
}
