//! The page of a crossing: the two sheets, the choices that its terms leave open, each with its
//! reason where it is closed, and the button.

use maud::{Markup, html};
use mediation::{concerns::opening::Clearance, entry::Terms, refusal::Refusal};

use super::{
    super::record::{
        Place, choices, draw,
        forms::{picks, relays},
        head, only_present, read,
        spec::{Kind, Source, field, optional},
    },
    Carried,
    crossing::{self, Beside},
    lands, others, relay, turns,
};
use crate::{
    Sent,
    html::{
        Fault, Hears, Side, Title, faults, form,
        form::{Choice, Field, Layout, Width, checks, radios, textarea},
        own, page, refused, says,
        section::section_to_write,
        title,
    },
    i18n::Key,
    refusals,
    routes::{At, Page},
    site::{DeskVisit, Under},
    story::names,
};

/// What is being carried, for one request.
pub(super) struct Carrying<'a> {
    /// The desk's view and the request.
    pub desk: &'a DeskVisit,
    /// What is carried.
    pub carried: &'a Carried<'a>,
    /// What was typed.
    pub sent: &'a Sent,
}

/// What is said about the last try.
pub(super) enum Said {
    /// There was none.
    Nothing,
    /// What was chosen changes what is asked for.
    Turned,
    /// The room has moved on since the page was made.
    Moved,
    /// Fields that need another look.
    Faults(Vec<Fault>),
    /// The domain refused.
    Refused(Box<Refusal>),
    /// Something failed.
    Failed(String),
}

impl Carrying<'_> {
    /// The whole page.
    pub fn page(&self, said: &Said) -> Markup {
        let visit = &self.desk.visit;
        let words = visit.words();
        let head = words.t("carry");
        let tabs = visit.desk_tabs(Under::Rooms);
        let frame = visit.frame(&head, visit.desk_reader(), &tabs, Hears::Desk);
        let room = self.carried.room;
        let here = Page::Room {
            room: room.name.as_str(),
        };
        let name = room
            .opened
            .as_ref()
            .map_or_else(|| words.t("choice-desk-room"), |o| o.title.to_string());
        let heading = Title {
            over: Some(html! { a href=(visit.href(here)) { (own(&name)) } }),
            head: head.clone(),
            lead: Some(html! { (words.t("carry.lead")) }),
            clock: Some(visit.clock(&self.desk.view)),
        };
        let body = if visit.is_present() {
            self.body(said)
        } else {
            let entry = self.carried.entry.number.to_string();
            let room = self.carried.room.name.as_str();
            only_present(
                words,
                Page::Carry {
                    room,
                    entry: &entry,
                },
            )
        };
        let side = Side::new("carry", self.entry(), words.t("carry.note"));
        page(
            &frame,
            &html! { (title(&heading)) (section_to_write(&side, &body)) },
        )
    }

    fn entry(&self) -> String {
        format!("{} {}", self.carried.room.code(), self.carried.entry.number)
    }

    fn body(&self, said: &Said) -> Markup {
        let words = self.desk.visit.words();
        let place = Place::of(self.desk, self.sent.get("to")).filter(|p| !p.is_desk());
        let own_place = Place::of(self.desk, self.carried.room.name.as_str());
        let beside = place
            .as_ref()
            .map(|place| Beside::typed(place, &self.carried.entry, self.sent));
        let found: &[Fault] = match said {
            Said::Faults(found) => found,
            Said::Nothing | Said::Turned | Said::Moved | Said::Refused(_) | Said::Failed(_) => &[],
        };
        html! {
            @match said {
                Said::Nothing => (self.kept()),
                Said::Turned => {
                    (says::warn(&words.t("form-turned"), &html! { (words.t_args("form-turned.why", &[("button", self.button(place.as_ref()).into())])) }))
                    (self.kept())
                },
                Said::Moved => {
                    (says::warn(&words.t("form-moved"), &html! { (words.t_args("form-moved.why", &[("button", self.button(place.as_ref()).into())])) }))
                    (self.kept())
                },
                Said::Faults(found) => (faults(words, found)),
                Said::Refused(refusal) => {
                    @if let Some(place) = place.as_ref().or(own_place.as_ref()) { (refused(words, &refusals::said(place, refusal))) }
                    (self.kept())
                },
                Said::Failed(why) => (says::warn(&words.t("form-failed"), &html! { (own(why)) })),
            }
            form method="post" action=(self.action()) accept-charset="utf-8" {
                (form::hidden("shown", &turns(self.sent)))
                (form::hidden("was", self.sent.get("wording")))
                @if let Some(lands) = lands(self.desk, self.carried, self.sent) { (form::hidden("becomes", &lands.becomes())) }
                (form::hidden("answered", self.sent.get("as.answer.demand")))
                (crossing::sheets(self.desk, &self.carried.entry, place.as_ref().zip(beside.as_ref()), self.sent.get("words")))
                div.grid { (self.fields(place.as_ref(), found)) }
                (self.acts(place.as_ref()))
            }
        }
    }

    fn action(&self) -> String {
        let entry = self.carried.entry.number.to_string();
        let room = self.carried.room.name.as_str();
        Page::Carry {
            room,
            entry: &entry,
        }
        .href(At::Now)
    }

    /// Where the terms let nothing cross, that they do not, and the way to leave.
    fn kept(&self) -> Markup {
        let words = self.desk.visit.words();
        let entry = || vec![("entry", self.entry().into())];
        let head = match self.carried.terms {
            Some(Terms::InConfidence) => words.t_args("carry-kept-confidence", &entry()),
            Some(Terms::ByClearance) => words.t_args("carry-kept-clearance", &entry()),
            None | Some(Terms::Substance | Terms::Open) => return html! {},
        };
        let room = self.carried.room.name.as_str();
        let leave = Page::Record {
            room,
            command: "give-leave",
        };
        let leave = leave.href_with(At::Now, &[("entry", &self.carried.entry.to_string())]);
        says::warn(
            &head,
            &html! { a href=(leave) { (words.t("carry-leave")) } },
        )
    }

    fn fields(&self, place: Option<&Place<'_>>, found: &[Fault]) -> Markup {
        let words = self.desk.visit.words();
        let rooms: Vec<Choice> = others(self.desk, self.carried)
            .filter_map(|room| Some((room, room.opened.as_ref()?.title.to_string())))
            .map(|(room, title)| Choice::new(room.name.as_str(), title))
            .collect();
        let to = Field::new("to", words.t("field-relay-to")).error(draw::error("to", found));
        let wording = Field::new("wording", words.t("carry-wording")).width(Width::Half);
        let voice = Field::new("voice", words.t("field-voice"))
            .error(draw::error("voice", found))
            .width(Width::Half);
        let typed = Field::new("words", words.t("carry-words"))
            .hint(words.t("carry-words.hint"))
            .error(draw::error("words", found));
        let read_it = [Choice::new("1", words.t("carry-read"))];
        let read_field =
            Field::new("read", words.t("carry-read.head")).error(draw::error("read", found));
        html! {
            (radios(&to, &rooms, Some(self.sent.get("to")), Layout::Row))
            (radios(&wording, &self.wordings(), Some(self.sent.get("wording")), Layout::Column))
            (radios(&voice, &self.voices(), Some(self.sent.get("voice")), Layout::Column))
            (textarea(&typed, self.sent.get("words")))
            @if let Some(place) = place {
                @for spec in relays::AS.iter().filter(|spec| read::asked(spec, self.sent)) {
                    (draw::one(place, spec, self.sent, found))
                }
                (draw::one(place, &optional("route", Key("field-route"), Kind::Lines).hint(Key("field-route.hint")), self.sent, found))
                @if self.carried.clearance == Clearance::TwoOfficers {
                    (draw::one(place, &field("officer", Key("field-proposes"), Kind::Choose(Source::Officers)).half(), self.sent, found))
                    (draw::one(place, &field("code", Key("field-code"), Kind::Secret).hint(Key("field-code.hint")).half(), self.sent, found))
                }
                @if let Some(form) = relay() { (head::fields(place, form, self.sent, found)) }
            }
            // Nobody confirms a sheet that is not there.
            @if place.is_some() { (checks(&read_field, &read_it, &[], Layout::Column)) }
        }
    }

    /// Verbatim or edited: closed where the speaker asked not to be quoted.
    fn wordings(&self) -> Vec<Choice> {
        let words = self.desk.visit.words();
        let verbatim = Choice::new("verbatim", names::sentence(&words.t("carry-verbatim")));
        let verbatim = match self.reason(Key("carry-not-quoted")) {
            Some(why) => verbatim.closed(why),
            None => verbatim.note(words.t("carry-verbatim.note")),
        };
        let edited = Choice::new("edited", names::sentence(&words.t("carry-edited")))
            .note(words.t("carry-edited.note"));
        vec![verbatim, edited]
    }

    /// In whose voice: by name only where the terms let it be attributed.
    fn voices(&self) -> Vec<Choice> {
        let words = self.desk.visit.words();
        let why = if self.carried.terms.is_none() {
            Some(words.t("carry-nobody"))
        } else {
            self.reason(Key("carry-not-attributed"))
        };
        picks::VOICE
            .iter()
            .map(|pick| {
                let choice = Choice::new(pick.value, names::sentence(&words.t(pick.said)));
                match (pick.value, &why, pick.note) {
                    ("attributed", Some(why), _) => choice.closed(why.clone()),
                    (_, _, Some(note)) => choice.note(words.t(note)),
                    (_, _, None) => choice,
                }
            })
            .collect()
    }

    /// Why a way of carrying is closed under the terms of the words.
    fn reason(&self, substance: Key) -> Option<String> {
        let words = self.desk.visit.words();
        match self.carried.terms {
            None | Some(Terms::Open) => None,
            Some(Terms::Substance) => Some(words.t(substance)),
            Some(Terms::ByClearance) => Some(words.t("carry-closed-clearance")),
            Some(Terms::InConfidence) => Some(words.t("carry-closed-confidence")),
        }
    }

    /// Whether a second officer reads it before it crosses.
    fn two(&self, place: Option<&Place<'_>>) -> bool {
        let officers = place.map_or(0, |p| choices::of(p, Source::Officers).len());
        self.carried.clearance == Clearance::TwoOfficers && officers > 0
    }

    /// What the button says.
    fn button(&self, place: Option<&Place<'_>>) -> String {
        let words = self.desk.visit.words();
        if self.two(place) {
            return words.t("carry-propose");
        }
        let who = place.map(|p| words.list(&p.members())).unwrap_or_default();
        words.t_args("carry-button", &[("who", who.into())])
    }

    fn acts(&self, place: Option<&Place<'_>>) -> Markup {
        let words = self.desk.visit.words();
        html! {
            div.acts {
                @if place.is_some() { button.btn { (self.button(place)) } }
                @if place.is_some() { button.btn.second name="show" value="1" formnovalidate { (words.t("carry-show-again")) } }
                @else { button.btn name="show" value="1" formnovalidate { (words.t("carry-show")) } }
                p.meta { (words.t("carry-recorded")) }
            }
        }
    }
}
