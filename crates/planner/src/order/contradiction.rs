//! What cannot be in what is asked: each says what was attempted, why not, and what to do.

use thiserror::Error;

use super::{
    inside::{FIRST_MOST, INSIDE_MOST},
    problem::{CLASSES_MOST, OBLIGATIONS_MOST, PARTIES_MOST},
};
use crate::decimal::Decimal;

/// One thing that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Contradiction {
    /// An exchange takes two.
    #[error(
        "an exchange is between at least two parties, and {}: name who gives and who receives, and what it is worth to each",
        alone(.only.as_deref())
    )]
    Alone {
        /// The one that there is.
        only: Option<String>,
    },
    /// Too many parties.
    #[error(
        "{count} parties are named, and at most {PARTIES_MOST} are put in order: leave out who neither gives nor receives"
    )]
    Parties {
        /// How many.
        count: usize,
    },
    /// Nothing to order.
    #[error("nothing is owed: list at least one obligation; in a plan, write a step with `give`")]
    NothingOwed,
    /// Everything is left out.
    #[error(
        "nothing is left to put in order: `without` leaves out all that the plan hands over ({}). Take out of it what is to be put in order",
        .keys.join(", ")
    )]
    AllLeftOut {
        /// The keys of the classes that are left out.
        keys: Vec<String>,
    },
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
    #[error(
        "party \"{party}\": its {what} is {found}; it must be between {least} and {most} points"
    )]
    Bearing {
        /// Whose.
        party: String,
        /// Which number.
        what: &'static str,
        /// What it is.
        found: Decimal,
        /// The least it may be.
        least: Decimal,
        /// The most.
        most: Decimal,
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
        "class \"{class}\": its cost to \"{party}\", who gives it, is below nought: giving one is worth {found} to it. What is no burden costs nought, and a gain is an obligation of the other side"
    )]
    CostBelowNought {
        /// Which.
        class: String,
        /// Who gives it.
        party: String,
        /// What giving one is worth to it.
        found: Decimal,
    },
    /// A loss to whoever receives.
    #[error(
        "class \"{class}\": its value to \"{party}\", who receives it, is below nought: {found}. What a party would rather not have is a cost of its own, to be listed as its obligation"
    )]
    ValueBelowNought {
        /// Which.
        class: String,
        /// Who receives it.
        party: String,
        /// What one is worth to it.
        found: Decimal,
    },
    /// Points beyond what can be reckoned with.
    #[error(
        "class \"{class}\": with it the points of \"{party}\" come to more than {most}: use a coarser scale"
    )]
    TooManyPoints {
        /// Which.
        class: String,
        /// Whose points.
        party: String,
        /// The most that they may come to.
        most: Decimal,
    },
    /// Conditions that wait for each other.
    #[error("these wait for each other in a circle, so none can be first: {}", circle.join(" before "))]
    Circle {
        /// The classes, the first again at the end.
        circle: Vec<String>,
    },
    /// No stages, or too many.
    #[error("the number of stages is {found}; it must be between 1 and {most}")]
    Stages {
        /// How many there are to be.
        found: u32,
        /// The most there may be.
        most: u32,
    },
    /// Not one batch limit for each party.
    #[error(
        "how many each party hands over in one stage: {found} numbers stand for {parties} parties; give one for each"
    )]
    Batches {
        /// How many numbers.
        found: usize,
        /// How many parties.
        parties: usize,
    },
    /// A batch of nothing.
    #[error(
        "party \"{party}\": it is to hand over at most 0 in one stage, so it could never hand over anything: write at least 1, or leave the number out"
    )]
    BatchOfNought {
        /// Whose.
        party: String,
    },
    /// A rule of how many of a class a stage has that asks for more than it allows.
    #[error(
        "rule {rule} of `batches`: at least {least} {class} in a stage are asked for and at most {most} allowed. Write an `at-least` that is no greater than the `at-most`, such as `{{ of: {key}, at-least: {most}, at-most: {least} }}`"
    )]
    BatchRule {
        /// Which, from 1.
        rule: usize,
        /// The class, by its key.
        key: String,
        /// What many of it are called.
        class: String,
        /// At least so many.
        least: u32,
        /// At most so many.
        most: u32,
    },
    /// A rule that lets none of a class into any stage.
    #[error(
        "rule {rule} of `batches`: a stage may have at most 0 {class}, so that none could ever be handed over. Write an `at-most` of at least 1, or leave them out of the order with `without: [{key}]`"
    )]
    NoneInAStage {
        /// Which, from 1.
        rule: usize,
        /// The class, by its key.
        key: String,
        /// What many of it are called.
        class: String,
    },
    /// A class that is paid for in itself.
    #[error(
        "rule {rule} of `prices`: {class} are priced in {class}. `of` names the class that is paid for and `in` another one, in which it is paid, such as `{{ of: {key}, in: {other}, price: {price} }}`"
    )]
    PaidInItself {
        /// Which, from 1.
        rule: usize,
        /// The class, by its key.
        key: String,
        /// What many of it are called.
        class: String,
        /// The key of another class in which it could be paid.
        other: String,
        /// The price.
        price: u32,
    },
    /// A class that comes before itself.
    #[error(
        "rule {rule} of `first`: {class} are to go before {class}. `class` names the class that goes first and `before` another one, which goes after it, such as `{{ class: {key}, before: {other} }}`"
    )]
    BeforeItself {
        /// Which, from 1.
        rule: usize,
        /// The class, by its key.
        key: String,
        /// What many of it are called.
        class: String,
        /// The key of another class that could go after it.
        other: String,
    },
    /// A price or a slack beyond what is reckoned with.
    #[error(
        "{} of `prices`: {} is {found}; at most {most} is reckoned with. Count what is paid in larger parts",
        rules_by_number(.rules),
        of_rules(what, .rules)
    )]
    TooDear {
        /// Which, from 1: all whose payments are counted together.
        rules: Vec<usize>,
        /// Which of their numbers.
        what: &'static str,
        /// What it is, or what they come to.
        found: i64,
        /// The most.
        most: i64,
    },
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
        "what is to hold inside each stage cannot be used. Each such rule is about what one party hands over; the fewest that it asks for are no more than the most; a group has one at least. Between more than two parties only what goes first can be asked for. Correct or leave out the rule that is otherwise"
    )]
    Inside,
    /// More rules inside a stage than are reckoned with.
    #[error(
        "{count} rules hold inside each stage, {firsts} of them about what goes first; at most {INSIDE_MOST} are reckoned with, {FIRST_MOST} of them about what goes first. Leave out those that matter least"
    )]
    InsideMany {
        /// How many there are.
        count: usize,
        /// How many of them are about what goes first.
        firsts: usize,
    },
    /// An order inside a stage of other parties than there are.
    #[error(
        "who goes first: {} stands where each of {} is to be named once, in the order in which they hand over",
        listed(.found),
        listed(.parties)
    )]
    Turn {
        /// Who is named.
        found: Vec<String>,
        /// Who takes part.
        parties: Vec<String>,
    },
}

impl Contradiction {
    /// The same with the points of one party in units of which its plan has so many places after the point.
    #[must_use]
    pub(super) fn in_places(mut self, places: impl Fn(&str) -> u8) -> Self {
        let written = |party: &str, number: &mut Decimal| {
            if let Some(units) = number.in_units_of(0) {
                *number = Decimal::new(units, places(party));
            }
        };
        match &mut self {
            Self::Bearing {
                party,
                found,
                least,
                most,
                ..
            } => {
                for number in [found, least, most] {
                    written(party, number);
                }
            }
            Self::CostBelowNought { party, found, .. }
            | Self::ValueBelowNought { party, found, .. } => written(party, found),
            Self::TooManyPoints { party, most, .. } => written(party, most),
            Self::Alone { .. }
            | Self::Parties { .. }
            | Self::NothingOwed
            | Self::AllLeftOut { .. }
            | Self::Classes { .. }
            | Self::Obligations { .. }
            | Self::Effects { .. }
            | Self::Empty { .. }
            | Self::NoSuchClass { .. }
            | Self::Turns { .. }
            | Self::Circle { .. }
            | Self::Stages { .. }
            | Self::Batches { .. }
            | Self::BatchOfNought { .. }
            | Self::BatchRule { .. }
            | Self::NoneInAStage { .. }
            | Self::PaidInItself { .. }
            | Self::BeforeItself { .. }
            | Self::TooDear { .. }
            | Self::BandAtEnd { .. }
            | Self::Band
            | Self::Inside
            | Self::InsideMany { .. }
            | Self::Turn { .. } => {}
        }
        self
    }
}

fn alone(only: Option<&str>) -> String {
    only.map_or_else(
        || "there is none".to_owned(),
        |only| format!("only \"{only}\" gives something or is said to value anything of it"),
    )
}

fn rules_by_number(rules: &[usize]) -> String {
    let numbers: Vec<String> = rules.iter().map(ToString::to_string).collect();
    let word = if rules.len() == 1 { "rule" } else { "rules" };
    format!("{word} {}", numbers.join(", "))
}

/// A number of rules that are paid in the same, and so counted together.
fn of_rules(what: &str, rules: &[usize]) -> String {
    if rules.len() == 1 {
        format!("its `{what}`")
    } else {
        format!("they are paid in the same, and so their `{what}` together")
    }
}

fn listed(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    quoted.join(", ")
}
