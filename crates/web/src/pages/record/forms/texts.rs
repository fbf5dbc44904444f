//! The single text: outlines, drafts, and drafts as they are put to a room.

use super::{
    super::spec::{CommandForm, Confirm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "outline",
        (Key("command-outline"), Key("command-outline.explain")),
        Head::Known,
        &[
            field("title", Key("field-outline-title"), Kind::Line),
            field("points", Key("field-points"), Kind::Lines).hint(Key("field-points.hint")),
            optional(
                "replaces",
                Key("field-replaces"),
                Kind::Choose(Source::Outlines),
            ),
        ],
    ),
    form(
        "draft",
        (Key("command-draft"), Key("command-draft.explain")),
        Head::Own,
        &[
            field("text", Key("field-text-name"), Kind::Name(""))
                .hint(Key("field-text-name.hint"))
                .half(),
            field("content", Key("field-content"), Kind::Way(picks::DRAFT)),
            field("content.whole", Key("field-whole"), Kind::Text)
                .hint(Key("field-whole.hint"))
                .when("content", "whole"),
            field(
                "content.changed.from",
                Key("field-changed-from"),
                Kind::Turn(Source::Drafts),
            )
            .when("content", "changed"),
            field(
                "content.changed.changes",
                Key("field-changes"),
                Kind::Changes("content.changed.from"),
            )
            .hint(Key("field-changes.hint"))
            .when("content", "changed"),
            field(
                "content.as-decided",
                Key("field-as-decided"),
                Kind::Choose(Source::Modifications),
            )
            .when("content", "as-decided"),
            optional(
                "brackets",
                Key("field-brackets"),
                Kind::Columns(&["article", "words", "whose"]),
            )
            .hint(Key("field-brackets.hint")),
            optional("note", Key("field-draft-note"), Kind::Words),
        ],
    ),
    form(
        "put-draft",
        (Key("command-put-draft"), Key("command-put-draft.explain")),
        Head::Own,
        &[
            field("draft", Key("field-draft"), Kind::Choose(Source::Drafts)),
            optional(
                "offer.finality",
                Key("field-offer"),
                Kind::Pick(picks::OFFER),
            ),
            optional("offer.expires", Key("field-expires"), Kind::Instant)
                .hint(Key("field-expires.hint")),
            optional("words", Key("field-put-words"), Kind::Words)
                .hint(Key("field-put-words.hint")),
        ],
    )
    .confirmed(Confirm::With("offer.finality")),
    form(
        "withdraw-offer",
        (
            Key("command-withdraw-offer"),
            Key("command-withdraw-offer.explain"),
        ),
        Head::Own,
        &[
            field(
                "offer",
                Key("field-offer-entry"),
                Kind::Choose(Source::Offers),
            ),
            optional("words", Key("field-withdraw-words"), Kind::Words)
                .hint(Key("field-put-words.hint")),
        ],
    )
    .confirmed(Confirm::Always),
    form(
        "take-position",
        (
            Key("command-take-position"),
            Key("command-take-position.explain"),
        ),
        Head::Said,
        &[
            field(
                "participant",
                Key("field-whose-position"),
                Kind::Choose(Source::Members),
            )
            .half(),
            optional(
                "representative",
                Key("field-said-by"),
                Kind::Choose(Source::Representatives),
            )
            .half(),
            field(
                "on",
                Key("field-position-on"),
                Kind::Choose(Source::VersionsAndOutlines),
            ),
            field("stand", Key("field-stand"), Kind::Pick(picks::STAND)),
            optional("articles", Key("field-articles"), Kind::Tags)
                .hint(Key("field-articles.hint"))
                .half(),
            optional("words", Key("field-position-words"), Kind::Words),
        ],
    ),
    form(
        "comment",
        (Key("command-comment"), Key("command-comment.explain")),
        Head::Said,
        &[
            field(
                "participant",
                Key("field-whose-comment"),
                Kind::Choose(Source::Members),
            )
            .half(),
            field("article", Key("field-article"), Kind::Line).half(),
            field(
                "on",
                Key("field-comment-on"),
                Kind::Choose(Source::Versions),
            ),
            field("words", Key("field-comment-words"), Kind::Words).hint(Key("field-words.hint")),
        ],
    ),
];
