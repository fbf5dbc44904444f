//! The problem made small: options that nobody can tell apart are one value, values that another is
//! at least as good as in every respect are dropped, and terms that are settled by that are folded
//! away. No package of the frontier is lost: whatever is dropped can be replaced by what is kept
//! without loss to anybody.

#![expect(
    clippy::indexing_slicing,
    reason = "issues, options and parties were checked when the problem was made; values and variables are this file's own"
)]

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    packages::{
        additive::unbettered,
        domain::Package,
        frontier::matches,
        problem::Problem,
        profile::{Counts, Profile, Term},
    },
    watch::{Stage, Stopped, Watch},
};

/// Values of one variable that are compared with each other, at most: comparing is a help, not a need.
const COMPARED_MOST: usize = 1 << 11;

/// What one variable may be: an option that stands for all that are like it or worse.
#[derive(Debug, Clone)]
pub(super) struct Value {
    pub option: u32,
    /// What it adds for each party by itself.
    pub worth: Vec<i64>,
    segment: usize,
}

/// An issue with more than one value left.
#[derive(Debug, Clone)]
pub(super) struct Variable {
    pub issue: usize,
    pub values: Vec<Value>,
}

/// Points above nought of one party that hang on several variables.
#[derive(Debug, Clone)]
pub(super) struct Link {
    pub party: usize,
    pub points: i64,
    pub counts: Counts,
    /// Which variables, and for each which values lie inside.
    pub bounds: Vec<(usize, Vec<bool>)>,
}

/// The problem made small.
#[derive(Debug, Clone)]
pub(super) struct Network {
    pub parties: usize,
    /// What every package is worth to each party at least; all other points are above that.
    pub base: Vec<i64>,
    /// What a package must be worth to each party, above the base.
    pub floor: Vec<i64>,
    pub variables: Vec<Variable>,
    pub links: Vec<Link>,
    /// The option of each issue that is no variable.
    settled: Vec<u32>,
}

impl Network {
    pub fn of(problem: &Problem, watch: &dyn Watch) -> Result<Self, Stopped> {
        let profiles = problem.profiles();
        let issues = problem.domain().issues().len();
        let mut network = Self {
            parties: profiles.len(),
            base: vec![0; profiles.len()],
            floor: profiles.iter().map(Profile::floor).collect(),
            variables: Vec::new(),
            links: Vec::new(),
            settled: vec![0; issues],
        };
        let cuts: Vec<Vec<u32>> = (0..issues).map(|issue| cuts(problem, issue)).collect();
        for (issue, cuts) in cuts.iter().enumerate() {
            let values = values(problem, issue, cuts, watch)?;
            network.variables.push(Variable { issue, values });
        }
        for (party, profile) in profiles.iter().enumerate() {
            for term in &profile.terms {
                network.add(party, term, &cuts);
            }
        }
        network.simplify(watch)?;
        Ok(network)
    }

    /// Points below nought for being inside are points above nought for being outside, and less for
    /// all packages.
    fn add(&mut self, party: usize, term: &Term, cuts: &[Vec<u32>]) {
        let mut counts = term.counts;
        if term.points < 0 {
            self.base[party] += term.points;
            counts = match counts {
                Counts::Inside => Counts::Outside,
                Counts::Outside => Counts::Inside,
            };
        }
        let inside = |issue: usize, value: &Value| {
            let first = cuts[issue][value.segment];
            let bound = term.bounds.iter().find(|bound| bound.issue == issue);
            bound.is_some_and(|bound| bound.names(first))
        };
        let bounds = term.bounds.iter().map(|bound| {
            let values = self.variables[bound.issue].values.iter();
            let inside = values.map(|value| inside(bound.issue, value)).collect();
            (bound.issue, inside)
        });
        self.links.push(Link {
            party,
            points: term.points.abs(),
            counts,
            bounds: bounds.collect(),
        });
    }

    fn simplify(&mut self, watch: &dyn Watch) -> Result<(), Stopped> {
        loop {
            self.fold();
            if !self.drop_worse(watch)? {
                break;
            }
        }
        self.settle();
        Ok(())
    }

    /// Takes out of links what is settled, and links that hang on one variable or none.
    fn fold(&mut self) {
        for mut link in std::mem::take(&mut self.links) {
            let never = link
                .bounds
                .iter()
                .any(|(_, inside)| !inside.contains(&true));
            link.bounds.retain(|(_, inside)| inside.contains(&false));
            let settled = match link.counts {
                Counts::Inside if never => Some(false),
                Counts::Inside => link.bounds.is_empty().then_some(true),
                Counts::Outside if never => Some(true),
                Counts::Outside => link.bounds.is_empty().then_some(false),
            };
            match (settled, link.bounds.as_slice()) {
                (Some(true), _) => self.base[link.party] += link.points,
                (Some(false), _) => {}
                (None, [(variable, inside)]) => {
                    let values = self.variables[*variable].values.iter_mut();
                    for (value, inside) in values.zip(inside) {
                        if *inside == (link.counts == Counts::Inside) {
                            value.worth[link.party] += link.points;
                        }
                    }
                }
                (None, _) => self.links.push(link),
            }
        }
    }

    /// Drops values that another is at least as good as; whether there were any.
    fn drop_worse(&mut self, watch: &dyn Watch) -> Result<bool, Stopped> {
        let mut any = false;
        let variables = self.variables.len();
        for variable in 0..variables {
            watch.at(Stage::Searching, variable as u64, variables as u64)?;
            let kept = self.kept(variable);
            if kept.len() == self.variables[variable].values.len() {
                continue;
            }
            any = true;
            let values = &mut self.variables[variable].values;
            *values = kept.iter().map(|at| values[*at].clone()).collect();
            for (of, inside) in self.links.iter_mut().flat_map(|link| &mut link.bounds) {
                if *of == variable {
                    *inside = kept.iter().map(|at| inside[*at]).collect();
                }
            }
        }
        Ok(any)
    }

    fn kept(&self, variable: usize) -> Vec<usize> {
        let values = &self.variables[variable].values;
        if values.len() > COMPARED_MOST {
            return (0..values.len()).collect();
        }
        let good: Vec<Vec<bool>> = (self.links.iter())
            .flat_map(|link| link.bounds.iter().map(move |bound| (link.counts, bound)))
            .filter(|(_, (of, _))| *of == variable)
            .map(|(counts, (_, inside))| {
                let good = |inside: &bool| *inside == (counts == Counts::Inside);
                inside.iter().map(good).collect()
            })
            .collect();
        let covers = |a: usize, b: usize| {
            matches(&values[a].worth, &values[b].worth)
                && good.iter().all(|good| good[a] || !good[b])
        };
        let mut kept: Vec<usize> = Vec::new();
        for at in 0..values.len() {
            if kept.iter().any(|other| covers(*other, at)) {
                continue;
            }
            kept.retain(|other| !covers(at, *other));
            kept.push(at);
        }
        kept
    }

    /// Puts aside the variables that have one value left.
    fn settle(&mut self) {
        let mut place = BTreeMap::new();
        let mut open = Vec::new();
        for (at, variable) in std::mem::take(&mut self.variables).into_iter().enumerate() {
            if let [value] = variable.values.as_slice() {
                self.settled[variable.issue] = value.option;
                for (base, worth) in self.base.iter_mut().zip(&value.worth) {
                    *base += worth;
                }
            } else {
                place.insert(at, open.len());
                open.push(variable);
            }
        }
        self.variables = open;
        self.level();
        for (of, _) in self.links.iter_mut().flat_map(|link| &mut link.bounds) {
            *of = place.get(of).copied().unwrap_or(0);
        }
    }

    /// Counts every variable from what it is worth to each party at least.
    fn level(&mut self) {
        for party in 0..self.parties {
            for variable in &mut self.variables {
                let least = variable.values.iter().map(|value| value.worth[party]).min();
                let least = least.unwrap_or(0);
                self.base[party] += least;
                for value in &mut variable.values {
                    value.worth[party] -= least;
                }
            }
            self.floor[party] -= self.base[party];
        }
    }

    /// What a choice of values is worth to each party above the base.
    pub fn worth(&self, values: &[u32]) -> Vec<i64> {
        let mut worth = vec![0; self.parties];
        for (variable, value) in self.variables.iter().zip(values) {
            let adds = &variable.values[*value as usize].worth;
            for (worth, adds) in worth.iter_mut().zip(adds) {
                *worth += adds;
            }
        }
        for link in self.links.iter().filter(|link| link.holds(values)) {
            worth[link.party] += link.points;
        }
        worth
    }

    /// The package that a choice of values stands for.
    pub fn package(&self, values: &[u32]) -> Package {
        let mut options = self.settled.clone();
        for (variable, value) in self.variables.iter().zip(values) {
            options[variable.issue] = variable.values[*value as usize].option;
        }
        Package(options)
    }

    /// The most that a package could be worth to each party above the base if every link held.
    pub fn most(&self) -> Vec<i64> {
        let mut most = vec![0; self.parties];
        for (party, most) in most.iter_mut().enumerate() {
            for variable in &self.variables {
                let values = variable.values.iter().map(|value| value.worth[party]);
                *most += values.max().unwrap_or(0);
            }
        }
        for link in &self.links {
            most[link.party] += link.points;
        }
        most
    }
}

impl Link {
    pub fn holds(&self, values: &[u32]) -> bool {
        let mut bounds = self.bounds.iter();
        let inside = bounds.all(|(variable, inside)| inside[values[*variable] as usize]);
        inside == (self.counts == Counts::Inside)
    }
}

/// Where the membership of options in what terms name may change, from nought on.
fn cuts(problem: &Problem, issue: usize) -> Vec<u32> {
    let terms = problem.profiles().iter().flat_map(|profile| &profile.terms);
    let bounds = terms.flat_map(|term| &term.bounds);
    let runs = bounds
        .filter(|bound| bound.issue == issue)
        .flat_map(|bound| &bound.runs);
    let count = problem.domain().issues()[issue].options.count();
    let mut cuts: BTreeSet<u32> = runs.flat_map(|run| [run.first, run.last + 1]).collect();
    cuts.insert(0);
    cuts.retain(|cut| (*cut as usize) < count);
    cuts.into_iter().collect()
}

/// Of each segment between two cuts, the options that no other of the segment betters.
fn values(
    problem: &Problem,
    issue: usize,
    cuts: &[u32],
    watch: &dyn Watch,
) -> Result<Vec<Value>, Stopped> {
    let count = problem.domain().issues()[issue].options.count();
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let worth = |option: u32| -> Vec<i64> {
        let profiles = problem.profiles().iter();
        profiles
            .map(|profile| profile.points[issue][option as usize])
            .collect()
    };
    let ends = cuts.iter().skip(1).copied().chain([count]);
    let mut values = Vec::new();
    for (segment, (first, end)) in cuts.iter().zip(ends).enumerate() {
        let mut options: Vec<(Vec<i64>, u32)> = (*first..end).map(|o| (worth(o), o)).collect();
        options.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        for at in unbettered(options.iter().map(|(worth, _)| worth.as_slice()), watch)? {
            let (worth, option) = options[at].clone();
            values.push(Value {
                option,
                worth,
                segment,
            });
        }
    }
    values.sort_by_key(|value| value.option);
    Ok(values)
}
