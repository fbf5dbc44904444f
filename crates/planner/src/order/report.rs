//! What was found of a plan's order, as data: for programs as JSON, and for the pages that tell it in
//! sentences. The order itself is told as the check of the plan in that order.

use serde::Serialize;
use thiserror::Error;

use super::{
    bounds::{Aim, Caps},
    contradiction::Contradiction,
    engine::{Effort, Method},
    extension::{Extended, extended},
    infeasible::{Infeasible, Others, Suffices},
    limited::{contradictory, lacking, mendings},
    of_plan::{Asked, LeftOut, asked, ordered},
    problem::Problem,
    room::{Lack, Tight},
    section::Section,
    share::Share,
    solve::{Ended, Known, Open, OrderError, Ordered, Outcome, Wish, order},
};
use crate::{
    check::{self, Report as Check},
    document::Placed,
    plan::{Act, Class, Party, Plan, Points, Verified},
    watch::Watch,
};

pub use super::limited::{Contradictory, Lacking, Limited, Mending, Narrow};

/// The name of this form of a report.
pub const FORMAT: &str = "good-offices-plan-order-1";

/// What was found.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// [`FORMAT`].
    pub format: &'static str,
    /// What was made small.
    pub aim: Aim,
    /// Whether the parties' caps bound besides.
    pub caps: Caps,
    /// The plan as it stands, checked without what the order leaves aside, so that the two compare.
    pub now: Check,
    /// The plan as it stands, checked with all of it, where that is not the same.
    pub as_planned: Option<Check>,
    /// What came of it.
    pub found: Found,
    /// What of the plan the order does not look at.
    pub left_out: Vec<LeftOut>,
    /// What the rule of extension comes to.
    pub extension: Option<Extended>,
}

/// What came of it.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Found {
    /// An order.
    Order(Box<Order>),
    /// None can be.
    None {
        /// These cannot all hold.
        conflict: Vec<Mending>,
        /// What the mendings of these take for granted.
        others: Others,
        /// Whether each of them is needed for that.
        minimal: bool,
        /// Where stages have no room for what is owed, whatever the order: every limit that leaves none.
        lacks: Vec<Lacking>,
        /// Whether room for what is owed, under those limits, is all that is lacking.
        with_room: Suffices,
        /// What cannot hold either.
        further: Vec<Contradictory>,
    },
    /// Neither an order nor a proof that there is none.
    Unknown,
}

/// An order and what is known of it.
#[derive(Clone, Debug, Serialize)]
pub struct Order {
    /// The plan in that order, checked.
    pub check: Check,
    /// The greatest share of all parties, each measured on its own scale.
    pub value: Share,
    /// No order has a smaller one than this.
    pub bound: Share,
    /// Whether another order of this value takes fewer stages.
    pub stages: Known,
    /// Whether another order of this value and so many stages has more even batches.
    pub evenness: Known,
    /// How it was found.
    pub method: Method,
    /// Where the search ended.
    pub ended: Ended,
    /// Why the gap is open, where that is not because the search was stopped.
    pub open: Option<Open>,
    /// The plan in that order.
    #[serde(skip)]
    pub plan: Plan,
}

impl Order {
    /// Whether nothing better exists.
    pub fn proved(&self) -> bool {
        self.value == self.bound
    }
}

/// Why no order was looked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum OrderOfPlanError {
    /// What is asked holds a contradiction.
    #[error("putting the plan in order: {}\nNothing was computed.", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Contradiction(Vec<Placed<Contradiction>>),
    /// A party's points are withheld or not said.
    #[error(
        "putting the plan in order: nothing says what things are worth to {party}. An order weighs each party's exposure on its own scale, so it needs the points of every party that gives something."
    )]
    NoPoints {
        /// Its name.
        party: String,
    },
    /// It was not ordered.
    #[error(transparent)]
    Order(#[from] OrderError),
}

/// Puts a plan's handovers in order.
///
/// # Errors
/// What is asked cannot be, is too large, or was stopped before anything was found.
pub fn order_of(
    plan: &Plan,
    aim: Aim,
    caps: Caps,
    effort: Effort,
    watch: &dyn Watch,
) -> Result<Report, OrderOfPlanError> {
    let section = plan.order.clone().unwrap_or_default();
    let asked = asked(plan, &section).map_err(refused)?;
    points(plan, &asked)?;
    let problem = Problem::new(asked.draft.clone()).map_err(refused)?;
    let mut left_out = asked.left_out.clone();
    let found = match order(&problem, &Wish { aim, caps, effort }, watch)? {
        Outcome::Ordered(found) => {
            let (order, left) = told(plan, &asked, &found);
            left_out.extend(left);
            left_out.sort();
            left_out.dedup();
            Found::Order(Box::new(order))
        }
        Outcome::Infeasible(why) => none(&asked, &why),
        Outcome::Unknown => Found::Unknown,
    };
    let (now, as_planned) = if left_aside(plan, &section) {
        let comparable = check::check(&as_ordered(plan, &section));
        (comparable, Some(check::check(plan)))
    } else {
        (check::check(plan), None)
    };
    let extension = extended(plan);
    Ok(Report {
        format: FORMAT,
        aim,
        caps,
        now,
        as_planned,
        found,
        left_out,
        extension,
    })
}

/// Places are looked up by whoever has the file.
fn refused(all: Vec<Contradiction>) -> OrderOfPlanError {
    OrderOfPlanError::Contradiction(all.into_iter().map(Placed::nowhere).collect())
}

/// That every party that gives something has points.
fn points(plan: &Plan, asked: &Asked) -> Result<(), OrderOfPlanError> {
    let classes = asked.draft.classes.iter();
    let givers = classes.filter_map(|class| asked.parties.get(class.giver));
    let mut parties = givers.filter_map(|party| plan.parties.get(*party));
    match parties.find(|party| party.points.is_none()) {
        Some(party) => Err(OrderOfPlanError::NoPoints {
            party: party.name.clone(),
        }),
        None => Ok(()),
    }
}

/// Whether a check of the plan reckons with something that an order leaves aside.
fn left_aside(plan: &Plan, section: &Section) -> bool {
    let verified = |class: &Class| class.verified != Verified::AtHandover;
    let discounted = |party: &Party| party.points.as_ref().is_some_and(Points::is_discounted);
    !section.without.is_empty()
        || plan.classes.iter().any(verified)
        || plan.parties.iter().any(discounted)
}

/// A plan in which everything counts as received at once, without what is no part of the order: what is
/// left aside in the search is left aside in what is told of the plan as it stands and of the one that was
/// found, so that both compare.
fn as_ordered(plan: &Plan, section: &Section) -> Plan {
    let mut plan = plan.clone();
    for class in &mut plan.classes {
        class.verified = Verified::AtHandover;
    }
    // An order has no days.
    for points in plan
        .parties
        .iter_mut()
        .filter_map(|party| party.points.as_mut())
    {
        points.discount = None;
    }
    let out: Vec<bool> = plan
        .classes
        .iter()
        .map(|class| section.without.contains(&class.key))
        .collect();
    for step in plan.stages.iter_mut().flat_map(|stage| &mut stage.steps) {
        let batches = match &mut step.act {
            Act::Give(batch) | Act::Escrow(batch) | Act::Verify(batch) => {
                std::slice::from_mut(batch)
            }
            Act::Together(batches) | Act::InTurn(batches) => batches.as_mut_slice(),
            Act::Deposit(_) | Act::GiveBack(_) => &mut [],
        };
        for batch in batches {
            batch
                .lots
                .retain(|lot| !out.get(lot.class.0).copied().unwrap_or(false));
        }
    }
    plan
}

fn told(plan: &Plan, asked: &Asked, found: &Ordered) -> (Order, Vec<LeftOut>) {
    let ordered = ordered(asked, plan, &found.plan);
    let order = Order {
        check: check::check(&ordered.plan),
        value: found.value,
        bound: found.bound,
        stages: found.stages,
        evenness: found.evenness,
        method: found.method,
        ended: found.ended,
        open: found.open,
        plan: ordered.plan,
    };
    (order, ordered.left)
}

/// Whether a further number of the plan leaves no room either: the question had but the least of several.
fn is_bound_again(asked: &Asked, lack: &Lack) -> bool {
    let Tight::Batch(giver) = lack.tight else {
        return false;
    };
    let mut further = asked.batches.get(&giver).into_iter().flatten().skip(1);
    further.any(|(most, _)| u64::from(*most) < lack.sum.needs_most)
}

fn none(asked: &Asked, why: &Infeasible) -> Found {
    let lacks = why.lacks.iter().filter_map(|lack| lacking(asked, lack));
    let further = why.further.iter();
    Found::None {
        conflict: mendings(asked, &why.conflict),
        others: why.others,
        minimal: why.minimal,
        lacks: lacks.collect(),
        with_room: if why.lacks.iter().any(|lack| is_bound_again(asked, lack)) {
            Suffices::Unknown
        } else {
            why.with_room
        },
        further: further
            .map(|further| contradictory(asked, further))
            .collect(),
    }
}
