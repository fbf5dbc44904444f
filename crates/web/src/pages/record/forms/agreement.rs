//! What an agreement needs, what stands once, and what the desk tells the rooms.

use super::{
    super::spec::{CommandForm, Confirm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "announce",
        (Key("command-announce"), Key("command-announce.explain")),
        Head::Own,
        &[
            field("rooms", Key("field-rooms"), Kind::Several(Source::Rooms))
                .hint(Key("field-rooms.hint")),
            field("subject", Key("field-subject"), Kind::Line),
            field("words", Key("field-announce-words"), Kind::Words)
                .hint(Key("field-announce-words.hint")),
        ],
    )
    .confirmed(Confirm::Always),
    form(
        "require",
        (Key("command-require"), Key("command-require.explain")),
        Head::Own,
        &[
            field("what", Key("field-requirement-what"), Kind::Line)
                .hint(Key("field-requirement-what.hint")),
            field(
                "kind",
                Key("field-requirement-kind"),
                Kind::Pick(picks::REQUIREMENT),
            ),
            optional(
                "owed-by",
                Key("field-owed-by"),
                Kind::Choose(Source::Participants),
            )
            .hint(Key("field-owed-by.hint"))
            .half(),
            field("requirement", Key("field-short-name"), Kind::Name("what"))
                .hint(Key("field-short-name.hint"))
                .half(),
            optional("due", Key("field-by-when"), Kind::Instant),
        ],
    ),
    form(
        "meet-requirement",
        (
            Key("command-meet-requirement"),
            Key("command-meet-requirement.explain"),
        ),
        Head::Known,
        &[
            field(
                "requirement",
                Key("field-requirement"),
                Kind::Choose(Source::Requirements),
            ),
            optional("with", Key("field-shown-by"), Kind::Entry)
                .hint(Key("field-entry.hint"))
                .half(),
            optional("words", Key("field-in-hand-how"), Kind::Words),
        ],
    ),
    form(
        "set-parameter",
        (
            Key("command-set-parameter"),
            Key("command-set-parameter.explain"),
        ),
        Head::Known,
        &[
            field("name", Key("field-parameter-name"), Kind::Line)
                .hint(Key("field-parameter-name.hint"))
                .half(),
            field(
                "parameter",
                Key("field-parameter-short"),
                Kind::Name("name"),
            )
            .hint(Key("field-parameter-short.hint"))
            .half(),
            field("value", Key("field-value-kind"), Kind::Way(picks::VALUE)),
            field("value.number", Key("field-value-number"), Kind::Number)
                .half()
                .when("value", "number"),
            field("value.date", Key("field-value-date"), Kind::Moment).when("value", "date"),
            optional("why", Key("field-why-set"), Kind::Words),
        ],
    ),
];
