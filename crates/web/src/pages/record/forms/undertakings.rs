//! What somebody promises or does outside the text.

use super::{
    super::spec::{CommandForm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "undertake",
        (Key("command-undertake"), Key("command-undertake.explain")),
        Head::Said,
        &[
            field(
                "from",
                Key("field-undertakes"),
                Kind::Choose(Source::Speakers),
            )
            .half(),
            field(
                "kind",
                Key("field-undertaking-kind"),
                Kind::Pick(picks::UNDERTAKING),
            ),
            field("words", Key("field-undertaking-words"), Kind::Words)
                .hint(Key("field-words.hint")),
            optional("condition", Key("field-condition"), Kind::Words),
            optional("due", Key("field-by-when"), Kind::Instant),
        ],
    ),
    form(
        "perform",
        (Key("command-perform"), Key("command-perform.explain")),
        Head::Known,
        &[
            field(
                "undertaking",
                Key("field-undertaking"),
                Kind::Choose(Source::Undertakings),
            ),
            field(
                "performance",
                Key("field-performance"),
                Kind::Pick(picks::PERFORMANCE),
            ),
            optional("words", Key("field-facts"), Kind::Words),
        ],
    ),
    form(
        "record-act",
        (Key("command-record-act"), Key("command-record-act.explain")),
        Head::Known,
        &[
            field("kind", Key("field-act-kind"), Kind::Pick(picks::ACT_KIND)),
            field("who", Key("field-who-did"), Kind::Line).half(),
            field("words", Key("field-what-was-done"), Kind::Words),
            optional("released", Key("field-released"), Kind::Counts)
                .hint(Key("field-released.hint")),
        ],
    ),
];
