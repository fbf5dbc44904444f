//! The forms of all commands, in the groups in which the index shows them.

mod agreement;
mod channels;
mod corrections;
mod decisions;
mod lists;
mod messages;
mod opening;
mod people;
pub(crate) mod picks;
pub(crate) mod relays;
mod texts;
mod undertakings;

use super::spec::CommandForm;
use crate::i18n::Key;

/// Forms that belong together.
pub(crate) struct Group {
    /// The anchor.
    pub id: &'static str,
    /// Its name.
    pub head: Key,
    /// A line below it.
    pub note: Key,
    /// Its forms.
    pub forms: &'static [CommandForm],
}

const fn group(id: &'static str, (head, note): (Key, Key), forms: &'static [CommandForm]) -> Group {
    Group {
        id,
        head,
        note,
        forms,
    }
}

/// Every form.
pub(crate) static GROUPS: &[Group] = &[
    group(
        "contacts",
        (Key("group-contacts"), Key("group-contacts.note")),
        channels::CONTACTS,
    ),
    group(
        "words",
        (Key("group-words"), Key("group-words.note")),
        messages::FORMS,
    ),
    group(
        "deeds",
        (Key("group-deeds"), Key("group-deeds.note")),
        undertakings::FORMS,
    ),
    group(
        "numbers",
        (Key("group-numbers"), Key("group-numbers.note")),
        lists::FORMS,
    ),
    group(
        "crossing",
        (Key("group-crossing"), Key("group-crossing.note")),
        relays::FORMS,
    ),
    group(
        "text",
        (Key("group-text"), Key("group-text.note")),
        texts::FORMS,
    ),
    group(
        "consent",
        (Key("group-consent"), Key("group-consent.note")),
        decisions::FORMS,
    ),
    group(
        "agreement",
        (Key("group-agreement"), Key("group-agreement.note")),
        agreement::FORMS,
    ),
    group(
        "people",
        (Key("group-people"), Key("group-people.note")),
        people::FORMS,
    ),
    group(
        "channels",
        (Key("group-channels"), Key("group-channels.note")),
        channels::FORMS,
    ),
    group(
        "case",
        (Key("group-case"), Key("group-case.note")),
        opening::FORMS,
    ),
    group(
        "corrections",
        (Key("group-corrections"), Key("group-corrections.note")),
        corrections::FORMS,
    ),
];

/// The form of a command.
pub(crate) fn named(name: &str) -> Option<&'static CommandForm> {
    GROUPS.iter().flat_map(|g| g.forms).find(|f| f.name == name)
}
