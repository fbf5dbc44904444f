//! Which kind of file a document is: told by a key that only it has, so that whoever gives it to the
//! wrong command is sent to the right one.

use std::fmt;

use serde_json::Value as Schema;

use super::tree::Node;

/// A kind of file that the planner reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plan.
    Plan,
    /// What is talked about, and what is preferred.
    Packages,
    /// What one side prefers.
    Preferences,
    /// A conflict.
    Conflict,
    /// A domain or preferences of GENIUS.
    Genius,
    /// A domain or preferences of `GeniusWeb`.
    GeniusWeb,
}

impl Kind {
    const MARKED: [Self; 4] = [
        Self::Plan,
        Self::Packages,
        Self::Preferences,
        Self::Conflict,
    ];

    /// The key that only this kind has, where it is in our form.
    pub const fn mark(self) -> Option<&'static str> {
        match self {
            Self::Plan => Some("good-offices-plan"),
            Self::Packages => Some("good-offices-packages"),
            Self::Preferences => Some("good-offices-preferences"),
            Self::Conflict => Some("decision-makers"),
            Self::Genius | Self::GeniusWeb => None,
        }
    }

    /// What reads such a file.
    pub const fn reader(self) -> &'static str {
        match self {
            Self::Plan => {
                "`goodoffices plan check`, `goodoffices plan order` and `goodoffices plan forecast`"
            }
            Self::Packages | Self::Preferences | Self::Genius | Self::GeniusWeb => {
                "`goodoffices plan packages`"
            }
            Self::Conflict => "`goodoffices plan stability`",
        }
    }

    /// The kind that a schema is for.
    pub fn of_schema(schema: &Schema) -> Option<Self> {
        let properties = schema.get("properties")?.as_object()?;
        let is = |kind: &Self| {
            kind.mark()
                .is_some_and(|mark| properties.contains_key(mark))
        };
        Self::MARKED.into_iter().find(is)
    }

    /// The kind of a document.
    pub fn of_document(root: &Node) -> Option<Self> {
        let is = |kind: &Self| kind.mark().is_some_and(|mark| root.get(mark).is_some());
        let ours = Self::MARKED.into_iter().find(is);
        let theirs = ["issuesValues", "LinearAdditiveUtilitySpace"];
        let theirs = theirs.into_iter().any(|key| root.get(key).is_some());
        ours.or(theirs.then_some(Self::GeniusWeb))
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Plan => "a plan",
            Self::Packages => "a file of packages",
            Self::Preferences => "a file of one side’s preferences",
            Self::Conflict => "a conflict",
            Self::Genius => "a file of GENIUS (XML)",
            Self::GeniusWeb => "a file of GeniusWeb (JSON)",
        })
    }
}
