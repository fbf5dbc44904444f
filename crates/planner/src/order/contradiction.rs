//! What cannot be in what is asked: each says what was attempted, why not, and what to do.

use thiserror::Error;

use super::problem::{CLASSES_MOST, OBLIGATIONS_MOST, PARTIES_MOST, POINTS_MOST};

/// One thing that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Contradiction {
    /// An exchange takes two.
    #[error("an exchange is between at least two parties: name who gives and who receives")]
    Alone,
    /// Too many parties.
    #[error(
        "{count} parties are named, and at most {PARTIES_MOST} are put in order: leave out who neither gives nor receives"
    )]
    Parties {
        /// How many.
        count: usize,
    },
    /// Nothing to order.
    #[error("nothing is owed: list at least one obligation, and see that `without` leaves one")]
    NothingOwed,
    /// Too many classes.
    #[error(
        "{count} classes are listed, and at most {CLASSES_MOST} are put in order: put those that are alike into one class with their count"
    )]
    Classes {
        /// How many.
        count: usize,
    },
    /// Too many obligations.
    #[error(
        "{count} obligations are listed, and at most {OBLIGATIONS_MOST} are put in order: count them in groups that go together"
    )]
    Obligations {
        /// How many.
        count: u64,
    },
    /// A class without a giver, or without effects on each party.
    #[error(
        "class \"{class}\": it needs a giver among the {parties} parties and an effect on each of them"
    )]
    Effects {
        /// Which.
        class: String,
        /// How many parties there are.
        parties: usize,
    },
    /// A class of nobody.
    #[error("class \"{class}\": its count is nought: leave it out, or say how many there are")]
    Empty {
        /// Which.
        class: String,
    },
    /// A condition on what is not there.
    #[error("a condition names a class that is not there: there are {classes}")]
    NoSuchClass {
        /// How many there are.
        classes: usize,
    },
    /// A scale, a cap or a stake out of bounds.
    #[error("party \"{party}\": its {what} must be between {least} and {POINTS_MOST} points")]
    Bearing {
        /// Whose.
        party: String,
        /// Which number.
        what: &'static str,
        /// The least it may be.
        least: i64,
    },
    /// A list of points of another length than the class.
    #[error(
        "class \"{class}\", points of \"{party}\": {given} numbers stand for {count} obligations: give one for each, or one for all"
    )]
    Turns {
        /// Which.
        class: String,
        /// Whose points.
        party: String,
        /// How many numbers.
        given: usize,
        /// How many obligations.
        count: u32,
    },
    /// A gain to whoever gives.
    #[error(
        "class \"{class}\": its cost to \"{party}\", who gives it, is below nought: what is no burden costs nought, and a gain is an obligation of the other side"
    )]
    CostBelowNought {
        /// Which.
        class: String,
        /// Who gives it.
        party: String,
    },
    /// A loss to whoever receives.
    #[error(
        "class \"{class}\": its value to \"{party}\", who receives it, is below nought: what a party would rather not have is a cost of its own, to be listed as its obligation"
    )]
    ValueBelowNought {
        /// Which.
        class: String,
        /// Who receives it.
        party: String,
    },
    /// Points beyond what can be reckoned with.
    #[error(
        "class \"{class}\": with it the points of \"{party}\" come to more than {POINTS_MOST}: use a coarser scale"
    )]
    TooManyPoints {
        /// Which.
        class: String,
        /// Whose points.
        party: String,
    },
    /// Conditions that wait for each other.
    #[error("these wait for each other in a circle, so none can be first: {}", circle.join(" before "))]
    Circle {
        /// The classes, the first again at the end.
        circle: Vec<String>,
    },
    /// No stages, or too many.
    #[error("the number of stages must be between 1 and {most}")]
    Stages {
        /// The most there may be.
        most: u32,
    },
    /// A batch limit that does not belong to a party, or is nought.
    #[error(
        "how many a party hands over in one stage: say one number for each party, and at least 1"
    )]
    Batches,
    /// A band that the whole exchange does not end in.
    #[error(
        "what must balance between the sides does not in the end: when all is handed over the sum is {sum}, which is not between {least} and {most}. Allow a greater difference, or correct the counts"
    )]
    BandAtEnd {
        /// What all of it comes to.
        sum: i64,
        /// The least that it may be.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A band that the beginning is outside of, or that cannot be reckoned with.
    #[error(
        "what must balance between the sides cannot be reckoned with: at most 4 sums, each with a number of at most a million for every class, nought within what is allowed, and between two parties the one counted upwards and the other downwards"
    )]
    Band,
    /// A rule inside a stage that cannot be reckoned with.
    #[error(
        "what is to hold inside each stage cannot be used. Each such rule is about what one party hands over; the fewest that it asks for are no more than the most; a group has one at least. Between more than two parties only what goes first can be asked for. At most 64 such rules are reckoned with, 6 of them about what goes first. Correct or leave out the rule that is otherwise"
    )]
    Inside,
    /// An order inside a stage of other parties than there are.
    #[error(
        "who goes first: each stage names every party once, in the order in which they may hand over"
    )]
    Turn,
}
