//! Where in a plan's file that stands against which an order of it cannot be.

use std::collections::BTreeSet;

use super::{contradiction::Contradiction, report::OrderOfPlanError};
use crate::{
    document::Placed,
    plan::{Plan, Step, Where, places_of},
};

impl OrderOfPlanError {
    /// The same with its places in the file that the plan was read from.
    pub fn placed(self, plan: &Plan, bytes: &[u8]) -> Placed<Self> {
        match self {
            Self::Contradiction(all) => {
                let all = all.into_iter().map(|contradiction| {
                    let at = of(&contradiction.error, plan);
                    let told = contradiction.error.in_places(|party| places(plan, party));
                    Placed::at(places_of(bytes, &at), told)
                });
                Placed::nowhere(Self::Contradiction(all.collect()))
            }
            Self::NoPoints { ref party } => {
                let at = called(plan, party);
                Placed::at(places_of(bytes, &at), self)
            }
            Self::Order(_) => Placed::nowhere(self),
        }
    }
}

/// What of a plan a contradiction is about.
fn of(contradiction: &Contradiction, plan: &Plan) -> Vec<Where> {
    match contradiction {
        Contradiction::Alone { .. } | Contradiction::Parties { .. } => vec![under(&["parties"])],
        Contradiction::AllLeftOut { .. } => vec![under(&["order", "without"])],
        Contradiction::Classes { .. } | Contradiction::NoSuchClass { .. } => {
            vec![under(&["classes"])]
        }
        Contradiction::NothingOwed | Contradiction::Obligations { .. } => vec![under(&["stages"])],
        Contradiction::Effects { class, .. }
        | Contradiction::Empty { class }
        | Contradiction::Turns { class, .. }
        | Contradiction::CostBelowNought { class, .. }
        | Contradiction::ValueBelowNought { class, .. }
        | Contradiction::TooManyPoints { class, .. } => of_many(plan, class),
        Contradiction::Bearing { party, .. } => called(plan, party),
        Contradiction::Circle { circle } => of_circle(plan, circle),
        Contradiction::Stages { .. } => vec![under(&["order", "stages"])],
        Contradiction::Batches { .. } => vec![under(&["order", "batches"])],
        Contradiction::BatchOfNought { party } => of_batch(plan, party),
        Contradiction::BatchRule { rule, .. } | Contradiction::NoneInAStage { rule, .. } => {
            vec![Where::Rule("batches", *rule)]
        }
        Contradiction::PaidInItself { rule, .. } => vec![Where::Rule("prices", *rule)],
        Contradiction::TooDear { rules, .. } => {
            let rules = rules.iter();
            rules.map(|rule| Where::Rule("prices", *rule)).collect()
        }
        Contradiction::BeforeItself { rule, .. } => vec![Where::Rule("first", *rule)],
        Contradiction::BandAtEnd { .. } | Contradiction::Band => vec![under(&["rules", "prices"])],
        Contradiction::Inside | Contradiction::InsideMany { .. } => vec![under(&["rules"])],
        Contradiction::Turn { .. } => vec![under(&["order", "turns"])],
    }
}

fn under(keys: &[&str]) -> Where {
    Where::Under(keys.iter().map(|key| (*key).to_owned()).collect())
}

/// The number of a party's batches.
fn of_batch(plan: &Plan, name: &str) -> Vec<Where> {
    let parties = plan.parties.iter().filter(|party| party.name == name);
    parties
        .map(|party| under(&["order", "batches", &party.key]))
        .collect()
}

/// How many digits the points of a party have after the point.
fn places(plan: &Plan, name: &str) -> u8 {
    let party = plan.parties.iter().find(|party| party.name == name);
    let points = party.and_then(|party| party.points.as_ref());
    points.map_or(0, |points| points.places)
}

/// The party of a name.
fn called(plan: &Plan, name: &str) -> Vec<Where> {
    let parties = plan.parties.iter().filter(|party| party.name == name);
    parties
        .map(|party| Where::Party(party.key.clone()))
        .collect()
}

/// The class of which many are called so.
fn of_many(plan: &Plan, many: &str) -> Vec<Where> {
    let classes = plan.classes.iter().filter(|class| class.many == many);
    classes
        .map(|class| Where::Class(class.key.clone()))
        .collect()
}

/// The tiers, the rules that put one of these before another, and the conditions of steps that do: these
/// last, since there can be many of them.
fn of_circle(plan: &Plan, circle: &[String]) -> Vec<Where> {
    let is_in = |class| {
        let class = plan.class(class);
        class.is_some_and(|class| circle.contains(&class.many))
    };
    let hands_over = |step: &Step| {
        let mut lots = step.act.batches().iter().flat_map(|batch| &batch.lots);
        lots.any(|lot| is_in(lot.class))
    };
    let tiers = plan.order.as_ref().map(|section| &section.tiers);
    let tiers = tiers.filter(|tiers| !tiers.is_empty());
    let mut at: Vec<Where> = tiers
        .map(|_| under(&["order", "tiers"]))
        .into_iter()
        .collect();
    let rules = (1..).zip(&plan.rules.first);
    let rules = rules.filter(|(_, rule)| is_in(rule.class) && is_in(rule.before));
    at.extend(rules.map(|(rule, _)| Where::Rule("first", rule)));
    let steps = plan.stages.iter().flat_map(|stage| &stage.steps);
    let firsts = steps.filter(|step| hands_over(step));
    let firsts: BTreeSet<&String> = firsts.filter_map(|step| step.key.as_ref()).collect();
    for (stage, told) in (1..).zip(&plan.stages) {
        let steps = (1..).zip(&told.steps);
        let waits = steps.filter(|(_, step)| {
            step.after.iter().any(|key| firsts.contains(key)) && hands_over(step)
        });
        at.extend(waits.map(|(step, _)| Where::Step(stage, step)));
    }
    at
}
