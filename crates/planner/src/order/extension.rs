//! A rule that extends an exchange: for every further block of a class so many more of another are
//! granted. How many would have to be granted so that both go on, block by block, and where a fixed
//! number stops.
//!
//! The giver goes on at block j where `r * worth(granted) + worth(paid) >= cost of block j`; the granter
//! where `worth of block j >= r * cost(granted) + cost(paid)`. With a cost that rises from block to block
//! a fixed rule stops at the first block whose least r is greater.

use serde::Serialize;

use crate::plan::{Plan, Span};

/// So many more of a class are reckoned with at most: what the reader of a plan bounds.
const MORE_MOST: u32 = 1_000_000;

/// What a rule comes to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Extended {
    /// The number of the class of which more is given, and of that which is granted.
    pub of: usize,
    /// The class that is granted.
    pub grants: usize,
    /// How many the rule grants for each block.
    pub granting: u32,
    /// How many make a block.
    pub block: u32,
    /// The party that gives more, and the party that grants.
    pub giver: usize,
    /// Who grants.
    pub granter: usize,
    /// Block by block, as far as the rule goes.
    pub blocks: Vec<Block>,
    /// Where it stops before its cap, and by whom.
    pub stops: Option<Stops>,
}

/// One further block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Block {
    /// The fewest that have to be granted so that the giver goes on; none where no number does.
    pub least: Option<u32>,
    /// The most that can be granted so that the granter goes on; none where it does not even for nothing.
    pub most: Option<u32>,
}

/// Where a rule stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Stops {
    /// At which block, from 1.
    pub block: usize,
    /// Who does not go on: the number of the party.
    pub who: usize,
}

/// The most blocks that are told.
const BLOCKS_MOST: u32 = 1_000;
/// More than this are never granted for one block.
const GRANTED_MOST: i64 = 1_000_000;

/// What the plan's rule of extension comes to, in the middle of all ranges; nothing where it has none or
/// does not say what things are worth.
pub fn extended(plan: &Plan) -> Option<Extended> {
    let rule = plan.rules.extension.as_ref()?;
    let (of, grants) = (plan.class(rule.of)?, plan.class(rule.grants)?);
    let (giver, granter) = (of.from.0, grants.from.0);
    let known = |party: usize| {
        plan.parties
            .get(party)
            .is_some_and(|party| party.points.is_some())
    };
    if giver == granter || rule.block == 0 || rule.granting == 0 || !known(giver) || !known(granter)
    {
        return None;
    }
    let counts = plan.given();
    let begun = |class: usize| {
        counts
            .get(class)
            .and_then(|count| u32::try_from(*count).ok())
            .unwrap_or(u32::MAX)
    };
    let cap = rule.granted_at_most.saturating_sub(begun(rule.grants.0)) / rule.granting;
    let blocks = (rule.further / rule.block).min(cap).min(BLOCKS_MOST);
    let worth = |class: usize, party: usize, from: u32, count: u32| -> i64 {
        let worth = plan
            .classes
            .get(class)
            .and_then(|class| class.worth.get(party));
        worth
            .map_or(Span::ZERO, |worth| {
                worth.between(from, from.saturating_add(count))
            })
            .mid
    };
    let price = plan
        .rules
        .prices
        .iter()
        .find(|price| price.of == rule.of && price.each > 0);
    let paid = |block: u32, party: usize| {
        price.map_or(0, |price| {
            let count = (rule.block.saturating_mul(price.price) / price.each).min(MORE_MOST);
            let class = price.paid_in.0;
            worth(
                class,
                party,
                begun(class).saturating_add(block.saturating_mul(count).min(MORE_MOST)),
                count,
            )
        })
    };
    let each = |block: u32| {
        let more = |party: usize| {
            worth(
                rule.of.0,
                party,
                begun(rule.of.0).saturating_add(block.saturating_mul(rule.block).min(MORE_MOST)),
                rule.block,
            ) + paid(block, party)
        };
        let one = |party: usize| {
            worth(
                rule.grants.0,
                party,
                begun(rule.grants.0)
                    .saturating_add(block.saturating_mul(rule.granting).min(MORE_MOST)),
                1,
            )
        };
        Block {
            least: fewest(-more(giver), one(giver)),
            most: greatest(more(granter), -one(granter)),
        }
    };
    let blocks: Vec<Block> = (0..blocks).map(each).collect();
    let granting = rule.granting;
    let stops = (1..).zip(&blocks).find_map(|(at, block)| {
        let who = if block.least.is_none_or(|least| least > granting) {
            giver
        } else if block.most.is_none_or(|most| most < granting) {
            granter
        } else {
            return None;
        };
        Some(Stops { block: at, who })
    });
    Some(Extended {
        of: rule.of.0,
        grants: rule.grants.0,
        granting,
        block: rule.block,
        giver,
        granter,
        blocks,
        stops,
    })
}

/// The fewest of what is worth so much each that make up for a cost.
fn fewest(cost: i64, each: i64) -> Option<u32> {
    if cost <= 0 {
        return Some(0);
    }
    let needed =
        (each > 0).then(|| cost.div_euclid(each) + i64::from(cost.rem_euclid(each) > 0))?;
    u32::try_from(needed)
        .ok()
        .filter(|needed| i64::from(*needed) <= GRANTED_MOST)
}

/// The most of what costs so much each that a gain pays for.
fn greatest(gain: i64, each: i64) -> Option<u32> {
    if gain < 0 {
        return None;
    }
    let most = if each <= 0 {
        GRANTED_MOST
    } else {
        (gain / each).min(GRANTED_MOST)
    };
    u32::try_from(most).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_granted_is_a_whole_number_that_suffices() {
        assert_eq!(fewest(15, 20), Some(1));
        assert_eq!(fewest(40, 20), Some(2));
        assert_eq!(fewest(41, 20), Some(3));
        assert_eq!(fewest(-3, 20), Some(0));
        assert_eq!(fewest(1, 0), None);
        assert_eq!(greatest(30, 10), Some(3));
        assert_eq!(greatest(29, 10), Some(2));
        assert_eq!(greatest(-1, 10), None);
    }

    /// H's cost of each further block rises by ten; a day is worth 20 to it and the price of a block 45.
    #[test]
    fn a_fixed_rule_stops_where_the_rising_cost_passes_it() {
        let costs: Vec<String> = (0..6)
            .flat_map(|block| std::iter::repeat_n((-(40 + 15 * block)).to_string(), 10))
            .collect();
        let text = format!(
            "good-offices-plan: 1\ntitle: t\nparties: [{{party: H, name: H}}, {{party: I, name: I}}]\nclasses:\n  - {{class: hostage, one: a, many: as, kind: persons, from: H, number: 70, worth: {{H: [{costs}], I: 60}}}}\n  - {{class: prisoner, one: b, many: bs, kind: persons, from: I, worth: {{I: -10, H: 15}}}}\n  - {{class: day, one: c, many: cs, kind: time, from: I, worth: {{I: -100, H: 200}}}}\nstages:\n  - stage: s\n    steps: [{{give: {{hostage: 10}}}}, {{give: {{prisoner: 30}}}}, {{give: {{day: 1}}}}]\nrules:\n  prices: [{{of: hostage, in: prisoner, price: 3}}]\n  extension: {{of: hostage, block: 10, further: 50, grants: day, granting: 1, granted-at-most: 10}}\n",
            costs = costs.join(", "),
        );
        let found = extended(&crate::plan::read(text.as_bytes()).unwrap()).unwrap();
        // Block j costs 550, 700, 850 …; 450 are paid for it in prisoners, and a day is worth 200.
        let least: Vec<Option<u32>> = found.blocks.iter().map(|block| block.least).collect();
        assert_eq!(least, [Some(1), Some(2), Some(2), Some(3), Some(4)]);
        assert!(found.blocks.iter().all(|block| block.most == Some(3)));
        assert_eq!(found.stops, Some(Stops { block: 2, who: 0 }));
    }
}
