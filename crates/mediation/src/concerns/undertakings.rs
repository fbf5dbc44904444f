//! What somebody promises or does outside the text: undertakings and assurances with what became
//! of them, pilots kept before there is an agreement, and unilateral acts, which never count
//! towards it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{
    concerns::people::Act,
    decide::{Deciding, Outgoing, Refused},
    entry::{Author, Speaker},
    event::Event,
    ids::EntryRef,
    refusal::Reason,
    time::Instant,
    words::{Title, Wording},
};

/// Record an undertaking, or an assurance by an intermediary, given in this room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Undertake {
    /// Who undertakes it.
    pub from: Speaker,
    /// Whether it is owed, or assured of another's doing.
    pub kind: UndertakingKind,
    /// What.
    pub words: Wording,
    /// By when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// On what condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<Wording>,
}

/// What kind of undertaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum UndertakingKind {
    /// Something that it will do.
    Undertaking,
    /// An assurance of what another will do.
    Assurance,
    /// Something kept before there is an agreement, to show that the channel carries.
    Pilot,
}

/// Record what became of an undertaking of this room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Perform {
    /// The undertaking.
    pub undertaking: EntryRef,
    /// What became of it.
    pub performance: Performance,
    /// The facts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
}

/// What became of an undertaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Performance {
    /// Done.
    Performed,
    /// Done in part.
    InPart,
    /// Not done when due.
    Late,
    /// Not done, for a reason that is accepted.
    Excused,
    /// One side says that it was done, another that it was not.
    Disputed,
    /// Done after a breach.
    Cured,
    /// Whoever it was owed to no longer asks for it.
    Waived,
    /// Not done.
    Breached,
}

/// Record an act outside the deal: a pilot, or a unilateral release. It never counts towards what
/// is owed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct RecordAct {
    /// What kind.
    pub kind: ActKind,
    /// Who did it, in words. Not written `by`, which says who submits a command.
    #[serde(rename = "who")]
    pub by: Title,
    /// What was done.
    pub words: Wording,
    /// Of how many persons, by category, where it was a release.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub released: Vec<CategoryCount>,
}

/// What kind of act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ActKind {
    /// Kept before there is an agreement, to show that the channel carries.
    Pilot,
    /// Done by one side alone, outside any deal.
    Unilateral,
    /// Something that happened on the ground and bears on the talks.
    Event,
}

/// How many of a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CategoryCount {
    /// The category, in the parties' own words.
    pub category: Title,
    /// How many.
    pub count: u64,
}

/// An undertaking, as one room knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UndertakingState {
    /// The entry.
    pub number: u64,
    /// Who undertakes.
    pub from: Speaker,
    /// What kind.
    pub kind: UndertakingKind,
    /// What.
    pub words: Wording,
    /// By when.
    pub due: Option<Instant>,
    /// What became of it: entry and word, the last last.
    pub performance: Vec<(u64, Performance)>,
}

/// The undertakings and acts of one room.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Undertakings {
    /// By entry.
    pub all: BTreeMap<u64, UndertakingState>,
    /// Acts outside the deal, by entry.
    pub acts: BTreeMap<u64, RecordAct>,
}

impl UndertakingState {
    /// Whether nothing final has become of it.
    pub fn is_open(&self) -> bool {
        !self.performance.last().is_some_and(|(_, p)| {
            matches!(
                p,
                Performance::Performed
                    | Performance::Cured
                    | Performance::Waived
                    | Performance::Excused
                    | Performance::Breached
            )
        })
    }
}

impl Undertakings {
    pub(crate) fn give(&mut self, number: u64, u: &Undertake) {
        self.add(number, &u.from, u.kind, &u.words, u.due);
    }

    pub(crate) fn add(
        &mut self,
        number: u64,
        from: &Speaker,
        kind: UndertakingKind,
        words: &Wording,
        due: Option<Instant>,
    ) {
        let (from, words) = (from.clone(), words.clone());
        self.all.insert(
            number,
            UndertakingState {
                number,
                from,
                kind,
                words,
                due,
                performance: Vec::new(),
            },
        );
    }

    pub(crate) fn perform(&mut self, number: u64, p: &Perform) {
        if let Some(u) = self.all.get_mut(&p.undertaking.number) {
            u.performance.push((number, p.performance));
        }
    }

    pub(crate) fn act(&mut self, number: u64, a: &RecordAct) {
        self.acts.insert(number, a.clone());
    }
}

pub(crate) fn undertake(d: &Deciding<'_>, u: &Undertake) -> Result<Vec<Outgoing>, Refused> {
    d.speaker(&u.from)?;
    if let Speaker::Participant(p) = &u.from {
        d.acts_for(p, None, Act::Negotiate, None)?;
    }
    d.here(Event::UndertakingGiven(u.clone()))
}

pub(crate) fn perform(d: &Deciding<'_>, p: &Perform) -> Result<Vec<Outgoing>, Refused> {
    d.in_this_room(&p.undertaking)?;
    let Some(state) = d.room()?.undertakings.all.get(&p.undertaking.number) else {
        return d.refuse(Reason::NotOfThatKind {
            entry: p.undertaking.clone(),
            kind: "undertaking",
        });
    };
    // A participant says what became of its own; the desk of anybody's.
    if matches!(d.submission.by, Author::Representative(..)) {
        d.speaker(&state.from)?;
    }
    d.here(Event::Performed(p.clone()))
}

pub(crate) fn record_act(d: &Deciding<'_>, a: &RecordAct) -> Result<Vec<Outgoing>, Refused> {
    d.here(Event::ActDone(a.clone()))
}
