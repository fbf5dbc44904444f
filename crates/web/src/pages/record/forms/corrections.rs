//! What is done about an entry after it stands.

use super::{
    super::spec::{CommandForm, Confirm, Head, Kind, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "correct",
        (Key("command-correct"), Key("command-correct.explain")),
        Head::Known,
        &[
            field("entry", Key("field-entry"), Kind::Entry)
                .hint(Key("field-entry.hint"))
                .half(),
            field("wrong", Key("field-wrong"), Kind::Words),
            field("right", Key("field-right"), Kind::Words),
            optional("effect", Key("field-effect"), Kind::Pick(picks::EFFECT)),
        ],
    )
    .confirmed(Confirm::With("effect")),
    form(
        "other-account",
        (
            Key("command-other-account"),
            Key("command-other-account.explain"),
        ),
        Head::Said,
        &[
            field("of", Key("field-account-of"), Kind::Entry)
                .hint(Key("field-entry.hint"))
                .half(),
            field("words", Key("field-account-words"), Kind::Words),
        ],
    ),
    form(
        "erase-entry",
        (
            Key("command-erase-entry"),
            Key("command-erase-entry.explain"),
        ),
        Head::Own,
        &[
            field("entry", Key("field-entry"), Kind::Entry)
                .hint(Key("field-entry.hint"))
                .half(),
            field("authority", Key("field-authority"), Kind::Line)
                .hint(Key("field-authority.hint"))
                .half(),
            field("why", Key("field-why"), Kind::Words),
        ],
    )
    .confirmed(Confirm::Always),
];
