//! Why a plan file cannot be computed with: each fault with its place, all of them at once.

use std::fmt::{self, Write as _};

use thiserror::Error;

use crate::document::DocumentError;

/// Why a plan cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum PlanError {
    /// It is no document of this form.
    #[error(transparent)]
    Document(#[from] DocumentError),
    /// Another version of the form.
    #[error(
        "reading the plan: it is written in version {found} of the form, and this program reads version 1. Use a newer program, or write good-offices-plan: 1."
    )]
    Version {
        /// The version in the file.
        found: u32,
    },
    /// Parts of it make no sense.
    #[error("reading the plan: {}\nNothing was computed. Correct these places in the file.", list(.0))]
    Problems(Vec<Problem>),
}

/// No party of a plan has the key that was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("reading a plan for one party: there is no party {} in it. Its parties are {}.", quoted(.key), quoted(.there))]
pub struct NoParty {
    /// The key.
    pub key: String,
    /// Those that there are.
    pub there: String,
}

fn list(problems: &[Problem]) -> String {
    /// Told one by one.
    const TOLD: usize = 20;
    let mut said = match problems.len() {
        1 => "one place cannot be understood.".to_owned(),
        n => format!("{n} places cannot be understood."),
    };
    for problem in problems.iter().take(TOLD) {
        said.push_str("\n  ");
        said.push_str(&problem.to_string());
    }
    if let Some(more) = problems.len().checked_sub(TOLD).filter(|more| *more > 0) {
        // Writing to a string does not fail.
        let _ = write!(said, "\n  and {more} more.");
    }
    said
}

/// Where in a plan something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Where {
    /// The plan as a whole.
    Plan,
    /// A party, by its key.
    Party(String),
    /// A class, by its key.
    Class(String),
    /// A stage, counted from 1.
    Stage(usize),
    /// A step of a stage, both counted from 1.
    Step(usize, usize),
    /// A rule.
    Rule(&'static str, usize),
}

impl fmt::Display for Where {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Plan => f.write_str("the plan"),
            Self::Party(key) => write!(f, "party {}", quoted(key)),
            Self::Class(key) => write!(f, "class {}", quoted(key)),
            Self::Stage(stage) => write!(f, "stage {stage}"),
            Self::Step(stage, step) => write!(f, "stage {stage}, step {step}"),
            Self::Rule(rule, number) => write!(f, "rule {rule} {number}"),
        }
    }
}

/// One thing that makes no sense.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{at}: {what}")]
pub struct Problem {
    /// Where it is.
    pub at: Where,
    /// What is wrong, and what would be right.
    pub what: Wrong,
}

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
    /// No day.
    #[error("{} is no day; write year, month and day, such as 2023-11-24", quoted(.0))]
    Day(String),
    /// No time of day.
    #[error("{} is no time of day; write hours and minutes, such as \"16:00\"", quoted(.0))]
    Time(String),
    /// No way of verifying.
    #[error("{} is no way of verifying; write \"at handover\", \"by step\" or hours such as \"24 hours\"", quoted(.0))]
    Verified(String),
    /// No probability.
    #[error("a chance lies between 0 and 1, such as 0.95 or \"0.9 to 0.98\"")]
    Chance,
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
    /// Nought where that means nothing.
    #[error("{0} is at least one")]
    Nought(&'static str),
    /// A name that says nothing.
    #[error("{0} is empty")]
    NoWords(&'static str),
}

/// What a file says, shown so that nothing in it steers a terminal.
pub(crate) fn quoted(text: &str) -> String {
    let shown = text
        .chars()
        .take(60)
        .map(|c| if c.is_control() { '\u{FFFD}' } else { c });
    format!("“{}”", shown.collect::<String>())
}
