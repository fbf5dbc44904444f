//! What makes no sense in a plan, and what would be right.

use thiserror::Error;

use super::quoted;
use crate::{
    decimal::Decimal,
    document::{scalar, typographic, when},
    forecast::{DAYS_MOST, TEMPTATION_MOST},
    plan::read::limits::HOURS_MOST,
    range::Range,
};

/// What makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Wrong {
    /// More of something than is computed with.
    #[error("there are {found} {of}; at most {most} are computed with")]
    TooMany {
        /// Of what.
        of: &'static str,
        /// How many.
        found: usize,
        /// The most.
        most: usize,
    },
    /// Fewer than it takes.
    #[error("there are no {of}")]
    None {
        /// Of what.
        of: &'static str,
    },
    /// Two of one key.
    #[error("the key {} stands twice; give one of them another", quoted(.0))]
    Twice(String),
    /// No such party.
    #[error("there is no party {}; the parties are {}", quoted(.key), .there)]
    NoParty {
        /// The key.
        key: String,
        /// Those that there are.
        there: String,
    },
    /// No such class.
    #[error("there is no class {}; the classes are {}", quoted(.key), .there)]
    NoClass {
        /// The key.
        key: String,
        /// Those that there are.
        there: String,
    },
    /// Two of one name.
    #[error("two {of} have the name {}; give each a name of its own, or nobody can tell them apart", quoted(.name))]
    SameName {
        /// Of what.
        of: &'static str,
        /// The key that says it in the file.
        key: &'static str,
        /// The name.
        name: String,
    },
    /// No day.
    #[error("{} {}", quoted(.0), no_day(.0))]
    Day(String),
    /// No time of day.
    #[error("{} {}", quoted(.0), no_time(.0))]
    Time(String),
    /// No way of verifying.
    #[error("{} is no way of verifying; {}", quoted(.0), verifying_meant(.0))]
    Verified(String),
    /// No probability.
    #[error("{0} is no chance; {meant}", meant = chance_meant(*.0))]
    Chance(Range),
    /// No number of days.
    #[error(
        "{0} is no number of days; write a whole number from 0 to {DAYS_MOST}, such as 7, or a range such as \"7 to 14\""
    )]
    Days(Range),
    /// No strength of a temptation.
    #[error(
        "{0} is no strength of a temptation; write a number from 0 to {TEMPTATION_MOST}, such as 0.5, or a range within; 0 means that gains from stopping change nothing"
    )]
    Temptation(Range),
    /// A number outside what is possible.
    #[error("{found} is not between {least} and {most}; write a number that is")]
    Number {
        /// What was written.
        found: u64,
        /// The least.
        least: u64,
        /// The most.
        most: u64,
    },
    /// No such stage.
    #[error("there is no stage {}; the stages are {}", quoted(.key), .there)]
    NoStage {
        /// The name.
        key: String,
        /// Those that there are.
        there: String,
    },
    /// More days to make up than there are.
    #[error("{}", of_slack(.before.as_ref(), .stage, *.slack, *.days))]
    Slack {
        /// The stage before that has a day, where stages without one lie in between.
        before: Option<String>,
        /// Before which stage.
        stage: String,
        /// How many days are to be made up.
        slack: u32,
        /// How many there are.
        days: u32,
    },
    /// No discount.
    #[error(
        "a discount lies between 0 and 1, such as 0.02 or \"0.01 to 0.03\": 0.02 is 2 in 100 less for each day"
    )]
    Discount,
    /// A discount by days in a plan without days.
    #[error(
        "party {} discounts what comes later by the day, and this stage has no day; write `on:` with its day, or leave `discount` out",
        quoted(.0)
    )]
    NoDay(String),
    /// A step that does not say what is done, or says two things.
    #[error(
        "a step says exactly one of give, together, in-turn, escrow, deposit, give-back and verify; this one says {0}"
    )]
    Kinds(usize),
    /// Nothing in a batch.
    #[error("a batch holds at least one of something")]
    Empty,
    /// Two givers where one is meant.
    #[error("{} and {} are given by two parties; say together or in-turn where both hand over in one step", quoted(.0), quoted(.1))]
    Givers(String, String),
    /// One giver where several are meant.
    #[error("together and in-turn are for two parties or more; say give where one hands over")]
    OneGiver,
    /// A name that a class does not have.
    #[error("nobody is named {} in class {}; add the name there, or correct it here", quoted(.name), quoted(.class))]
    NoName {
        /// The name.
        name: String,
        /// The class.
        class: String,
    },
    /// A name that is handed over twice.
    #[error("{} is handed over a second time", quoted(.0))]
    NameTwice(String),
    /// More names than there are of a class.
    #[error("{named} are named, and there are only {number}")]
    Names {
        /// How many are named.
        named: usize,
        /// How many there are.
        number: u32,
    },
    /// Points below nought where that means nothing.
    #[error("{0} cannot be below nought")]
    Negative(&'static str),
    /// Sums that would not fit.
    #[error(
        "its points add up to more than can be computed with (10^15 of its smallest unit); use a coarser scale, such as 10,000 for the whole"
    )]
    Overflow,
    /// Sums that would not fit where more of everything is reckoned with than the plan gives.
    #[error(
        "orders are looked for of up to {count} of each class, and with as many its points come to {found} of its smallest unit; at most {most} are computed with. Use a scale at least {} times as coarse, such as 10,000 for the whole: one thing alone can be worth {}",
        .found.div_euclid(i128::from(*.most)) + 1,
        .most.div_euclid(*.count)
    )]
    TooWorthy {
        /// How many of each class are reckoned with.
        count: i64,
        /// What its points come to then.
        found: i128,
        /// The most.
        most: i64,
    },
    /// Nought where that means nothing.
    #[error("{0} is at least one")]
    Nought(&'static str),
    /// A name that says nothing.
    #[error("{0} is empty")]
    NoWords(&'static str),
}

/// What a chance is, and what was most likely meant by one that is none.
fn chance_meant(written: Range) -> String {
    let such = "a chance lies between 0 and 1, such as 0.95 or \"0.9 to 0.98\"";
    let hundredths = written.within(Decimal::ZERO, Decimal::whole(100));
    let [low, high] = [written.low(), written.high()].map(scalar::hundredth);
    match (low, high) {
        (Some(low), Some(high)) if hundredths => {
            let meant = Range::between(low, high);
            let meant = if meant.is_exact() {
                meant.to_string()
            } else {
                format!("\"{meant}\"")
            };
            format!("{such}; {written} in 100 is {meant}")
        }
        _ => such.to_owned(),
    }
}

fn of_slack(before: Option<&String>, stage: &str, slack: u32, days: u32) -> String {
    let made_up = match slack {
        1 => "1 day of delay is to be made up".to_owned(),
        _ => format!("{slack} days of delay are to be made up"),
    };
    let lie = if days == 1 { "lies" } else { "lie" };
    let stage = quoted(stage);
    match before {
        None => format!(
            "before the stage {stage} {made_up}, and {days} {lie} between it and the stage before; write {days} or less, or move a day"
        ),
        // What is written for one of them is not what they come to.
        Some(before) => format!(
            "after the stage {} and up to the stage {stage}, with stages in between that have no day, {made_up} in all, and {days} {lie} between these two; let their `slack` come to {days} or less together, or move a day",
            quoted(before)
        ),
    }
}

/// What stands between the quotation marks of a word processor, or just that.
/// How a way of verifying is written, with the hours of days or of a number alone.
fn verifying_meant(said: &str) -> String {
    let said = said.trim();
    let end = said
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(said.len());
    let (number, unit) = said.split_at(end);
    let each = match unit.trim() {
        "" | "h" | "hrs" | "hour" | "hours" => Some(1),
        "d" | "day" | "days" => Some(24),
        "week" | "weeks" => Some(7 * 24),
        _ => None,
    };
    let hours = number.parse::<u32>().ok().zip(each);
    let hours = hours.and_then(|(number, each)| number.checked_mul(each));
    match hours.filter(|hours| *hours <= HOURS_MOST) {
        Some(hours) => format!("write \"{hours} hours\", \"at handover\" or \"by step\""),
        None => "write \"at handover\", \"by step\" or hours such as \"24 hours\"".to_owned(),
    }
}

fn unquoted(said: &str) -> &str {
    typographic::quoted(said).map_or(said, |(_, bare)| bare)
}

/// Why a day is none, and what to write.
fn no_day(said: &str) -> String {
    if let Some(none) = when::no_such_day(said) {
        return none.trim_end_matches('.').to_owned();
    }
    let meant = when::day_meant(unquoted(said));
    let meant = meant.unwrap_or_else(|| "year, month and day, such as 2023-11-24".to_owned());
    format!("is no day; write {meant}")
}

/// Why a time of day is none, and what to write.
fn no_time(said: &str) -> String {
    if let Some(none) = when::no_such_time(said) {
        return none.trim_end_matches('.').to_owned();
    }
    let meant = when::time_meant(unquoted(said)).map(|time| format!("\"{time}\""));
    let meant = meant.unwrap_or_else(|| "hours and minutes, such as \"16:00\"".to_owned());
    format!("is no time of day; write {meant}")
}

impl Wrong {
    /// The key under which it stands where it is, where that is but one.
    pub(in crate::plan) const fn key(&self) -> Option<&'static str> {
        if matches!(self, Self::Chance(_)) {
            return Some("deliverable");
        }
        if matches!(self, Self::Discount) {
            return Some("discount");
        }
        None
    }

    /// What the file says at the place of the fault, where that can be looked for.
    pub(in crate::plan) fn says(&self) -> Option<&str> {
        match self {
            Self::Twice(says)
            | Self::SameName { name: says, .. }
            | Self::Day(says)
            | Self::Time(says)
            | Self::Verified(says)
            | Self::NameTwice(says)
            | Self::NoParty { key: says, .. }
            | Self::NoClass { key: says, .. }
            | Self::NoStage { key: says, .. }
            | Self::NoName { name: says, .. } => Some(says),
            Self::Givers(_, other) => Some(other),
            Self::TooMany { .. }
            | Self::None { .. }
            | Self::Chance(_)
            | Self::Days(_)
            | Self::Temptation(_)
            | Self::Number { .. }
            | Self::Slack { .. }
            | Self::Discount
            | Self::NoDay(_)
            | Self::Kinds(_)
            | Self::Empty
            | Self::OneGiver
            | Self::Names { .. }
            | Self::Negative(_)
            | Self::Overflow
            | Self::TooWorthy { .. }
            | Self::Nought(_)
            | Self::NoWords(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_of_verifying_are_told_as_they_are_written() {
        for (said, meant) in [
            ("2 days", "write \"48 hours\""),
            ("024 hours", "write \"24 hours\""),
            ("72", "write \"72 hours\""),
            ("soon", "such as \"24 hours\""),
            ("99999999999 days", "such as \"24 hours\""),
        ] {
            let told = Wrong::Verified(said.to_owned()).to_string();
            assert!(told.contains(meant), "{told}");
        }
    }
}
