//! What was found of the plan itself, in sentences.

use planner::check::{Change, Finding, HoursFrom, Step, WaitsFor};

use super::words::{Told, isolated};
use crate::{
    cell,
    i18n::{Key, whole},
};

/// How much a finding asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// It cannot be as it is written.
    Wrong,
    /// Somebody should look at it.
    Look,
    /// Nobody can tell, as the numbers are.
    CannotTell,
    /// It comes out.
    Right,
    /// It is so.
    Fact,
}

impl Told<'_> {
    /// What is changed in another order.
    pub fn change(&self, change: &Change) -> String {
        match change {
            Change::StagesTurnedRound => self.strings.t("check-change-turned"),
            Change::ByTurns => self.strings.t("check-change-turns"),
            Change::LastStageByTurns => self.strings.t("check-change-last-turns"),
            Change::LastInEachStage { class } => self
                .strings
                .with("check-change-last", &[("what", self.many(*class).into())]),
        }
    }

    /// The findings on the plan itself.
    pub fn findings(&self) -> Vec<(Weight, String)> {
        let mut before = Weight::Fact;
        let first = self.of_nobody().first().copied();
        let findings = self.report.findings.iter().filter_map(|finding| {
            // That there are more of a kind stands with that kind.
            if !matches!(finding, Finding::More { .. }) {
                before = weight(finding);
            }
            // One sentence has all of whom that is said.
            if let Finding::PointsFromNobody { party } = finding
                && Some(*party) != first
            {
                return None;
            }
            Some((before, self.finding_said(finding)))
        });
        findings.collect()
    }

    /// The parties of whose points nobody is named who gave them.
    fn of_nobody(&self) -> Vec<usize> {
        let findings = self.report.findings.iter();
        let parties = findings.filter_map(|finding| {
            if let Finding::PointsFromNobody { party } = finding {
                Some(*party)
            } else {
                None
            }
        });
        parties.collect()
    }

    fn finding_said(&self, finding: &Finding) -> String {
        let strings = self.strings;
        let many = |class: usize| self.many(class).into();
        let step = |stage: usize, step: usize| self.step(Step { stage, step }, Key("plan-step"));
        match finding {
            Finding::MoreThanThereAre {
                class,
                given,
                number,
            } => strings.with(
                "found-more-than-there-are",
                &[
                    ("given", self.count(*class, *given).into()),
                    ("number", whole(u64::from(*number)).into()),
                ],
            ),
            Finding::Remain { class, count } => strings.with(
                "found-remain",
                &[("what", self.count(*class, *count).into())],
            ),
            Finding::PriceOff {
                paid_in,
                stage,
                due,
                given,
                slack,
            } => {
                let parts = [
                    ("due", self.count(*paid_in, *due).into()),
                    ("given", whole(*given).into()),
                    ("slack", whole(*slack).into()),
                ];
                let [due, given, slack] = parts;
                match stage {
                    Some(stage) => {
                        let stage = ("stage", self.stage(*stage).into());
                        strings.with("found-price-stage", &[stage, due, given, slack])
                    }
                    None => strings.with("found-price-end", &[due, given]),
                }
            }
            Finding::PriceComesOut { paid_in, of, due } => {
                let of: Vec<String> = of
                    .iter()
                    .map(|class| {
                        let given = self
                            .report
                            .classes
                            .get(*class)
                            .map_or(0, |class| class.given);
                        self.count(*class, given)
                    })
                    .collect();
                let paid = ("paid", self.count(*paid_in, *due).into());
                strings.with(
                    "found-price-right",
                    &[paid, ("of", strings.list(&of).into())],
                )
            }
            Finding::GroupPriceInPart { class, each, given } => strings.with(
                "found-group-price",
                &[
                    ("each", self.count(*class, u64::from(*each)).into()),
                    ("given", whole(*given).into()),
                ],
            ),
            Finding::BatchSize {
                stage,
                class,
                count,
                at_least,
                at_most,
            } => {
                let stage = ("stage", self.stage(*stage).into());
                let what = ("what", self.count(*class, *count).into());
                match (at_least.filter(|least| *count < u64::from(*least)), at_most) {
                    (Some(least), _) => {
                        let least = ("least", whole(u64::from(least)).into());
                        strings.with("found-batch-few", &[stage, what, least])
                    }
                    (None, most) => {
                        let most = ("most", whole(u64::from(most.unwrap_or(0))).into());
                        strings.with("found-batch-many", &[stage, what, most])
                    }
                }
            }
            Finding::BatchesCannotBe {
                class,
                at_least,
                at_most,
            } => strings.with(
                "found-batch-never",
                &[
                    ("what", many(*class)),
                    ("least", whole(u64::from(*at_least)).into()),
                    ("most", whole(u64::from(*at_most)).into()),
                ],
            ),
            Finding::OutOfOrder {
                stage,
                class,
                before,
            } => strings.with(
                "found-out-of-order",
                &[
                    ("stage", self.stage(*stage).into()),
                    ("first", many(*class)),
                    ("then", many(*before)),
                ],
            ),
            Finding::GroupParted { class, named } => {
                let names = ("names", self.names(named).into());
                strings.with("found-group-parted", &[("what", many(*class)), names])
            }
            Finding::Waits {
                stage,
                step: number,
                on,
            } => self.waits(step(*stage, *number), on),
            Finding::BackwardsDay { stage } => strings.with(
                "found-backwards-day",
                &[("stage", self.stage(*stage).into())],
            ),
            Finding::Backwards {
                stage,
                step: number,
            } => strings.with("found-backwards", &[("step", step(*stage, *number).into())]),
            Finding::TooLate {
                stage,
                step: number,
            } => strings.with("found-too-late", &[("step", step(*stage, *number).into())]),
            Finding::VerifiedTooSoon {
                stage,
                step: number,
                class,
            } => strings.with(
                "found-verified-soon",
                &[
                    ("step", step(*stage, *number).into()),
                    ("what", many(*class)),
                ],
            ),
            Finding::VerifiedForNothing { class } => {
                strings.with("found-verified-for-nothing", &[("what", many(*class))])
            }
            Finding::NeverVerified { class, count } => strings.with(
                "found-never-verified",
                &[("what", self.count(*class, u64::from(*count)).into())],
            ),
            Finding::LeftInEscrow { class, count } => strings.with(
                "found-left-in-escrow",
                &[("what", self.count(*class, u64::from(*count)).into())],
            ),
            Finding::LeftDeposited { what } => strings.with(
                "found-left-deposited",
                &[("what", cell::plainly(what).into())],
            ),
            Finding::GivesBackNothing {
                stage,
                step: number,
                what,
            } => strings.with(
                "found-gives-back-nothing",
                &[
                    ("step", step(*stage, *number).into()),
                    ("what", cell::plainly(what).into()),
                ],
            ),
            Finding::GivesBackTooMuch {
                stage,
                step: number,
                what,
            } => strings.with(
                "found-gives-back-too-much",
                &[
                    ("step", step(*stage, *number).into()),
                    ("what", cell::plainly(what).into()),
                ],
            ),
            Finding::Extension(extends) => self.extension(extends),
            Finding::PointsFromNobody { .. } => {
                let parties = [("party", self.parties(&self.of_nobody()).into())];
                strings.with("found-points-from-nobody", &parties)
            }
            Finding::GainsByGiving { class } => {
                strings.with("found-gains-by-giving", &[("what", many(*class))])
            }
            Finding::CostsNothing { class } => {
                strings.with("found-costs-nothing", &[("what", many(*class))])
            }
            Finding::NoTimes { steps, of, .. } if steps == of => strings.t("found-no-times-all"),
            Finding::NoTimes { steps, first, .. } => self.steps("found-no-times", *steps, first),
            Finding::HoursFrom { from, steps, first } => {
                let key = match from {
                    HoursFrom::EndOfDay => "found-hours-from-day",
                    HoursFrom::Nowhere => "found-hours-from-nowhere",
                };
                self.steps(key, *steps, first)
            }
            Finding::DeliverableUnknown { class } => {
                strings.with("found-deliverable-unknown", &[("what", many(*class))])
            }
            Finding::OrderTooLong { change, at_most } => strings.with(
                "found-order-too-long",
                &[
                    ("order", self.change(change).into()),
                    ("most", whole(*at_most).into()),
                ],
            ),
            Finding::NotPutLast { classes, at_most } => strings.with(
                "found-not-put-last",
                &[
                    ("classes", whole(*classes as u64).into()),
                    ("most", whole(*at_most as u64).into()),
                ],
            ),
            Finding::FactorsNotSought { party, at_most } => strings.with(
                "found-factors-not-sought",
                &[
                    ("party", self.party(*party).into()),
                    ("most", whole(*at_most as u64).into()),
                ],
            ),
            Finding::More { count } => strings.with(
                "found-more",
                &[("n", usize::try_from(*count).unwrap_or(usize::MAX).into())],
            ),
        }
    }

    /// A step of a stage, in one of two strings.
    fn step(&self, step: Step, key: Key) -> String {
        let number = whole(step.step as u64 + 1);
        let parts = [
            ("stage", self.stage(step.stage).into()),
            ("number", number.into()),
        ];
        self.strings.with(key, &parts)
    }

    fn waits(&self, step: String, on: &WaitsFor) -> String {
        let step = ("step", step.into());
        match on {
            WaitsFor::Nothing(key) => self.strings.with(
                "found-waits-nothing",
                &[step, ("key", cell::plainly(key).into())],
            ),
            WaitsFor::Later(key) => self.strings.with(
                "found-waits-later",
                &[step, ("key", cell::plainly(key).into())],
            ),
            WaitsFor::Circle(keys) if keys.len() == 1 => {
                self.strings.with("found-waits-itself", &[step])
            }
            WaitsFor::Circle(keys) => {
                let keys = ("keys", self.names(keys).into());
                self.strings.with("found-waits-circle", &[step, keys])
            }
        }
    }

    fn extension(&self, extends: &planner::check::Extends) -> String {
        let block = (
            "block",
            self.count(extends.of, u64::from(extends.block)).into(),
        );
        let grants = (
            "grants",
            self.count(extends.grants, u64::from(extends.granting))
                .into(),
        );
        let cap = (
            "cap",
            self.count(extends.grants, u64::from(extends.at_most))
                .into(),
        );
        let Some(room) = extends.blocks_under_cap else {
            let in_plan = ("plan", whole(extends.in_plan).into());
            return self.strings.with("found-extension-under", &[cap, in_plan]);
        };
        let reached = extends.blocks.min(room);
        let all = extends.in_plan + u64::from(reached) * u64::from(extends.granting);
        let said = [
            block,
            grants,
            ("all", self.count(extends.grants, all).into()),
            ("n", reached.into()),
            cap,
        ];
        let mut told = if extends.blocks <= room {
            self.strings.with("found-extension-further", &said)
        } else {
            self.strings.with("found-extension-cap", &said)
        };
        if extends.left_over > 0 {
            let over = self.count(extends.of, u64::from(extends.left_over));
            told.push(' ');
            told.push_str(
                &self
                    .strings
                    .with("found-extension-over", &[("over", over.into())]),
            );
        }
        told
    }
}

impl Told<'_> {
    /// What is so of some steps, of which the first are named.
    fn steps(&self, key: &'static str, steps: usize, first: &[Step]) -> String {
        let which = first
            .iter()
            .map(|step| isolated(&self.step(*step, Key("plan-step-of"))));
        let which = self.listed(which.collect(), steps);
        let parts = [("n", steps.into()), ("which", which.into())];
        self.strings.with(key, &parts)
    }
}

fn weight(finding: &Finding) -> Weight {
    match finding {
        Finding::MoreThanThereAre { .. }
        | Finding::PriceOff { .. }
        | Finding::GroupPriceInPart { .. }
        | Finding::BatchSize { .. }
        | Finding::BatchesCannotBe { .. }
        | Finding::OutOfOrder { .. }
        | Finding::GroupParted { .. }
        | Finding::Waits { .. }
        | Finding::BackwardsDay { .. }
        | Finding::Backwards { .. }
        | Finding::TooLate { .. }
        | Finding::VerifiedTooSoon { .. }
        | Finding::GivesBackNothing { .. }
        | Finding::GivesBackTooMuch { .. } => Weight::Wrong,
        Finding::Extension(extends) if extends.blocks_under_cap.is_none() => Weight::Wrong,
        Finding::VerifiedForNothing { .. }
        | Finding::NeverVerified { .. }
        | Finding::LeftInEscrow { .. }
        | Finding::LeftDeposited { .. }
        | Finding::PointsFromNobody { .. }
        | Finding::GainsByGiving { .. }
        | Finding::CostsNothing { .. }
        | Finding::NoTimes { .. }
        | Finding::HoursFrom { .. }
        | Finding::DeliverableUnknown { .. } => Weight::Look,
        Finding::PriceComesOut { .. } => Weight::Right,
        Finding::Remain { .. }
        | Finding::Extension(_)
        | Finding::OrderTooLong { .. }
        | Finding::NotPutLast { .. }
        | Finding::FactorsNotSought { .. }
        | Finding::More { .. } => Weight::Fact,
    }
}
