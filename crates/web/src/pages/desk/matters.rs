//! To do now: each matter with when, what, why, and the one link that does something about it.

use maud::{Markup, html};
use mediation::{
    agenda::{Matter, Pending},
    concerns::agreement::RequirementKind,
    entry::Speaker,
    ids::EntryRef,
    view::Room,
};

use super::why::{demand, heard, pending_there, reaches};
use crate::{
    adapt,
    entries::Reader,
    html::{Side, Todo, empty, quoted, section, todo},
    routes::Page,
    site::{CaseVisit, DeskVisit},
    when::{self, Minutes, Pressing},
};

/// What is due within so many minutes is set as near.
const SOON: Minutes = Minutes(24 * 60);

/// The section.
pub(super) fn section_of(desk: &DeskVisit, agenda: &[Pending<'_>], all: bool) -> Markup {
    let words = desk.visit.words();
    // A channel whose contact is due later than tomorrow is in order; it stands in the strips.
    let now = desk.visit.now;
    let pressing = |p: &&Pending<'_>| match p.matter {
        Matter::Contact { .. } => p.due.is_some_and(|due| due.since(now) < 6 * 3600),
        _ => true,
    };
    let matters: Vec<Todo> = agenda
        .iter()
        .filter(pressing)
        .map(|p| matter(desk, p))
        .collect();
    let note = words.t_args("desk-todo-note", &[("n", matters.len().into())]);
    let body = if matters.is_empty() {
        empty(&words.t("desk-todo-none"))
    } else {
        let rest = Page::Desk.href_with(desk.visit.at, &[("todo", "all")]);
        let rest = format!("{rest}#todo");
        todo(words, &matters, (!all).then_some(rest.as_str()))
    };
    section(&Side::new("todo", words.t("desk-todo"), note), &body)
}

fn matter(desk: &DeskVisit, pending: &Pending<'_>) -> Todo {
    let words = desk.visit.words();
    let (pressing, when) = match pending.due {
        Some(due) => when::due(
            words,
            Minutes::between(desk.visit.now.timestamp(), due.timestamp()),
            SOON,
        ),
        None => (Pressing::Calm, html! { (undated(desk, &pending.matter)) }),
    };
    let said = said(desk, &pending.matter);
    let pressing = match pending.matter {
        Matter::Silence { .. } | Matter::Clarification { .. } => Pressing::Late,
        _ => pressing,
    };
    Todo {
        when,
        pressing,
        what: said.what,
        why: said.why,
        way: said
            .page
            .is_open(&desk.visit)
            .then(|| (said.link, desk.visit.href(said.page.as_page()))),
    }
}

/// What stands in the place of a time.
fn undated(desk: &DeskVisit, matter: &Matter<'_>) -> String {
    let words = desk.visit.words();
    match matter {
        Matter::Silence { .. } => words.t("desk-when-silent"),
        Matter::NobodyMayBind { .. } | Matter::Clearance { .. } => words.t("desk-when-before"),
        Matter::Requirement(_) => words.t("desk-when-start"),
        _ => words.t("desk-when-open"),
    }
}

pub(super) struct Said {
    pub what: String,
    pub why: Markup,
    pub link: String,
    pub page: Target,
}

/// A page by its own strings: what it links to outlives the matter.
pub(super) enum Target {
    Record { room: String, command: &'static str },
    Room { room: String },
    Text,
    Carry { room: String, entry: String },
}

impl Target {
    /// Nothing can be recorded at a moment that has passed.
    fn is_open(&self, visit: &CaseVisit) -> bool {
        match self {
            Self::Record { .. } | Self::Carry { .. } => visit.is_present(),
            Self::Room { .. } | Self::Text => true,
        }
    }

    fn as_page(&self) -> Page<'_> {
        match self {
            Self::Record { room, command } => Page::Record { room, command },
            Self::Room { room } => Page::Room { room },
            Self::Text => Page::Text,
            Self::Carry { room, entry } => Page::Carry { room, entry },
        }
    }
}

/// That what a matter rests on was corrected.
fn corrected(desk: &DeskVisit, room: &Room, number: u64) -> Markup {
    Reader::of(&desk.visit, &desk.view).corrected(room, number)
}

/// The form of a command in the desk's own room.
fn desks_own(command: &'static str) -> Target {
    Target::Record {
        room: mediation::ids::DESK.to_owned(),
        command,
    }
}

pub(super) fn record(room: &Room, command: &'static str) -> Target {
    Target::Record {
        room: room.name.to_string(),
        command,
    }
}

#[expect(
    clippy::too_many_lines,
    reason = "one arm for each kind of matter, each a few lines of words"
)]
fn said(desk: &DeskVisit, matter: &Matter<'_>) -> Said {
    let words = desk.visit.words();
    let who = |room: &Room| adapt::with(&desk.view, room);
    let no = |entry: &EntryRef| adapt::number(&desk.view, entry);
    match matter {
        Matter::Contact { room, channel } => Said {
            what: words.t_args(
                "desk-contact",
                &[
                    ("who", who(room).into()),
                    ("reaches", reaches(room, channel).into()),
                ],
            ),
            why: heard(desk, room, channel),
            link: words.t("desk-contact.link"),
            page: record(room, "contact"),
        },
        Matter::Silence { room, channel } => Said {
            what: words.t_args(
                "desk-silence",
                &[
                    ("who", who(room).into()),
                    ("reaches", reaches(room, channel).into()),
                ],
            ),
            why: html! { (heard(desk, room, channel)) " " (pending_there(desk, room, channel)) },
            link: words.t("desk-silence.link"),
            page: record(room, "attempt"),
        },
        Matter::Request { room, request } => {
            let asked = adapt::near(words, request.learnt, &desk.visit.calendar);
            let number = no(&EntryRef::new(room.name.clone(), request.number));
            let (what, link) = match request.request.from {
                Speaker::Participant(_) => (
                    words.t_args(
                        "desk-owed-to",
                        &[
                            ("who", who(room).into()),
                            ("what", adapt::request(words, request.request.what).into()),
                        ],
                    ),
                    words.t("desk-owed-to.link"),
                ),
                Speaker::Desk => (
                    words.t_args(
                        "desk-owed-by",
                        &[
                            ("who", who(room).into()),
                            ("what", adapt::request(words, request.request.what).into()),
                        ],
                    ),
                    words.t("desk-owed-by.link"),
                ),
            };
            Said {
                what,
                why: html! {
                    (quoted(words, &adapt::brief(request.request.words.as_str()))) " "
                    (words.t_args("desk-asked", &[("when", asked.into()), ("number", number.into())]))
                    (corrected(desk, room, request.number))
                },
                link,
                page: record(room, "meet-request"),
            }
        }
        Matter::Demand { room, entry } => demand(desk, room, entry),
        Matter::Offer {
            room,
            version,
            participant,
        } => {
            let key = [
                ("who", adapt::name(&desk.view, participant).into()),
                (
                    "version",
                    adapt::desk_version(&desk.view, version)
                        .unwrap_or(version.version)
                        .into(),
                ),
            ];
            let until = version
                .offer
                .and_then(|o| o.expires)
                .map(|e| adapt::near(words, e, &desk.visit.calendar));
            Said {
                what: words.t_args("desk-offer", &key),
                why: html! { @match until {
                    Some(until) => (words.t_args("desk-offer-until", &[("until", until.into()), ("digest", adapt::eight(&version.digest).into())])),
                    None => (words.t_args("desk-offer-open", &[("digest", adapt::eight(&version.digest).into())])),
                } },
                link: words.t("desk-offer.link"),
                page: record(room, "accept"),
            }
        }
        Matter::ReadBack { room, entry } => Said {
            what: words.t_args(
                "desk-read-back",
                &[("who", who(room).into()), ("number", no(entry).into())],
            ),
            why: html! { (words.t("desk-read-back.why")) },
            link: words.t("desk-read-back.link"),
            page: record(room, "custody"),
        },
        Matter::Clarification { room, entry } => Said {
            what: words.t_args(
                "desk-differs",
                &[("who", who(room).into()), ("number", no(entry).into())],
            ),
            why: html! { (words.t("desk-differs.why")) },
            link: words.t("desk-differs.link"),
            page: record(room, "custody"),
        },
        Matter::NobodyMayBind {
            room, participant, ..
        } => Said {
            what: words.t_args(
                "desk-may-bind",
                &[("who", adapt::name(&desk.view, participant).into())],
            ),
            why: html! { (words.t("desk-may-bind.why")) },
            link: words.t("desk-may-bind.link"),
            page: record(room, "record-mandate"),
        },
        Matter::Clearance { entry } => Said {
            what: words.t_args("desk-clearance", &[("number", no(entry).into())]),
            why: html! { (words.t("desk-clearance.why")) },
            link: words.t("desk-clearance.link"),
            page: desks_own("clear-relay"),
        },
        Matter::Conclude { text } => Said {
            what: words.t("desk-conclude"),
            why: html! { (words.t_args("desk-conclude.why", &[("text", text.to_string().into())])) },
            link: words.t("desk-conclude.link"),
            page: desks_own("conclude"),
        },
        Matter::ToBeDrafted { room, entry } => Said {
            what: words.t_args("desk-to-draft", &[("who", who(room).into())]),
            why: html! { (words.t_args("desk-to-draft.why", &[("number", no(entry).into())])) },
            link: words.t("desk-to-draft.link"),
            page: desks_own("draft"),
        },
        Matter::ToBeTold {
            room,
            stood_on,
            newest,
        } => Said {
            what: words.t_args("desk-told", &[("who", who(room).into())]),
            why: html! { (words.t_args("desk-told.why", &[("old", adapt::eight(&stood_on.digest).into()), ("new", adapt::eight(&newest.digest).into())])) },
            link: words.t("desk-told.link"),
            page: record(room, "put-draft"),
        },
        Matter::Requirement(r) if r.requirement.kind == RequirementKind::Window => Said {
            what: words.t_args(
                "desk-window",
                &[("what", r.requirement.what.to_string().into())],
            ),
            why: html! { (words.t("desk-window.why")) },
            link: words.t("desk-window.link"),
            page: desks_own("meet-requirement"),
        },
        Matter::Requirement(r) => Said {
            what: words.t_args(
                "desk-missing",
                &[("what", r.requirement.what.to_string().into())],
            ),
            why: html! { @match &r.requirement.owed_by {
                Some(p) => (words.t_args("desk-missing-by", &[("who", adapt::name(&desk.view, p).into())])),
                None => (words.t("desk-missing.why")),
            } },
            link: words.t("desk-missing.link"),
            page: desks_own("meet-requirement"),
        },
        Matter::Challenge { room, entry } => {
            let body = room
                .decisions
                .all
                .get(&entry.number)
                .map(|d| &d.decision.body);
            let name = body
                .and_then(|b| room.people.bodies.get(b))
                .map(|b| b.name.to_string())
                .unwrap_or_default();
            Said {
                what: words.t_args("desk-challenge", &[("body", name.into())]),
                why: html! { (words.t("desk-challenge.why")) },
                link: words.t("desk-challenge.link"),
                page: Target::Room {
                    room: room.name.to_string(),
                },
            }
        }
        Matter::Undertaking { room, undertaking } => Said {
            what: words.t_args(
                "desk-undertaken",
                &[(
                    "who",
                    adapt::speaker(words, &desk.view, &undertaking.from).into(),
                )],
            ),
            why: html! {
                (quoted(words, &adapt::brief(undertaking.words.as_str())))
                (corrected(desk, room, undertaking.number))
            },
            link: words.t("desk-undertaken.link"),
            page: if matches!(undertaking.from, Speaker::Desk) {
                Target::Text
            } else {
                record(room, "perform")
            },
        },
    }
}
