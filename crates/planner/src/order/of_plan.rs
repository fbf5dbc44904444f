//! From a plan to the question of its order, and from an order back to a plan. Where a worth is a range
//! its middle is used; whoever checks the plan that comes out sees what the ranges do to it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{
    plan::Plan as Order,
    problem::{Before, Class, Draft, Effect, Party},
    section::Section,
    stages::{Band, STAGES_MOST, Stages, Turn},
};
use crate::plan::{Act, Batch, ClassId, Lot, Plan, Price, Stage, Step, file::WithinFile};

/// A rule of the plan that the order does not keep to by itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LeftOut {
    /// How many of a class a stage has, if it has any.
    Batch {
        /// The number of the class.
        class: usize,
    },
    /// Who goes in one move: an order is of counts, and who goes is for people to say.
    Named {
        /// The number of the class.
        class: usize,
    },
    /// A price between classes of the same party, or that counts both ways.
    Price {
        /// The number of the class that is paid for.
        class: usize,
    },
    /// Conditions between single steps.
    Steps,
    /// Deposits, escrow and verification.
    Holding,
    /// A worth that is a range: its middle is used.
    Ranges,
}

/// The question, and which party and which class of the plan each of it is.
#[derive(Clone, Debug)]
pub(super) struct Asked {
    pub draft: Draft,
    pub parties: Vec<usize>,
    pub classes: Vec<usize>,
    pub left_out: Vec<LeftOut>,
}

/// The question of a plan's order.
pub(super) fn asked(plan: &Plan, section: &Section) -> Asked {
    let given = plan.given();
    let without = |class: usize| {
        plan.classes
            .get(class)
            .is_some_and(|class| section.without.contains(&class.key))
    };
    let classes: Vec<usize> = (0..plan.classes.len())
        .filter(|class| given.get(*class).is_some_and(|count| *count > 0) && !without(*class))
        .collect();
    let counts = |class: &usize| {
        given
            .get(*class)
            .and_then(|count| u32::try_from(*count).ok())
            .unwrap_or(u32::MAX)
    };
    let concerned = |party: &usize| {
        classes
            .iter()
            .filter_map(|class| plan.classes.get(*class))
            .any(|class| {
                class.from.0 == *party
                    || class
                        .worth
                        .get(*party)
                        .is_some_and(|worth| !worth.is_nothing())
            })
    };
    let parties: Vec<usize> = (0..plan.parties.len()).filter(concerned).collect();
    let mut asked = Asked {
        draft: Draft::default(),
        parties,
        classes: classes.clone(),
        left_out: left_out(plan, &classes),
    };
    for class in &classes {
        let Some(told) = plan.classes.get(*class) else {
            continue;
        };
        let count = counts(class);
        let effect = |party: &usize| {
            let Some(worth) = told.worth.get(*party) else {
                return Effect::Each(0);
            };
            match worth.of_each() {
                Some(each) => Effect::Each(each.mid),
                None => Effect::InTurn(
                    (0..count.min(20_001))
                        .map(|turn| worth.between(turn, turn + 1).mid)
                        .collect(),
                ),
            }
        };
        asked.draft.classes.push(Class {
            name: told.key.clone(),
            giver: asked
                .parties
                .iter()
                .position(|party| *party == told.from.0)
                .unwrap_or(usize::MAX),
            count,
            tier: section.tiers.get(&told.key).copied().unwrap_or_default(),
            effects: asked.parties.iter().map(effect).collect(),
        });
    }
    for party in &asked.parties {
        let Some(told) = plan.parties.get(*party) else {
            continue;
        };
        let points = told.points.as_ref();
        asked.draft.parties.push(Party {
            name: told.key.clone(),
            scale: None,
            // The cautious end of each range.
            exposure_cap: points
                .and_then(|points| points.exposed_at_most)
                .map(|most| most.low.max(0)),
            // Where nothing is said of it, nothing is asked of it.
            at_stake: points
                .filter(|points| !points.future.is_zero())
                .map(|points| points.future.low.max(0)),
        });
    }
    asked.draft.before = asked.before(plan);
    asked.draft.stages = Some(asked.stages(plan, section));
    asked
}

fn left_out(plan: &Plan, classes: &[usize]) -> Vec<LeftOut> {
    let mut left = Vec::new();
    left.extend(
        plan.rules
            .batches
            .iter()
            .map(|rule| LeftOut::Batch { class: rule.of.0 }),
    );
    let named = classes.iter().filter(|class| {
        plan.classes
            .get(**class)
            .is_some_and(|c| !c.named.is_empty())
    });
    left.extend(named.map(|class| LeftOut::Named { class: *class }));
    let steps = || plan.stages.iter().flat_map(|stage| &stage.steps);
    if steps().any(|step| !step.after.is_empty()) {
        left.push(LeftOut::Steps);
    }
    if steps().any(|step| {
        matches!(
            step.act,
            Act::Escrow(_) | Act::Deposit(_) | Act::GiveBack(_) | Act::Verify(_)
        )
    }) {
        left.push(LeftOut::Holding);
    }
    let exact = |class: &usize| {
        plan.classes.get(*class).is_none_or(|class| {
            class
                .worth
                .iter()
                .all(|worth| worth.of_first(20_001).is_exact())
        })
    };
    if !classes.iter().all(exact) {
        left.push(LeftOut::Ranges);
    }
    left
}

impl Asked {
    fn class(&self, class: ClassId) -> Option<usize> {
        self.classes.iter().position(|at| *at == class.0)
    }

    fn before(&self, plan: &Plan) -> Vec<Before> {
        let rules = plan
            .rules
            .first
            .iter()
            .filter(|rule| rule.within == WithinFile::ThePlan);
        rules
            .filter_map(|rule| {
                Some(Before {
                    first: self.class(rule.class)?,
                    then: self.class(rule.before)?,
                })
            })
            .collect()
    }

    fn stages(&mut self, plan: &Plan, section: &Section) -> Stages {
        let all = u32::try_from(plan.stages.len())
            .unwrap_or(STAGES_MOST)
            .clamp(1, STAGES_MOST);
        let party = |key: &String| {
            self.draft
                .parties
                .iter()
                .position(|party| party.name == *key)
        };
        let batch = self
            .draft
            .parties
            .iter()
            .map(|party| section.batches.get(&party.name).copied())
            .collect();
        let turns: Option<Vec<usize>> = section.turns.iter().map(party).collect();
        let turns = turns
            .filter(|turns| !turns.is_empty())
            .or_else(|| self.turns(plan));
        let bands = self.bands(plan);
        Stages {
            most: section.stages.unwrap_or(all),
            batch,
            bands,
            turn: turns.map_or(Turn::Free, Turn::Always),
        }
    }

    /// Who goes first in each stage, where a rule puts one party's class before another's.
    fn turns(&self, plan: &Plan) -> Option<Vec<usize>> {
        let giver = |class: ClassId| {
            self.class(class)
                .and_then(|at| self.draft.classes.get(at))
                .map(|class| class.giver)
        };
        let rules = plan
            .rules
            .first
            .iter()
            .filter(|rule| rule.within == WithinFile::EachStage);
        let mut pairs = rules
            .filter_map(|rule| Some((giver(rule.class)?, giver(rule.before)?)))
            .filter(|(a, b)| a != b);
        let (first, then) = pairs.next()?;
        (self.draft.parties.len() == 2).then(|| vec![first, then])
    }

    /// One band for each class in which is paid: the prices of all that it pays for, added up.
    fn bands(&mut self, plan: &Plan) -> Vec<Band> {
        let mut by_paid: BTreeMap<usize, Vec<&Price>> = BTreeMap::new();
        for price in &plan.rules.prices {
            by_paid.entry(price.paid_in.0).or_default().push(price);
        }
        let mut bands = Vec::new();
        for (paid, prices) in by_paid {
            match self.band(paid, &prices) {
                Some(band) => bands.push(band),
                None => self.left_out.extend(
                    prices
                        .iter()
                        .map(|price| LeftOut::Price { class: price.of.0 }),
                ),
            }
        }
        bands
    }

    fn band(&self, paid: usize, prices: &[&Price]) -> Option<Band> {
        let whole = prices.iter().try_fold(1_i64, |whole, price| {
            let each = i64::from(price.each);
            (each > 0)
                .then(|| whole / common(whole, each) * each)
                .filter(|whole| *whole <= 1_000)
        })?;
        let mut weights = vec![0; self.classes.len()];
        let paid = self.class(ClassId(paid))?;
        *weights.get_mut(paid)? = -whole;
        for price in prices {
            let of = self.class(price.of)?;
            if self.draft.classes.get(of)?.giver == self.draft.classes.get(paid)?.giver {
                return None;
            }
            *weights.get_mut(of)? = whole / i64::from(price.each) * i64::from(price.price);
        }
        let slack = prices
            .iter()
            .map(|price| i64::from(price.slack))
            .max()
            .unwrap_or_default()
            * whole;
        Some(Band {
            weights,
            least: -slack,
            most: slack,
        })
    }

    /// The plan with its handovers in another order. Days and times are for people to set.
    pub fn plan(&self, plan: &Plan, order: &Order) -> Plan {
        let lot = |(class, count): &(usize, u32)| {
            let class = ClassId(self.classes.get(*class).copied().unwrap_or_default());
            Lot {
                class,
                count: *count,
                named: Vec::new(),
            }
        };
        let step = |batch: &super::plan::Batch| {
            let from = self.parties.get(batch.giver).copied().unwrap_or_default();
            let mut lots: Vec<Lot> = Vec::new();
            for item in batch.items.iter().map(lot) {
                match lots.iter_mut().find(|lot| lot.class == item.class) {
                    Some(lot) => lot.count += item.count,
                    None => lots.push(item),
                }
            }
            let act = Act::Give(Batch {
                from: crate::plan::PartyId(from),
                lots,
            });
            Step {
                key: None,
                act,
                at: None,
                by: None,
                after: Vec::new(),
            }
        };
        let stages = order.stages.iter().enumerate().map(|(at, stage)| Stage {
            name: (at + 1).to_string(),
            on: None,
            steps: stage.batches.iter().map(step).collect(),
        });
        Plan {
            stages: stages.collect(),
            ..plan.clone()
        }
    }
}

/// The greatest number that divides both.
const fn common(a: i64, b: i64) -> i64 {
    if b == 0 { a } else { common(b, a % b) }
}
