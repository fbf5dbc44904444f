//! What one of two parties' exposure costs the other: all pairs of which neither number can be made smaller
//! without the other growing. No pair is better than another here: that is for people to say.

use serde::Serialize;

use super::{
    bounds::{Aim, Bounds, Caps},
    engine::{Answer, Effort, Engine},
    large::too_large,
    plan::Plan,
    problem::{PartyAt, Problem},
    solve::OrderError,
};
use crate::watch::Watch;

/// The most pairs that are looked for.
pub const PAIRS_MOST: usize = 200;

/// One pair, and an order that has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The number of each of the two parties, in its own points.
    pub points: [i64; 2],
    /// An order that has it.
    pub plan: Plan,
}

/// The pairs that were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pairs {
    /// The first party's number rising, the second's falling.
    pub pairs: Vec<Pair>,
    /// Whether these are proved to be all; else every pair has an order, and better ones may exist.
    pub complete: bool,
}

/// The pairs of two parties' exposures, or of what has to be at stake for each, within the caps.
///
/// # Errors
/// There are more than two parties with too many classes, or the watch ended it.
pub fn pairs(
    problem: &Problem,
    aim: Aim,
    caps: Caps,
    effort: Effort,
    watch: &dyn Watch,
) -> Result<Pairs, OrderError> {
    let engine = Engine::new(problem, effort).ok_or_else(|| too_large(problem, effort))?;
    let mut sweep = Sweep {
        engine,
        aim,
        watch,
        complete: true,
    };
    let mut bounds = Bounds::caps(problem, caps);
    let mut pairs = Vec::new();
    // The least for the second party alone is where the sweep ends.
    while pairs.len() < PAIRS_MOST {
        // As little as can be for the first; at that, as little as can be for the second.
        let Some(first) = sweep.least(&bounds, 0)? else {
            break;
        };
        let held = sweep.bound(&bounds, 0, first);
        let Some(second) = sweep.least(&held, 1)? else {
            break;
        };
        let both = sweep.bound(&held, 1, second);
        let Answer::Plan(plan) = sweep.ask(&both)? else {
            break;
        };
        pairs.push(Pair {
            points: [first, second],
            plan,
        });
        if second == 0 {
            break;
        }
        bounds = sweep.bound(&bounds, 1, second - 1);
    }
    let complete = sweep.complete && pairs.len() < PAIRS_MOST;
    Ok(Pairs { pairs, complete })
}

struct Sweep<'a> {
    engine: Engine<'a>,
    aim: Aim,
    watch: &'a dyn Watch,
    complete: bool,
}

impl Sweep<'_> {
    fn ask(&mut self, bounds: &Bounds) -> Result<Answer, OrderError> {
        let answer = self
            .engine
            .answer(bounds, self.engine.rules.most(), self.watch)?;
        self.complete &= answer != Answer::Unknown;
        Ok(answer)
    }

    fn bound(&self, bounds: &Bounds, party: PartyAt, points: i64) -> Bounds {
        let mut bounds = bounds.clone();
        match self.aim {
            Aim::Exposure => bounds.expose(party, points),
            Aim::Guarantee => bounds.tempt(self.engine.problem, party, points),
        }
        bounds
    }

    /// The least number of a party within bounds; none where nothing is.
    fn least(&mut self, bounds: &Bounds, party: PartyAt) -> Result<Option<i64>, OrderError> {
        let Answer::Plan(plan) = self.ask(bounds)? else {
            return Ok(None);
        };
        let mut least = self.measured(&plan, party);
        let mut below = -1;
        while below + 1 < least {
            let middle = below + (least - below) / 2;
            match self.ask(&self.bound(bounds, party, middle))? {
                Answer::Plan(plan) => least = self.measured(&plan, party).min(middle),
                Answer::Impossible | Answer::Unknown => below = middle,
            }
        }
        Ok(Some(least))
    }

    fn measured(&self, plan: &Plan, party: PartyAt) -> i64 {
        let measured = plan.check(self.engine.problem);
        let points = measured.ok().and_then(|measured| {
            let points = match self.aim {
                Aim::Exposure => measured.exposure,
                Aim::Guarantee => measured.guarantee,
            };
            points.get(party).copied()
        });
        points.unwrap_or(i64::MAX)
    }
}
