//! Obligations one by one, as orders of a party's own need them. Those of one class go in their turn, so
//! that no two orders differ by an exchange of equals.

#![expect(
    clippy::indexing_slicing,
    reason = "units and classes are counted when the list is made"
)]

use super::{
    inside::Inside,
    problem::{Class, ClassAt, PartyAt, Problem},
    stages::Grouped,
};

/// One obligation.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub class: ClassAt,
    pub giver: PartyAt,
    pub tier: u32,
    /// By party.
    pub effects: Vec<i64>,
    /// The last units of the other parties' classes that must come before.
    pub across: Vec<usize>,
}

/// All of them, class by class in the order of the classes.
#[derive(Debug, Clone)]
pub(super) struct Units {
    all: Vec<Unit>,
    starts: Vec<usize>,
    bands: Vec<UnitBand>,
    inside: Vec<Inside>,
    classes: Vec<Class>,
}

/// What a band counts of each unit, sign apart: upwards for the first party, downwards for the second.
#[derive(Debug, Clone)]
pub(super) struct UnitBand {
    pub least: i64,
    pub most: i64,
    pub counts: Vec<i64>,
    pub grouped: [Vec<Grouped>; 2],
}

impl UnitBand {
    /// What a party's units come to, one after the other in an order of it.
    pub fn running(&self, units: &Units, party: PartyAt, order: &[usize]) -> Vec<i64> {
        let mut counts = vec![0_u64; self.grouped[party].len()];
        let mut each = 0;
        let mut sums = vec![0];
        for unit in order {
            each += self.counts[*unit];
            let mut sum = each;
            for (grouped, count) in self.grouped[party].iter().zip(&mut counts) {
                *count += u64::from(grouped.classes.contains(&units.at(*unit).class));
                sum += grouped.groups(*count) * grouped.weight;
            }
            sums.push(sum);
        }
        sums
    }

    /// What a party's groups count, given how many of a class are handed over.
    pub fn groups(&self, party: PartyAt, count: impl Fn(ClassAt) -> usize) -> i64 {
        let each = self.grouped[party].iter().map(|grouped| {
            let count: usize = grouped.classes.iter().map(|class| count(*class)).sum();
            grouped.groups(count as u64) * grouped.weight
        });
        each.sum()
    }
}

impl Units {
    pub fn of(problem: &Problem) -> Self {
        let mut units = Vec::with_capacity(problem.size());
        let mut starts = Vec::new();
        for (class, owed) in problem.classes().iter().enumerate() {
            starts.push(units.len());
            for turn in 1..=owed.count {
                let effect = |party| {
                    problem.worth(class, party, turn) - problem.worth(class, party, turn - 1)
                };
                let effects = (0..problem.parties().len()).map(effect).collect();
                units.push(Unit {
                    class,
                    giver: owed.giver,
                    tier: owed.tier,
                    effects,
                    across: Vec::new(),
                });
            }
        }
        starts.push(units.len());
        for (class, owed) in problem.classes().iter().enumerate() {
            let across = |first: &ClassAt| problem.classes()[*first].giver != owed.giver;
            let firsts = problem.precedence().earlier(class).filter(across);
            let lasts: Vec<usize> = firsts.map(|first| starts[first + 1] - 1).collect();
            for unit in &mut units[starts[class]..starts[class + 1]] {
                unit.across.clone_from(&lasts);
            }
        }
        let bands = bands(problem, &units);
        Self {
            all: units,
            starts,
            bands,
            inside: problem
                .stages()
                .map(|stages| stages.inside.clone())
                .unwrap_or_default(),
            classes: problem.classes().to_vec(),
        }
    }

    /// What holds inside each stage.
    pub fn inside(&self) -> &[Inside] {
        &self.inside
    }

    /// The classes.
    pub fn classes(&self) -> &[Class] {
        &self.classes
    }

    pub fn bands(&self) -> &[UnitBand] {
        &self.bands
    }

    pub const fn len(&self) -> usize {
        self.all.len()
    }

    pub fn at(&self, unit: usize) -> &Unit {
        &self.all[unit]
    }

    /// The units of a class.
    pub fn of_class(&self, class: ClassAt) -> std::ops::Range<usize> {
        self.starts[class]..self.starts[class + 1]
    }

    /// The units that a party owes.
    pub fn owed(&self, party: PartyAt) -> impl Iterator<Item = usize> {
        (0..self.all.len()).filter(move |unit| self.all[*unit].giver == party)
    }

    /// Whether one unit must stand before another.
    pub fn precedes(&self, problem: &Problem, first: usize, then: usize) -> bool {
        let (a, b) = (self.all[first].class, self.all[then].class);
        (a == b && first < then) || problem.precedence().precedes(a, b)
    }
}

fn bands(problem: &Problem, units: &[Unit]) -> Vec<UnitBand> {
    let bands = problem.stages().map_or(&[][..], |stages| &stages.bands);
    let band = |band: &super::stages::Band| {
        let upwards = band.upwards(problem.classes());
        let counts = units
            .iter()
            .map(|unit| upwards.weights[unit.class].abs())
            .collect();
        let of = |party: PartyAt| {
            let mine = |grouped: &&Grouped| {
                let first = grouped.classes.first();
                first.is_some_and(|class| problem.classes()[*class].giver == party)
            };
            let size = |grouped: &Grouped| Grouped {
                weight: grouped.weight.abs(),
                ..grouped.clone()
            };
            upwards.grouped.iter().filter(mine).map(size).collect()
        };
        UnitBand {
            least: upwards.least,
            most: upwards.most,
            counts,
            grouped: [of(0), of(1)],
        }
    };
    bands.iter().map(band).collect()
}
