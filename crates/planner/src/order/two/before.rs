//! What of a party's own goes before what: because a condition says so, or because it is no worse and nothing
//! is lost by it.

#![expect(
    clippy::indexing_slicing,
    reason = "units are counted when the lists are made"
)]

use super::{
    node::{Set, has, put},
    orders::points,
    windows,
};
use crate::order::{problem::Problem, units::Units};

/// The obligations of an exchange.
pub(super) struct Before<'a> {
    pub problem: &'a Problem,
    pub units: &'a Units,
}

impl Before<'_> {
    /// By unit: all that must stand before it. Where only exposure is bound, what is no dearer and worth
    /// no less goes first; where walk-away gain is bound too, only equals keep to an order.
    pub fn needs(&self, free: bool) -> Vec<Set> {
        let all = 0..self.units.len();
        let unbound = windows::free(self.units.inside(), self.units.classes());
        let first = |this: usize, other: usize| {
            let classes = [this, other].map(|unit| self.units.at(unit).class);
            let [own, others] = [this, other].map(|unit| points(self.units, unit));
            let better = if own == others {
                this < other
            } else {
                free && own.0 <= others.0 && own.1 >= others.1
            };
            self.units.precedes(self.problem, this, other)
                || (better
                    && (classes[0] == classes[1] || classes.iter().all(|class| unbound[*class]))
                    && self.units.at(this).giver == self.units.at(other).giver
                    && self.alike(classes[0], classes[1])
                    && self.weigh_the_same(classes)
                    && self
                        .problem
                        .precedence()
                        .may_move_up(classes[0], classes[1]))
        };
        let set = |unit: usize| {
            let mut set = Set::default();
            for other in all
                .clone()
                .filter(|other| *other != unit && first(*other, unit))
            {
                put(&mut set, other);
            }
            set
        };
        all.clone().map(set).collect()
    }

    /// A party's units, every one after all that must stand before it.
    pub fn listed(&self, party: usize, needs: &[Set]) -> Vec<usize> {
        let mut open: Vec<usize> = self.units.owed(party).collect();
        let mut listed = Vec::with_capacity(open.len());
        while !open.is_empty() {
            let (ready, waiting): (Vec<usize>, Vec<usize>) = open
                .iter()
                .partition(|unit| !open.iter().any(|other| has(&needs[**unit], *other)));
            if ready.is_empty() {
                break;
            }
            listed.extend(ready);
            open = waiting;
        }
        listed
    }

    /// Whether two classes count alike in whatever has to balance: in each other's place they change no
    /// balance at the end of a stage.
    fn weigh_the_same(&self, [one, other]: [usize; 2]) -> bool {
        let bands = self.problem.stages().map(|stages| &stages.bands);
        let mut bands = bands.into_iter().flatten();
        one == other
            || bands.all(|band| {
                band.grouped.is_empty() && band.weights.get(one) == band.weights.get(other)
            })
    }

    /// Whether every unit of each of two classes is as every other of it, so that units may change places
    /// between them.
    fn alike(&self, one: usize, other: usize) -> bool {
        [one, other].into_iter().all(|class| {
            let mut range = self.units.of_class(class);
            let first = range.next().map(|unit| &self.units.at(unit).effects);
            range.all(|unit| Some(&self.units.at(unit).effects) == first)
        })
    }
}
