//! What makes no sense in the rules of a plan for an order of it, each rule by itself: said with its number before
//! anything is made of it.

use crate::{
    order::{contradiction::Contradiction, section::Section},
    plan::{Class, ClassId, Plan},
};

/// The most that a price is.
const PRICE_MOST: u32 = 1_000_000;
/// The most that a slack is.
const SLACK_MOST: u32 = 1_000_000_000;

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
        let numbers = [
            ("price", price.price, PRICE_MOST),
            ("slack", price.slack, SLACK_MOST),
        ];
        let dear = numbers.into_iter().filter(|(_, found, most)| found > most);
        found.extend(dear.map(|(what, found, most)| Contradiction::TooDear {
            rule,
            what,
            found,
            most,
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
    found
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
