//! Why there is no order, in sentences: what cannot hold together, where the stages have too little room, and what
//! would mend it.

use planner::order::{
    infeasible::{Mend, Suffices},
    report::{Found, Lacking, Limited, Mending},
};

use super::said::Said;
use crate::{i18n::whole, plan::points};

impl Said<'_> {
    /// What cannot hold together, and what would mend it: one after the other where there are several.
    pub fn conflicts(&self) -> Vec<(String, Vec<String>)> {
        let Found::None {
            conflict,
            minimal,
            lacks,
            with_room,
            further,
        } = &self.report.found
        else {
            return Vec::new();
        };
        let mendings = |conflict: &[Mending]| -> Vec<String> {
            let mendings = conflict.iter().map(|mending| self.mending(mending));
            mendings.collect()
        };
        let first = if lacks.is_empty() {
            let note = match (further.is_empty(), minimal) {
                (true, true) => "order-conflict-minimal",
                (true, false) => "order-conflict-some",
                (false, _) => "order-conflict-first",
            };
            let note = self.strings.with(note, &[("n", conflict.len().into())]);
            (note, mendings(conflict))
        } else {
            let said = self.room(conflict, lacks, *with_room);
            (self.strings.t("order-room"), said)
        };
        let further = further.iter().map(|further| {
            let n = ("n", further.conflict.len().into());
            let note = self.strings.with("order-conflict-further", &[n]);
            (note, mendings(&further.conflict))
        });
        std::iter::once(first).chain(further).collect()
    }

    /// Where room is lacking, and what would do.
    fn room(&self, conflict: &[Mending], lacks: &[Lacking], with_room: Suffices) -> Vec<String> {
        let mut said: Vec<String> = lacks.iter().map(|lack| self.lack(lack)).collect();
        // Of several that lack room none by itself would do, and a rule is told with no least number: that is told
        // of all of them at once.
        let told_below = with_room == Suffices::DoesNot;
        let alone = |what: Limited| lacks.len() == 1 && matches!(what, Limited::Batch { .. });
        let told = conflict
            .iter()
            .filter(|mending| mending.what == Limited::Stages || alone(mending.what))
            // That something else stands against it is told below, with what it is.
            .filter(|mending| !told_below || mending.mend != Mend::Never);
        said.extend(told.map(|mending| self.mending(mending)));
        if told_below || !lacks.iter().any(|lack| alone(lack.what)) {
            let with_room = match with_room {
                Suffices::Does => "order-room-does",
                Suffices::DoesNot => "order-room-does-not",
                Suffices::Unknown => "order-room-unknown",
            };
            said.push(self.strings.t(with_room));
        }
        said
    }

    /// How much room is lacking under one limit, and what would do.
    fn lack(&self, lack: &Lacking) -> String {
        let sum = &lack.sum;
        let (key, rule, class) = match lack.what {
            Limited::Batches { rule, class, .. } => ("order-room-rule", rule, Some(class)),
            Limited::Batch { .. }
            | Limited::Exposure { .. }
            | Limited::AtStake { .. }
            | Limited::Stages
            | Limited::Price { .. }
            | Limited::Turn
            | Limited::First { .. }
            | Limited::Groups { .. } => ("order-room-side", 0, None),
        };
        let class = class.map(|class| self.now().many(class));
        self.strings.with(
            key,
            &[
                ("party", self.now().party(lack.party).into()),
                ("class", class.unwrap_or_default().into()),
                ("rule", whole(rule as u64).into()),
                ("owed", whole(sum.owed).into()),
                ("most", whole(sum.most).into()),
                ("n", sum.stages.into()),
                ("room", whole(sum.room()).into()),
                ("stages", whole(sum.needs_stages).into()),
                ("batch", whole(sum.needs_most).into()),
            ],
        )
    }

    fn mending(&self, mending: &Mending) -> String {
        let limit = self.limit(mending);
        let written = |number: i64| self.written(mending.what, number);
        let with = |key: &'static str, needed: i64| {
            self.strings
                .with(key, &[("needed", written(needed).into())])
        };
        let needs = match mending.mend {
            Mend::Least(needed) => with("order-needs-least", needed),
            Mend::Enough(needed) => with("order-needs-some", needed),
            Mend::Free => self.strings.t("order-needs-free"),
            Mend::Never => self.strings.t("order-needs-never"),
            Mend::Unknown => self.strings.t("order-needs-unknown"),
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
