//! Decisions of bodies, acceptance, refusal, and the conclusion that rests on them.

use super::{
    super::spec::{CommandForm, Confirm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "record-decision",
        (
            Key("command-record-decision"),
            Key("command-record-decision.explain"),
        ),
        Head::Said,
        &[
            field("body", Key("field-body"), Kind::Choose(Source::Bodies)).half(),
            field("on", Key("field-decided-on"), Kind::Turn(Source::Versions)),
            field("outcome", Key("field-decision"), Kind::Way(picks::DECISION)),
            field(
                "outcome.approved-with-modifications",
                Key("field-modifications"),
                Kind::Changes("on"),
            )
            .hint(Key("field-changes.hint"))
            .when("outcome", "approved-with-modifications"),
            optional("votes.for", Key("field-votes-for"), Kind::Number).third(),
            optional("votes.against", Key("field-votes-against"), Kind::Number).third(),
            optional(
                "votes.abstained",
                Key("field-votes-abstained"),
                Kind::Number,
            )
            .third(),
            optional(
                "challenge-until",
                Key("field-challenge-until"),
                Kind::Instant,
            ),
            optional(
                "annexes",
                Key("field-decision-annexes"),
                Kind::Columns(&["title", "audience"]),
            )
            .hint(Key("field-decision-annexes.hint")),
            optional("words", Key("field-decision-words"), Kind::Words),
        ],
    ),
    form(
        "accept",
        (Key("command-accept"), Key("command-accept.explain")),
        Head::Said,
        &[
            field(
                "participant",
                Key("field-accepts-for"),
                Kind::Choose(Source::Members),
            )
            .half(),
            field(
                "representative",
                Key("field-accepts"),
                Kind::Choose(Source::Representatives),
            )
            .half(),
            field(
                "offer",
                Key("field-offer-entry"),
                Kind::Choose(Source::Offers),
            ),
            field("digest", Key("field-digest"), Kind::Digest)
                .hint(Key("field-digest.hint"))
                .half(),
            field(
                "mandate",
                Key("field-under-mandate"),
                Kind::Choose(Source::Mandates),
            ),
            optional("words", Key("field-acceptance-words"), Kind::Words)
                .hint(Key("field-words.hint")),
            optional("signature.statement", Key("field-statement"), Kind::Words)
                .hint(Key("field-statement.hint")),
            optional("signature.signature", Key("field-signature"), Kind::Words)
                .hint(Key("field-signature.hint")),
        ],
    )
    .confirmed(Confirm::Always),
    form(
        "refuse-offer",
        (
            Key("command-refuse-offer"),
            Key("command-refuse-offer.explain"),
        ),
        Head::Said,
        &[
            field(
                "participant",
                Key("field-refuses"),
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
                "offer",
                Key("field-offer-entry"),
                Kind::Choose(Source::OffersAccepted),
            ),
            optional("words", Key("field-refusal-words"), Kind::Words)
                .hint(Key("field-words.hint")),
        ],
    ),
    form(
        "conclude",
        (Key("command-conclude"), Key("command-conclude.explain")),
        Head::Own,
        &[
            field("text", Key("field-text"), Kind::Choose(Source::Texts)).half(),
            field("form", Key("field-form"), Kind::Pick(picks::FORM)),
        ],
    )
    .confirmed(Confirm::Always),
];
