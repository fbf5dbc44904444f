//! What of the plan an order leaves aside, in sentences.

use planner::order::of_plan::{LeftOut, StepAt};

use super::said::Said;
use crate::{i18n::whole, plan::check::found::Weight};

impl Said<'_> {
    /// Something of the plan that was left aside.
    pub(super) fn left_out(&self, left: &LeftOut) -> String {
        let rule = |key: &'static str, rule: usize, class: usize| {
            let said = [
                ("rule", whole(rule as u64).into()),
                ("class", self.now().many(class).into()),
            ];
            self.strings.with(key, &said)
        };
        let class = |key: &'static str, class: usize| rule(key, 0, class);
        let places = |key: &'static str, steps: &[StepAt]| {
            self.strings
                .with(key, &[("places", self.places(steps).into())])
        };
        match left {
            LeftOut::Batch { rule: at, class } => rule("order-left-batch", *at, *class),
            LeftOut::First { rule: at, class } => rule("order-left-first", *at, *class),
            LeftOut::Group { rule: at, class } => rule("order-left-group", *at, *class),
            LeftOut::Price { rule: at, class } => rule("order-left-price", *at, *class),
            LeftOut::PriceAtEnd { class, due, given } => {
                self.apart("order-left-price-at-end", *class, *due, *given)
            }
            LeftOut::PriceApart { class, due, given } => {
                self.apart("order-left-price-apart", *class, *due, *given)
            }
            LeftOut::Named { class: of } => class("order-left-named", *of),
            LeftOut::Conditions { steps } => places("order-left-conditions", steps),
            LeftOut::Together { steps } => places("order-left-together", steps),
            LeftOut::Holding { steps } => places("order-left-holding", steps),
            LeftOut::Verified { class: of } => class("order-left-verified", *of),
            LeftOut::Without { class: of } => class("order-left-without", *of),
            LeftOut::Discount { party } => {
                let party = self.now().party(*party);
                self.strings
                    .with("order-left-discount", &[("party", party.into())])
            }
            LeftOut::Ranges => self.strings.t("order-left-ranges"),
        }
    }

    /// Steps by their numbers in the file; the first few of many.
    fn places(&self, steps: &[StepAt]) -> String {
        /// Told one by one; the JSON has all.
        const TOLD: usize = 12;
        let place = |at: &StepAt| {
            let said = [
                ("stage", whole(at.stage as u64).into()),
                ("step", whole(at.step as u64).into()),
            ];
            self.strings.with("order-place", &said)
        };
        let mut places: Vec<String> = steps.iter().take(TOLD).map(place).collect();
        let more = steps.len().saturating_sub(TOLD);
        if more > 0 {
            places.push(self.strings.with("plan-and-more", &[("n", more.into())]));
        }
        self.strings.list(&places)
    }

    /// That prices do not come out over the whole plan.
    fn apart(&self, key: &'static str, class: usize, due: u64, given: u64) -> String {
        let said = [
            ("class", self.now().many(class).into()),
            ("due", whole(due).into()),
            ("given", whole(given).into()),
        ];
        self.strings.with(key, &said)
    }
}

/// Whether it is about what is told of an order that was found.
pub(super) const fn only_of_an_order(left: &LeftOut) -> bool {
    matches!(
        left,
        LeftOut::Ranges | LeftOut::Together { .. } | LeftOut::Named { .. }
    )
}

/// How much what was left aside asks for: whether the order may go against it.
pub(super) const fn asks(left: &LeftOut) -> Weight {
    match left {
        LeftOut::Batch { .. }
        | LeftOut::First { .. }
        | LeftOut::Group { .. }
        | LeftOut::Price { .. }
        | LeftOut::PriceAtEnd { .. }
        | LeftOut::Conditions { .. }
        | LeftOut::Together { .. }
        | LeftOut::Holding { .. }
        | LeftOut::Verified { .. }
        | LeftOut::Without { .. }
        | LeftOut::Discount { .. } => Weight::Look,
        LeftOut::PriceApart { .. } | LeftOut::Named { .. } | LeftOut::Ranges => Weight::Fact,
    }
}
