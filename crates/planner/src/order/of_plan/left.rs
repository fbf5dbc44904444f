//! What of a plan an order leaves aside, each with its place in the file.

use serde::Serialize;

use crate::plan::{Act, Plan, Points, Verified};

/// Something of the plan that the order does not keep to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// How many of a class a stage has, if it has any.
    Batch {
        /// Which of the rules `batches`, from 1.
        rule: usize,
        /// The number of the class.
        class: usize,
    },
    /// What goes first.
    First {
        /// Which of the rules `first`, from 1.
        rule: usize,
        /// The number of the class that goes first.
        class: usize,
    },
    /// Who goes together.
    Group {
        /// Which of the rules `groups`, from 1.
        rule: usize,
        /// The number of their class.
        class: usize,
    },
    /// A price between classes of the same party, or one that counts both ways.
    Price {
        /// Which of the rules `prices`, from 1.
        rule: usize,
        /// The number of the class that is paid for.
        class: usize,
    },
    /// Prices paid in a class do not come out over the whole plan, in whatever order, but are apart by no
    /// more than their slack: at the end of each stage they are kept.
    PriceApart {
        /// The number of the class in which is paid.
        class: usize,
        /// What is due for all that is given.
        due: u64,
        /// How many are given.
        given: u64,
    },
    /// Prices paid in a class are further apart at the end of the plan than their slack, in whatever order.
    PriceAtEnd {
        /// The number of the class in which is paid.
        class: usize,
        /// What is due for all that is given.
        due: u64,
        /// How many are given.
        given: u64,
    },
    /// Who goes in one move, beyond groups: an order is of counts, and who goes is for people to say.
    Named {
        /// The number of the class.
        class: usize,
    },
    /// Conditions of single steps.
    Conditions {
        /// The steps that wait.
        steps: Vec<StepAt>,
    },
    /// Handovers at one moment or by turns: in the order that is found one follows the other.
    Together {
        /// The steps.
        steps: Vec<StepAt>,
    },
    /// Deposits, escrow and verification.
    Holding {
        /// The steps.
        steps: Vec<StepAt>,
    },
    /// A class that counts as received only when it was verified.
    Verified {
        /// Its number.
        class: usize,
    },
    /// A class that the section `order` leaves out.
    Without {
        /// Its number.
        class: usize,
    },
    /// A party that takes what comes later for less: an order has no days.
    Discount {
        /// The number of the party.
        party: usize,
    },
    /// A worth that is a range: its middle is used.
    Ranges,
}

/// A step of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct StepAt {
    /// Its stage, from 1.
    pub stage: usize,
    /// Which step of it, from 1.
    pub step: usize,
}

/// All steps whose act is such.
pub(super) fn steps(plan: &Plan, of: impl Fn(&Act) -> bool) -> Vec<StepAt> {
    let stages = (1..).zip(&plan.stages);
    let all = stages.flat_map(|(stage, told)| (1..).zip(&told.steps).map(move |s| (stage, s)));
    all.filter(|(_, (_, step))| of(&step.act))
        .map(|(stage, (step, _))| StepAt { stage, step })
        .collect()
}

/// What no order looks at, whatever its method.
pub(super) fn always(plan: &Plan, classes: &[usize], without: &[usize]) -> Vec<LeftOut> {
    let mut left: Vec<LeftOut> = without
        .iter()
        .map(|class| LeftOut::Without { class: *class })
        .collect();
    let together = steps(plan, |act| matches!(act, Act::Together(_) | Act::InTurn(_)));
    if !together.is_empty() {
        left.push(LeftOut::Together { steps: together });
    }
    let holding = steps(plan, |act| {
        matches!(
            act,
            Act::Escrow(_) | Act::Deposit(_) | Act::GiveBack(_) | Act::Verify(_)
        )
    });
    if !holding.is_empty() {
        left.push(LeftOut::Holding { steps: holding });
    }
    let told = |class: &usize| plan.classes.get(*class);
    let late = classes
        .iter()
        .filter(|class| told(class).is_some_and(|class| class.verified != Verified::AtHandover));
    left.extend(late.map(|class| LeftOut::Verified { class: *class }));
    for (party, told) in plan.parties.iter().enumerate() {
        if told.points.as_ref().is_some_and(Points::is_discounted) {
            left.push(LeftOut::Discount { party });
        }
    }
    let exact = |class: &usize| {
        told(class).is_none_or(|class| {
            let mut worth = class.worth.iter();
            worth.all(|worth| worth.of_first(20_001).is_exact())
        })
    };
    if !classes.iter().all(exact) {
        left.push(LeftOut::Ranges);
    }
    left
}
