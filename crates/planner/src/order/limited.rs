//! Limits that cannot hold and those that leave no room, by the numbers of the plan that they come from.

use serde::Serialize;

use super::{
    infeasible::{Limit, Mend, Repair},
    of_plan::{Asked, RuleAt},
    room::{Lack, Sum},
};
use crate::plan::Plan;

/// A limit that would have to give way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mending {
    /// Which.
    pub what: Limited,
    /// As it is.
    pub now: i64,
    /// What would mend it, all else of the plan as it is.
    pub mend: Mend,
}

/// What cannot hold together, besides something else that cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contradictory {
    /// These cannot all hold. What would mend it is told as if all else that cannot hold were mended.
    pub conflict: Vec<Mending>,
    /// Whether each of them is needed for that.
    pub minimal: bool,
}

/// A limit that leaves no room in the stages for all that is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lacking {
    /// Which: `batch` of the section `order`, or a rule of `batches`.
    pub what: Limited,
    /// The number of the party that gives it.
    pub party: usize,
    /// What is lacking, and what would do.
    #[serde(flatten)]
    pub sum: Sum,
}

/// A limit, by the numbers of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Limited {
    /// By how many points a party is ready to be exposed.
    Exposure {
        /// Its number.
        party: usize,
    },
    /// What a party has at stake, in its points.
    AtStake {
        /// Its number.
        party: usize,
    },
    /// How many stages.
    Stages,
    /// How much a party hands over in one stage.
    Batch {
        /// Its number.
        party: usize,
    },
    /// A price: how far apart the two may be.
    Price {
        /// The number of the class in which is paid.
        paid_in: usize,
    },
    /// Who goes first in a stage.
    Turn,
    /// How many of a class a stage has.
    Batches {
        /// Which of the rules `batches`, from 1.
        rule: usize,
        /// The number of the class.
        class: usize,
        /// At least so many, if any.
        at_least: Option<u32>,
        /// At most so many.
        at_most: Option<u32>,
    },
    /// What goes first in each stage.
    First {
        /// Which of the rules `first`, from 1.
        rule: usize,
        /// The number of the class that goes first.
        class: usize,
        /// The number of the class that goes after it.
        before: usize,
    },
    /// Who goes together.
    Groups {
        /// The number of the class.
        class: usize,
    },
}

pub(super) fn lacking(plan: &Plan, asked: &Asked, lack: &Lack) -> Lacking {
    Lacking {
        what: limited(plan, asked, lack.limit),
        party: asked.parties.get(lack.giver).copied().unwrap_or_default(),
        sum: lack.sum,
    }
}

pub(super) fn mending(plan: &Plan, asked: &Asked, repair: &Repair) -> Mending {
    Mending {
        what: limited(plan, asked, repair.limit),
        now: repair.now,
        mend: repair.mend,
    }
}

fn limited(plan: &Plan, asked: &Asked, limit: Limit) -> Limited {
    let party = |at: usize| asked.parties.get(at).copied().unwrap_or_default();
    match limit {
        Limit::ExposureCap(at) => Limited::Exposure { party: party(at) },
        Limit::AtStake(at) => Limited::AtStake { party: party(at) },
        Limit::Stages => Limited::Stages,
        Limit::Batch(at) => Limited::Batch { party: party(at) },
        Limit::Band(at) => Limited::Price {
            paid_in: asked.paid_in.get(at).copied().unwrap_or_default(),
        },
        Limit::Turn => Limited::Turn,
        Limit::Inside(at) => {
            let rule = asked.rules.get(at).copied();
            rule.map_or(Limited::Turn, |rule| inside(plan, rule))
        }
    }
}

/// A rule inside each stage. That it is there is known: it was made of the plan.
fn inside(plan: &Plan, rule: RuleAt) -> Limited {
    match rule {
        RuleAt::Batches(rule) => {
            let told = rule
                .checked_sub(1)
                .and_then(|at| plan.rules.batches.get(at));
            Limited::Batches {
                rule,
                class: told.map_or(0, |told| told.of.0),
                at_least: told.and_then(|told| told.at_least),
                at_most: told.and_then(|told| told.at_most),
            }
        }
        RuleAt::First(rule) => {
            let told = rule.checked_sub(1).and_then(|at| plan.rules.first.get(at));
            Limited::First {
                rule,
                class: told.map_or(0, |told| told.class.0),
                before: told.map_or(0, |told| told.before.0),
            }
        }
        RuleAt::Groups(class) => Limited::Groups { class },
    }
}
