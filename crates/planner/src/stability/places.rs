//! Where in a conflict's file something stands: for messages in words, and in the file by its lines, which
//! are looked up only when they have to be told.

use std::fmt;

use super::error::{CoalesceFault, ConflictError};
use crate::document::{
    self, Placed,
    tree::{self, Node, Place},
};

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
    /// A decision maker.
    Maker(String),
}

impl fmt::Display for At {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Options => f.write_str("`options`"),
            Self::Infeasible => f.write_str("`infeasible`"),
            Self::AtMostOne => f.write_str("`at-most-one`"),
            Self::AtLeastOne => f.write_str("`at-least-one`"),
            Self::Coalesced(name) => write!(f, "the coalesced state `{name}`"),
            Self::Ranking(maker) => write!(f, "the ranking of `{maker}`"),
            Self::Priorities(maker) => write!(f, "the priorities of `{maker}`"),
            Self::Moves => f.write_str("`moves`"),
            Self::StatusQuo => f.write_str("`status-quo`"),
            Self::Maker(name) => write!(f, "`{name}`"),
        }
    }
}

impl ConflictError {
    /// The same with its places in the file that the conflict was read from.
    pub fn placed(self, bytes: &[u8]) -> Placed<Self> {
        let (root, _) = tree::of(document::text(bytes).unwrap_or_default());
        let places = root.as_ref().map(|root| places(&self, root));
        Placed::at(places.unwrap_or_default(), self)
    }
}

fn places(error: &ConflictError, root: &Node) -> Vec<Place> {
    let key = |key: &str| root.entry(key).map(|(key, _)| key.place);
    let keys = |all: &[&str]| all.iter().filter_map(|it| key(it)).collect();
    match error {
        ConflictError::Count { what, .. } => {
            let of = match *what {
                "states" => ["states", "decision-makers"],
                "infeasible conditions" => ["infeasible", "at-most-one"],
                "coalesced states" => ["coalesce", "decision-makers"],
                "moves" => ["moves", "decision-makers"],
                _ => ["decision-makers", "decision-makers"],
            };
            of.into_iter().find_map(key).into_iter().collect()
        }
        ConflictError::States { .. } => keys(&["decision-makers"]),
        ConflictError::Name { what, name, .. } => named(what, name, root),
        ConflictError::Unknown { at, what, name, .. } => said(at, root, |says| {
            says == name || (*what == "option" && taken(says) == name)
        }),
        ConflictError::Contradiction { at, option } => said(at, root, |says| taken(says) == option),
        ConflictError::NothingFeasible => keys(&["infeasible", "at-most-one", "at-least-one"]),
        ConflictError::Coalesce(CoalesceFault::Empty(name)) => coalesced(name, root),
        ConflictError::Coalesce(CoalesceFault::Overlap(one, other)) => {
            [coalesced(one, root), coalesced(other, root)].concat()
        }
        ConflictError::Preferences { maker, .. } => makers(maker, root).map(place).collect(),
        ConflictError::Ranking { maker, state, .. } => {
            said(&At::Ranking(maker.clone()), root, |says| says == state)
        }
        ConflictError::ToldApart { maker, .. } => within(&At::Priorities(maker.clone()), root)
            .into_iter()
            .map(place)
            .collect(),
        ConflictError::BothForms { .. } => keys(&["states"]),
        ConflictError::NoState { .. }
        | ConflictError::TooLong { .. }
        | ConflictError::Stopped(_) => Vec::new(),
    }
}

const fn place(node: &Node) -> Place {
    node.place
}

/// An option as a condition says that it is taken, or that it is not.
fn taken(says: &str) -> &str {
    let says = says.trim();
    says.strip_prefix("not ").map_or(says, str::trim)
}

/// Where a name is given to something.
fn named(what: &str, name: &str, root: &Node) -> Vec<Place> {
    let under = |key: &str| root.get(key).map(Node::items).unwrap_or_default().iter();
    let makers = || under("decision-makers");
    let all: Vec<&Node> = match what {
        "option" => makers()
            .filter_map(|maker| maker.get("options"))
            .flat_map(Node::items)
            .collect(),
        "state" => under("states")
            .chain(under("coalesce").filter_map(|one| one.get("name")))
            .collect(),
        _ => makers().filter_map(|maker| maker.get("name")).collect(),
    };
    let all = all.into_iter();
    all.filter(|node| node.text().is_some_and(|says| says.trim() == name.trim()))
        .map(place)
        .collect()
}

/// The decision makers of a name.
fn makers<'n>(name: &'n str, root: &'n Node) -> impl Iterator<Item = &'n Node> {
    let all = root.get("decision-makers").map(Node::items);
    let all = all.unwrap_or_default().iter();
    all.filter(move |maker| maker.get("name").and_then(Node::text) == Some(name))
}

fn coalesced(name: &str, root: &Node) -> Vec<Place> {
    within(&At::Coalesced(name.to_owned()), root)
        .into_iter()
        .map(place)
        .collect()
}

/// The parts of the file that are meant.
fn within<'n>(at: &'n At, root: &'n Node) -> Vec<&'n Node> {
    let key = |key: &str| root.get(key).into_iter().collect();
    let of_maker = |maker: &'n str, key: &str| {
        let all = makers(maker, root);
        all.filter_map(|maker| maker.get(key)).collect()
    };
    match at {
        At::Options => key("options"),
        At::Infeasible => key("infeasible"),
        At::AtMostOne => key("at-most-one"),
        At::AtLeastOne => key("at-least-one"),
        At::Coalesced(name) => {
            let all = root.get("coalesce").map(Node::items).unwrap_or_default();
            let is = |one: &&Node| {
                let said = one.get("name").and_then(Node::text);
                said.is_some_and(|said| said.trim() == name)
            };
            all.iter().filter(is).collect()
        }
        At::Ranking(maker) => of_maker(maker, "ranking"),
        At::Priorities(maker) => of_maker(maker, "priorities"),
        At::Moves => key("moves"),
        At::StatusQuo => key("status-quo"),
        At::Maker(name) => makers(name, root).collect(),
    }
}

/// Where something is said in a part of the file; the part itself where it is nowhere in it.
fn said(at: &At, root: &Node, is: impl Fn(&str) -> bool) -> Vec<Place> {
    let within = within(at, root);
    let mut found = Vec::new();
    let mut left = within.clone();
    while let Some(node) = left.pop() {
        found.extend(node.text().filter(|says| is(says)).map(|_| node.place));
        left.extend(node.items());
        for (key, node) in node.entries() {
            if is(&key.says) {
                found.push(key.place);
            }
            left.push(node);
        }
    }
    if found.is_empty() {
        found = within.into_iter().map(place).collect();
    }
    found
}
