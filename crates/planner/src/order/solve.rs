//! The order of least exposure, or of least guarantee, with what is proved of it; then, at that value, the
//! fewest stages and the most even batches.

use serde::Serialize;
use thiserror::Error;

use super::{
    anytime::{Search, best},
    bounds::{Aim, Bounds, Caps},
    conflict::conflict,
    engine::{Answer, Effort, Engine, Method},
    infeasible::Infeasible,
    large::too_large,
    plan::{Measured, Plan},
    problem::Problem,
    room,
    share::Share,
    staged::Batches,
};
use crate::watch::{Stopped, Watch};

/// What is asked of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// What is made as small as it can be.
    pub aim: Aim,
    /// Whether the parties' caps bind besides.
    pub caps: Caps,
    /// How far to go.
    pub effort: Effort,
}

/// Why nothing was ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OrderError {
    /// The watch ended it before anything was found.
    #[error(
        "putting an exchange in order: the work was stopped before any order was found, or a proof that there is none. Allow more time, or give each side fewer classes or tiers."
    )]
    Stopped(#[from] Stopped),
    /// More classes between more than two parties than are gone through, whatever their counts.
    #[error(
        "putting an exchange between more than two parties in order: it has {classes} classes, each step of the plan that waits for something or is waited for counted as one of its own, and at most {most} are gone through. Put classes together, leave out conditions of steps, or order two parties at a time."
    )]
    TooManyClasses {
        /// How many classes there are.
        classes: usize,
        /// The most that are gone through.
        most: usize,
    },
    /// Too many combinations of counts between more than two parties.
    #[error(
        "putting an exchange between more than two parties in order: the combinations of counts of its {classes} classes come to {}, and at most {most} are gone through. Put classes together, use tiers, allow fewer stages (`stages` of the section `order`), or order two parties at a time.",
        combinations(*.cells, *.stages)
    )]
    TooLarge {
        /// How many classes there are.
        classes: usize,
        /// How many combinations their counts have, where they can be counted.
        cells: Option<u64>,
        /// In how many stages each of them may be; none where there are no stages.
        stages: Option<u32>,
        /// The most that are gone through, in all stages together.
        most: u64,
    },
}

fn combinations(cells: Option<u64>, stages: Option<u32>) -> String {
    let cells = cells.map_or_else(|| "more than 10^18".to_owned(), |cells| cells.to_string());
    match stages {
        None | Some(1) => cells,
        Some(stages) => format!("{cells}, each in up to {stages} stages"),
    }
}

/// How well something is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Known {
    /// Nothing better exists.
    Proved,
    /// Nothing better exists with the same order of each party's own obligations.
    InThisOrder,
    /// Nothing better was found.
    Unproved,
}

/// Where the search ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ended {
    /// By itself.
    Itself,
    /// The watch stopped it, and this is the best that was found.
    Stopped,
}

/// Why a search that ended by itself did not close the gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Open {
    /// Openings of more than these were gone through, and were not all of them.
    Openings {
        /// How many it goes through at most.
        most: u64,
    },
    /// Openings are not gone through where so much is owed.
    TooMany {
        /// How many handovers.
        owed: usize,
        /// The most of which openings are gone through.
        most: usize,
    },
}

/// An order and what is known of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Ordered {
    /// The order.
    pub plan: Plan,
    /// What it comes to.
    pub measured: Measured,
    /// What was made small: the greatest share of any party.
    pub value: Share,
    /// No plan has a smaller one than this; the gap is closed where the two are equal.
    pub bound: Share,
    /// Whether another plan of this value takes fewer stages.
    pub stages: Known,
    /// Whether another plan of this value and so many stages has more even batches.
    pub evenness: Known,
    /// How it was found.
    pub method: Method,
    /// Where the search ended.
    pub ended: Ended,
    /// Why the gap is open, where that is not because the search was stopped.
    pub open: Option<Open>,
}

impl Ordered {
    /// Whether nothing better exists.
    pub fn proved(&self) -> bool {
        self.value == self.bound
    }
}

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// An order.
    Ordered(Box<Ordered>),
    /// None can be, and why.
    Infeasible(Infeasible),
    /// Neither an order within the caps nor a proof that there is none was found.
    Unknown,
}

/// Puts an exchange in order.
///
/// # Errors
/// It is too large, or the watch ended it before anything was found.
pub fn order(problem: &Problem, wish: &Wish, watch: &dyn Watch) -> Result<Outcome, OrderError> {
    match wish.aim {
        Aim::Exposure => least_exposure(problem, problem, wish, watch),
        Aim::Guarantee => {
            // Least guarantee is least exposure of the exchange run backwards.
            let backwards = problem.reversed();
            let outcome = least_exposure(&backwards, problem, wish, watch)?;
            Ok(match outcome {
                Outcome::Ordered(mut found) => {
                    found.plan = found.plan.reversed(&backwards);
                    std::mem::swap(&mut found.measured.exposure, &mut found.measured.guarantee);
                    Outcome::Ordered(found)
                }
                // Told of the exchange as it was asked.
                Outcome::Infeasible(why) => Outcome::Infeasible(why),
                Outcome::Unknown => Outcome::Unknown,
            })
        }
    }
}

/// Of a problem, which is another run backwards or is it: an order exists of both or of neither, and what stands
/// against one is told of the other, whose limits have the numbers that were given.
fn least_exposure(
    problem: &Problem,
    asked: &Problem,
    wish: &Wish,
    watch: &dyn Watch,
) -> Result<Outcome, OrderError> {
    // However large it is, what has no room has no order.
    if !room::lacking(problem.draft()).is_empty() {
        return Ok(Outcome::Infeasible(conflict(asked, wish, watch)));
    }
    let engine =
        Engine::new(problem, wish.effort).ok_or_else(|| too_large(problem, wish.effort))?;
    let caps = Bounds::caps(problem, wish.caps);
    if engine.method == Method::Orders || engine.is_heavy() && problem.parties().len() == 2 {
        let effort = if engine.method == Method::Orders {
            wish.effort
        } else {
            first(wish.effort)
        };
        match best(&engine, effort, &caps, watch)? {
            Search::Found(found, orders) => {
                let closed = found.value == found.bound;
                if closed && engine.even() == Known::Proved {
                    return Ok(settled(&engine, &caps, found, watch));
                }
                if closed || found.ended == Ended::Stopped || engine.method == Method::Orders {
                    return Ok(tidied(&engine, &caps, found, &orders, watch));
                }
                let found = engine.least(&caps, Some(found), watch)?;
                return Ok(found.map_or(Outcome::Unknown, |found| {
                    settled(&engine, &caps, found, watch)
                }));
            }
            Search::Impossible => return Ok(Outcome::Infeasible(conflict(asked, wish, watch))),
            Search::Unknown if engine.method == Method::Orders => return Ok(Outcome::Unknown),
            Search::Unknown => {}
        }
    }
    match engine.least(&caps, None, watch) {
        Ok(Some(found)) => Ok(settled(&engine, &caps, found, watch)),
        Ok(None) => Ok(Outcome::Infeasible(conflict(asked, wish, watch))),
        Err(Stopped) => in_one_pass(&engine, asked, wish, &caps, watch),
    }
}

/// Stopped before anything was found: the best of the plain orders, which take no time worth stopping.
fn in_one_pass(
    engine: &Engine<'_>,
    asked: &Problem,
    wish: &Wish,
    caps: &Bounds,
    watch: &dyn Watch,
) -> Result<Outcome, OrderError> {
    if engine.problem.parties().len() != 2 {
        return Err(OrderError::Stopped(Stopped));
    }
    match best(engine, first(wish.effort), caps, watch)? {
        Search::Found(mut found, orders) => {
            found.ended = Ended::Stopped;
            Ok(tidied(engine, caps, found, &orders, watch))
        }
        Search::Impossible => Ok(Outcome::Infeasible(conflict(asked, wish, watch))),
        Search::Unknown => Err(OrderError::Stopped(Stopped)),
    }
}

/// A little of an effort, for a look before a longer method.
fn first(effort: Effort) -> Effort {
    Effort {
        openings: effort.openings.min(10_000),
        exchanges: 0,
        ..effort
    }
}

/// A plan, its value and what is proved.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub value: Share,
    pub bound: Share,
    pub plan: Plan,
    pub ended: Ended,
}

impl Found {
    fn stages(&self) -> u32 {
        u32::try_from(self.plan.stages.len()).unwrap_or(u32::MAX)
    }
}

/// With an exact method: the plan of fewest stages at the value, as even as may be.
fn settled(engine: &Engine<'_>, caps: &Bounds, mut found: Found, watch: &dyn Watch) -> Outcome {
    let bounds = caps.and_at_most(engine.problem, Aim::Exposure, found.value);
    let (mut stages, mut evenness) = (Known::Unproved, Known::Unproved);
    match engine.method {
        Method::Chains => {
            if let Some((plan, even)) = engine.ordered(
                &engine.chains(),
                &bounds,
                engine.rules.most(),
                Batches::Even,
                watch,
            ) {
                found.plan = plan;
                stages = Known::Proved;
                evenness = if even { Known::Proved } else { Known::Unproved };
            }
        }
        Method::StagedLattice { .. } => {
            match engine.answer_with(&bounds, engine.rules.most(), Batches::Even, watch) {
                Ok(Answer::Plan(plan)) => {
                    found.plan = plan;
                    stages = Known::Proved;
                    evenness = engine.even();
                }
                Ok(Answer::Impossible | Answer::Unknown) => {}
                Err(Stopped) => found.ended = Ended::Stopped,
            }
        }
        Method::Lattice { .. } | Method::Orders => {}
    }
    finished(engine, engine.method, found, stages, evenness)
}

/// With orders: the fewest stages and the most even batches for them, and whether other orders need fewer.
fn tidied(
    engine: &Engine<'_>,
    caps: &Bounds,
    mut found: Found,
    orders: &[Vec<usize>; 2],
    watch: &dyn Watch,
) -> Outcome {
    let bounds = caps.and_at_most(engine.problem, Aim::Exposure, found.value);
    let (mut stages, mut evenness) = (Known::InThisOrder, Known::Unproved);
    if let Some((plan, even)) =
        engine.ordered(orders, &bounds, engine.rules.most(), Batches::Even, watch)
    {
        evenness = if even {
            Known::InThisOrder
        } else {
            Known::Unproved
        };
        found.plan = plan;
    }
    if engine.problem.stages().is_none() {
        return finished(engine, Method::Orders, found, Known::Unproved, evenness);
    }
    // Whether so many stages will do is asked by halves: what will not do with some will not with fewer.
    let (mut open, mut proved) = (1, 0);
    while found.ended == Ended::Itself && open < found.stages() {
        let fewer = open + (found.stages() - 1 - open) / 2;
        match engine.answer(&bounds, fewer, watch) {
            Ok(Answer::Plan(plan)) => {
                // Another order of each side's own handovers: nothing is known of it yet.
                found.plan = plan;
                (stages, evenness) = (Known::Unproved, Known::Unproved);
            }
            Ok(Answer::Impossible) => (open, proved) = (fewer + 1, fewer),
            Ok(Answer::Unknown) => {
                stages = Known::Unproved;
                open = fewer + 1;
            }
            Err(Stopped) => found.ended = Ended::Stopped,
        }
    }
    if proved + 1 == found.stages() {
        stages = Known::Proved;
    }
    finished(engine, Method::Orders, found, stages, evenness)
}

/// Measures the plan with its own check, which shares nothing with the search.
fn finished(
    engine: &Engine<'_>,
    method: Method,
    found: Found,
    stages: Known,
    evenness: Known,
) -> Outcome {
    let Ok(measured) = found.plan.check(engine.problem) else {
        return Outcome::Unknown;
    };
    let value = measured.share(engine.problem, Aim::Exposure);
    let bound = found.bound.min(value);
    let ended_open = bound < value && found.ended == Ended::Itself;
    Outcome::Ordered(Box::new(Ordered {
        value,
        bound,
        plan: found.plan,
        measured,
        stages,
        evenness,
        method,
        ended: found.ended,
        open: ended_open.then(|| engine.open()),
    }))
}
