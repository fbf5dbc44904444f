//! Limits that cannot hold and those that leave no room, by the numbers of the plan that they come from.

use serde::Serialize;

use super::{
    infeasible::{Further, Limit, Mend, Repair, Without},
    of_plan::Asked,
    room::{Lack, Sum},
};

/// A limit that would have to give way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Mending {
    /// Which.
    pub what: Limited,
    /// As it is.
    pub now: i64,
    /// What would mend it; what is taken for granted of all else, whoever holds this says.
    pub mend: Mend,
}

/// What cannot hold together, besides something else that cannot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Contradictory {
    /// What was left out before these were looked for. What would mend these is told without it too.
    pub without: Without<Mending>,
    /// These cannot all hold.
    pub conflict: Vec<Mending>,
    /// Whether each of them is needed for that.
    pub minimal: bool,
}

/// A limit that leaves no room in the stages for all that is owed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Lacking {
    /// Which.
    pub what: Narrow,
    /// The number of the party that gives it.
    pub party: usize,
    /// What is lacking, and what it takes at least.
    #[serde(flatten)]
    pub sum: Sum,
}

/// A limit that can leave no room, by the numbers of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Narrow {
    /// How much a party hands over in one stage.
    Batch {
        /// Its number.
        party: usize,
    },
    /// How many of a class a stage has.
    Batches {
        /// Which of the rules `batches`, from 1.
        rule: usize,
        /// The number of the class.
        class: usize,
    },
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

/// A limit that leaves no room. There is none where a number is of nothing in the plan, which cannot be.
pub(super) fn lacking(asked: &Asked, lack: &Lack) -> Option<Lacking> {
    let what = match limited(asked, lack.tight.limit())? {
        Limited::Batch { party } => Narrow::Batch { party },
        Limited::Batches { rule, class, .. } => Narrow::Batches { rule, class },
        Limited::Exposure { .. }
        | Limited::AtStake { .. }
        | Limited::Stages
        | Limited::Price { .. }
        | Limited::Turn
        | Limited::First { .. }
        | Limited::Groups { .. } => return None,
    };
    Some(Lacking {
        what,
        party: *asked.parties.get(lack.giver)?,
        sum: lack.sum,
    })
}

pub(super) fn mendings(asked: &Asked, repairs: &[Repair]) -> Vec<Mending> {
    let mendings = repairs.iter().filter_map(|repair| {
        Some(Mending {
            what: limited(asked, repair.limit)?,
            now: repair.now,
            mend: mend(asked, repair),
        })
    });
    mendings.collect()
}

pub(super) fn contradictory(asked: &Asked, further: &Further) -> Contradictory {
    Contradictory {
        without: match &further.without {
            Without::All => Without::All,
            Without::These(repairs) => Without::These(mendings(asked, repairs)),
        },
        conflict: mendings(asked, &further.conflict),
        minimal: further.minimal,
    }
}

/// What would mend a limit. A number that is the least of several is mended only as far as the next of them.
fn mend(asked: &Asked, repair: &Repair) -> Mend {
    let Limit::Batch(at) = repair.limit else {
        return repair.mend;
    };
    let next = asked.batches.get(&at).and_then(|all| all.get(1));
    let beyond = |needed: i64| next.is_some_and(|(most, _)| needed > i64::from(*most));
    match repair.mend {
        Mend::Least(needed) if beyond(needed) => Mend::Never,
        Mend::Enough(needed) if beyond(needed) => Mend::Unknown,
        same @ (Mend::Least(_)
        | Mend::Enough(_)
        | Mend::Free
        | Mend::Never
        | Mend::Beyond(_)
        | Mend::Unknown) => same,
    }
}

fn limited(asked: &Asked, limit: Limit) -> Option<Limited> {
    let party = |at: usize| asked.parties.get(at).copied();
    Some(match limit {
        Limit::ExposureCap(at) => Limited::Exposure { party: party(at)? },
        Limit::AtStake(at) => Limited::AtStake { party: party(at)? },
        Limit::Stages => Limited::Stages,
        Limit::Batch(at) => asked.batches.get(&at)?.first()?.1,
        Limit::Band(at) => Limited::Price {
            paid_in: *asked.paid_in.get(at)?,
        },
        Limit::Turn => Limited::Turn,
        Limit::Inside(at) => *asked.rules.get(at)?,
    })
}
