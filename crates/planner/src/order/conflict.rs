//! Looks for what cannot hold together where there is no order: least sets of limits, and for each limit what would
//! have to stand in its place.

use super::{
    bounds::{Bounds, Caps},
    engine::{Answer, Effort, Engine},
    infeasible::{Further, Infeasible, Limit, Mend, Others, Repair, Suffices, Without},
    limits::{Span, limits, loosen, loosened, span},
    problem::{Draft, Problem},
    room::{self, Lack},
    solve::Wish,
};
use crate::watch::Watch;

/// The most contradictions that are told beyond the first.
const FURTHER_MOST: usize = 4;

/// A gigabyte.
const BITS_MOST: u64 = 8_000_000_000;

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
        if !room::lacking(&draft).is_empty() {
            return Answer::Impossible;
        }
        if is_too_much(&draft) {
            return Answer::Unknown;
        }
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

    fn impossible(&self, draft: &Draft) -> bool {
        matches!(self.feasible(draft.clone()), Answer::Impossible)
    }

    /// The contradictions of a draft of which it is proved that it cannot hold: one, and others only where nothing
    /// that could be done about that one alone would do.
    fn contradictions(&self, whole: &Draft) -> Infeasible {
        let first = self.least_set(whole);
        let alone = self.repairs(whole, &first.limits);
        let mut sets = vec![first];
        if hopeless(&alone) {
            let first = sets.iter().flat_map(|set| &set.limits).copied();
            let first: Vec<Limit> = first.collect();
            sets.extend(self.further(loosened(whole, &first)));
        }
        let others = if sets.len() > 1 {
            Others::Mended
        } else {
            Others::Kept
        };
        let (told, overlapping) = self.told(whole, &sets, Some(alone));
        let mut told = told.into_iter();
        let first = told.next();
        Infeasible {
            minimal: first.as_ref().is_some_and(|first| first.minimal),
            conflict: first.map(|first| first.conflict).unwrap_or_default(),
            others,
            lacks: Vec::new(),
            with_room: Suffices::Unknown,
            further: told.chain(overlapping).collect(),
        }
    }

    /// Sets of limits that cannot hold, each whatever is done about those before it.
    fn further(&self, mut rest: Draft) -> Vec<Set> {
        let mut found: Vec<Set> = Vec::new();
        while found.len() < FURTHER_MOST && self.impossible(&rest) {
            let set = self.least_set(&rest);
            if set.limits.is_empty() {
                break;
            }
            rest = loosened(&rest, &set.limits);
            found.push(set);
        }
        found
    }

    /// The same with what would mend each, as if the others were mended, and what there is besides where nothing
    /// would. `alone` has the mendings of the first where there are no others.
    fn told(
        &self,
        whole: &Draft,
        sets: &[Set],
        alone: Option<Vec<Repair>>,
    ) -> (Vec<Further>, Vec<Further>) {
        let mut alone = alone.filter(|_| sets.len() == 1);
        let (mut told, mut overlapping) = (Vec::new(), Vec::new());
        for (at, set) in sets.iter().enumerate() {
            let others = sets.iter().enumerate().filter(|(other, _)| *other != at);
            let others: Vec<Limit> = others.flat_map(|(_, set)| &set.limits).copied().collect();
            let base = loosened(whole, &others);
            let conflict = alone
                .take()
                .unwrap_or_else(|| self.repairs(&base, &set.limits));
            if hopeless(&conflict) {
                for repair in &conflict {
                    if sets.len() + overlapping.len() <= FURTHER_MOST {
                        overlapping.extend(self.without(&base, std::slice::from_ref(repair)));
                    }
                }
            }
            told.push(Further {
                without: Without::All,
                conflict,
                minimal: set.minimal,
            });
        }
        (told, overlapping)
    }

    /// What cannot hold without some limits either. Two contradictions that have a limit in common both end with it,
    /// and each goes on without what only the other has.
    fn without(&self, whole: &Draft, left_out: &[Repair]) -> Option<Further> {
        let limits: Vec<Limit> = left_out.iter().map(|repair| repair.limit).collect();
        let rest = loosened(whole, &limits);
        if !self.impossible(&rest) {
            return None;
        }
        let set = self.least_set(&rest);
        (!set.limits.is_empty()).then(|| Further {
            without: Without::These(left_out.to_vec()),
            conflict: self.repairs(&rest, &set.limits),
            minimal: set.minimal,
        })
    }

    /// Leaves out one limit after the other, as long as the rest still cannot hold.
    fn least_set(&self, whole: &Draft) -> Set {
        let mut draft = whole.clone();
        let mut minimal = true;
        let mut kept = Vec::new();
        for limit in limits(&draft) {
            let without = loosened(&draft, &[limit]);
            let Span { now, most, all } = span(&draft, limit);
            match self.feasible(without.clone()) {
                // It was not taken away, but only widened as far as can be asked for.
                Answer::Impossible if !all && now < most => {
                    minimal = false;
                    kept.push(limit);
                    draft = without;
                }
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
        let tight = lacks.iter().map(|lack| lack.tight.limit());
        let tight: Vec<Limit> = tight.collect();
        let all = [tight.as_slice(), &[Limit::Stages]].concat();
        let conflict = self.repairs(whole, &all);
        let with_room = self.with_room(whole, &lacks, &tight);
        let mut further = Vec::new();
        if with_room == Suffices::DoesNot {
            let rest = loosened(whole, &all);
            let sets = self.further(rest.clone());
            let (told, overlapping) = self.told(&rest, &sets, None);
            further.extend(told.into_iter().chain(overlapping));
        } else if with_room == Suffices::StagesToo && hopeless(&conflict) {
            let (stages, tight): (Vec<Repair>, Vec<Repair>) = conflict
                .iter()
                .partition(|repair| repair.limit == Limit::Stages);
            further.extend(self.without(whole, &tight));
            // Where even the most stages have no room, that is told already.
            if room::lacking(&loosened(whole, &[Limit::Stages])).is_empty() {
                further.extend(self.without(whole, &stages));
            }
        }
        Infeasible {
            conflict,
            others: Others::Kept,
            minimal: lacks.len() == 1,
            lacks,
            with_room,
            further,
        }
    }

    /// Whether there is an order with the room that is lacking; else whether there is one with more than that.
    fn with_room(&self, whole: &Draft, lacks: &[Lack], tight: &[Limit]) -> Suffices {
        let mut roomy = whole.clone();
        room::given(&mut roomy, lacks);
        if let Answer::Plan(_) = self.feasible(roomy) {
            return Suffices::Does;
        }
        let mut wide = whole.clone();
        room::all(&mut wide, lacks);
        match self.feasible(wide.clone()) {
            Answer::Plan(_) => return Suffices::More,
            Answer::Unknown => return Suffices::Unknown,
            Answer::Impossible => {}
        }
        match self.feasible(loosened(&wide, &[Limit::Stages])) {
            Answer::Plan(_) => return Suffices::StagesToo,
            Answer::Unknown => return Suffices::Unknown,
            Answer::Impossible => {}
        }
        // More stages than can be asked for, or a rule without what it asks for at least, may yet do.
        let bare = [tight, &[Limit::Stages]].concat();
        let answer = self.feasible(loosened(whole, &bare));
        if matches!(answer, Answer::Impossible) && span(whole, Limit::Stages).all {
            Suffices::DoesNot
        } else {
            Suffices::Unknown
        }
    }

    /// The least number in the place of a limit with which there is a plan that keeps to all the others.
    fn repair(&self, whole: &Draft, limit: Limit) -> Repair {
        let Span { now, most, all } = span(whole, limit);
        let at = |number: Option<i64>| {
            let mut draft = whole.clone();
            loosen(&mut draft, limit, number);
            self.feasible(draft)
        };
        let number = limit.is_number();
        let mend = match at(number.then_some(most.max(now))) {
            Answer::Plan(_) if number => least(now, most, |number| at(Some(number))),
            Answer::Plan(_) => Mend::Free,
            Answer::Impossible if all => Mend::Never,
            Answer::Impossible => Mend::Beyond(most),
            Answer::Unknown => Mend::Unknown,
        };
        Repair { limit, now, mend }
    }
}

/// Whether a question would take too much memory: a bit for every count of what two sides hand over, in every
/// stage.
fn is_too_much(draft: &Draft) -> bool {
    let Some(stages) = draft.stages.as_ref().filter(|_| draft.parties.len() == 2) else {
        return false;
    };
    let owed = |giver: usize| -> u64 {
        let own = draft.classes.iter().filter(|class| class.giver == giver);
        own.map(|class| u64::from(class.count)).sum::<u64>() + 1
    };
    let bits = owed(0).saturating_mul(owed(1));
    bits.saturating_mul(stages.most.into()) > BITS_MOST
}

/// Whether nothing that is done about one of these alone would do.
fn hopeless(repairs: &[Repair]) -> bool {
    repairs.iter().all(|repair| repair.mend.is_none())
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
