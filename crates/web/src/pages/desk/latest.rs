//! The latest entries in every room, by when they were learnt.

use maud::{Markup, html};
use mediation::{entry::Entry, ids::EntryRef, view::Room};

use crate::{
    adapt,
    entries::{self, Reader},
    html::{BriefItem, Side, Standing, brief_log, empty, section},
    site::DeskVisit,
};

const MOST: usize = 8;

/// The section.
pub(super) fn section_of(desk: &DeskVisit) -> Markup {
    let words = desk.visit.words();
    let side = Side::new(
        "latest",
        words.t("desk-latest"),
        words.t("desk-latest.note"),
    );
    let items: Vec<BriefItem> = newest(desk)
        .into_iter()
        .map(|(r, e)| item(desk, r, e))
        .collect();
    if items.is_empty() {
        return section(&side, &empty(&words.t("desk-latest-none")));
    }
    section(&side, &brief_log(words, &items))
}

/// Only the ends of the logs are looked at: the newest few are among them.
fn newest(desk: &DeskVisit) -> Vec<(&Room, &Entry)> {
    let ends = desk.view.rooms.values().flat_map(|r| {
        r.entries
            .iter()
            .rev()
            .take(MOST)
            .map(move |e| (r, e.as_ref()))
    });
    let mut all: Vec<(&Room, &Entry)> = ends.collect();
    all.sort_by(|(r, e), (s, f)| {
        f.learnt()
            .cmp(&e.learnt())
            .then_with(|| r.name.cmp(&s.name))
            .then(f.number.cmp(&e.number))
    });
    all.truncate(MOST);
    all
}

fn item(desk: &DeskVisit, room: &Room, entry: &Entry) -> BriefItem {
    let words = desk.visit.words();
    let r = Reader::of(&desk.visit, &desk.view);
    let reference = EntryRef::new(room.name.clone(), entry.number);
    let void_by = room.corrections.void_by(entry.number);
    let void_by = void_by.map(|by| EntryRef::new(room.name.clone(), by));
    BriefItem {
        when: html! { (adapt::stamp(words, entry.learnt(), &desk.visit.calendar)) },
        number: adapt::number(&desk.view, &reference),
        room: if room.name.is_desk() {
            words.t("desk-room-short")
        } else {
            adapt::with(&desk.view, room)
        },
        href: adapt::href(&desk.visit, &reference),
        said: html! {
            @if let Some(by) = void_by { span.late { (words.t("entry-void-by")) " " (adapt::number(&desk.view, &by)) } " " }
            (entries::summary(&r, room, entry))
        },
        standing: entry
            .body()
            .map_or(Standing::Witnessed, |b| adapt::standing(b.standing)),
    }
}
