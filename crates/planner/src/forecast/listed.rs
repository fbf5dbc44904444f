//! The guesses of a section one by one, each with the keys under which it stands and with what it has to
//! be: what of them is none can so be told all at once.

use super::{
    Section, StageSection, check,
    error::{COUNT_MOST, DAYS_MOST},
};
use crate::range::Range;

/// The fewest and the most sets of guesses that are drawn.
pub(super) const DRAWS: (u64, u64) = (100, 10_000);
/// The fewest and the most courses of events that are simulated for each.
pub(super) const PATHS: (u64, u64) = (100, 100_000);

/// What was written for a guess, as what it has to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    /// A chance.
    Chance(Range),
    /// Days.
    Days(Range),
    /// How strongly gains from stopping drive a breach.
    Temptation(Range),
    /// A number from one to another.
    Number {
        /// What was written.
        found: u64,
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
}

impl Written {
    /// Whether it is what it has to be.
    pub(crate) fn is_one(self) -> bool {
        match self {
            Self::Chance(range) => check::chance("", None, range).is_ok(),
            Self::Days(range) => check::days("", None, range).is_ok(),
            Self::Temptation(range) => check::temptation(range).is_ok(),
            Self::Number { found, least, most } => (least..=most).contains(&found),
        }
    }

    fn number(found: impl Into<u64>, (least, most): (u64, u64)) -> Self {
        Self::Number {
            found: found.into(),
            least,
            most,
        }
    }
}

/// The guesses of a section, each with its keys from the outermost on.
pub(crate) fn listed(section: &Section) -> Vec<(Vec<&str>, Written)> {
    use Written::{Chance, Days, Temptation};
    let slacks = (0, DAYS_MOST.into());
    let mut all = vec![
        (vec!["on-time"], Chance(section.on_time)),
        (vec!["breach"], Chance(section.breach)),
        (vec!["resume"], Chance(section.resume)),
        (vec!["give-up-after"], Days(section.give_up_after)),
    ];
    let temptation = section.temptation.map(Temptation);
    all.extend(temptation.map(|written| (vec!["temptation"], written)));
    let slack = section.slack.map(|slack| Written::number(slack, slacks));
    all.extend(slack.map(|written| (vec!["slack"], written)));
    let draws = section.draws.map(|draws| Written::number(draws, DRAWS));
    all.extend(draws.map(|written| (vec!["draws"], written)));
    if let Some(silence) = &section.silence {
        all.extend([
            (vec!["silence", "chance"], Chance(silence.chance)),
            (vec!["silence", "resume"], Chance(silence.resume)),
            (
                vec!["silence", "give-up-after"],
                Days(silence.give_up_after),
            ),
        ]);
    }
    if let Some(lacking) = &section.undeliverable {
        let replaced = lacking.replaced.map(Chance);
        let numbers = [
            ("replaced", replaced),
            ("days", Some(Written::number(lacking.days, slacks))),
            (
                "tolerated",
                Some(Written::number(lacking.tolerated, (0, COUNT_MOST.into()))),
            ),
        ];
        all.extend(under("undeliverable", numbers));
    }
    if let Some(history) = &section.history {
        let paths = history.paths.map(|paths| Written::number(paths, PATHS));
        let numbers = [
            (
                "trust-lost-per-late-day",
                history.trust_lost_per_late_day.map(Chance),
            ),
            (
                "trust-regained-per-stage",
                history.trust_regained_per_stage.map(Chance),
            ),
            ("retaliation", history.retaliation.map(Chance)),
            ("paths", paths),
        ];
        all.extend(under("history", numbers));
    }
    for (name, own) in &section.stages {
        all.extend(of_stage(name, own));
    }
    all
}

fn of_stage<'s>(name: &'s str, own: &StageSection) -> Vec<(Vec<&'s str>, Written)> {
    let slack = own
        .slack
        .map(|slack| Written::number(slack, (0, DAYS_MOST.into())));
    let all = [
        ("on-time", own.on_time.map(Written::Chance)),
        ("breach", own.breach.map(Written::Chance)),
        ("resume", own.resume.map(Written::Chance)),
        ("give-up-after", own.give_up_after.map(Written::Days)),
        ("slack", slack),
    ];
    let all = all.into_iter();
    all.filter_map(|(key, written)| Some((vec!["stages", name, key], written?)))
        .collect()
}

/// Those that are there, under one key more.
fn under<'s, const N: usize>(
    outer: &'s str,
    all: [(&'s str, Option<Written>); N],
) -> impl Iterator<Item = (Vec<&'s str>, Written)> {
    all.into_iter()
        .filter_map(move |(key, written)| Some((vec![outer, key], written?)))
}
