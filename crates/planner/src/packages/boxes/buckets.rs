//! Upper bounds of everything that is still open, along all directions at once, whatever has been
//! chosen so far: bucket elimination (Dechter 1999, "Bucket elimination: a unifying framework for
//! reasoning", Artificial Intelligence 113), and, where a table would grow too large, mini-buckets
//! (Dechter and Rish 2003, "Mini-buckets: a general scheme for bounded inference", Journal of the ACM
//! 50) whose parts are first brought to agree on the variable that they give up (Ihler, Flerova,
//! Dechter and Otten 2012, "Join-graph based cost-shifting schemes", UAI). With no bucket split the
//! bounds are exact along every direction.

#![expect(
    clippy::indexing_slicing,
    reason = "scopes, strides and tables are made here and belong together"
)]

use std::collections::BTreeSet;

use rayon::prelude::*;

use super::{
    directions::{Directions, LANES, Lanes},
    network::Network,
};
use crate::watch::{Stage, Stopped, Watch};

/// The most entries of all tables together: half a gigabyte would be 2^23.
const ENTRIES_MOST: usize = 1 << 22;
/// Links over more values than this are not made tables: they count as held until they are not.
const LINK_MOST: usize = 1 << 14;

/// A table over some variables.
#[derive(Debug)]
pub(super) struct Table {
    /// Places in the order of choosing, ascending, with how far apart their values are.
    pub scope: Vec<(usize, usize)>,
    pub entries: Vec<Lanes>,
}

/// What is known when the variable at one place is to be chosen.
#[derive(Debug, Default)]
pub(super) struct Bucket {
    /// Tables that are sharp from here on.
    pub inputs: Vec<usize>,
    /// Tables that stood for them until here.
    pub outputs: Vec<usize>,
}

/// All tables, by places: variables in the order in which they are chosen.
#[derive(Debug)]
pub(super) struct Buckets {
    /// Which variable is chosen at each place.
    pub order: Vec<usize>,
    pub tables: Vec<Table>,
    pub at: Vec<Bucket>,
    /// What bounds everything.
    pub root: Lanes,
    /// Links that no table holds.
    pub wide: Vec<usize>,
    /// Whether no bucket was split.
    pub exact: bool,
}

impl Buckets {
    pub fn of(
        network: &Network,
        directions: &Directions,
        watch: &dyn Watch,
    ) -> Result<Self, Stopped> {
        let (narrow, wide): (Vec<usize>, Vec<usize>) =
            (0..network.links.len()).partition(|link| size_of(network, *link) <= LINK_MOST);
        let scopes = scopes(network, &narrow, watch)?;
        let order = order(network, &scopes);
        let mut limit = ENTRIES_MOST;
        while limit > 1 && planned(network, &order, &scopes, limit, watch)? > ENTRIES_MOST {
            limit /= 2;
        }
        let mut making = Making {
            sizes: order
                .iter()
                .map(|v| network.variables[*v].values.len())
                .collect(),
            limit,
            made: Self {
                tables: Vec::new(),
                at: order.iter().map(|_| Bucket::default()).collect(),
                root: [0; LANES],
                exact: true,
                order,
                wide,
            },
        };
        making.originals(network, directions, &narrow, &scopes);
        making.eliminate(watch)?;
        for link in &making.made.wide {
            add(&mut making.made.root, &weight(network, directions, *link));
        }
        Ok(making.made)
    }
}

/// What a link comes to along all directions.
pub(super) fn weight(network: &Network, directions: &Directions, link: usize) -> Lanes {
    let link = &network.links[link];
    let mut worth = vec![0; network.parties];
    worth[link.party] = link.points;
    directions.above(&worth)
}

pub(super) fn add(to: &mut Lanes, what: &Lanes) {
    for (to, what) in to.iter_mut().zip(what) {
        *to += what;
    }
}

pub(super) fn subtract(from: &mut Lanes, what: &Lanes) {
    for (from, what) in from.iter_mut().zip(what) {
        *from -= what;
    }
}

fn size_of(network: &Network, link: usize) -> usize {
    let bounds = network.links[link].bounds.iter();
    let sizes = bounds.map(|(variable, _)| network.variables[*variable].values.len());
    sizes.fold(1, usize::saturating_mul)
}

/// The sets of variables that links hang on, none a part of another.
fn scopes(
    network: &Network,
    narrow: &[usize],
    watch: &dyn Watch,
) -> Result<Vec<BTreeSet<usize>>, Stopped> {
    let mut all: Vec<BTreeSet<usize>> = (narrow.iter())
        .map(|link| {
            network.links[*link]
                .bounds
                .iter()
                .map(|(v, _)| *v)
                .collect()
        })
        .collect();
    all.sort_by(|a: &BTreeSet<usize>, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    all.dedup();
    let mut kept: Vec<BTreeSet<usize>> = Vec::new();
    for scope in all {
        watch.at(Stage::Searching, kept.len() as u64, 0)?;
        if !kept.iter().any(|other| scope.is_subset(other)) {
            kept.push(scope);
        }
    }
    Ok(kept)
}

/// The order of choosing: the reverse of eliminating, each time, the variable that leaves the
/// smallest table.
fn order(network: &Network, scopes: &[BTreeSet<usize>]) -> Vec<usize> {
    let count = network.variables.len();
    let mut near: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); count];
    for scope in scopes {
        for a in scope {
            near[*a].extend(scope.iter().filter(|b| *b != a));
        }
    }
    let size = |of: &BTreeSet<usize>| -> f64 {
        of.iter().map(|v| f64::from(width(network, *v)).ln()).sum()
    };
    let mut left: BTreeSet<usize> = (0..count).collect();
    let mut order = Vec::with_capacity(count);
    while let Some(next) = (left.iter().copied())
        .min_by(|a, b| size(&near[*a]).total_cmp(&size(&near[*b])).then(a.cmp(b)))
    {
        let around = std::mem::take(&mut near[next]);
        for a in &around {
            near[*a].extend(around.iter().filter(|b| *b != a));
            near[*a].remove(&next);
        }
        left.remove(&next);
        order.push(next);
    }
    order.reverse();
    order
}

fn width(network: &Network, variable: usize) -> u32 {
    u32::try_from(network.variables[variable].values.len()).unwrap_or(u32::MAX)
}

/// How many entries all tables would have together if none had more than the limit.
fn planned(
    network: &Network,
    order: &[usize],
    scopes: &[BTreeSet<usize>],
    limit: usize,
    watch: &dyn Watch,
) -> Result<usize, Stopped> {
    let mut place = vec![0; order.len()];
    for (at, variable) in order.iter().enumerate() {
        place[*variable] = at;
    }
    let sizes: Vec<usize> = order
        .iter()
        .map(|v| network.variables[*v].values.len())
        .collect();
    let entries = |scope: &BTreeSet<usize>| {
        scope
            .iter()
            .map(|at| sizes[*at])
            .fold(1, usize::saturating_mul)
    };
    let mut waiting: Vec<BTreeSet<usize>> = (scopes.iter())
        .map(|scope| scope.iter().map(|v| place[*v]).collect())
        .chain((0..order.len()).map(|at| BTreeSet::from([at])))
        .collect();
    let mut whole: usize = 0;
    for at in (0..order.len()).rev() {
        watch.at(Stage::Searching, at as u64, 0)?;
        let (here, rest): (Vec<_>, Vec<_>) = waiting
            .into_iter()
            .partition(|scope| scope.last() == Some(&at));
        waiting = rest;
        let here: Vec<(usize, BTreeSet<usize>)> = here.into_iter().enumerate().collect();
        for (scope, _) in parts(here, &sizes, limit, at) {
            whole = whole.saturating_add(entries(&scope));
            waiting.push(scope);
        }
    }
    Ok(whole)
}

/// Shares the tables of a bucket among as few parts as a greedy look finds, so that what is left
/// of a part without the variable stays within the limit.
fn parts(
    mut tables: Vec<(usize, BTreeSet<usize>)>,
    sizes: &[usize],
    limit: usize,
    at: usize,
) -> Vec<(BTreeSet<usize>, Vec<usize>)> {
    tables.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(&b.0)));
    let entries = |scope: &BTreeSet<usize>| {
        scope
            .iter()
            .map(|at| sizes[*at])
            .fold(1, usize::saturating_mul)
    };
    let mut parts: Vec<(BTreeSet<usize>, Vec<usize>)> = Vec::new();
    for (table, mut scope) in tables {
        scope.remove(&at);
        let joined = |part: &&mut (BTreeSet<usize>, Vec<usize>)| {
            let union: BTreeSet<usize> = part.0.union(&scope).copied().collect();
            entries(&union) <= limit.max(entries(&part.0)).max(entries(&scope))
        };
        match parts.iter_mut().find(joined) {
            Some(part) => {
                part.0.extend(scope);
                part.1.push(table);
            }
            None => parts.push((scope, vec![table])),
        }
    }
    parts
}

struct Making {
    sizes: Vec<usize>,
    limit: usize,
    made: Buckets,
}

impl Making {
    fn strides(&self, scope: &BTreeSet<usize>) -> (Vec<(usize, usize)>, usize) {
        let mut stride = 1;
        let mut strides: Vec<(usize, usize)> = (scope.iter().rev())
            .map(|at| {
                let here = (*at, stride);
                stride *= self.sizes[*at];
                here
            })
            .collect();
        strides.reverse();
        (strides, stride)
    }

    /// One table for each variable and for each set of variables that links hang on.
    fn originals(
        &mut self,
        network: &Network,
        directions: &Directions,
        narrow: &[usize],
        scopes: &[BTreeSet<usize>],
    ) {
        let mut place = vec![0; self.sizes.len()];
        for (at, variable) in self.made.order.iter().enumerate() {
            place[*variable] = at;
        }
        let mut of_scope: Vec<Vec<usize>> = vec![Vec::new(); scopes.len()];
        for link in narrow {
            let bounds = &network.links[*link].bounds;
            let holds = |scope: &&BTreeSet<usize>| bounds.iter().all(|(v, _)| scope.contains(v));
            if let Some(at) = scopes.iter().position(|scope| holds(&scope)) {
                of_scope[at].push(*link);
            }
        }
        for at in 0..self.sizes.len() {
            let values = &network.variables[self.made.order[at]].values;
            let entries = values
                .iter()
                .map(|value| directions.above(&value.worth))
                .collect();
            self.keep(vec![(at, 1)], entries, at);
        }
        for (scope, links) in scopes.iter().zip(&of_scope) {
            let places = scope.iter().map(|v| place[*v]).collect();
            let (strides, size) = self.strides(&places);
            let entries = (0..size).map(|entry| {
                let mut worth = vec![0; network.parties];
                for link in links.iter().map(|link| &network.links[*link]) {
                    let inside = link.bounds.iter().all(|(variable, inside)| {
                        inside[value_at(&strides, &self.sizes, entry, place[*variable])]
                    });
                    if inside == (link.counts == crate::packages::profile::Counts::Inside) {
                        worth[link.party] += link.points;
                    }
                }
                directions.above(&worth)
            });
            let entries = entries.collect();
            let last = places.last().copied().unwrap_or(0);
            self.keep(strides, entries, last);
        }
    }

    fn keep(&mut self, scope: Vec<(usize, usize)>, entries: Vec<Lanes>, at: usize) {
        self.made.at[at].inputs.push(self.made.tables.len());
        self.made.tables.push(Table { scope, entries });
    }

    fn eliminate(&mut self, watch: &dyn Watch) -> Result<(), Stopped> {
        let count = self.sizes.len();
        for at in (0..count).rev() {
            watch.at(Stage::Searching, (count - at) as u64, count as u64)?;
            let inputs = self.made.at[at].inputs.iter();
            let tables = inputs.map(|table| {
                let scope = &self.made.tables[*table].scope;
                (*table, scope.iter().map(|(place, _)| *place).collect())
            });
            let parts = parts(tables.collect(), &self.sizes, self.limit, at);
            self.made.exact &= parts.len() == 1;
            let shifts = self.agree(&parts, at);
            for ((scope, tables), shift) in parts.into_iter().zip(shifts) {
                self.give_up(&scope, &tables, &shift, at);
            }
        }
        Ok(())
    }

    /// What is shifted between parts so that each says the same of the most that every value of the
    /// variable leaves: it cancels out over all parts.
    fn agree(&self, parts: &[(BTreeSet<usize>, Vec<usize>)], at: usize) -> Vec<Vec<Lanes>> {
        let values = self.sizes[at];
        if parts.len() == 1 {
            return vec![vec![[0; LANES]; values]];
        }
        let most: Vec<Vec<Lanes>> = (parts.iter())
            .map(|(scope, tables)| {
                let zero = vec![[0; LANES]; values];
                (0..values)
                    .map(|value| self.most(scope, tables, &zero, at, value))
                    .collect()
            })
            .collect();
        let count = i32::try_from(parts.len()).unwrap_or(1);
        let mut shifts = vec![vec![[0; LANES]; values]; parts.len()];
        for value in 0..values {
            for lane in 0..LANES {
                let whole: i32 = most.iter().map(|most| most[value][lane]).sum();
                let share = whole.div_euclid(count);
                for (shift, most) in shifts.iter_mut().zip(&most) {
                    shift[value][lane] = share - most[value][lane];
                }
                shifts[0][value][lane] += whole - share * count;
            }
        }
        shifts
    }

    /// The most that a part leaves with one value of the variable.
    fn most(
        &self,
        scope: &BTreeSet<usize>,
        tables: &[usize],
        shift: &[Lanes],
        at: usize,
        value: usize,
    ) -> Lanes {
        let (strides, size) = self.strides(scope);
        let reads = self.reads(tables, &strides, at);
        (0..size)
            .into_par_iter()
            .with_min_len(1 << 12)
            .map(|entry| {
                let mut sum = shift[value];
                for read in &reads {
                    let from = read.base(entry, &self.sizes) + value * read.along;
                    add(&mut sum, &self.made.tables[read.table].entries[from]);
                }
                sum
            })
            .reduce(
                || [i32::MIN; LANES],
                |a, b| std::array::from_fn(|lane| a[lane].max(b[lane])),
            )
    }

    fn reads(&self, tables: &[usize], strides: &[(usize, usize)], at: usize) -> Vec<Read> {
        let read = |table: &usize| {
            let scope = &self.made.tables[*table].scope;
            let along = scope.iter().find(|(place, _)| *place == at);
            let from = strides.iter().map(|(place, stride)| {
                let there = scope.iter().find(|(other, _)| other == place);
                (*place, *stride, there.map_or(0, |(_, stride)| *stride))
            });
            Read {
                table: *table,
                along: along.map_or(0, |(_, stride)| *stride),
                from: from.filter(|(_, _, there)| *there > 0).collect(),
            }
        };
        tables.iter().map(read).collect()
    }

    /// Makes the table of a part without its last variable.
    fn give_up(&mut self, scope: &BTreeSet<usize>, tables: &[usize], shift: &[Lanes], at: usize) {
        let (strides, size) = self.strides(scope);
        let reads = self.reads(tables, &strides, at);
        let entries: Vec<Lanes> = (0..size)
            .into_par_iter()
            .with_min_len(1 << 12)
            .map(|entry| {
                let bases: Vec<usize> = (reads.iter())
                    .map(|read| read.base(entry, &self.sizes))
                    .collect();
                let mut best = [i32::MIN; LANES];
                for (value, shift) in shift.iter().enumerate() {
                    let mut sum = *shift;
                    for (read, base) in reads.iter().zip(&bases) {
                        let from = base + value * read.along;
                        add(&mut sum, &self.made.tables[read.table].entries[from]);
                    }
                    for (best, sum) in best.iter_mut().zip(&sum) {
                        *best = (*best).max(*sum);
                    }
                }
                best
            })
            .collect();
        let Some(last) = scope.last() else {
            add(&mut self.made.root, &entries[0]);
            // A bound of everything stays in the sum until its variable is chosen.
            self.made.at[at].outputs.push(self.made.tables.len());
            self.made.tables.push(Table {
                scope: Vec::new(),
                entries,
            });
            return;
        };
        self.made.at[at].outputs.push(self.made.tables.len());
        self.keep(strides, entries, *last);
    }
}

/// How one table is read while another is made.
struct Read {
    table: usize,
    /// How far apart the values of the variable that is given up are.
    along: usize,
    /// Place, stride in what is made, stride in what is read.
    from: Vec<(usize, usize, usize)>,
}

impl Read {
    fn base(&self, entry: usize, sizes: &[usize]) -> usize {
        let each = self.from.iter();
        each.map(|(place, stride, there)| entry / stride % sizes[*place] * there)
            .sum()
    }
}

fn value_at(strides: &[(usize, usize)], sizes: &[usize], entry: usize, place: usize) -> usize {
    let stride = strides.iter().find(|(other, _)| *other == place);
    stride.map_or(0, |(_, stride)| entry / stride % sizes[place])
}
