//! Reading the rules of a plan.

use super::{Reader, limits::FURTHER_MOST};
use crate::plan::{
    BatchRule, Extension, First, Group, Price, Rules, Where,
    file::{BatchRuleFile, ExtensionFile, FirstFile, GroupFile, PriceFile},
    problem::Wrong,
};

impl Reader<'_> {
    pub(super) fn rules(&mut self) -> Rules {
        let file = &self.file.rules;
        let (prices, batches) = (file.prices.iter(), file.batches.iter());
        let (first, groups) = (file.first.iter(), file.groups.iter());
        Rules {
            prices: prices
                .enumerate()
                .filter_map(|(at, rule)| self.price(at, rule))
                .collect(),
            batches: batches
                .enumerate()
                .filter_map(|(at, rule)| self.batch_rule(at, rule))
                .collect(),
            first: first
                .enumerate()
                .filter_map(|(at, rule)| self.first(at, rule))
                .collect(),
            groups: groups
                .enumerate()
                .filter_map(|(at, rule)| self.group(at, rule))
                .collect(),
            extension: file
                .extension
                .as_ref()
                .and_then(|rule| self.extension(rule)),
        }
    }

    fn price(&mut self, at: usize, rule: &PriceFile) -> Option<Price> {
        let at = Where::Rule("prices", at + 1);
        if rule.each == 0 {
            self.wrong(at.clone(), Wrong::Nought("what a price is for"));
        }
        let (of, paid_in) = (
            self.class_id(at.clone(), &rule.of),
            self.class_id(at, &rule.paid_in),
        );
        Some(Price {
            of: of?,
            each: rule.each.max(1),
            paid_in: paid_in?,
            price: rule.price,
            slack: rule.slack,
        })
    }

    fn batch_rule(&mut self, at: usize, rule: &BatchRuleFile) -> Option<BatchRule> {
        let of = self.class_id(Where::Rule("batches", at + 1), &rule.of)?;
        Some(BatchRule {
            of,
            at_least: rule.at_least,
            at_most: rule.at_most,
        })
    }

    fn first(&mut self, at: usize, rule: &FirstFile) -> Option<First> {
        let at = Where::Rule("first", at + 1);
        let (class, before) = (
            self.class_id(at.clone(), &rule.class),
            self.class_id(at, &rule.before),
        );
        Some(First {
            class: class?,
            before: before?,
            within: rule.within,
        })
    }

    fn group(&mut self, at: usize, rule: &GroupFile) -> Option<Group> {
        let at = Where::Rule("groups", at + 1);
        let class = self.class_id(at.clone(), &rule.class)?;
        let unknown: Vec<&String> = rule
            .named
            .iter()
            .filter(|name| !self.is_named(class, name))
            .collect();
        for name in unknown {
            let (name, class) = (name.clone(), rule.class.clone());
            self.wrong(at.clone(), Wrong::NoName { name, class });
        }
        Some(Group {
            class,
            named: rule.named.clone(),
        })
    }

    fn extension(&mut self, rule: &ExtensionFile) -> Option<Extension> {
        let at = Where::Rule("extension", 1);
        let numbers = [
            rule.block,
            rule.further,
            rule.granting,
            rule.granted_at_most,
        ];
        if let Some(found) = numbers.into_iter().find(|number| *number > FURTHER_MOST) {
            let (of, found, most) = ("further ones", found as usize, FURTHER_MOST as usize);
            self.wrong(at.clone(), Wrong::TooMany { of, found, most });
        }
        for (what, number) in [
            ("a block", rule.block),
            ("what a block grants", rule.granting),
        ] {
            if number == 0 {
                self.wrong(at.clone(), Wrong::Nought(what));
            }
        }
        let (of, grants) = (
            self.class_id(at.clone(), &rule.of),
            self.class_id(at, &rule.grants),
        );
        Some(Extension {
            of: of?,
            block: rule.block.max(1),
            further: rule.further,
            grants: grants?,
            granting: rule.granting,
            granted_at_most: rule.granted_at_most,
        })
    }
}
