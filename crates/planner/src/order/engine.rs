//! Which method answers: exact wherever classes are few enough, else orders of the parties' own obligations
//! with a search for proof.

#![expect(
    clippy::indexing_slicing,
    reason = "there are two orders and two counts wherever there are orders"
)]

use std::cell::OnceCell;

use serde::Serialize;

use super::{
    bounds::{Aim, Bounds},
    grid::{Axis, Grid},
    inside::Inside,
    lattice::{level::Levels, tiles::Lattice, walk},
    plan::{Batch, Plan, StagePlan},
    problem::Problem,
    share::Share,
    solve::{Ended, Found, Known, Open},
    staged::{self, Batches, Cells, Staged},
    stages::Stages,
    two::{
        Rules, Start, Sums,
        node::UNITS_MOST,
        orders::{KEYS, by_key},
        prove::{Prover, Verdict},
        reach_watched,
        smooth::{Step, Way},
        value::{self, Between},
    },
    units::Units,
};
use crate::watch::{Stopped, Unwatched, Watch};

/// How an order was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Each party's own order is settled by its tiers: a path in a grid of counts. Exact.
    Chains,
    /// The lattice of counts of classes. Exact.
    Lattice {
        /// How many cells it has.
        cells: u64,
    },
    /// The lattice of counts of classes, stage by stage. Exact.
    StagedLattice {
        /// How many cells it has.
        cells: u64,
    },
    /// Orders of the parties' own obligations, bettered step by step; proved where openings can be gone
    /// through.
    Orders,
}

/// What became of a question whether a plan within bounds exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Answer {
    /// This one.
    Plan(Plan),
    /// None does.
    Impossible,
    /// Neither a plan nor a proof was found.
    Unknown,
}

/// How far to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// The most cells of a lattice. Of long axes an eighth of them or less is kept, two to four bytes each.
    pub cells: u64,
    /// The most openings that a proof goes through.
    pub openings: u64,
    /// The most exchanges that a search for better orders tries.
    pub exchanges: u64,
    /// Which of the many equally good searches.
    pub seed: u64,
}

impl Default for Effort {
    fn default() -> Self {
        Self {
            cells: 1_000_000_000,
            openings: 2_000_000,
            exchanges: 2_000_000,
            seed: 1,
        }
    }
}

/// A problem made ready for its method.
pub(super) struct Engine<'p> {
    pub problem: &'p Problem,
    pub method: Method,
    pub units: Units,
    pub rules: Rules<'p>,
    grid: Option<Grid>,
    /// The cells of the lattice in stages, made when they are first asked for.
    cells: OnceCell<Cells>,
    effort: Effort,
}

impl<'p> Engine<'p> {
    /// None where more than two parties have more classes than a lattice holds.
    pub fn new(problem: &'p Problem, effort: Effort) -> Option<Self> {
        let grid = (problem.classes().len() <= CLASSES_MOST).then(|| Grid::of(problem));
        let cells = grid.as_ref().and_then(Grid::cells).unwrap_or(u64::MAX);
        let two = problem.parties().len() == 2;
        let chains = grid.as_ref().is_some_and(|grid| {
            two && (0..2)
                .all(|party| grid.axes.iter().filter(|axis| axis.giver == party).count() <= 1)
        });
        let stages = problem.stages().map(|stages| u64::from(stages.most));
        let method = match stages {
            _ if chains => Method::Chains,
            Some(stages)
                if cells.saturating_mul(stages) <= staged::CELLS_MOST.min(effort.cells)
                    && grid.as_ref().is_some_and(|grid| counted(problem, grid)) =>
            {
                Method::StagedLattice { cells }
            }
            None if cells <= effort.cells => Method::Lattice { cells },
            Some(_) | None if two => Method::Orders,
            Some(_) | None => return None,
        };
        Some(Self {
            problem,
            method,
            units: Units::of(problem),
            rules: Rules::of(problem),
            grid,
            cells: OnceCell::new(),
            effort,
        })
    }

    /// Whether a plan within bounds and so many stages exists.
    ///
    /// # Errors
    /// The watch ended it.
    pub fn answer(&self, bounds: &Bounds, most: u32, watch: &dyn Watch) -> Result<Answer, Stopped> {
        self.answer_with(bounds, most, Batches::Any, watch)
    }

    /// The same, where there is a plan with its batches as they are asked.
    ///
    /// # Errors
    /// The watch ended it.
    pub fn answer_with(
        &self,
        bounds: &Bounds,
        most: u32,
        batches: Batches,
        watch: &dyn Watch,
    ) -> Result<Answer, Stopped> {
        if !self.has_room(most) {
            return Ok(Answer::Impossible);
        }
        match (self.method, &self.grid) {
            (Method::Lattice { .. }, Some(grid)) => {
                let levels = Levels::Within(bounds.clone());
                let mut lattice = Lattice::new(grid, &levels);
                lattice.sweep(watch)?;
                let steps = walk::back(&mut lattice, grid).map(|(_, steps)| steps);
                Ok(steps.map_or(Answer::Impossible, |steps| {
                    Answer::Plan(walk::plan(grid, &steps))
                }))
            }
            (Method::StagedLattice { .. }, Some(grid)) => match self.problem.stages() {
                Some(stages) => {
                    // Openings first: they often take a thousandth of the time.
                    if batches == Batches::Any
                        && self.is_heavy()
                        && self.problem.parties().len() == 2
                    {
                        match self.by_orders(bounds, most, OPENINGS_LIGHT, watch)? {
                            Answer::Unknown => {}
                            known @ (Answer::Plan(_) | Answer::Impossible) => return Ok(known),
                        }
                    }
                    let lattice = self.staged(grid, stages);
                    match lattice.reach(bounds, most, watch)? {
                        Some(reached) => Ok(Answer::Plan(lattice.plan(&reached, batches, watch)?)),
                        None => Ok(Answer::Impossible),
                    }
                }
                None => Ok(Answer::Unknown),
            },
            (Method::Chains, _) => self.asked(&self.chains(), bounds, most, batches, watch),
            (Method::Orders | Method::Lattice { .. } | Method::StagedLattice { .. }, _) => {
                self.by_orders(bounds, most, OPENINGS_MOST, watch)
            }
        }
    }

    /// Whether so many stages hold all that each party owes, whatever the order.
    pub fn has_room(&self, most: u32) -> bool {
        let batches = self.problem.stages().into_iter();
        let mut limited = batches.flat_map(|stages| stages.batch.iter().enumerate());
        limited.all(|(party, batch)| {
            batch.is_none_or(|batch| {
                self.problem.owed(party) as u64 <= u64::from(batch) * u64::from(most)
            })
        })
    }

    fn staged<'e>(&'e self, grid: &'e Grid, stages: &'e Stages) -> Staged<'e> {
        let cells = || Cells::of(self.problem, grid, stages);
        Staged::new(self.problem, grid, stages, self.cells.get_or_init(cells))
    }

    /// How well it is known that a plan of stages over the lattice has the most even batches.
    pub fn even(&self) -> Known {
        match (self.method, &self.grid, self.problem.stages()) {
            (Method::StagedLattice { cells }, Some(grid), Some(stages))
                if staged::affords(self.problem, grid, stages, cells) =>
            {
                Known::Proved
            }
            _ => Known::Unproved,
        }
    }

    /// The only orders that the conditions leave, or the first by key.
    pub fn chains(&self) -> [Vec<usize>; 2] {
        by_key(self.problem, &self.units, [KEYS[0]; 2])
    }

    /// The plan of fewest stages within bounds for two orders, and whether its batches are the most even. Only the
    /// evening out can be stopped: it is asked for what was found when a search was.
    pub fn ordered(
        &self,
        orders: &[Vec<usize>; 2],
        bounds: &Bounds,
        most: u32,
        batches: Batches,
        watch: &dyn Watch,
    ) -> Option<(Plan, bool)> {
        // Nothing stops where nobody watches.
        self.planned(orders, bounds, most, batches, [&Unwatched, watch])
            .unwrap_or(None)
    }

    /// The same, of a question that can be stopped at every stage.
    fn asked(
        &self,
        orders: &[Vec<usize>; 2],
        bounds: &Bounds,
        most: u32,
        batches: Batches,
        watch: &dyn Watch,
    ) -> Result<Answer, Stopped> {
        let planned = self.planned(orders, bounds, most, batches, [watch; 2])?;
        Ok(planned.map_or(Answer::Impossible, |(plan, _)| Answer::Plan(plan)))
    }

    /// The search for the fewest stages, then the evening out, each with its watch.
    fn planned(
        &self,
        orders: &[Vec<usize>; 2],
        bounds: &Bounds,
        most: u32,
        batches: Batches,
        [search, evening]: [&dyn Watch; 2],
    ) -> Result<Option<(Plan, bool)>, Stopped> {
        let sums = Sums::of(&self.units, orders);
        let rules = self.rules.within(most);
        let reached = reach_watched(&sums, &rules, bounds, Start::default(), search)?;
        Ok(reached.map(|reached| {
            let way = Way::of(&sums, &rules, &reached, Start::default());
            let (steps, even) = match batches {
                Batches::Any => (way.short(), false),
                Batches::Even => way.even(evening),
            };
            (self.plan(orders, &steps), even)
        }))
    }

    fn by_orders(
        &self,
        bounds: &Bounds,
        most: u32,
        openings: u64,
        watch: &dyn Watch,
    ) -> Result<Answer, Stopped> {
        for keys in KEYS.iter().flat_map(|a| KEYS.iter().map(move |b| [*a, *b])) {
            let orders = by_key(self.problem, &self.units, keys);
            let answer = self.asked(&orders, bounds, most, Batches::Even, watch)?;
            if let Answer::Plan(plan) = answer {
                return Ok(Answer::Plan(plan));
            }
        }
        let rules = self.rules.within(most);
        let prover = Prover::new(self.problem, &self.units, &rules);
        Ok(
            match prover.search(bounds, self.effort.openings.min(openings), watch)? {
                Verdict::Found(orders) => {
                    match self.asked(&orders, bounds, most, Batches::Even, watch)? {
                        Answer::Plan(plan) => Answer::Plan(plan),
                        Answer::Impossible | Answer::Unknown => Answer::Unknown,
                    }
                }
                Verdict::Impossible => Answer::Impossible,
                Verdict::Unknown => Answer::Unknown,
            },
        )
    }

    fn plan(&self, orders: &[Vec<usize>; 2], steps: &[Step]) -> Plan {
        let mut done = [0; 2];
        let stage = |step: &Step| {
            let mut batches = Vec::new();
            for giver in [step.first, 1 - step.first] {
                let (from, count) = (done[giver], step.counts[giver]);
                done[giver] = from + count;
                let items = self.items(&orders[giver][from..from + count]);
                if !items.is_empty() {
                    batches.push(Batch { giver, items });
                }
            }
            StagePlan { batches }
        };
        Plan {
            stages: steps.iter().map(stage).collect(),
        }
        .trimmed(self.problem)
    }

    fn items(&self, units: &[usize]) -> Vec<(usize, u32)> {
        let mut items: Vec<(usize, u32)> = Vec::new();
        for unit in units {
            let class = self.units.at(*unit).class;
            match items.last_mut() {
                Some((last, count)) if *last == class => *count += 1,
                Some(_) | None => items.push((class, 1)),
            }
        }
        items
    }

    /// Why a search by orders leaves a gap.
    pub fn open(&self) -> Open {
        let (owed, most) = (self.units.len(), UNITS_MOST);
        if owed > most {
            Open::TooMany { owed, most }
        } else {
            Open::Openings {
                most: self.effort.openings,
            }
        }
    }

    /// Whether the exact method takes long enough to look for a plan in another way first.
    pub fn is_heavy(&self) -> bool {
        let stages = self
            .problem
            .stages()
            .map_or(1, |stages| u64::from(stages.most));
        match self.method {
            Method::Chains | Method::Orders => false,
            Method::Lattice { cells } => cells > 10_000_000,
            Method::StagedLattice { cells } => cells.saturating_mul(stages) > 10_000,
        }
    }

    /// The least greatest exposure with its plan, where the method is exact; none where no plan is within
    /// the caps. What is known already need not be looked for again.
    ///
    /// # Errors
    /// The watch ended it before anything was found.
    pub fn least(
        &self,
        caps: &Bounds,
        known: Option<Found>,
        watch: &dyn Watch,
    ) -> Result<Option<Found>, Stopped> {
        if let (Method::Lattice { .. }, Some(grid)) = (self.method, &self.grid) {
            let rough = known
                .as_ref()
                .map_or_else(|| self.roughly(caps), |known| known.value);
            if let Some(levels) = Levels::ranked(self.problem, Aim::Exposure, caps, rough) {
                let mut lattice = Lattice::new(grid, &levels);
                if lattice.sweep(watch).is_err() {
                    return known
                        .map(|known| {
                            Some(Found {
                                ended: Ended::Stopped,
                                ..known
                            })
                        })
                        .ok_or(Stopped);
                }
                let found = walk::back(&mut lattice, grid).and_then(|(level, steps)| {
                    let value = levels.share(level)?;
                    Some(Found {
                        value,
                        bound: value,
                        plan: walk::plan(grid, &steps),
                        ended: Ended::Itself,
                    })
                });
                return Ok(found);
            }
        }
        self.halved(caps, known, watch)
    }

    /// The value of a plan that is quickly found: what is above it need not be told apart.
    fn roughly(&self, caps: &Bounds) -> Share {
        let greatest = value::greatest(self.problem);
        if self.problem.parties().len() != 2 {
            return greatest;
        }
        let sums = Sums::of(&self.units, &self.chains());
        value::least(self.problem, &sums, &self.rules, caps, greatest)
            .map_or(greatest, |(share, _)| share)
    }

    /// The same by halving, one question after the other.
    fn halved(
        &self,
        caps: &Bounds,
        known: Option<Found>,
        watch: &dyn Watch,
    ) -> Result<Option<Found>, Stopped> {
        let most = self.rules.most();
        let mut found = match known {
            Some(known) => known,
            None => match self.answer(caps, most, watch)? {
                Answer::Plan(plan) => {
                    let value = value::greatest(self.problem);
                    Found {
                        value,
                        bound: Share::ZERO,
                        plan,
                        ended: Ended::Itself,
                    }
                }
                Answer::Impossible | Answer::Unknown => return Ok(None),
            },
        };
        let mut between = Between {
            above: Share {
                points: found.bound.points * 2 - 1,
                of: found.bound.of * 2,
            },
            at_most: found.value,
        };
        while let Some(share) = between.middle(self.problem) {
            match self.answer(
                &caps.and_at_most(self.problem, Aim::Exposure, share),
                most,
                watch,
            ) {
                Ok(Answer::Plan(plan)) => {
                    found.plan = plan;
                    found.value = share;
                    between.at_most = share;
                }
                Ok(Answer::Impossible | Answer::Unknown) => {
                    between.above = share;
                    found.bound = value::next(self.problem, share);
                }
                Err(Stopped) => {
                    found.ended = Ended::Stopped;
                    return Ok(Some(found));
                }
            }
        }
        found.bound = found.value;
        Ok(Some(found))
    }
}

/// Whether a lattice can keep to how many of a class a stage has: each such rule is about one axis, and a
/// batch goes along it in few enough steps.
fn counted(problem: &Problem, grid: &Grid) -> bool {
    let Some(stages) = problem.stages().filter(|stages| stages.counts()) else {
        return true;
    };
    let on = |rule: &Inside| {
        let axes = grid
            .axes
            .iter()
            .filter(|axis| rule.classes().any(|class| axis.classes.contains(&class)));
        axes.count() == 1
    };
    let count = |rule: &&Inside| matches!(rule, Inside::Count { .. });
    let steps = |axis: &Axis| {
        let most = stages.batch(axis.giver);
        // A batch of any size is gone through in one step.
        let counted = most < problem.owed(axis.giver);
        if counted { axis.len().min(most) + 1 } else { 2 }
    };
    let steps: usize = grid.axes.iter().map(steps).sum();
    let work = grid.cells().and_then(|cells| {
        cells
            .checked_mul(u64::from(stages.most))?
            .checked_mul(steps as u64)
    });
    stages.inside.iter().filter(count).all(on) && work.is_some_and(|work| work <= COUNTED_MOST)
}

/// The most steps of one question over a lattice that keeps to how many of a class a stage has.
const COUNTED_MOST: u64 = 400_000_000;
/// Of more classes than this no lattice is made.
pub(super) const CLASSES_MOST: usize = 256;
/// Of one question among many no more openings than this are gone through.
const OPENINGS_MOST: u64 = 5_000;
/// The most before a lattice is gone through.
const OPENINGS_LIGHT: u64 = 2_000;
