//! Why no forecast was made.

use std::fmt;

use thiserror::Error;

use crate::{
    document::Placed,
    plan::{Plan, Where, places_of},
    range::Range,
};

/// The most stages.
pub const STAGES_MOST: usize = 1_000;
/// The most parties.
pub const PARTIES_MOST: usize = 16;
/// The most kinds of items in a stage.
pub const KINDS_MOST: usize = 1_000;
/// The most items of one kind, and the most that may be tolerated missing.
pub const COUNT_MOST: u32 = 100_000;
/// The most days of lateness, of silence, of replacing and of slack.
pub const DAYS_MOST: u32 = 3_660;
/// The most days from the first stage to the last: a hundred years.
pub const PLAN_DAYS_MOST: u32 = 36_600;
/// The most points.
pub const POINTS_MOST: i64 = 1_000_000_000_000_000;
/// The most cells (stages times days of delay) for one set of guesses.
pub const CELLS_MOST: u64 = 20_000_000;
/// The most chances that are kept (sets of guesses times days of delay): 1.6 gigabytes.
pub const KEPT_MOST: u64 = 200_000_000;
/// The most steps of all simulated courses of events.
pub const STEPS_MOST: u64 = 2_000_000_000;

/// A guess, by its key in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guess {
    /// The key.
    pub key: &'static str,
    /// The stage for which it is, where it is for one.
    pub stage: Option<String>,
}

impl fmt::Display for Guess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.stage {
            None => write!(f, "`{}`", self.key),
            Some(stage) => write!(f, "`{}` of the stage `{stage}`", self.key),
        }
    }
}

/// Why no forecast was made.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ForecastError {
    /// Nothing to forecast.
    #[error("forecasting: the plan has no stage. Give it at least one.")]
    NoStage,
    /// More days to make up than there are.
    #[error(
        "forecasting: before the stage `{stage}` {} to be made up, and it comes {} after the stage before it. Give it `slack: {days}` or less, or move its day.",
        made_up(*.slack),
        number(*.days)
    )]
    Slack {
        /// Before which stage.
        stage: String,
        /// How many days were to be made up.
        slack: u32,
        /// How many there are.
        days: u32,
    },
    /// More days to make up than there are between two stages, with stages in between that have no day.
    #[error(
        "forecasting: after the stage `{before}` and up to the stage `{stage}` {} to be made up in all, and only {} between these two; the stages in between have no day. Let their `slack` come to {days} or less together, or move a day.",
        made_up(*.slack),
        lie(*.days)
    )]
    SlackBetween {
        /// The stage before that has a day.
        before: String,
        /// The next that has one.
        stage: String,
        /// How many days were to be made up in all.
        slack: u32,
        /// How many there are.
        days: u32,
    },
    /// Nobody guessed anything.
    #[error(
        "forecasting: the plan has no section `forecast`, and so no guesses of how its stages go. Write one beside `stages`, as far to the left as that, with your own numbers in the place of these:\nforecast:\n  on-time: 0.7 to 0.9\n  breach: 0.01 to 0.03\n  resume: 0.3 to 0.6\n  give-up-after: 7 to 14\n`on-time` is the chance that a stage takes place on its day, `breach` that a side breaks a late one off on a day, `resume` that it takes place on such a day, `give-up-after` the days after which it is given up; docs/plan-files.md has the others."
    )]
    NoGuesses,
    /// Too much of something.
    #[error(
        "forecasting: there are {found} {what}, and at most {most} are reckoned with. Take fewer, or put several into one."
    )]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: u64,
        /// How many may be.
        most: u64,
    },
    /// Two parties of one name, or two stages of a name for which there are guesses.
    #[error("forecasting: two {what} have the name `{name}`. Give each a name of its own.")]
    NameTwice {
        /// Stages or parties.
        what: &'static str,
        /// The name.
        name: String,
    },
    /// A stage before the one that it follows.
    #[error(
        "forecasting: the stage `{stage}` is on day {day}, before the stage that it follows (day {before}). Put the stages in the order of their days."
    )]
    Backwards {
        /// The stage.
        stage: String,
        /// Its day.
        day: u32,
        /// The day of the stage before.
        before: u32,
    },
    /// A stage after all that can be foreseen.
    #[error(
        "forecasting: the stage `{stage}` is {days} days after the first of the plan, and plans of at most {PLAN_DAYS_MOST} days are forecast. See whether its day and that of the first stage (`on`) are the right ones."
    )]
    TooFar {
        /// The stage.
        stage: String,
        /// How many days after the first.
        days: u32,
    },
    /// Not one stake for each party.
    #[error(
        "forecasting: the stage `{stage}` says what is at stake for {found} parties, and there are {parties}. Give one for each."
    )]
    Stakes {
        /// The stage.
        stage: String,
        /// How many stakes it has.
        found: usize,
        /// How many parties there are.
        parties: usize,
    },
    /// Points beyond all reckoning.
    #[error(
        "forecasting: {points} points, of `{whose}`, are more than {POINTS_MOST}. Use a smaller scale."
    )]
    Points {
        /// The party or the stage.
        whose: String,
        /// The points.
        points: i64,
    },
    /// No chance.
    #[error(
        "forecasting: {guess} is {range}, which is no chance. Write a number from 0 to 1, or a range within."
    )]
    Chance {
        /// Which guess.
        guess: Guess,
        /// What was written.
        range: Range,
    },
    /// No number of days.
    #[error(
        "forecasting: {guess} is {range}, which is no number of days. Write a whole number from 0 to {DAYS_MOST}, or a range of such numbers."
    )]
    Days {
        /// Which guess.
        guess: Guess,
        /// What was written.
        range: Range,
    },
    /// A temptation that cannot be reckoned.
    #[error(
        "forecasting: {guess} is {range}. Write a number from 0 to 20, or a range within; 0 means that gains from walking away change nothing."
    )]
    Temptation {
        /// Which guess.
        guess: Guess,
        /// What was written.
        range: Range,
    },
    /// Temptation is measured in shares of a gain that is none.
    #[error(
        "forecasting: `temptation` measures what `{party}` gains by walking away in shares of what it gains from the whole exchange, and that is not above nought. Leave `temptation` out, or look at the plan: `{party}` has no reason to enter it."
    )]
    NoGain {
        /// The party.
        party: String,
        /// Its gain.
        gain: i64,
    },
    /// A guess for a stage that is not there.
    #[error(
        "forecasting: there are guesses for the stage `{name}`, and the plan has no such stage. Its stages are: {known}."
    )]
    NoSuchStage {
        /// The name.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// A number outside what is possible.
    #[error("forecasting: `{key}` is {found}. Write a number from {least} to {most}.")]
    Number {
        /// The key.
        key: &'static str,
        /// What was written.
        found: u64,
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// More than is kept of all sets of guesses.
    #[error(
        "forecasting: of {draws} sets of guesses, each with up to {days} days on which all may be done, at most {most} chances are kept, and these may be {found}. Take fewer `draws` or fewer stages, or give up after fewer days."
    )]
    TooMuch {
        /// The sets.
        draws: u32,
        /// The most days of one.
        days: u64,
        /// The chances.
        found: u64,
        /// The most.
        most: u64,
    },
    /// More work than is done for one forecast.
    #[error("forecasting: {found} steps would be needed, and at most {most} are taken. {advice}")]
    TooLong {
        /// The steps.
        found: u64,
        /// The most.
        most: u64,
        /// What to change.
        advice: &'static str,
    },
}

/// So many days, in words.
fn number(days: u32) -> String {
    match days {
        1 => "1 day".to_owned(),
        _ => format!("{days} days"),
    }
}

/// So many days of delay, and the word that follows.
fn made_up(days: u32) -> String {
    let are = if days == 1 { "is" } else { "are" };
    format!("{} of delay {are}", number(days))
}

/// So many days, and the word that follows.
fn lie(days: u32) -> String {
    let lie = if days == 1 { "lies" } else { "lie" };
    format!("{} {lie}", number(days))
}

impl ForecastError {
    /// The same with its places in the file that the plan was read from.
    pub fn placed(self, plan: &Plan, bytes: &[u8]) -> Placed<Self> {
        let places = self.at(plan).map(|at| places_of(bytes, &[at]));
        Placed::at(places.unwrap_or_default(), self)
    }

    /// What of a plan it is about; nothing where that is something that the plan does not say.
    fn at(&self, plan: &Plan) -> Option<Where> {
        let under = |keys: &[&str]| {
            let keys = keys.iter().map(|key| (*key).to_owned());
            Some(Where::Under(keys.collect()))
        };
        let stage = |name: &str| {
            let mut stages = (1..).zip(&plan.stages);
            let found = stages.find(|(_, stage)| stage.name == name);
            found.map(|(at, _)| Where::Stage(at))
        };
        match self {
            Self::NoStage => None,
            // Nothing says them: the place is that of what they are about.
            Self::NoGuesses => under(&["stages"]),
            Self::TooMany { what, .. } | Self::NameTwice { what, .. } => {
                under(&[if *what == "parties" { what } else { "stages" }])
            }
            Self::Slack { stage: name, .. }
            | Self::SlackBetween { stage: name, .. }
            | Self::Backwards { stage: name, .. }
            | Self::TooFar { stage: name, .. }
            | Self::Stakes { stage: name, .. } => stage(name),
            Self::Points { whose, .. } => {
                let is_party = plan.parties.iter().any(|party| party.key == *whose);
                if is_party {
                    Some(Where::Party(whose.clone()))
                } else {
                    stage(whose)
                }
            }
            Self::Chance { guess, .. }
            | Self::Days { guess, .. }
            | Self::Temptation { guess, .. } => match &guess.stage {
                Some(stage) => under(&["forecast", "stages", stage, guess.key]),
                None => under(&["forecast", guess.key]),
            },
            Self::NoGain { .. } => under(&["forecast", "temptation"]),
            Self::NoSuchStage { .. } => under(&["forecast", "stages"]),
            Self::Number { key, .. } => under(&["forecast", key]),
            Self::TooMuch { .. } => under(&["forecast", "draws"]),
            Self::TooLong { .. } => under(&["forecast"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_day_is_not_told_as_several() {
        for (slack, days, told) in [
            (
                2,
                1,
                [
                    "2 days of delay are to be made up",
                    "1 day after",
                    "only 1 day lies",
                ],
            ),
            (
                1,
                0,
                [
                    "1 day of delay is to be made up",
                    "0 days after",
                    "only 0 days lie",
                ],
            ),
        ] {
            let [before, stage] = ["First", "Third"].map(str::to_owned);
            let one = ForecastError::Slack {
                stage: stage.clone(),
                slack,
                days,
            };
            let two = ForecastError::SlackBetween {
                before,
                stage,
                slack,
                days,
            };
            let said = format!("{one}\n{two}");
            assert!(told.iter().all(|part| said.contains(part)), "{said}");
        }
    }
}
