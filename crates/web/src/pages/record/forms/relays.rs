//! Carrying across: relays by one officer or by two, and custody of what was carried.

use super::{
    super::spec::{CommandForm, Head, Kind, Source, Spec, field, form, optional},
    picks,
};
use crate::i18n::Key;

pub(crate) static FORMS: &[CommandForm] = &[
    form(
        "relay",
        (Key("command-relay"), Key("command-relay.explain")),
        Head::Own,
        &[
            optional("from", Key("field-relay-from"), Kind::Entries)
                .hint(Key("field-relay-from.hint")),
            field("words", Key("field-relay-words"), Kind::Words)
                .hint(Key("field-relay-words.hint")),
            field("voice", Key("field-voice"), Kind::Pick(picks::VOICE)),
            AS[0],
            AS[1],
            AS[2],
            AS[3],
            AS[4],
            AS[5],
            optional("route", Key("field-route"), Kind::Lines).hint(Key("field-route.hint")),
        ],
    ),
    form(
        "propose-relay",
        (
            Key("command-propose-relay"),
            Key("command-propose-relay.explain"),
        ),
        Head::Own,
        &[
            field("to", Key("field-relay-to"), Kind::Turn(Source::Rooms)).half(),
            field(
                "officer",
                Key("field-proposes"),
                Kind::Choose(Source::Officers),
            )
            .half(),
            field("code", Key("field-code"), Kind::Secret)
                .hint(Key("field-code.hint"))
                .half(),
            optional("relay.from", Key("field-relay-from"), Kind::Entries)
                .hint(Key("field-relay-from.hint")),
            field("relay.words", Key("field-relay-words"), Kind::Words)
                .hint(Key("field-relay-words.hint")),
            field("relay.voice", Key("field-voice"), Kind::Pick(picks::VOICE)),
            RELAY_AS[0],
            RELAY_AS[1],
            RELAY_AS[2],
            RELAY_AS[3],
            RELAY_AS[4],
            RELAY_AS[5],
            optional("relay.route", Key("field-route"), Kind::Lines).hint(Key("field-route.hint")),
        ],
    ),
    form(
        "clear-relay",
        (
            Key("command-clear-relay"),
            Key("command-clear-relay.explain"),
        ),
        Head::Own,
        &[
            field(
                "proposal",
                Key("field-proposal"),
                Kind::Turn(Source::Proposals),
            ),
            field(
                "officer",
                Key("field-clears"),
                Kind::Choose(Source::Officers),
            )
            .half(),
            field("code", Key("field-code"), Kind::Secret)
                .hint(Key("field-code.hint"))
                .half(),
        ],
    ),
    form(
        "decline-relay",
        (
            Key("command-decline-relay"),
            Key("command-decline-relay.explain"),
        ),
        Head::Own,
        &[
            field(
                "proposal",
                Key("field-proposal"),
                Kind::Turn(Source::Proposals),
            ),
            field(
                "officer",
                Key("field-declines"),
                Kind::Choose(Source::Officers),
            )
            .half(),
            field("why", Key("field-why"), Kind::Words),
        ],
    ),
    form(
        "custody",
        (Key("command-custody"), Key("command-custody.explain")),
        Head::Known,
        &[
            field("of", Key("field-custody-of"), Kind::Choose(Source::Carried)),
            field("step", Key("field-step"), Kind::Pick(picks::STEP)),
            field("who", Key("field-custody-who"), Kind::Line).half(),
            optional("how", Key("field-custody-how"), Kind::Line)
                .hint(Key("field-custody-how.hint"))
                .half(),
            optional("digest", Key("field-read-digest"), Kind::Digest)
                .hint(Key("field-read-digest.hint"))
                .half(),
            optional("words", Key("field-read-words"), Kind::Words)
                .hint(Key("field-read-words.hint")),
        ],
    ),
];

/// What relayed words are where they arrive.
pub(crate) static AS: [Spec; 6] = conveyed([
    "as",
    "as.demand",
    "as.answer.demand",
    "as.answer.parts",
    "as.request.what",
    "as.request.due",
]);

/// The same, within a proposal.
static RELAY_AS: [Spec; 6] = conveyed([
    "relay.as",
    "relay.as.demand",
    "relay.as.answer.demand",
    "relay.as.answer.parts",
    "relay.as.request.what",
    "relay.as.request.due",
]);

const fn conveyed(names: [&'static str; 6]) -> [Spec; 6] {
    let [conveyed_as, parts, demand, answers, what, due] = names;
    [
        field(conveyed_as, Key("field-as"), Kind::Way(picks::CONVEYED)).hint(Key("field-as.hint")),
        optional(parts, Key("field-parts"), Kind::Lines)
            .hint(Key("field-parts.hint"))
            .when(conveyed_as, "demand"),
        field(
            demand,
            Key("field-answered-demand"),
            Kind::Turn(Source::Demands),
        )
        .when(conveyed_as, "answer"),
        field(answers, Key("field-answer-parts"), Kind::Answers(demand))
            .when(conveyed_as, "answer"),
        field(what, Key("field-asked-for"), Kind::Pick(picks::REQUEST))
            .when(conveyed_as, "request"),
        optional(due, Key("field-by-when"), Kind::Instant).when(conveyed_as, "request"),
    ]
}
