//! Opening a case: its rules, officers, participants, rooms, and notes of the desk's own.

use super::{
    super::spec::{CommandForm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "open-case",
        (Key("command-open-case"), Key("command-open-case.explain")),
        Head::Own,
        &[
            field("title", Key("field-case-title"), Kind::Line).hint(Key("field-case-title.hint")),
            optional("reference", Key("field-reference"), Kind::Line)
                .hint(Key("field-reference.hint"))
                .half(),
            field("languages", Key("field-languages"), Kind::Tags)
                .hint(Key("field-languages.hint"))
                .half(),
            field("place", Key("field-clock-place"), Kind::Line)
                .hint(Key("field-clock-place.hint"))
                .half(),
            field("zone", Key("field-zone"), Kind::Line)
                .hint(Key("field-zone.hint"))
                .half(),
            optional("about", Key("field-about"), Kind::Words).hint(Key("field-about.hint")),
            optional("notice", Key("field-notice"), Kind::Words).hint(Key("field-notice.hint")),
        ],
    ),
    form(
        "add-participant",
        (
            Key("command-add-participant"),
            Key("command-add-participant.explain"),
        ),
        Head::Own,
        &[
            field("name", Key("field-participant-name"), Kind::Line)
                .hint(Key("field-participant-name.hint"))
                .half(),
            field("participant", Key("field-short-name"), Kind::Name("name"))
                .hint(Key("field-short-name.hint"))
                .half(),
            field(
                "kind",
                Key("field-participant-kind"),
                Kind::Pick(picks::PARTICIPANT),
            ),
            optional("note", Key("field-note"), Kind::Words).hint(Key("field-note.hint")),
        ],
    ),
    form(
        "open-room",
        (Key("command-open-room"), Key("command-open-room.explain")),
        Head::Own,
        &[
            field(
                "members",
                Key("field-room-members"),
                Kind::Several(Source::Participants),
            )
            .hint(Key("field-room-members.hint")),
            field("title", Key("field-room-title"), Kind::Line).hint(Key("field-room-title.hint")),
            field("room", Key("field-short-name"), Kind::Name("title"))
                .hint(Key("field-short-name.hint"))
                .half(),
            field("code", Key("field-room-code"), Kind::Code)
                .hint(Key("field-room-code.hint"))
                .half(),
        ],
    ),
    form(
        "ground-rules",
        (
            Key("command-ground-rules"),
            Key("command-ground-rules.explain"),
        ),
        Head::Own,
        &[
            field(
                "required",
                Key("field-required"),
                Kind::Several(Source::Participants),
            )
            .hint(Key("field-required.hint")),
            field(
                "clearance",
                Key("field-clearance"),
                Kind::Pick(picks::CLEARANCE),
            ),
            optional("words", Key("field-rules-words"), Kind::Words)
                .hint(Key("field-rules-words.hint")),
        ],
    ),
    form(
        "add-officer",
        (
            Key("command-add-officer"),
            Key("command-add-officer.explain"),
        ),
        Head::Own,
        &[
            field("name", Key("field-officer-name"), Kind::Line).half(),
            field("officer", Key("field-short-name"), Kind::Name("name"))
                .hint(Key("field-short-name.hint"))
                .half(),
            optional("role", Key("field-officer-role"), Kind::Line).half(),
            field("code", Key("field-new-code"), Kind::Secret)
                .hint(Key("field-new-code.hint"))
                .half(),
            optional(
                "admitted-by.officer",
                Key("field-admitted-by"),
                Kind::Choose(Source::Officers),
            )
            .hint(Key("field-admitted-by.hint"))
            .half(),
            optional("admitted-by.code", Key("field-admitted-code"), Kind::Secret)
                .hint(Key("field-code.hint"))
                .half(),
        ],
    ),
    form(
        "add-holder",
        (Key("command-add-holder"), Key("command-add-holder.explain")),
        Head::Known,
        &[
            field("name", Key("field-full-name"), Kind::Line).half(),
            field("holder", Key("field-short-name"), Kind::Name("name"))
                .hint(Key("field-short-name.hint"))
                .half(),
            optional(
                "through",
                Key("field-through"),
                Kind::Choose(Source::Participants),
            )
            .hint(Key("field-through.hint")),
            optional("note", Key("field-note"), Kind::Words).hint(Key("field-note.hint")),
        ],
    ),
    form(
        "note",
        (Key("command-note"), Key("command-note.explain")),
        Head::Known,
        &[
            optional("subject", Key("field-subject"), Kind::Line),
            field("words", Key("field-note-words"), Kind::Words).hint(Key("field-note-words.hint")),
        ],
    ),
];
