//! The page of a form: what is recorded and who will read it, what was said about the last try,
//! the fields, and the button.

use std::collections::BTreeSet;

use maud::{Markup, html};
use mediation::{concerns::texts::Version, refusal::Refusal};

use super::{
    Place, draw, head, shown,
    spec::{CommandForm, Kind},
    texts,
};
use crate::{
    Sent, Words,
    html::{
        Fault, Side, Title, faults, form, own, page, refused, says, section::section_to_write,
        title,
    },
    i18n::Key,
    pages::carry::proposed,
    refusals,
    routes::{At, Page},
    site::Under,
    story::names,
};

/// A form on its page.
pub(crate) struct Sheet<'a> {
    /// Where it is recorded.
    pub place: &'a Place<'a>,
    /// The form.
    pub form: &'static CommandForm,
    /// What was typed.
    pub sent: &'a Sent,
}

/// What is said about the last try.
pub(crate) enum Said {
    /// There was none.
    Nothing,
    /// What was chosen changes what is asked for.
    Turned,
    /// The room has moved on since the form was made.
    Moved,
    /// Fields that need another look.
    Faults(Vec<Fault>),
    /// The domain refused.
    Refused(Box<Refusal>),
    /// Something failed.
    Failed(String),
}

impl Sheet<'_> {
    /// The whole page.
    pub fn page(&self, said: &Said) -> Markup {
        let (place, words) = (self.place, self.place.words());
        let body = if place.desk.visit.is_present() {
            self.form(said)
        } else {
            let here = Page::Record {
                room: place.name(),
                command: self.form.name,
            };
            only_present(words, here)
        };
        let side = if place.desk.visit.is_present() {
            Side::new("record", self.becomes(), self.readers())
        } else {
            Side::new("record", words.t("form-not-here"), "")
        };
        self.framed(&section_to_write(&side, &body))
    }

    /// Something under the heading of this form.
    pub fn framed(&self, body: &Markup) -> Markup {
        let (visit, words) = (&self.place.desk.visit, self.place.words());
        let head = words.t(self.form.title);
        let tabs = visit.desk_tabs(Under::Rooms);
        let frame = visit.frame(&head, visit.desk_reader(), &tabs, self.place.hears());
        let heading = Title {
            over: Some(over(self.place)),
            head: head.clone(),
            lead: Some(html! { (words.t(self.form.explain)) }),
            clock: Some(visit.clock(&self.place.desk.view)),
        };
        page(
            &frame,
            &html! { (title(&heading)) (body) p.printonly { (words.t("form-not-printed")) } },
        )
    }

    /// Where the form is sent.
    pub fn action(&self) -> String {
        let (room, command) = (self.place.name(), self.form.name);
        Page::Record { room, command }.href(At::Now)
    }

    /// "It becomes H 46".
    fn becomes(&self) -> String {
        let words = self.place.words();
        match (self.place.next(), self.form.name) {
            (None, _) => words.t("form-becomes-first"),
            (_, "open-room") => words.t("form-becomes-room"),
            (Some(entry), _) => words.t_args("form-becomes", &[("entry", entry.into())]),
        }
    }

    /// Who can read what is recorded: of what goes to other rooms, whoever sits there.
    pub fn readers(&self) -> String {
        let (place, words) = (self.place, self.place.words());
        let rooms = &place.desk.view.rooms;
        let who: Vec<String> = match self.form.name {
            "announce" => self
                .sent
                .all("rooms")
                .filter_map(|name| rooms.values().find(|r| r.name.as_str() == name))
                .flat_map(|r| super::place::members(words, Some(r)))
                .collect(),
            "open-room" => {
                let names = self.sent.all("members").filter_map(|p| p.parse().ok());
                names
                    .map(|p| names::participant(&place.desk.view, &p))
                    .collect()
            }
            "open-case" => return words.t("readers-case"),
            _ => return place.readers(),
        };
        let who: Vec<String> = who
            .into_iter()
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        match (self.form.name, who.is_empty()) {
            ("announce", true) => words.t("readers-rooms"),
            (_, true) => words.t("readers-members"),
            (_, false) => form::readers(words, &who),
        }
    }

    /// What the button says.
    pub fn button(&self) -> String {
        let words = self.place.words();
        match (self.place.next(), self.form.name) {
            (None, _) => words.t("form-button-first"),
            (_, "open-room") => words.t("form-button-room"),
            (Some(entry), _) => words.t_args("form-button", &[("entry", entry.into())]),
        }
    }

    fn form(&self, said: &Said) -> Markup {
        let (place, words) = (self.place, self.place.words());
        let found: &[Fault] = match said {
            Said::Faults(found) => found,
            Said::Nothing | Said::Turned | Said::Moved | Said::Refused(_) | Said::Failed(_) => &[],
        };
        let turns = self
            .form
            .fields
            .iter()
            .any(|spec| matches!(spec.kind, Kind::Way(_) | Kind::Turn(_)));
        let fields = html! {
            (form::hidden("shown", &shown(self.form, self.sent)))
            (form::hidden("becomes", &place.becomes()))
            (head::first(place, self.form, self.sent, found))
            (draw::fields(place, self.form, self.sent, found))
            (head::fields(place, self.form, self.sent, found))
        };
        let button = if super::confirms(self.form, self.sent)
            || self.form.confirm == super::Confirm::Always
        {
            words.t("form-button-confirm")
        } else {
            self.button()
        };
        let acts = html! {
            div.acts {
                button.btn { (button) }
                @if turns { button.btn.second name="show" value="1" formnovalidate { (words.t("form-show")) } }
                p.meta { (self.readers()) }
            }
        };
        html! {
            (self.said(said))
            @if self.form.fields.iter().any(|spec| spec.name == "proposal") { (proposed(place, self.sent)) }
            (form::form(&self.action(), &fields, &acts))
        }
    }

    /// The version that was to be accepted.
    fn answered(&self) -> Option<&Version> {
        let offer = (self.form.name == "accept").then(|| self.sent.get("offer"))?;
        texts::version(self.place, offer)
    }

    fn said(&self, said: &Said) -> Markup {
        let words = self.place.words();
        match said {
            Said::Nothing => html! {},
            Said::Turned => says::warn(
                &words.t("form-turned"),
                &html! { (words.t_args("form-turned.why", &[("button", self.button().into())])) },
            ),
            Said::Moved => says::warn(
                &words.t("form-moved"),
                &html! { (words.t_args("form-moved.why", &[("button", self.button().into())])) },
            ),
            Said::Faults(found) => faults(words, found),
            Said::Refused(refusal) => {
                let mut said = refusals::said(self.place, refusal);
                if let Some(version) = self.answered() {
                    let number = [("version", version.version.into())];
                    said.what = words.t_args("refused-acceptance", &number);
                }
                refused(words, &said)
            }
            Said::Failed(why) => says::warn(
                &words.t("form-failed"),
                &html! { (own(why)) " " (words.t("says-nothing-recorded")) },
            ),
        }
    }
}

/// Where somebody looks back: that nothing can be recorded there, and the way to now.
pub(crate) fn only_present(words: Words, here: Page<'_>) -> Markup {
    html! {
        p.empty { (words.t("form-only-present")) }
        p.after { a href=(here.path()) { (words.t("form-go-to-now")) } }
    }
}

/// The room and its case, above the heading.
pub(crate) fn over(place: &Place<'_>) -> Markup {
    let words = place.words();
    let Some(room) = place.room else {
        return html! { (words.t(Key("choice-desk-room"))) };
    };
    let visit = &place.desk.visit;
    html! {
        a href=(visit.href(Page::Room { room: place.name() })) { (own(&place.room_title(room))) }
        " · "
        a href=(visit.href(Page::RecordIndex { room: place.name() })) { (words.t("record-index")) }
    }
}
