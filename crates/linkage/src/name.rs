//! Names of persons: their tokens in normal form, and the part that each plays.

mod align;
mod cells;
mod compounds;
mod grammar;
mod letters;
mod lexicon;
mod lookalike;
mod nicknames;
mod normal;
mod parse;
mod script;
mod spellings;
#[cfg(test)]
mod strategies;
mod titles;
mod words;

pub use align::{AlignParams, Alignment, How, Order, Pair, Run, align};
pub use nicknames::{Cluster, Kind, Usage, cluster_count, clusters_of, same_name};
pub use normal::{Mixture, Normal, normal};
pub use parse::parse_cell;

/// What one cell says that a person is called: one spelling, or several of the same person.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name {
    /// At least one, each in the order in which it was written.
    pub spellings: Vec<Vec<Token>>,
}

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Token {
    /// In the normal form of its script; compound names (Abd al-Rahman, Abu Mazen) are one token.
    pub text: String,
    /// Which script.
    pub script: Script,
    /// Which part of the name it is, as far as its form says.
    pub part: Part,
}

/// Scripts that are compared with each other; others are compared within themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Script {
    /// Latin.
    Latin,
    /// Arabic, with Persian and Urdu letters.
    Arabic,
    /// Hebrew.
    Hebrew,
    /// Cyrillic.
    Cyrillic,
    /// Thai.
    Thai,
    /// Any other.
    Other,
}

/// The part that a token plays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// A name; which one its form does not say.
    Plain,
    /// Abu or Umm with a name, where it stands beside the names and is none of them.
    Kunya,
    /// A name after ibn, bin, ben, bint or oghlu: an ancestor's.
    Nasab,
    /// An adjective of origin or tribe (al-Baghdadi).
    Nisba,
    /// A patronymic by its ending (Ivanovich).
    Patronymic,
    /// One letter, an initial.
    Initial,
}
