//! A conflict, as a person writes it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::words::{Name, Ranked};

/// A conflict: who decides, what each can do, what cannot be together, and who prefers what.
///
/// A *condition* is a list of options that are taken, or not taken where `not` stands before one:
/// `[accept, not abandon]` holds in every state in which `accept` is taken and `abandon` is not.
///
/// Without a list of `states`, the states are all combinations of options that are feasible,
/// numbered from 1 in the order in which the first option changes fastest; states that are
/// coalesced into one come after them under the names that they are given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Conflict {
    /// What the conflict is called.
    #[schemars(example = &"The quarrel over the lake")]
    pub conflict: String,
    /// Where the model comes from, and what else a reader should know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Who decides.
    #[schemars(example = json!([{ "name": "Side A", "options": ["build", "talk"], "ranking": [1, 3, [2, 4]] }]))]
    pub decision_makers: Vec<DecisionMaker>,
    /// Options that go one way only. Those that go both ways need not be listed.
    #[schemars(example = json!({ "build": { "goes": "cannot-be-left" } }))]
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, OptionSection>,
    /// Conditions that cannot be.
    #[schemars(example = json!([["build", "not talk"]]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub infeasible: Vec<Vec<String>>,
    /// Sets of options of which at most one can be taken.
    #[schemars(example = json!([["build", "talk"]]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at_most_one: Vec<Vec<String>>,
    /// Sets of options of which at least one must be taken.
    #[schemars(example = json!([["build", "talk"]]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub at_least_one: Vec<Vec<String>>,
    /// States that make no difference to anybody and count as one: a name, and the condition that
    /// holds in all of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub coalesce: Vec<Coalesce>,
    /// The states by name, where they are not combinations of options.
    #[schemars(example = json!([1, 2, 3]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<Name>,
    /// Moves between states by name; besides those that options make possible.
    #[schemars(example = json!([{ "by": ["Side A"], "from": 1, "to": 2 }]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moves: Vec<MoveSection>,
    /// The state in which the conflict is now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status_quo: Option<Name>,
    /// How several opponents may respond to a move.
    #[serde(default)]
    pub responses: Rule,
}

/// Who decides.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct DecisionMaker {
    /// The name.
    pub name: String,
    /// The options that it controls. It can take and leave several in one move. An option that
    /// several list can be changed by each of them.
    #[schemars(example = json!(["build", "talk"]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<String>,
    /// All states, the best first; those that are equally good in a list of their own.
    #[schemars(example = json!([1, 3, [2, 4]]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ranking: Vec<Ranked>,
    /// In the place of a ranking: what it wants, the most important first. Each is a list of
    /// conditions, and is fulfilled where one of them holds. Of two states that one is better which
    /// fulfils the first thing in which they differ.
    #[schemars(example = json!([[["build", "not talk"]], [["talk"]]]))]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub priorities: Vec<Vec<Vec<String>>>,
}

/// How an option can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct OptionSection {
    /// Which way.
    pub goes: Direction,
}

/// Which way an option can be changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// It can be taken, and left again.
    BothWays,
    /// Once taken it cannot be left.
    CannotBeLeft,
    /// Once left it cannot be taken.
    CannotBeTaken,
}

/// States that count as one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Coalesce {
    /// What the one state is called.
    pub name: Name,
    /// The condition that holds in all of them.
    pub all: Vec<String>,
}

/// A move between two states.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct MoveSection {
    /// Who can make it: one decision maker, or several each of whom can (a common move).
    #[schemars(example = json!(["Side A"]))]
    pub by: Commonly,
    /// From which state.
    pub from: Name,
    /// To which state.
    pub to: Name,
    /// Whether it can be taken back.
    #[serde(default)]
    pub back: Back,
}

/// Whether a move can be taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Back {
    /// It cannot.
    #[default]
    Irreversible,
    /// Whoever can make it can also take it back.
    Reversible,
}

/// Those who can each make a move.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Commonly(pub Vec<String>);

/// How several opponents may respond to a move. The published definitions differ.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// By any sequence of moves in which nobody moves twice in a row: the definition of Fang, Hipel
    /// and Kilgour (1993).
    #[default]
    LegalSequences,
    /// By any sequence of moves in which each moves at most once.
    EachAtMostOnce,
    /// By one move of one of them.
    OneMove,
}

impl Rule {
    /// All.
    pub const ALL: [Self; 3] = [Self::LegalSequences, Self::EachAtMostOnce, Self::OneMove];
}
