//! Who acts for a participant, under which mandate, and which bodies must approve.

use super::{
    super::spec::{CommandForm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "add-representative",
        (
            Key("command-add-representative"),
            Key("command-add-representative.explain"),
        ),
        Head::Known,
        &[
            field(
                "participant",
                Key("field-acts-for"),
                Kind::Choose(Source::Members),
            )
            .half(),
            field("name", Key("field-person-name"), Kind::Line)
                .hint(Key("field-person-name.hint"))
                .half(),
            field("role", Key("field-role"), Kind::Pick(picks::ROLE)),
            optional("title", Key("field-person-title"), Kind::Line)
                .hint(Key("field-person-title.hint"))
                .half(),
            field(
                "representative",
                Key("field-short-name"),
                Kind::Name("name"),
            )
            .hint(Key("field-short-name.hint"))
            .half(),
            field("origin", Key("field-origin"), Kind::Pick(picks::ORIGIN)),
            optional("key", Key("field-key"), Kind::Words).hint(Key("field-key.hint")),
        ],
    ),
    form(
        "record-mandate",
        (
            Key("command-record-mandate"),
            Key("command-record-mandate.explain"),
        ),
        Head::Known,
        &[
            field(
                "representative",
                Key("field-whose-mandate"),
                Kind::Choose(Source::Representatives),
            )
            .half(),
            optional("on", Key("field-mandate-on"), Kind::Choose(Source::Texts))
                .hint(Key("field-mandate-on.hint"))
                .half(),
            field("may", Key("field-may"), Kind::Picks(picks::ACT)).hint(Key("field-may.hint")),
            field("instrument", Key("field-instrument"), Kind::Line)
                .hint(Key("field-instrument.hint"))
                .half(),
            field("confirmed-by", Key("field-confirmed-by"), Kind::Line)
                .hint(Key("field-confirmed-by.hint"))
                .half(),
            optional("limits", Key("field-limits"), Kind::Words),
            optional("until", Key("field-until"), Kind::Instant),
        ],
    ),
    form(
        "end-mandate",
        (
            Key("command-end-mandate"),
            Key("command-end-mandate.explain"),
        ),
        Head::Known,
        &[
            field(
                "mandate",
                Key("field-mandate"),
                Kind::Choose(Source::Mandates),
            ),
            field("why", Key("field-why"), Kind::Words),
        ],
    ),
    form(
        "add-body",
        (Key("command-add-body"), Key("command-add-body.explain")),
        Head::Known,
        &[
            field(
                "participant",
                Key("field-decides-for"),
                Kind::Choose(Source::Members),
            )
            .half(),
            field("name", Key("field-body-name"), Kind::Line)
                .hint(Key("field-body-name.hint"))
                .half(),
            field("weight", Key("field-weight"), Kind::Pick(picks::WEIGHT)),
            field("rule", Key("field-rule"), Kind::Pick(picks::RULE)),
            optional("members", Key("field-members"), Kind::Number).third(),
            optional("quorum", Key("field-quorum"), Kind::Number)
                .hint(Key("field-quorum.hint"))
                .third(),
            optional(
                "challenge-hours",
                Key("field-challenge-hours"),
                Kind::Number,
            )
            .hint(Key("field-challenge-hours.hint"))
            .third(),
            field("body", Key("field-short-name"), Kind::Name("name"))
                .hint(Key("field-short-name.hint"))
                .half(),
        ],
    ),
];
