//! The rules of a plan as what an order keeps to: conditions, what holds inside a stage, and prices.

use std::collections::BTreeMap;

use super::{LeftOut, parts::Part};
use crate::{
    order::{
        contradiction::Contradiction,
        inside::{FIRST_MOST, INSIDE_MOST, Inside},
        limited::Limited,
        problem::{Before, Class, ClassAt},
        stages::{BAND_MOST, BANDS_MOST, Band, Grouped, WEIGHT_MOST},
    },
    plan::{ClassId, Due, First, Plan, file::WithinFile},
};

/// What rules come to.
pub(super) struct Rules<'a> {
    plan: &'a Plan,
    parts: &'a [Part],
    classes: &'a [Class],
    parties: usize,
    /// What comes before what, in the whole plan.
    pub before: Vec<Before>,
    /// What holds inside each stage.
    pub inside: Vec<Inside>,
    /// What of the plan each of these is.
    pub of: Vec<Limited>,
    /// By the parties' places: how many of its only class a party hands over at most in a stage, rule by rule.
    pub batch: BTreeMap<usize, Vec<(u32, Limited)>>,
    /// Within a batch, what goes in a step before what.
    pub in_batch: Vec<(ClassId, ClassId)>,
    /// What must balance.
    pub bands: Vec<Band>,
    /// For each of them the class in which is paid.
    pub paid_in: Vec<usize>,
    /// What is left aside.
    pub left: Vec<LeftOut>,
    /// What is beyond what can be reckoned with.
    pub faults: Vec<Contradiction>,
}

impl<'a> Rules<'a> {
    pub fn of(plan: &'a Plan, parts: &'a [Part], classes: &'a [Class], parties: usize) -> Self {
        let mut rules = Self {
            plan,
            parts,
            classes,
            parties,
            before: Vec::new(),
            inside: Vec::new(),
            of: Vec::new(),
            batch: BTreeMap::new(),
            in_batch: Vec::new(),
            bands: Vec::new(),
            paid_in: Vec::new(),
            left: Vec::new(),
            faults: Vec::new(),
        };
        rules.conditions();
        rules.groups();
        rules.batches();
        rules.firsts();
        rules.prices();
        rules
    }

    /// The parts of a class.
    fn parts(&self, class: ClassId) -> Vec<ClassAt> {
        (0..self.parts.len())
            .filter(|at| {
                self.parts
                    .get(*at)
                    .is_some_and(|part| part.class == class.0)
            })
            .collect()
    }

    fn giver(&self, part: Option<&ClassAt>) -> Option<usize> {
        part.and_then(|part| self.classes.get(*part))
            .map(|class| class.giver)
    }

    /// What a step hands over comes after all that the steps hand over for which it waits.
    fn conditions(&mut self) {
        for (then, part) in self.parts.iter().enumerate() {
            for key in &part.waits {
                let firsts = self.parts.iter().enumerate();
                let firsts = firsts.filter(|(_, other)| other.key.as_ref() == Some(key));
                self.before
                    .extend(firsts.map(|(first, _)| Before { first, then }));
            }
        }
    }

    fn groups(&mut self) {
        for (class, part) in self
            .parts
            .iter()
            .enumerate()
            .filter(|(_, part)| part.of > 1)
        {
            self.inside.push(Inside::Whole { class, of: part.of });
            self.of.push(Limited::Groups { class: part.class });
        }
    }

    fn batches(&mut self) {
        for (number, rule) in (1..).zip(&self.plan.rules.batches) {
            let classes = self.parts(rule.of);
            let Some(giver) = self.giver(classes.first()) else {
                continue;
            };
            let (least, most) = (
                rule.at_least.unwrap_or(0),
                rule.at_most.unwrap_or(u32::MAX).max(1),
            );
            let alone = self
                .classes
                .iter()
                .enumerate()
                .all(|(at, class)| class.giver != giver || classes.contains(&at));
            let told = Limited::Batches {
                rule: number,
                class: rule.of.0,
                at_least: rule.at_least,
                at_most: rule.at_most,
            };
            if self.parties == 2 && self.inside.len() < INSIDE_MOST {
                self.inside.push(Inside::Count {
                    classes,
                    least,
                    most,
                });
                self.of.push(told);
            } else if alone && least <= 1 {
                // At least one in a stage that has some binds nothing.
                if rule.at_most.is_some() {
                    self.batch.entry(giver).or_default().push((most, told));
                }
            } else {
                self.left.push(LeftOut::Batch {
                    rule: number,
                    class: rule.of.0,
                });
            }
        }
    }

    fn firsts(&mut self) {
        let rules = || (1..).zip(&self.plan.rules.first);
        let in_plan = |rule: &First| matches!(rule.within, WithinFile::ThePlan);
        // What holds in the whole plan is known before what may be turned round in a batch.
        let in_turn = rules().filter(|(_, rule)| in_plan(rule));
        for (number, rule) in in_turn.chain(rules().filter(|(_, rule)| !in_plan(rule))) {
            let (classes, before) = (self.parts(rule.class), self.parts(rule.before));
            let givers = self.giver(classes.first()).zip(self.giver(before.first()));
            // Where one of the two is not given, the rule is kept.
            let Some((first, then)) = givers else {
                continue;
            };
            if !self.goes_first(rule, (classes, first), (before, then), number) {
                self.left.push(LeftOut::First {
                    rule: number,
                    class: rule.class.0,
                });
            }
        }
    }

    /// Takes a rule of what goes first up; says whether it could.
    fn goes_first(
        &mut self,
        rule: &First,
        (classes, giver): (Vec<ClassAt>, usize),
        (before, other): (Vec<ClassAt>, usize),
        number: usize,
    ) -> bool {
        match rule.within {
            WithinFile::ThePlan => {
                for first in &classes {
                    let then = before.iter().map(|then| Before {
                        first: *first,
                        then: *then,
                    });
                    self.before.extend(then);
                }
                true
            }
            WithinFile::EachStage if giver != other => {
                let firsts = self.inside.iter();
                let firsts = firsts.filter(|rule| matches!(rule, Inside::First { .. }));
                let room = firsts.count() < FIRST_MOST && self.inside.len() < INSIDE_MOST;
                if room {
                    self.inside.push(Inside::First { classes, before });
                    self.of.push(Limited::First {
                        rule: number,
                        class: rule.class.0,
                        before: rule.before.0,
                    });
                }
                room
            }
            // In one batch of one party any order stands, unless it would have to be two at once; between
            // more than two it matters to the others which it is.
            WithinFile::EachStage => {
                let turned = self.comes_before(rule.before, rule.class);
                let good = self.parties == 2 && !turned && rule.class != rule.before;
                if good {
                    self.in_batch.push((rule.class, rule.before));
                }
                good
            }
        }
    }

    /// Whether one class has to come before another by what is known: in a batch or in the plan.
    fn comes_before(&self, first: ClassId, then: ClassId) -> bool {
        let class = |part: ClassAt| self.parts.get(part).map(|part| part.class);
        let mut known: Vec<(usize, usize)> = self
            .before
            .iter()
            .filter_map(|before| Some((class(before.first)?, class(before.then)?)))
            .collect();
        known.extend(self.in_batch.iter().map(|(a, b)| (a.0, b.0)));
        for (one, a) in self.classes.iter().enumerate() {
            for (other, b) in self.classes.iter().enumerate() {
                if a.giver == b.giver && a.tier < b.tier {
                    known.extend(class(one).zip(class(other)));
                }
            }
        }
        let mut reached = vec![first.0];
        let mut at = 0;
        while let Some(from) = reached.get(at).copied() {
            for (_, to) in known.iter().filter(|(a, _)| *a == from) {
                if !reached.contains(to) {
                    reached.push(*to);
                }
            }
            at += 1;
        }
        reached.contains(&then.0)
    }

    /// One band for each class in which is paid: the prices of all that it pays for, added up.
    fn prices(&mut self) {
        let given = self.plan.given();
        let count = |class: ClassId| given.get(class.0).copied().unwrap_or_default();
        for account in self.plan.dues() {
            let (due, paid) = (account.due(count), count(account.paid_in));
            let slack = account.slack();
            // Where nothing is due and nothing paid, the prices are kept.
            if due == 0 && paid == 0 {
                continue;
            }
            let (class, given) = (account.paid_in.0, paid);
            // What is apart by more in the end is so in whatever order.
            if due.abs_diff(paid) > slack {
                self.left.push(LeftOut::PriceAtEnd { class, due, given });
                continue;
            }
            if due != paid {
                self.left.push(LeftOut::PriceApart { class, due, given });
            }
            let room = self.bands.len() < BANDS_MOST;
            if let Some(band) = self.band(&account, count).filter(|_| room) {
                self.faults.extend(too_dear(&account, &band));
                self.bands.push(band);
                self.paid_in.push(account.paid_in.0);
                continue;
            }
            let prices = account.prices.iter();
            self.left.extend(prices.map(|(rule, price)| LeftOut::Price {
                rule: *rule,
                class: price.of.0,
            }));
        }
    }

    /// None where one side gives both, or one of the two is no part of the order.
    fn band(&self, account: &Due<'_>, count: impl Fn(ClassId) -> u64) -> Option<Band> {
        let paid = self.parts(account.paid_in);
        let payer = self.giver(paid.first())?;
        let mut weights = vec![0; self.parts.len()];
        for paid in paid {
            *weights.get_mut(paid)? = -1;
        }
        let mut grouped = Vec::new();
        let given = account
            .prices
            .iter()
            .filter(|(_, price)| count(price.of) > 0);
        for (_, price) in given {
            let of = self.parts(price.of);
            if self.giver(of.first())? == payer {
                return None;
            }
            let weight = i64::from(price.price);
            if price.each == 1 {
                for of in of {
                    *weights.get_mut(of)? += weight;
                }
            } else {
                grouped.push(Grouped {
                    classes: of,
                    each: price.each,
                    weight,
                    beyond: 0,
                });
            }
        }
        let slack = i64::try_from(account.slack()).ok()?;
        Some(Band {
            weights,
            grouped,
            least: -slack,
            most: slack,
        })
    }
}

/// Prices of one account that come to more than can be reckoned with, all of them together.
fn too_dear(account: &Due<'_>, band: &Band) -> Vec<Contradiction> {
    let weights = band.weights.iter().copied();
    let grouped = band.grouped.iter().map(|grouped| grouped.weight);
    let price = weights.chain(grouped).max().unwrap_or_default();
    let numbers = [
        ("price", price, WEIGHT_MOST),
        ("slack", band.most, BAND_MOST),
    ];
    let dear = numbers.into_iter().filter(|(_, found, most)| found > most);
    dear.map(|(what, found, most)| Contradiction::TooDear {
        rules: account.prices.iter().map(|(rule, _)| *rule).collect(),
        what,
        found,
        most,
    })
    .collect()
}
