//! A rule that extends an exchange: for every further block of a class so many more of another are
//! granted. How many would have to be granted so that both go on, block by block, and where a fixed
//! number stops.
//!
//! The giver goes on at block j where `r * worth(granted) + worth(paid) >= cost of block j`; the granter
//! where `worth of block j >= r * cost(granted) + cost(paid)`. With a cost that rises from block to block
//! a fixed rule stops at the first block whose least r is greater.
//!
//! Paid is what all prices of the class come to, whatever they are paid in: with each block as much as falls
//! due with it, after all that fell due before. Where the worth of one more depends on how many there were,
//! each of the granted, of the paid and of the block is reckoned in its turn.

use serde::Serialize;

use crate::plan::{ClassId, Extension, Plan, Worth};

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
    /// Block by block, as far as the rule goes and they are told.
    pub blocks: Vec<Block>,
    /// How many more blocks the rule goes on for that are not told.
    pub untold: u32,
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
    let course = Course {
        plan,
        rule,
        given: plan.given(),
    };
    let cap = rule
        .granted_at_most
        .saturating_sub(course.begun(rule.grants))
        / rule.granting;
    let all = (rule.further / rule.block).min(cap);
    let blocks = all.min(BLOCKS_MOST);
    let mut told = Vec::new();
    let mut stops = None;
    for block in 0..blocks {
        let (first, second) = (course.at(block, giver), course.at(block, granter));
        told.push(Block {
            least: first.fewest(),
            most: second.greatest(),
        });
        let who = if first.with(rule.granting) < 0 {
            Some(giver)
        } else if second.with(rule.granting) < 0 {
            Some(granter)
        } else {
            None
        };
        if let (None, Some(who)) = (stops, who) {
            stops = Some(Stops {
                block: told.len(),
                who,
            });
        }
    }
    Some(Extended {
        of: rule.of.0,
        grants: rule.grants.0,
        granting: rule.granting,
        block: rule.block,
        giver,
        granter,
        blocks: told,
        untold: all - blocks,
        stops,
    })
}

/// What each further block brings.
struct Course<'p> {
    plan: &'p Plan,
    rule: &'p Extension,
    given: Vec<u64>,
}

impl Course<'_> {
    /// How many of a class the plan has.
    fn begun(&self, class: ClassId) -> u32 {
        let count = self.given.get(class.0).copied().unwrap_or_default();
        u32::try_from(count).unwrap_or(u32::MAX)
    }

    /// How many of a class have fallen due beyond those of the plan, after so many blocks: class by class in
    /// which something is paid.
    fn due(&self, blocks: u32) -> Vec<(ClassId, u64)> {
        let of = self.rule.of;
        let begun = u64::from(self.begun(of));
        let further = u64::from(blocks) * u64::from(self.rule.block);
        let dues = self.plan.dues();
        let due = dues.iter().map(|due| {
            let own = due.prices.iter().filter(|(_, price)| price.of == of);
            let sum = |given: u64| own.clone().map(|(_, price)| price.due(given)).sum::<u64>();
            let more = sum(begun.saturating_add(further)).saturating_sub(sum(begun));
            (due.paid_in, more)
        });
        due.collect()
    }

    /// What a block brings to a party, the granted aside, and what the granted are worth to it.
    fn at(&self, block: u32, party: usize) -> Brings<'_> {
        let worth = |class: ClassId, after: u64, count: u64| {
            let from = self.begun(class).saturating_add(bounded(after));
            let worth = self.worth(class, party);
            worth.map_or(0, |worth| {
                worth.between(from, from.saturating_add(bounded(count))).mid
            })
        };
        let (before, then) = (self.due(block), self.due(block + 1));
        let grants = self.rule.grants;
        let granted = u64::from(block) * u64::from(self.rule.granting);
        // In the class that is granted, what was granted so far comes before what is paid next, and that
        // before what is granted next.
        let paid = before
            .iter()
            .zip(&then)
            .map(|((class, before), (_, then))| {
                let other = if *class == grants { granted } else { 0 };
                worth(*class, before.saturating_add(other), then - before)
            });
        let own = worth(
            self.rule.of,
            u64::from(block) * u64::from(self.rule.block),
            u64::from(self.rule.block),
        );
        let paid_so = then.iter().find(|(class, _)| *class == grants);
        let after = granted.saturating_add(paid_so.map_or(0, |(_, count)| *count));
        Brings {
            without: own + paid.sum::<i64>(),
            granted: self.worth(grants, party),
            from: self.begun(grants).saturating_add(bounded(after)),
        }
    }

    fn worth(&self, class: ClassId, party: usize) -> Option<&Worth> {
        let class = self.plan.classes.get(class.0)?;
        class.worth.get(party)
    }
}

/// As many as are reckoned with.
fn bounded(count: u64) -> u32 {
    u32::try_from(count).unwrap_or(MORE_MOST).min(MORE_MOST)
}

/// What a block brings to one party.
struct Brings<'p> {
    /// Without what is granted for it.
    without: i64,
    /// What the granted are worth.
    granted: Option<&'p Worth>,
    /// How many of their class there are before them.
    from: u32,
}

impl Brings<'_> {
    /// With so many granted.
    fn with(&self, granted: u32) -> i64 {
        let worth = self.granted.map_or(0, |worth| {
            let to = self.from.saturating_add(granted);
            worth.between(self.from, to).mid
        });
        self.without + worth
    }

    /// How many more are told one by one; each after those is worth the same.
    fn told(&self) -> u32 {
        let told = self.granted.map_or(0, Worth::in_turn_until);
        told.saturating_sub(self.from)
    }

    /// With how few granted nothing is lost.
    fn fewest(&self) -> Option<u32> {
        let told = self.told();
        if let Some(few) = (0..=told).find(|granted| self.with(*granted) >= 0) {
            return Some(few);
        }
        let each = self.with(told + 1) - self.with(told);
        let more = fewest(-self.with(told), each)?;
        told.checked_add(more)
            .filter(|granted| i64::from(*granted) <= GRANTED_MOST)
    }

    /// With how many granted at most nothing is lost yet.
    fn greatest(&self) -> Option<u32> {
        let told = self.told();
        if let Some(many) = (0..=told).find(|granted| self.with(*granted) < 0) {
            return many.checked_sub(1);
        }
        let each = self.with(told) - self.with(told + 1);
        let more = greatest(self.with(told), each)?;
        Some(told.saturating_add(more))
    }
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

    /// A block of ten is paid for in prisoners by threes, in trucks by groups of four, and a day is worth less
    /// to H with each that was granted before.
    #[test]
    fn all_prices_count_and_each_of_the_granted_in_its_turn() {
        let text = "good-offices-plan: 1\ntitle: t\nparties: [{party: H, name: H}, {party: I, name: I}]\nclasses:\n  - {class: hostage, one: a, many: as, kind: persons, from: H, number: 50, worth: {H: -60, I: 100}}\n  - {class: prisoner, one: b, many: bs, kind: persons, from: I, worth: {I: -10, H: 10}}\n  - {class: truck, one: d, many: ds, kind: goods, from: I, worth: {I: -20, H: 25}}\n  - {class: day, one: c, many: cs, kind: time, from: I, worth: {I: [-100, -100, -300], H: [200, 150, 100, 40, 30]}}\nstages:\n  - stage: s\n    steps: [{give: {hostage: 10}}, {give: {prisoner: 30}}, {give: {truck: 4}}, {give: {day: 1}}]\nrules:\n  prices: [{of: hostage, in: prisoner, price: 3}, {of: hostage, each: 4, in: truck, price: 2}]\n  extension: {of: hostage, block: 10, further: 40, grants: day, granting: 1, granted-at-most: 10}\n";
        let found = extended(&crate::plan::read(text.as_bytes()).unwrap()).unwrap();
        // A block costs H 600 and brings 300 in prisoners; trucks fall due by sixes and fours in turn (eleven
        // to twenty make three fours, twenty-one to thirty two), which bring 150 and 100.
        let least: Vec<Option<u32>> = found.blocks.iter().map(|block| block.least).collect();
        // Block 1: 150 short, the second day brings 150. Block 2: 200 short, 100, 40, 30 and then 30 each.
        // Blocks 3 and 4: 150 short with 40, 30, 30, 30, 30; 200 short at 30 each.
        assert_eq!(least, [Some(1), Some(4), Some(5), Some(7)]);
        // I gains 1,000 by a block and pays 420 or 380; days cost it 100 and then 300 each.
        let most: Vec<Option<u32>> = found.blocks.iter().map(|block| block.most).collect();
        assert_eq!(most, [Some(2), Some(2), Some(1), Some(2)]);
        assert_eq!(found.stops, Some(Stops { block: 2, who: 0 }));
    }

    /// Dues past a million are as great as before, and what is not told is counted.
    #[test]
    fn a_price_goes_on_past_a_million_paid_and_blocks_beyond_are_counted() {
        let text = |further: u32, cap: u32| {
            format!(
                "good-offices-plan: 1\ntitle: t\nparties: [{{party: H, name: H}}, {{party: I, name: I}}]\nclasses:\n  - {{class: hostage, one: a, many: as, kind: persons, from: H, worth: {{H: -10000, I: 30000}}}}\n  - {{class: litre, one: b, many: bs, kind: goods, from: I, worth: {{I: -1, H: 1}}}}\n  - {{class: day, one: c, many: cs, kind: time, from: I, worth: {{I: 0, H: 0}}}}\nstages:\n  - stage: s\n    steps: [{{give: {{hostage: 1}}}}, {{give: {{litre: 20000}}}}]\nrules:\n  prices: [{{of: hostage, in: litre, price: 20000}}]\n  extension: {{of: hostage, block: 10, further: {further}, grants: day, granting: 1, granted-at-most: {cap}}}\n"
            )
        };
        let found = |further, cap| {
            extended(&crate::plan::read(text(further, cap).as_bytes()).unwrap()).unwrap()
        };
        let goes = found(100, 20);
        assert_eq!(goes.blocks.len(), 10);
        assert!(goes.blocks.iter().all(|block| block.least == Some(0)));
        assert_eq!((goes.stops, goes.untold), (None, 0));
        let long = found(20_000, 2_000);
        assert_eq!((long.blocks.len(), long.untold), (1_000, 1_000));
        assert!(found(5, 20).blocks.is_empty());
    }
}
