//! Whether any plan at all keeps within bounds: every opening is gone through, stage by stage, until the
//! optimist says that it leads nowhere or a plan is found. What binds is mostly the first few handovers,
//! of which the bounds leave few.
//!
//! Three things are never gone through twice or at all: what was already reached in no more stages; a unit
//! before another of the same party that costs no more and is worth no less, since the two could change
//! places and no standing would be lower at any moment; and a unit in a stage where the stage before could
//! have taken it. Why all three may be left out together: docs/planner-order.md.

#![expect(
    clippy::indexing_slicing,
    reason = "units are counted when the lists are made"
)]

use std::collections::BTreeMap;

use super::{
    Rules, Start, Sums,
    before::Before,
    node::{Looks, Node, Set, UNITS_MOST, has, put},
    orders::{Key, by_key, points},
    reach,
    relaxed::{Ceiling, Optimist},
    turns::{At, Left, Scratch, Turns},
};
use crate::{
    order::{bounds::Bounds, problem::Problem, units::Units},
    watch::{Stage, Stopped, Watch},
};

/// So many openings are tried with plain orders each, and then one among so many.
const SOON: u64 = 256;
const SELDOM: u64 = 32;

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in super::super) enum Verdict {
    /// Orders with which a plan keeps within the bounds.
    Found([Vec<usize>; 2]),
    /// There is no such plan.
    Impossible,
    /// The openings were more than could be gone through.
    Unknown,
}

/// What does not change from one search to the next.
pub(in super::super) struct Prover<'a> {
    problem: &'a Problem,
    units: &'a Units,
    rules: &'a Rules<'a>,
    optimist: Optimist,
    turns: Turns,
    ranked: Vec<[Vec<usize>; 2]>,
}

impl<'a> Prover<'a> {
    pub fn new(problem: &'a Problem, units: &'a Units, rules: &'a Rules<'a>) -> Self {
        let pairs = [
            [Key::Ratio, Key::Ratio],
            [Key::Gain, Key::Gain],
            [Key::Value, Key::Cost],
            [Key::Cost, Key::Value],
            [Key::Thrift, Key::Thrift],
        ];
        let optimist = Optimist::of(units);
        Self {
            problem,
            units,
            rules,
            turns: Turns::of(
                units,
                &optimist.sums(units, |_| false, [(0, 0, 0); 2], Ceiling::Free),
            ),
            optimist,
            ranked: pairs
                .into_iter()
                .map(|keys| by_key(problem, units, keys))
                .collect(),
        }
    }

    /// What no plan can do better than.
    pub fn optimistic(&self, bounds: &Bounds) -> Sums {
        self.optimist
            .sums(self.units, |_| false, [(0, 0, 0); 2], Ceiling::of(bounds))
    }

    /// Goes through all openings within the bounds, at most so many.
    ///
    /// # Errors
    /// The watch ended it.
    pub fn search(
        &self,
        bounds: &Bounds,
        most: u64,
        watch: &dyn Watch,
    ) -> Result<Verdict, Stopped> {
        if self.units.len() > UNITS_MOST {
            return Ok(Verdict::Unknown);
        }
        let free = Ceiling::of(bounds) == Ceiling::Free;
        let before = Before {
            problem: self.problem,
            units: self.units,
        };
        let needs = before.needs(free);
        let mut walk = Walk {
            prover: self,
            bounds,
            listed: [0, 1].map(|party| before.listed(party, &needs)),
            places: Vec::new(),
            needs,
            seen: BTreeMap::new(),
            numbered: self.rules.numbered(),
            early: free && self.units.inside().is_empty(),
            ceiling: Ceiling::of(bounds),
            scratch: self.turns.scratch(self.rules),
            looks: Looks::default(),
            whole: Looks::default(),
            path: [Vec::new(), Vec::new()],
            left: most,
            most,
            watch,
        };
        let root = Node::root();
        walk.places = vec![0; self.units.len()];
        for listed in &walk.listed {
            for (place, unit) in listed.iter().enumerate() {
                walk.places[*unit] = place;
            }
        }
        match walk.stage(&root) {
            Ok(()) => Ok(Verdict::Impossible),
            Err(End::Found(orders)) => Ok(Verdict::Found(orders)),
            Err(End::TooMany) => Ok(Verdict::Unknown),
            Err(End::Stopped) => Err(Stopped),
        }
    }
}

enum End {
    Found([Vec<usize>; 2]),
    TooMany,
    Stopped,
}

struct Walk<'a> {
    prover: &'a Prover<'a>,
    bounds: &'a Bounds,
    needs: Vec<Set>,
    /// Each party's units, every one after all that must stand before it: a batch is gone through in this
    /// order, and once only.
    listed: [Vec<usize>; 2],
    /// By unit its place in that order.
    places: Vec<usize>,
    /// In how few stages each set was reached; where stages differ, at the end of which.
    seen: BTreeMap<(Set, u32), u32>,
    numbered: bool,
    /// Whether what can be handed over a stage earlier is.
    early: bool,
    ceiling: Ceiling,
    scratch: Scratch,
    /// Inside batches, and before whole stages.
    looks: Looks,
    whole: Looks,
    path: [Vec<usize>; 2],
    left: u64,
    most: u64,
    watch: &'a dyn Watch,
}

impl Walk<'_> {
    /// Goes through all that can follow the end of a stage.
    fn stage(&mut self, node: &Node) -> Result<(), End> {
        let key = (node.set, if self.numbered { node.stage } else { 0 });
        if self
            .seen
            .get(&key)
            .is_some_and(|stage| *stage <= node.stage)
        {
            return Ok(());
        }
        self.seen.insert(key, node.stage);
        self.left = self.left.checked_sub(1).ok_or(End::TooMany)?;
        if self.left.is_multiple_of(256) {
            self.watch
                .at(Stage::Proving, self.most - self.left, self.most)
                .map_err(|Stopped| End::Stopped)?;
        }
        let node = &Node {
            barred: self.barred(node),
            ..node.clone()
        };
        if !self.hopeful(node) {
            return Ok(());
        }
        if self.whole.worthwhile() {
            let may = self.may_turn(node, Left::Whole, 0);
            self.whole.note(!may);
            if !may {
                return Ok(());
            }
        }
        self.complete(node)?;
        if node.stage >= self.prover.rules.most() {
            return Ok(());
        }
        let firsts = self.prover.rules.firsts(node.stage);
        for first in [0, 1] {
            if firsts[first] {
                self.batch(node, first, 0, 0, Half::First)?;
            }
        }
        if self.numbered {
            self.stage(&Node {
                stage: node.stage + 1,
                spare: [None; 2],
                ..node.clone()
            })?;
        }
        Ok(())
    }

    /// What each party could have handed over in the last stage besides. What waits for the other party's
    /// is left out: it may have been handed over later in that stage.
    fn barred(&self, node: &Node) -> Set {
        let mut barred = Set::default();
        for (party, spare) in node.spare.iter().enumerate() {
            let Some(spare) = spare else {
                continue;
            };
            for unit in &self.listed[party] {
                let (cost, _) = points(self.prover.units, *unit);
                if cost <= *spare
                    && !node.has(*unit)
                    && self.prover.units.at(*unit).across.is_empty()
                    && self.ready(node, *unit)
                    && self.may_end(&self.with(node, party, *unit))
                {
                    put(&mut barred, *unit);
                }
            }
        }
        barred
    }

    /// With one more of a party.
    fn with(&self, node: &Node, party: usize, unit: usize) -> Node {
        let mut next = node.clone();
        next.add(party, unit, points(self.prover.units, unit));
        for (sum, band) in next.bands.iter_mut().zip(self.prover.units.bands()) {
            *sum += if party == 0 {
                band.counts[unit]
            } else {
                -band.counts[unit]
            };
        }
        next
    }

    /// Whether the turns may lead on from here, with the units of the batch at hand from this place on.
    fn may_turn(&mut self, node: &Node, left: Left, from: usize) -> bool {
        let at = At {
            given: node.given,
            cost: node.cost,
            value: node.value,
            stage: node.stage,
            left,
        };
        let given = |unit| node.has(unit);
        let prover = self.prover;
        let batch = match left {
            Left::Whole => None,
            Left::Both(party, _) | Left::Last(party, _) => Some(party),
        };
        let places = &self.places;
        let barred = |unit: usize| {
            has(&node.barred, unit)
                || (batch == Some(prover.units.at(unit).giver) && places[unit] < from)
        };
        let within = (prover.rules, self.bounds);
        prover
            .turns
            .hopeful(&at, given, barred, within, &mut self.scratch)
    }

    /// Whether the optimist sees a way from here.
    fn hopeful(&self, node: &Node) -> bool {
        let so_far = [0, 1].map(|party| (node.given[party], node.cost[party], node.value[party]));
        let sums = self.prover.optimist.sums(
            self.prover.units,
            |unit| node.has(unit),
            so_far,
            self.ceiling,
        );
        let start = Start {
            given: node.given,
            stage: node.stage,
        };
        reach(&sums, self.prover.rules, self.bounds, start).is_some()
    }

    /// Tries to go on from here in a few plain orders; always where everything is handed over, and of the
    /// many openings of a long search from some.
    fn complete(&self, node: &Node) -> Result<(), End> {
        let done = node.given.iter().sum::<usize>() == self.prover.units.len();
        // It costs more than all else that an opening takes, and mostly it brings something soon or never.
        let soon = self.most - self.left <= SOON || self.left.is_multiple_of(SELDOM);
        if !done && !soon {
            return Ok(());
        }
        for ranked in &self.prover.ranked {
            let orders = [0, 1].map(|party| {
                let rest = ranked[party].iter().filter(|unit| !node.has(**unit));
                self.path[party].iter().chain(rest).copied().collect()
            });
            let sums = Sums::of(self.prover.units, &orders);
            let start = Start {
                given: node.given,
                stage: node.stage,
            };
            if reach(&sums, self.prover.rules, self.bounds, start).is_some() {
                return Err(End::Found(orders));
            }
        }
        Ok(())
    }

    /// All that a party can hand over next to what it has in this stage, from one place of its list on.
    fn batch(
        &mut self,
        node: &Node,
        party: usize,
        from: usize,
        size: usize,
        half: Half,
    ) -> Result<(), End> {
        if size > 0 && self.looks.worthwhile() {
            let left = match half {
                Half::First => Left::Both(party, size),
                Half::Second { .. } => Left::Last(party, size),
            };
            let may = self.may_turn(node, left, from);
            self.looks.note(!may);
            if !may {
                return Ok(());
            }
        }
        match half {
            // A stage that begins with nothing is the one in which the other goes first, where it may.
            Half::First if size > 0 || !self.prover.rules.firsts(node.stage)[1 - party] => {
                if self.allowed(party, size) {
                    let mut half = node.clone();
                    half.spare[party] = self.spare(node, party, size);
                    self.batch(&half, 1 - party, 0, 0, Half::Second { first: size })?;
                }
            }
            Half::First => {}
            Half::Second { first } => {
                if self.may_end(node)
                    && self.allowed(party, size)
                    && self.in_order([(1 - party, first), (party, size)])
                {
                    let mut next = node.clone();
                    next.stage += 1;
                    next.spare[party] = self.spare(node, party, size);
                    self.stage(&next)?;
                }
            }
        }
        if size >= self.prover.rules.batch(party) {
            return Ok(());
        }
        for place in from..self.listed[party].len() {
            let unit = self.listed[party][place];
            let barred = has(&node.barred, unit);
            if node.has(unit) || barred || !self.ready(node, unit) {
                continue;
            }
            let next = self.with(node, party, unit);
            let inside = next.standing(party) >= self.bounds.low[party]
                && next.standing(1 - party) <= self.bounds.high[1 - party];
            if inside {
                self.path[party].push(unit);
                self.batch(&next, party, place + 1, size + 1, half)?;
                self.path[party].pop();
            }
        }
        Ok(())
    }

    /// What a party could hand over besides once its batch of so many is handed over.
    fn spare(&self, node: &Node, party: usize, size: usize) -> Option<i64> {
        let room = self.early && size < self.prover.rules.batch(party);
        room.then(|| node.standing(party) - self.bounds.low[party])
    }

    /// The classes of the last so many that a party handed over.
    fn classes(&self, party: usize, size: usize) -> Vec<usize> {
        let path = &self.path[party];
        path[path.len() - size..]
            .iter()
            .map(|unit| self.prover.units.at(*unit).class)
            .collect()
    }

    /// Whether the last so many of a party may be one batch.
    fn allowed(&self, party: usize, size: usize) -> bool {
        let rules = self.prover.units.inside();
        if rules.is_empty() {
            return true;
        }
        let batch = self.classes(party, size);
        let count = |class| batch.iter().filter(|this| **this == class).count();
        rules.iter().all(|rule| rule.allows(count))
    }

    /// Whether two batches may come in this order in a stage.
    fn in_order(&self, batches: [(usize, usize); 2]) -> bool {
        let rules = self.prover.units.inside();
        if rules.is_empty() {
            return true;
        }
        let batches = batches.map(|(party, size)| (party, self.classes(party, size)));
        let classes = self.prover.units.classes();
        rules.iter().all(|rule| rule.in_order(classes, &batches))
    }

    fn may_end(&self, node: &Node) -> bool {
        let bands = self.prover.units.bands().iter().zip(&node.bands);
        bands.into_iter().all(|(band, sum)| {
            let count = |class| {
                let own = self.prover.units.of_class(class);
                own.filter(|unit| node.has(*unit)).count()
            };
            let sum = sum + band.groups(0, count) - band.groups(1, count);
            (band.least..=band.most).contains(&sum)
        })
    }

    fn ready(&self, node: &Node, unit: usize) -> bool {
        self.needs[unit]
            .iter()
            .zip(&node.set)
            .all(|(needs, has)| needs & !has == 0)
    }
}

/// The half of a stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    First,
    /// With so many in the first.
    Second {
        first: usize,
    },
}
