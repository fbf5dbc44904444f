//! What makes no sense in the rules of a plan for an order of it, each rule by itself: said with its number before
//! anything is made of it.

use std::collections::BTreeSet;

use crate::{
    order::{contradiction::Contradiction, section::Section},
    plan::{Class, ClassId, Party, PartyId, Plan},
};

/// All of it. Rules on what is no part of the order are none of its concern, unless they can hold of nothing.
pub(super) fn faults(plan: &Plan, section: &Section) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (rule, price) in (1..).zip(&plan.rules.prices) {
        let class = plan.class(price.of).filter(|_| price.of == price.paid_in);
        found.extend(class.map(|class| Contradiction::PaidInItself {
            rule,
            key: class.key.clone(),
            class: class.many.clone(),
            other: other(plan, price.of),
            price: price.price,
        }));
    }
    for (rule, batch) in (1..).zip(&plan.rules.batches) {
        let Some(class) = plan.class(batch.of).filter(|class| is_in(section, class)) else {
            continue;
        };
        match (batch.at_least, batch.at_most) {
            (_, Some(0)) => found.push(Contradiction::NoneInAStage {
                rule,
                key: class.key.clone(),
                class: class.many.clone(),
            }),
            (Some(least), Some(most)) if least > most => found.push(Contradiction::BatchRule {
                rule,
                key: class.key.clone(),
                class: class.many.clone(),
                least,
                most,
            }),
            (Some(_) | None, Some(_) | None) => {}
        }
    }
    for (rule, first) in (1..).zip(&plan.rules.first) {
        let class = plan
            .class(first.class)
            .filter(|_| first.class == first.before);
        found.extend(class.map(|class| Contradiction::BeforeItself {
            rule,
            key: class.key.clone(),
            class: class.many.clone(),
            other: other(plan, first.class),
        }));
    }
    found.extend(turns(plan, section));
    found
}

/// Turns in which not each of those who give something stands once.
fn turns(plan: &Plan, section: &Section) -> Option<Contradiction> {
    if section.turns.is_empty() {
        return None;
    }
    let classes = plan.classes.iter().zip(plan.given());
    let ordered = classes.filter(|(class, given)| *given > 0 && is_in(section, class));
    let givers: BTreeSet<PartyId> = ordered.map(|(class, _)| class.from).collect();
    let givers: Vec<&Party> = givers
        .iter()
        .filter_map(|giver| plan.parties.get(giver.0))
        .collect();
    let times = |key: &String| section.turns.iter().filter(|turn| *turn == key).count();
    let once = givers.iter().all(|giver| times(&giver.key) == 1)
        && section.turns.iter().all(|turn| times(turn) == 1);
    let name = |key: &String| {
        let party = plan.parties.iter().find(|party| party.key == *key);
        party.map_or_else(|| key.clone(), |party| party.name.clone())
    };
    (!once).then(|| Contradiction::Turn {
        found: section.turns.iter().map(name).collect(),
        parties: givers.iter().map(|giver| giver.name.clone()).collect(),
    })
}

fn is_in(section: &Section, class: &Class) -> bool {
    !section.without.contains(&class.key)
}

/// The key of another class, of another side where there is one: for a rule as it could be meant.
fn other(plan: &Plan, class: ClassId) -> String {
    let from = plan.class(class).map(|class| class.from);
    let own = plan.class(class).map(|class| &class.key);
    let others = || plan.classes.iter().filter(|other| Some(&other.key) != own);
    let found = others().find(|other| Some(other.from) != from);
    found
        .or_else(|| others().next())
        .map_or_else(|| "another".to_owned(), |class| class.key.clone())
}
