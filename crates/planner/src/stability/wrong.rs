//! What makes no sense in a conflict, and what would.

use std::fmt;

use thiserror::Error;

use crate::document::{fault::plain, mend::STAND_IN};

/// Something in a conflict that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Wrong {
    /// Too few or too many of something.
    #[error("it has {found} {what}; from {least} to {most} are analysed.")]
    Count {
        /// Of what.
        what: &'static str,
        /// How many there are.
        found: usize,
        /// The least.
        least: usize,
        /// The most.
        most: usize,
    },
    /// More states than are counted to their end.
    #[error(
        "its options make more than {most} states, and no more are analysed. Forbid combinations that cannot be, or put options together that go together."
    )]
    States {
        /// The most.
        most: usize,
    },
    /// A name that stands for two things, or cannot be told from a condition.
    #[error("the {what} `{}` {why}. Give it another name.", plain(.name))]
    Name {
        /// What is so called.
        what: &'static str,
        /// The name.
        name: String,
        /// What is wrong with it.
        why: &'static str,
    },
    /// A name that stands for nothing.
    #[error("{at} {} the {what} `{}`, and there is none.{}", .at.names(), plain(.name), there_are(.known, .probably.as_deref()))]
    Unknown {
        /// Where.
        at: At,
        /// What it should be.
        what: &'static str,
        /// The name.
        name: String,
        /// What there is; nothing where that is not known for another fault.
        known: String,
        /// The one that was most likely meant.
        probably: Option<String>,
    },
    /// A condition in which an option is both taken and not.
    #[error("in {at} `{}` is both taken and not taken. Take one of them out.", plain(.option))]
    Contradiction {
        /// Where.
        at: At,
        /// The option.
        option: String,
    },
    /// Nothing is feasible.
    #[error(
        "no combination of options is feasible. Look at `infeasible`, `at-most-one` and `at-least-one`: together they forbid everything."
    )]
    NothingFeasible,
    /// No state fulfils the condition of a coalesced state.
    #[error("no feasible state fulfils the condition of `{}`. Take it out, or correct it.", plain(.0))]
    Empty(String),
    /// The conditions of two coalesced states hold in one state.
    #[error("a state fulfils the conditions of both `{}` and `{}`. It can be part of one only.", plain(.0), plain(.1))]
    Overlap(String, String),
    /// Both, or neither, of a ranking and priorities.
    #[error("{} has {found}. Give a `ranking` of all states, or `priorities`.", called(.maker))]
    Preferences {
        /// Whose.
        maker: String,
        /// What it has.
        found: &'static str,
    },
    /// A ranking that has a state twice.
    #[error("the ranking of {} has the state `{}` twice. Each state must stand in it once.", called(.maker), plain(.state))]
    Twice {
        /// Whose.
        maker: String,
        /// The state.
        state: String,
    },
    /// A ranking that leaves out states.
    #[error("the ranking of {} has {} nowhere. Each state must stand in it once.", called(.maker), left_out(.states, *.number))]
    Nowhere {
        /// Whose.
        maker: String,
        /// The states that it leaves out.
        states: String,
        /// How many these are.
        number: usize,
    },
    /// States that count as one and are not equally good.
    #[error(
        "the priorities of {} tell states apart that are coalesced in `{}`. Do not coalesce them, or give {} a `ranking`.",
        called(.maker),
        plain(.state),
        called(.maker)
    )]
    ToldApart {
        /// Whose priorities.
        maker: String,
        /// The coalesced state.
        state: String,
    },
    /// States by name, and options.
    #[error("it lists `states`, and {what} as well. States are either listed or made of options.")]
    BothForms {
        /// What else.
        what: &'static str,
    },
}

/// A decision maker as it is called; one whose name cannot be read is told as that.
fn called(maker: &str) -> String {
    if maker.contains(STAND_IN) {
        return "a decision maker".to_owned();
    }
    format!("`{}`", plain(maker))
}

fn there_are(known: &str, probably: Option<&str>) -> String {
    let known = if known.is_empty() {
        String::new()
    } else {
        format!(" There are: {known}.")
    };
    let probably = probably.map_or_else(String::new, |name| {
        format!(" Probably `{}` is meant.", plain(name))
    });
    known + &probably
}

fn left_out(states: &str, number: usize) -> String {
    if number == 1 {
        format!("the state `{}`", plain(states))
    } else {
        format!("the states {states}")
    }
}

/// A part of a conflict that names options, states or decision makers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum At {
    /// How options go.
    Options,
    /// What cannot be.
    Infeasible,
    /// Of which at most one is taken.
    AtMostOne,
    /// Of which at least one is taken.
    AtLeastOne,
    /// The condition of a coalesced state.
    Coalesced(String),
    /// A ranking.
    Ranking(String),
    /// What somebody wants.
    Priorities(String),
    /// The moves.
    Moves,
    /// Where the conflict is now.
    StatusQuo,
}

impl At {
    const fn names(&self) -> &'static str {
        match self {
            Self::Priorities(_) => "name",
            Self::Options
            | Self::Infeasible
            | Self::AtMostOne
            | Self::AtLeastOne
            | Self::Coalesced(_)
            | Self::Ranking(_)
            | Self::Moves
            | Self::StatusQuo => "names",
        }
    }
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Options => f.write_str("`options`"),
            Self::Infeasible => f.write_str("`infeasible`"),
            Self::AtMostOne => f.write_str("`at-most-one`"),
            Self::AtLeastOne => f.write_str("`at-least-one`"),
            Self::Coalesced(name) => {
                if name.contains(STAND_IN) {
                    return f.write_str("a coalesced state");
                }
                write!(f, "the coalesced state `{}`", plain(name))
            }
            Self::Ranking(maker) => write!(f, "the ranking of {}", called(maker)),
            Self::Priorities(maker) => write!(f, "the priorities of {}", called(maker)),
            Self::Moves => f.write_str("`moves`"),
            Self::StatusQuo => f.write_str("`status-quo`"),
        }
    }
}
