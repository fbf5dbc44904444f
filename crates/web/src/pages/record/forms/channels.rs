//! Channels, and what comes through them or does not.

use super::{
    super::spec::{CommandForm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static CONTACTS: &[CommandForm] = &[
    form(
        "contact",
        (Key("command-contact"), Key("command-contact.explain")),
        Head::Channel,
        &[
            field("how", Key("field-how"), Kind::Pick(picks::MEANS)),
            optional("with", Key("field-with"), Kind::Line)
                .hint(Key("field-with.hint"))
                .half(),
            optional("place", Key("field-where"), Kind::Line).half(),
            field("outcome", Key("field-outcome"), Kind::Words).hint(Key("field-words.hint")),
            optional("next-due", Key("field-next-due"), Kind::Instant)
                .hint(Key("field-next-due.hint")),
        ],
    ),
    form(
        "attempt",
        (Key("command-attempt"), Key("command-attempt.explain")),
        Head::Channel,
        &[
            field("how", Key("field-how-tried"), Kind::Pick(picks::MEANS)),
            optional("note", Key("field-seen"), Kind::Words),
        ],
    ),
    form(
        "declare-silence",
        (
            Key("command-declare-silence"),
            Key("command-declare-silence.explain"),
        ),
        Head::Channel,
        &[
            optional(
                "pending",
                Key("field-pending"),
                Kind::Several(Source::Pending),
            )
            .hint(Key("field-pending.hint")),
            optional("words", Key("field-silence-words"), Kind::Words),
        ],
    ),
];

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "open-channel",
        (
            Key("command-open-channel"),
            Key("command-open-channel.explain"),
        ),
        Head::Known,
        &[
            field(
                "participant",
                Key("field-channel-participant"),
                Kind::Choose(Source::Members),
            )
            .half(),
            field("reaches", Key("field-reaches"), Kind::Line)
                .hint(Key("field-reaches.hint"))
                .half(),
            optional(
                "people",
                Key("field-channel-people"),
                Kind::Several(Source::Representatives),
            ),
            field("means", Key("field-means"), Kind::Line)
                .hint(Key("field-means.hint"))
                .half(),
            optional("known-to", Key("field-known-to"), Kind::Line)
                .hint(Key("field-known-to.hint"))
                .half(),
            field(
                "state",
                Key("field-channel-state"),
                Kind::Pick(picks::CHANNEL),
            ),
            optional("every-hours", Key("field-every-hours"), Kind::Number)
                .hint(Key("field-every-hours.hint"))
                .half(),
            field("id", Key("field-short-name"), Kind::Name("reaches"))
                .hint(Key("field-short-name.hint"))
                .half(),
            optional("next-due", Key("field-first-due"), Kind::Instant)
                .hint(Key("field-next-due.hint")),
        ],
    ),
    form(
        "set-channel",
        (
            Key("command-set-channel"),
            Key("command-set-channel.explain"),
        ),
        Head::Known,
        &[
            field("id", Key("field-channel"), Kind::Choose(Source::Channels)),
            field(
                "state",
                Key("field-channel-state-now"),
                Kind::Pick(picks::CHANNEL),
            ),
            optional("why", Key("field-why"), Kind::Words),
        ],
    ),
];
