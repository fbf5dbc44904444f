//! Why no order can be: a least set of limits that cannot all hold, and for each of them by how much it
//! would have to give way while the others stay.

use serde::Serialize;

use super::{
    bounds::{Bounds, Caps},
    engine::{Answer, Effort, Engine},
    limits::{limits, loosen, loosened, span},
    problem::{Draft, PartyAt, Problem},
    room::{self, Lack},
    solve::Wish,
};
use crate::watch::Watch;

/// A limit that can be part of a contradiction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limit {
    /// A party's exposure cap.
    ExposureCap(PartyAt),
    /// What a party has at stake.
    AtStake(PartyAt),
    /// How many stages there may be.
    Stages,
    /// The most that a party hands over in a stage.
    Batch(PartyAt),
    /// A reciprocity band at the end of stages.
    Band(usize),
    /// Who goes first.
    Turn,
    /// A rule inside each stage.
    Inside(usize),
}

impl Limit {
    /// Whether it is a number that could be another.
    const fn is_number(self) -> bool {
        !matches!(self, Self::Turn | Self::Inside(_))
    }
}

/// What would mend it, all other limits of the whole exchange as they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Repair {
    /// Which limit gives way.
    pub limit: Limit,
    /// As it is; nought where it is no number.
    pub now: i64,
    /// What would do.
    pub mend: Mend,
}

/// What would do in the place of a limit: points, stages, obligations, or slack either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mend {
    /// This does, and nothing smaller.
    Least(i64),
    /// This does; whether something smaller does is not known.
    Enough(i64),
    /// It has to be set free.
    Free,
    /// Nothing does: the others contradict each other without it.
    Never,
    /// Nothing that does was found, and no proof that there is nothing.
    Unknown,
}

/// Why no order can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Infeasible {
    /// These cannot all hold; without any one of them the others could, where it is proved.
    pub conflict: Vec<Repair>,
    /// Whether it is proved that each of them is needed for the contradiction.
    pub minimal: bool,
    /// Where stages have no room for what is owed, whatever the order: every limit that leaves none.
    pub lacks: Vec<Lack>,
    /// Whether there is an order once each of those has the room that it lacks.
    pub with_room: Suffices,
    /// What cannot hold either, whatever is done about all that stands before it.
    pub further: Vec<Further>,
}

/// Limits that cannot all hold, whatever is done about others that cannot. Where there are such, what would mend each
/// of several contradictions is told as if the others were mended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Further {
    /// These cannot all hold.
    pub conflict: Vec<Repair>,
    /// Whether it is proved that each of them is needed for that.
    pub minimal: bool,
}

/// Whether something would do, all else as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Suffices {
    /// It would.
    Does,
    /// It would not.
    DoesNot,
    /// That is not known, or there is nothing to ask.
    Unknown,
}

impl Infeasible {
    /// The same for the exchange run the other way.
    pub(super) fn reversed(mut self) -> Self {
        let further = self.further.iter_mut();
        let further = further.flat_map(|further| &mut further.conflict);
        for repair in self.conflict.iter_mut().chain(further) {
            repair.limit = match repair.limit {
                Limit::ExposureCap(party) => Limit::AtStake(party),
                Limit::AtStake(party) => Limit::ExposureCap(party),
                other @ (Limit::Stages
                | Limit::Batch(_)
                | Limit::Band(_)
                | Limit::Turn
                | Limit::Inside(_)) => other,
            };
        }
        self
    }
}

/// The most contradictions that are told beyond the first.
const FURTHER_MOST: usize = 4;

/// Each question of a contradiction goes through no more than this.
const OPENINGS_MOST: u64 = 5_000;

/// Why there is no order. That there is none is proved already: if this is too large or is stopped, what it has found
/// so far is told.
pub(super) fn conflict(problem: &Problem, wish: &Wish, watch: &dyn Watch) -> Infeasible {
    let ask = Ask { wish, watch };
    let mut whole = problem.draft().clone();
    if wish.caps == Caps::Ignored {
        for party in &mut whole.parties {
            party.exposure_cap = None;
            party.at_stake = None;
        }
    }
    let lacks = room::lacking(&whole);
    if lacks.is_empty() {
        ask.contradictions(&whole)
    } else {
        ask.without_room(&whole, lacks)
    }
}

/// Limits that cannot all hold.
struct Set {
    limits: Vec<Limit>,
    minimal: bool,
}

struct Ask<'a> {
    wish: &'a Wish,
    watch: &'a dyn Watch,
}

impl Ask<'_> {
    /// Whether a plan exists; unknown where it is too large to say or the watch ended it.
    fn feasible(&self, draft: Draft) -> Answer {
        // A draft with fewer limits holds together wherever the first did.
        let Ok(problem) = Problem::new(draft) else {
            return Answer::Unknown;
        };
        let effort = Effort {
            openings: self.wish.effort.openings.min(OPENINGS_MOST),
            ..self.wish.effort
        };
        let Some(engine) = Engine::new(&problem, effort) else {
            return Answer::Unknown;
        };
        let bounds = Bounds::caps(&problem, Caps::Kept);
        let answer = engine.answer(&bounds, engine.rules.most(), self.watch);
        answer.unwrap_or(Answer::Unknown)
    }

    /// The contradictions of a draft of which it is proved that it cannot hold: one, and others only where nothing
    /// that could be done about that one alone would do.
    fn contradictions(&self, whole: &Draft) -> Infeasible {
        let first = self.least_set(whole);
        let mut mendings = self.repairs(whole, &first.limits);
        let mut further = Vec::new();
        if mendings.iter().all(|repair| repair.mend == Mend::Never) {
            further = self.further(loosened(whole, &first.limits));
        }
        if !further.is_empty() {
            // Each is told as if the others were mended.
            let others = further.iter().flat_map(|set| &set.limits).copied();
            let others: Vec<Limit> = others.collect();
            mendings = self.repairs(&loosened(whole, &others), &first.limits);
        }
        Infeasible {
            conflict: mendings,
            minimal: first.minimal,
            lacks: Vec::new(),
            with_room: Suffices::Unknown,
            further: self.told(&loosened(whole, &first.limits), &further),
        }
    }

    /// Sets of limits that cannot hold, each whatever is done about those before it.
    fn further(&self, mut rest: Draft) -> Vec<Set> {
        let mut found: Vec<Set> = Vec::new();
        while found.len() < FURTHER_MOST
            && matches!(self.feasible(rest.clone()), Answer::Impossible)
        {
            let set = self.least_set(&rest);
            if set.limits.is_empty() {
                break;
            }
            rest = loosened(&rest, &set.limits);
            found.push(set);
        }
        found
    }

    /// The same with what would mend each, as if the others were mended.
    fn told(&self, rest: &Draft, sets: &[Set]) -> Vec<Further> {
        let told = sets.iter().enumerate().map(|(at, set)| {
            let others = sets.iter().enumerate().filter(|(other, _)| *other != at);
            let others: Vec<Limit> = others.flat_map(|(_, set)| &set.limits).copied().collect();
            Further {
                conflict: self.repairs(&loosened(rest, &others), &set.limits),
                minimal: set.minimal,
            }
        });
        told.collect()
    }

    /// Leaves out one limit after the other, as long as the rest still cannot hold.
    fn least_set(&self, whole: &Draft) -> Set {
        let mut draft = whole.clone();
        let mut minimal = true;
        let mut kept = Vec::new();
        for limit in limits(&draft) {
            let without = loosened(&draft, &[limit]);
            match self.feasible(without.clone()) {
                Answer::Impossible => draft = without,
                Answer::Plan(_) => kept.push(limit),
                Answer::Unknown => {
                    minimal = false;
                    kept.push(limit);
                }
            }
        }
        Set {
            limits: kept,
            minimal,
        }
    }

    fn repairs(&self, whole: &Draft, limits: &[Limit]) -> Vec<Repair> {
        let repairs = limits.iter().map(|limit| self.repair(whole, *limit));
        repairs.collect()
    }

    /// Where there is no room: each limit that leaves none contradicts the number of stages by itself, so leaving
    /// out one after the other would tell but one of them.
    fn without_room(&self, whole: &Draft, lacks: Vec<Lack>) -> Infeasible {
        let limits = lacks.iter().map(|lack| lack.limit);
        let limits: Vec<Limit> = limits.chain(std::iter::once(Limit::Stages)).collect();
        let mut roomy = whole.clone();
        room::given(&mut roomy, &lacks);
        let (with_room, further) = match self.feasible(roomy.clone()) {
            Answer::Plan(_) => (Suffices::Does, Vec::new()),
            Answer::Impossible => {
                let further = self.further(roomy.clone());
                (Suffices::DoesNot, self.told(&roomy, &further))
            }
            Answer::Unknown => (Suffices::Unknown, Vec::new()),
        };
        Infeasible {
            conflict: self.repairs(whole, &limits),
            minimal: lacks.len() == 1,
            lacks,
            with_room,
            further,
        }
    }

    /// The least number in the place of a limit with which there is a plan that keeps to all the others.
    fn repair(&self, whole: &Draft, limit: Limit) -> Repair {
        let (now, most) = span(whole, limit);
        let at = |number: Option<i64>| {
            let mut draft = whole.clone();
            loosen(&mut draft, limit, number);
            self.feasible(draft)
        };
        let number = limit.is_number();
        let mend = match at(number.then_some(most.max(now))) {
            Answer::Plan(_) if number => least(now, most, |number| at(Some(number))),
            Answer::Plan(_) => Mend::Free,
            Answer::Impossible => Mend::Never,
            Answer::Unknown => Mend::Unknown,
        };
        Repair { limit, now, mend }
    }
}

/// The least that does, between what does not and what does.
fn least(not: i64, does: i64, at: impl Fn(i64) -> Answer) -> Mend {
    let (mut low, mut high, mut proved) = (not, does, not);
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        match at(middle) {
            Answer::Plan(_) => high = middle,
            Answer::Impossible => {
                low = middle;
                proved = middle;
            }
            Answer::Unknown => low = middle,
        }
    }
    if proved + 1 == high {
        Mend::Least(high)
    } else {
        Mend::Enough(high)
    }
}
