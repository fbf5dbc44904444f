//! The ways to record something in a room: the commands that belong there, by what they are about.

use maud::{Markup, html};
use mediation::{concerns::rooms::RoomKind, view::Room};

use crate::{
    Key, Words,
    html::{Side, section::section_to_write},
    routes::Page,
    site::CaseVisit,
};

struct Group {
    head: Key,
    commands: &'static [(&'static str, Key)],
}

/// What is recorded where participants sit.
const WITH_OTHERS: &[Group] = &[
    Group {
        head: Key("room-record-contact"),
        commands: &[
            ("contact", Key("room-do-contact")),
            ("attempt", Key("room-do-attempt")),
            ("declare-silence", Key("room-do-silence")),
            ("open-channel", Key("room-do-channel")),
        ],
    },
    Group {
        head: Key("room-record-said"),
        commands: &[
            ("message", Key("room-do-message")),
            ("demand", Key("room-do-demand")),
            ("answer", Key("room-do-answer")),
            ("request", Key("room-do-request")),
            ("meet-request", Key("room-do-met")),
            ("undertake", Key("room-do-undertake")),
            ("record-list", Key("room-do-list")),
        ],
    },
    Group {
        head: Key("room-record-text"),
        commands: &[
            ("put-draft", Key("room-do-put")),
            ("custody", Key("room-do-custody")),
            ("take-position", Key("room-do-position")),
            ("record-decision", Key("room-do-decision")),
            ("accept", Key("room-do-accept")),
            ("refuse-offer", Key("room-do-refuse")),
        ],
    },
    Group {
        head: Key("room-record-people"),
        commands: &[
            ("add-representative", Key("room-do-representative")),
            ("record-mandate", Key("room-do-mandate")),
            ("add-body", Key("room-do-body")),
        ],
    },
];

/// What is recorded in the desk's own room.
const DESK: &[Group] = &[
    Group {
        head: Key("room-record-desk"),
        commands: &[
            ("note", Key("room-do-note")),
            ("estimate", Key("room-do-estimate")),
            ("confirm-count", Key("room-do-confirm")),
            ("record-act", Key("room-do-act")),
        ],
    },
    Group {
        head: Key("room-record-text"),
        commands: &[
            ("outline", Key("room-do-outline")),
            ("draft", Key("room-do-draft")),
            ("conclude", Key("room-do-conclude")),
            ("announce", Key("room-do-announce")),
            ("require", Key("room-do-require")),
            ("set-parameter", Key("room-do-parameter")),
        ],
    },
    Group {
        head: Key("room-record-case"),
        commands: &[
            ("add-participant", Key("room-do-participant")),
            ("open-room", Key("room-do-room")),
            ("ground-rules", Key("room-do-rules")),
            ("add-officer", Key("room-do-officer")),
        ],
    },
];

/// The section, for the present alone.
pub(super) fn section_of(visit: &CaseVisit, room: &Room) -> Markup {
    let words = visit.words();
    let groups = match room.kind() {
        RoomKind::Desk => DESK,
        RoomKind::Caucus | RoomKind::Plenary => WITH_OTHERS,
    };
    let note = words.t("room-record.note");
    section_to_write(
        &Side::new("record", words.t("room-record"), note),
        &html! {
            div.marks { @for group in groups { (listed(visit, words, room, group)) } }
            p.after { a href=(visit.href(Page::RecordIndex { room: room.name.as_str() })) { (words.t("room-record-all")) } }
        },
    )
}

fn listed(visit: &CaseVisit, words: Words, room: &Room, group: &Group) -> Markup {
    html! { div {
        h3 { (words.t(group.head)) }
        ul.seen { @for (command, said) in group.commands {
            @let page = Page::Record { room: room.name.as_str(), command };
            li { a href=(visit.href(page)) { (words.t(*said)) } }
        } }
    } }
}
