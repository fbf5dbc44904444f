//! What is said: messages, leave to carry, requests, demands and answers.

use super::{
    super::spec::{CommandForm, Head, Kind, Source, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(super) static FORMS: &[CommandForm] = &[
    form(
        "message",
        (Key("command-message"), Key("command-message.explain")),
        Head::Said,
        &[
            field("from", Key("field-from"), Kind::Choose(Source::Speakers)).half(),
            optional("subject", Key("field-subject"), Kind::Line).half(),
            field("words", Key("field-words"), Kind::Words).hint(Key("field-words.hint")),
        ],
    ),
    form(
        "request",
        (Key("command-request"), Key("command-request.explain")),
        Head::Said,
        &[
            field("from", Key("field-asks"), Kind::Choose(Source::Speakers)).half(),
            field("what", Key("field-asked-for"), Kind::Pick(picks::REQUEST)),
            field("words", Key("field-words"), Kind::Words).hint(Key("field-words.hint")),
            optional("due", Key("field-by-when"), Kind::Instant),
        ],
    ),
    form(
        "meet-request",
        (
            Key("command-meet-request"),
            Key("command-meet-request.explain"),
        ),
        Head::Known,
        &[
            field(
                "request",
                Key("field-request"),
                Kind::Choose(Source::Requests),
            ),
            field("how-far", Key("field-how-far"), Kind::Pick(picks::HOW_FAR)),
            optional("with", Key("field-met-with"), Kind::Entry)
                .hint(Key("field-met-with.hint"))
                .half(),
            optional("words", Key("field-missing-words"), Kind::Words),
        ],
    ),
    form(
        "demand",
        (Key("command-demand"), Key("command-demand.explain")),
        Head::Said,
        &[
            field("from", Key("field-asks"), Kind::Choose(Source::Speakers)).half(),
            field("words", Key("field-words"), Kind::Words).hint(Key("field-words.hint")),
            optional("parts", Key("field-parts"), Kind::Lines).hint(Key("field-parts.hint")),
        ],
    ),
    form(
        "answer",
        (Key("command-answer"), Key("command-answer.explain")),
        Head::Said,
        &[
            field("demand", Key("field-demand"), Kind::Turn(Source::Demands)),
            field("from", Key("field-answers"), Kind::Choose(Source::Speakers)).half(),
            field("words", Key("field-words"), Kind::Words).hint(Key("field-words.hint")),
            field("parts", Key("field-answer-parts"), Kind::Answers("demand")),
            optional("undertaking", Key("field-own-undertaking"), Kind::Words)
                .hint(Key("field-own-undertaking.hint")),
        ],
    ),
    form(
        "give-leave",
        (Key("command-give-leave"), Key("command-give-leave.explain")),
        Head::Known,
        &[
            field(
                "entry",
                Key("field-leave-entry"),
                Kind::Choose(Source::Words),
            ),
            field("now", Key("field-leave-now"), Kind::Pick(picks::TERMS)),
            optional("words", Key("field-leave-words"), Kind::Words),
        ],
    ),
];
