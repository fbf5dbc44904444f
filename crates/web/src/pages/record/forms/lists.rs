//! Lists as they came, estimates, and what is confirmed.

use super::{
    super::spec::{CommandForm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "record-list",
        (
            Key("command-record-list"),
            Key("command-record-list.explain"),
        ),
        Head::Said,
        &[
            field(
                "from",
                Key("field-whose-list"),
                Kind::Choose(Source::Speakers),
            )
            .half(),
            field("title", Key("field-list-title"), Kind::Line)
                .hint(Key("field-list-title.hint"))
                .half(),
            field("kind", Key("field-list-kind"), Kind::Pick(picks::LIST)),
            field("count", Key("field-list-count"), Kind::Number)
                .hint(Key("field-list-count.hint"))
                .third(),
            optional("categories", Key("field-categories"), Kind::Counts)
                .hint(Key("field-categories.hint")),
            optional("rows", Key("field-rows"), Kind::Rows).hint(Key("field-rows.hint")),
            optional("remarks", Key("field-remarks"), Kind::Words),
        ],
    ),
    form(
        "estimate",
        (Key("command-estimate"), Key("command-estimate.explain")),
        Head::Known,
        &[
            field("of", Key("field-of"), Kind::Line)
                .hint(Key("field-of.hint"))
                .half(),
            field("whose", Key("field-whose-estimate"), Kind::Line).half(),
            optional("low", Key("field-low"), Kind::Number).half(),
            optional("high", Key("field-high"), Kind::Number)
                .hint(Key("field-high.hint"))
                .half(),
            optional("words", Key("field-estimate-words"), Kind::Words),
        ],
    ),
    form(
        "confirm-count",
        (
            Key("command-confirm-count"),
            Key("command-confirm-count.explain"),
        ),
        Head::Known,
        &[
            field("of", Key("field-of-same"), Kind::Line)
                .hint(Key("field-of-same.hint"))
                .half(),
            field("count", Key("field-count"), Kind::Number).half(),
            field(
                "firmness",
                Key("field-firmness"),
                Kind::Pick(picks::FIRMNESS),
            ),
            optional(
                "list",
                Key("field-checked-against"),
                Kind::Choose(Source::Lists),
            ),
            optional("whose", Key("field-whose-count"), Kind::Line)
                .hint(Key("field-whose-count.hint"))
                .half(),
            optional("words", Key("field-how-checked"), Kind::Words),
        ],
    ),
];
