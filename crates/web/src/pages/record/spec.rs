//! What a form is made of: one table of fields for each command. A table says how a field is
//! asked for and where its value goes; whether the command is then taken is the core's to say.

use mediation::command::{CommandKind, OpenTo, Place};

use crate::{html::form::Width, i18n::Key};

/// The form of one command.
pub(crate) struct CommandForm {
    /// The command's name.
    pub name: &'static str,
    /// Its name in words.
    pub title: Key,
    /// What it is for, in a sentence.
    pub explain: Key,
    /// What is asked beside it.
    pub head: Head,
    /// Whether it takes a second page to confirm.
    pub confirm: Confirm,
    /// Its own fields.
    pub fields: &'static [Spec],
}

/// What is asked of a command beside what it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Head {
    /// The desk's own act: when it was done, where that is not now.
    Own,
    /// Something that the desk knows: when, and on whose word.
    Known,
    /// Words that somebody gave: under which terms too.
    Said,
    /// Something that a channel carried: which, too.
    Channel,
}

/// Whether a command is written down at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Confirm {
    /// It is.
    No,
    /// After a second page.
    Always,
    /// After a second page, where this field is filled in.
    With(&'static str),
}

/// One field.
#[derive(Clone, Copy)]
pub(crate) struct Spec {
    /// Where its value goes; a dot leads into what is within.
    pub name: &'static str,
    /// Its label.
    pub label: Key,
    /// A line of help.
    pub hint: Option<Key>,
    /// How it is asked for.
    pub kind: Kind,
    /// Whether it may be left out.
    pub need: Need,
    /// How wide.
    pub width: Width,
    /// The field and the value of it with which alone this one is asked for.
    pub when: Option<(&'static str, &'static str)>,
}

/// Whether a field may be left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    /// No.
    Needed,
    /// Yes.
    Optional,
}

/// How a field is asked for.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// A short name; where it is left empty, made from another field.
    Name(&'static str),
    /// The letters before a room's entries; where left empty, made from its members.
    Code,
    /// One line.
    Line,
    /// Words.
    Words,
    /// A number.
    Number,
    /// A code that nobody should read over a shoulder.
    Secret,
    /// A digest, typed as it is read.
    Digest,
    /// One of the domain's own words.
    Pick(&'static [Pick]),
    /// The same, and it decides which fields follow.
    Way(&'static [Pick]),
    /// Any of the domain's own words.
    Picks(&'static [Pick]),
    /// Something on record.
    Choose(Source),
    /// The same, and it decides which fields follow.
    Turn(Source),
    /// Several things on record.
    Several(Source),
    /// An entry by its number.
    Entry,
    /// Entries by their numbers, with commas between.
    Entries,
    /// Words with commas between.
    Tags,
    /// A day and a time.
    Instant,
    /// A date as far as it is known.
    Moment,
    /// One on each line.
    Lines,
    /// On each line a category and a number.
    Counts,
    /// On each line these, with a bar between.
    Columns(&'static [&'static str]),
    /// A table with a line of headings.
    Rows,
    /// The answer to each part of the demand that another field names.
    Answers(&'static str),
    /// A whole text in the languages of the case.
    Text,
    /// Changes to the articles of the version that another field names.
    Changes(&'static str),
}

/// One of the domain's words, as a form offers it.
#[derive(Clone, Copy)]
pub(crate) struct Pick {
    /// The word; empty for none.
    pub value: &'static str,
    /// What a reader is told.
    pub said: Key,
    /// What it means.
    pub note: Option<Key>,
}

/// What can be chosen from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// The desk, and who sits in this room.
    Speakers,
    /// Who sits in this room.
    Members,
    /// Everybody who takes part.
    Participants,
    /// The desk's officers.
    Officers,
    /// Who acts for a participant here.
    Representatives,
    /// Mandates that have not ended.
    Mandates,
    /// Bodies that approve.
    Bodies,
    /// Channels of this room.
    Channels,
    /// Rooms in which a participant sits.
    Rooms,
    /// Requests that are open here.
    Requests,
    /// Demands made here.
    Demands,
    /// Undertakings given here.
    Undertakings,
    /// What is pending here: requests, demands, undertakings, words put last, stands to confirm.
    Pending,
    /// Participants' words in this room.
    Words,
    /// Lists that came here.
    Lists,
    /// What was carried into this room, or passes through the desk's.
    Carried,
    /// Versions put here.
    Versions,
    /// Versions and outlines.
    VersionsAndOutlines,
    /// Versions put here for acceptance that somebody has still to accept.
    Offers,
    /// The same with those that all have accepted: a yes can be taken back.
    OffersAccepted,
    /// Outlines of this room.
    Outlines,
    /// The desk's drafts.
    Drafts,
    /// Decisions with modifications, of every room.
    Modifications,
    /// Names of texts.
    Texts,
    /// Relays that wait for a second officer.
    Proposals,
    /// What an agreement still needs.
    Requirements,
}

impl CommandForm {
    /// The command's kind.
    pub fn kind(&self) -> CommandKind {
        CommandKind::named(self.name).unwrap_or(CommandKind {
            name: self.name,
            place: Place::Any,
            open_to: OpenTo::Desk,
        })
    }
}

/// A form of these fields.
pub(crate) const fn form(
    name: &'static str,
    (title, explain): (Key, Key),
    head: Head,
    fields: &'static [Spec],
) -> CommandForm {
    CommandForm {
        name,
        title,
        explain,
        head,
        confirm: Confirm::No,
        fields,
    }
}

impl CommandForm {
    /// With a second page.
    pub const fn confirmed(mut self, confirm: Confirm) -> Self {
        self.confirm = confirm;
        self
    }
}

/// A field that must be filled in.
pub(crate) const fn field(name: &'static str, label: Key, kind: Kind) -> Spec {
    Spec {
        name,
        label,
        hint: None,
        kind,
        need: Need::Needed,
        width: Width::Whole,
        when: None,
    }
}

/// A field that may be left empty.
pub(crate) const fn optional(name: &'static str, label: Key, kind: Kind) -> Spec {
    let mut spec = field(name, label, kind);
    spec.need = Need::Optional;
    spec
}

impl Spec {
    /// With a line of help.
    pub const fn hint(mut self, hint: Key) -> Self {
        self.hint = Some(hint);
        self
    }

    /// In half the width.
    pub const fn half(mut self) -> Self {
        self.width = Width::Half;
        self
    }

    /// In a third of the width.
    pub const fn third(mut self) -> Self {
        self.width = Width::Third;
        self
    }

    /// Asked for only where another field has this value.
    pub const fn when(mut self, field: &'static str, value: &'static str) -> Self {
        self.when = Some((field, value));
        self
    }
}

/// A choice.
pub(crate) const fn pick(value: &'static str, said: Key) -> Pick {
    Pick {
        value,
        said,
        note: None,
    }
}

/// A choice with what it means.
pub(crate) const fn meant(value: &'static str, said: Key, note: Key) -> Pick {
    Pick {
        value,
        said,
        note: Some(note),
    }
}
