//! Why there is no order, in sentences: what cannot hold together, where the stages have too little room, and what
//! would mend it.

use planner::order::{
    infeasible::{Mend, Others, Suffices, Without},
    report::{Contradictory, Found, Lacking, Limited, Mending, Narrow},
    stages::STAGES_MOST,
};

use super::said::Said;
use crate::{i18n::whole, plan::points};

/// What the heading over mendings says of all else.
#[derive(Clone, Copy, PartialEq, Eq)]
enum AllElse {
    /// It is as it is: each mending says so.
    Kept,
    /// It is as the heading says.
    AsSaid,
}

impl Said<'_> {
    /// What cannot hold together, and what would mend it: one after the other where there are several.
    pub fn conflicts(&self) -> Vec<(String, Vec<String>)> {
        let Found::None {
            conflict,
            others,
            minimal,
            lacks,
            with_room,
            further,
        } = &self.report.found
        else {
            return Vec::new();
        };
        let first = if lacks.is_empty() {
            let (note, all_else) = match (others, minimal) {
                (Others::Kept, true) => ("order-conflict-minimal", AllElse::Kept),
                (Others::Kept, false) => ("order-conflict-some", AllElse::Kept),
                (Others::Mended, _) => ("order-conflict-first", AllElse::AsSaid),
            };
            let note = self.strings.with(note, &[("n", conflict.len().into())]);
            (note, self.mendings(conflict, all_else))
        } else {
            let said = self.room(conflict, lacks, *with_room);
            (self.strings.t("order-room"), said)
        };
        let others = further
            .iter()
            .any(|further| further.without == Without::All);
        let further = further.iter().map(|further| self.further(further, others));
        std::iter::once(first).chain(further).collect()
    }

    /// What cannot hold either; `others` says whether some of it holds whatever else is done.
    fn further(&self, further: &Contradictory, others: bool) -> (String, Vec<String>) {
        let n = ("n", further.conflict.len().into());
        let note = match &further.without {
            Without::All => self.strings.with("order-conflict-further", &[n]),
            Without::These(left_out) => {
                let mut said: Vec<String> = left_out.iter().map(|left| self.limit(left)).collect();
                let without = if others {
                    "order-conflict-without-mended"
                } else {
                    "order-conflict-without"
                };
                said.push(self.strings.with(without, &[n]));
                said.join(" ")
            }
        };
        (note, self.mendings(&further.conflict, AllElse::AsSaid))
    }

    fn mendings(&self, conflict: &[Mending], all_else: AllElse) -> Vec<String> {
        let none = conflict.iter().all(|mending| mending.mend.is_none());
        let mendings = conflict
            .iter()
            .map(|mending| self.mending(mending, all_else, none));
        mendings.collect()
    }

    /// Where room is lacking, and what would do.
    fn room(&self, conflict: &[Mending], lacks: &[Lacking], with_room: Suffices) -> Vec<String> {
        let mut said: Vec<String> = lacks.iter().map(|lack| self.lack(lack)).collect();
        // Of several that lack room none by itself would do, and a rule may be told with no least number: that is
        // told of all of them at once.
        let by_itself = |mending: &Mending| {
            let number = matches!(mending.mend, Mend::Least(_) | Mend::Enough(_));
            lacks.len() == 1 && mending.what != Limited::Stages && number
        };
        let told = conflict
            .iter()
            .filter(|mending| mending.what == Limited::Stages || by_itself(mending))
            // Where no number of stages would do that is part of what is told below.
            .filter(|mending| {
                let below = matches!(with_room, Suffices::StagesToo | Suffices::DoesNot);
                mending.mend != Mend::Never || !below
            });
        said.extend(told.map(|mending| self.mending(mending, AllElse::Kept, false)));
        if !conflict.iter().any(by_itself) {
            let with_room = match with_room {
                Suffices::Does => "order-room-does",
                Suffices::More => "order-room-more",
                Suffices::StagesToo => "order-room-stages-too",
                Suffices::DoesNot => "order-room-does-not",
                Suffices::Unknown => "order-room-unknown",
            };
            said.push(self.strings.t(with_room));
        }
        said
    }

    /// How much room is lacking under one limit, and what it takes at least.
    fn lack(&self, lack: &Lacking) -> String {
        let sum = &lack.sum;
        let (lacks, takes, takes_most, rule, class) = match lack.what {
            Narrow::Batches { rule, class } => (
                "order-room-rule",
                "order-room-rule-takes",
                "order-room-rule-takes-most",
                whole(rule as u64),
                self.now().many(class),
            ),
            Narrow::Batch { .. } => (
                "order-room-side",
                "order-room-side-takes",
                "order-room-side-takes-most",
                String::new(),
                String::new(),
            ),
        };
        // So many stages as cannot be asked for are nobody's way out.
        let takes = if sum.needs_stages <= u64::from(STAGES_MOST) {
            takes
        } else {
            takes_most
        };
        let said = [
            ("party", self.now().party(lack.party).into()),
            ("class", class.into()),
            ("rule", rule.into()),
            ("owed", whole(sum.owed).into()),
            ("most", whole(sum.most).into()),
            ("n", sum.stages.into()),
            ("room", whole(sum.room()).into()),
            ("stages", whole(sum.needs_stages).into()),
            ("batch", whole(sum.needs_most).into()),
            ("limit", whole(u64::from(STAGES_MOST)).into()),
        ];
        let [lacks, takes] = [lacks, takes].map(|key| self.strings.with(key, &said));
        format!("{lacks} {takes}")
    }

    /// A limit and what would do in its place; `none` says whether nothing does in the place of any of those that
    /// are told with it.
    fn mending(&self, mending: &Mending, all_else: AllElse, none: bool) -> String {
        let limit = self.limit(mending);
        let written = |number: i64| self.written(mending.what, number);
        let with = |key: &'static str, needed: i64| {
            self.strings
                .with(key, &[("needed", written(needed).into())])
        };
        let t = |key: &'static str| self.strings.t(key);
        let needs = match (mending.mend, all_else) {
            (Mend::Least(needed), AllElse::Kept) => with("order-needs-least", needed),
            (Mend::Least(needed), AllElse::AsSaid) => with("order-then-least", needed),
            (Mend::Enough(needed), AllElse::Kept) => with("order-needs-some", needed),
            (Mend::Enough(needed), AllElse::AsSaid) => with("order-then-some", needed),
            (Mend::Free, AllElse::Kept) => t("order-needs-free"),
            (Mend::Free, AllElse::AsSaid) => t("order-then-free"),
            (Mend::Never, AllElse::Kept) if none => t("order-needs-never-else"),
            (Mend::Never, AllElse::Kept) => t("order-needs-never"),
            (Mend::Never, AllElse::AsSaid) => t("order-then-never"),
            (Mend::Beyond(most), AllElse::Kept) => with("order-needs-beyond", most),
            (Mend::Beyond(most), AllElse::AsSaid) => with("order-then-beyond", most),
            (Mend::Unknown, AllElse::Kept) => t("order-needs-unknown"),
            (Mend::Unknown, AllElse::AsSaid) => t("order-then-unknown"),
        };
        format!("{limit} {needs}")
    }

    /// A limit as it is.
    fn limit(&self, mending: &Mending) -> String {
        let party = |number: usize| ("party", self.now().party(number).into());
        let class = |number: usize| ("class", self.now().many(number).into());
        let of = |rule: usize| ("rule", whole(rule as u64).into());
        let now = ("now", self.written(mending.what, mending.now).into());
        let number = |number: u32| whole(u64::from(number)).into();
        let (key, said) = match mending.what {
            Limited::Exposure { party: whose } => ("order-limit-exposure", vec![party(whose), now]),
            Limited::AtStake { party: whose } => ("order-limit-at-stake", vec![party(whose), now]),
            Limited::Batch { party: whose } => ("order-limit-batch", vec![party(whose), now]),
            Limited::Stages => ("order-limit-stages", vec![now]),
            Limited::Price { paid_in } => ("order-limit-price", vec![class(paid_in), now]),
            Limited::Groups { class: whose } => ("order-limit-groups", vec![class(whose)]),
            Limited::Turn => ("order-limit-turn", Vec::new()),
            Limited::First {
                rule,
                class: first,
                before,
            } => {
                let before = ("before", self.now().many(before).into());
                ("order-limit-first", vec![of(rule), class(first), before])
            }
            Limited::Batches {
                rule,
                class: whose,
                at_least,
                at_most,
            } => {
                let key = match (at_least, at_most) {
                    (Some(_), Some(_)) => "order-limit-batches-between",
                    (Some(_), None) => "order-limit-batches-least",
                    (None, _) => "order-limit-batches-most",
                };
                let least = ("least", number(at_least.unwrap_or_default()));
                let most = ("most", number(at_most.unwrap_or_default()));
                (key, vec![of(rule), class(whose), least, most])
            }
        };
        self.strings.with(key, &said)
    }

    /// A number that a limit is: points with as many places as their party has.
    fn written(&self, what: Limited, number: i64) -> String {
        let places = match what {
            Limited::Exposure { party } | Limited::AtStake { party } => {
                let mut panels = self.report.now.panels.iter();
                let panel = panels.find(|panel| panel.party == party);
                panel.map_or(0, |panel| panel.places)
            }
            Limited::Batch { .. }
            | Limited::Stages
            | Limited::Price { .. }
            | Limited::Batches { .. }
            | Limited::First { .. }
            | Limited::Groups { .. }
            | Limited::Turn => 0,
        };
        points::number(number, places)
    }
}
