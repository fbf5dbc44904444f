//! Where the newest version of the text stands: each participant's word on it, article by article;
//! what was said of an earlier version is faint, for it has lapsed.

use maud::{Markup, html};
use mediation::{
    concerns::{progress::Drafts, rooms::AddParticipant, texts::Version},
    ids::EntryRef,
};

use crate::{
    adapt,
    html::{
        Cell, Column, Position, Row, Side, Table, empty,
        marks::{Ink, key, squares, squares_head},
        position, section, standing, table,
    },
    pages::stood::{self, Stood},
    routes::Page,
    site::DeskVisit,
    story::names,
};

/// The section.
pub(super) fn section_of(desk: &DeskVisit) -> Markup {
    let words = desk.visit.words();
    let required = desk
        .view
        .desk
        .opening
        .rules
        .as_ref()
        .map(|r| r.required.as_slice())
        .unwrap_or_default();
    let who: Vec<String> = required
        .iter()
        .map(|p| names::with_article(words, &adapt::name(&desk.view, p)))
        .collect();
    let note = if who.is_empty() {
        words.t("desk-stands-no-rules")
    } else {
        words.t_args("desk-stands-note", &[("who", words.list(&who).into())])
    };
    let side = Side::new("stands", words.t("desk-stands"), note);
    let newest = desk
        .view
        .desk_room()
        .and_then(|d| d.texts.versions.values().next_back());
    let drafts = newest.and_then(|v| Drafts::of(&desk.view, &v.id));
    let Some(newest) = drafts.as_ref().and_then(Drafts::current) else {
        return section(&side, &empty(&words.t("desk-stands-none")));
    };
    let numbers: Vec<String> = newest
        .text
        .articles
        .iter()
        .map(|a| a.number.to_string())
        .collect();
    let rows: Vec<Row> = desk
        .view
        .desk
        .roster
        .in_order()
        .filter_map(|p| row(desk, p, drafts.as_ref()?, newest))
        .collect();
    let body = if rows.is_empty() {
        empty(&words.t_args("desk-stands-not-put", &[("version", newest.version.into())]))
    } else {
        let version = words.t_args("desk-stands-on", &[("version", newest.version.into())]);
        let shown = Table {
            columns: vec![
                Column::new(words.t("desk-participant")),
                Column::new(version.clone()).short(version),
                Column {
                    head: squares_head(words, &numbers),
                    short: String::new(),
                    align: crate::html::Align::Start,
                },
                Column::new(words.t("desk-on-record")).short(words.t("desk-on-record")),
            ],
            rows,
            ..Table::default()
        };
        let marks = [
            Position::Agreed,
            Position::AdReferendum,
            Position::Reserved,
            Position::Refused,
            Position::NoWord,
        ];
        html! { (table(&shown)) (key(words, &marks.map(|m| position(words, m)))) }
    };
    let all = html! { p.after.noprint { a href=(desk.visit.href(Page::Text)) { (words.t("desk-stands-link")) } } };
    section(&side, &html! { (body) (all) })
}

/// A participant's row: only where a version was put to it. Where it has said nothing on the
/// newest, what it said of an earlier one stands there, faint.
fn row(desk: &DeskVisit, p: &AddParticipant, drafts: &Drafts<'_>, newest: &Version) -> Option<Row> {
    let words = desk.visit.words();
    let versions = drafts.versions();
    let put = versions
        .iter()
        .rev()
        .find(|v| !stood::puts(drafts, &p.participant, v).is_empty())?;
    let last = stood::last(drafts, &p.participant);
    let firm = last.as_ref().filter(|s| s.version.number == newest.number);
    let said = match firm {
        Some(Stood {
            answer: Some(Position::Agreed),
            ..
        }) => crate::html::marks::position_as(Position::Agreed, &words.t("desk-accepted")),
        Some(stood) => position(words, stood.overall()),
        None => position(words, Position::NoWord),
    };
    let beside = match (&last, firm) {
        (_, Some(_)) => String::new(),
        (Some(stood), None) => stood.with_version(words),
        (None, None) if put.number == newest.number => String::new(),
        (None, None) => words.t_args("desk-last-put", &[("version", put.version.into())]),
    };
    let ink = if firm.is_some() || last.is_none() {
        Ink::Firm
    } else {
        Ink::Lapsed
    };
    let squared: Vec<(String, Position)> = match &last {
        Some(stood) => stood
            .articles
            .iter()
            .map(|(n, s)| (n.to_string(), *s))
            .collect(),
        None => newest
            .text
            .articles
            .iter()
            .map(|a| (a.number.to_string(), Position::NoWord))
            .collect(),
    };
    Some(Row::new(vec![
        Cell::head_two(&html! { (p.name) }, &under(desk, p)),
        Cell::two(&said, &beside),
        Cell::Wide(html! {
            (squares(words, &squared, ink))
            @if ink == Ink::Lapsed { small { (words.t("desk-lapsed")) } }
        }),
        Cell::Plain(on_record(desk, last.map(|s| s.entry).as_ref())),
    ]))
}

/// Whether its acceptance is needed, else what it is.
fn under(desk: &DeskVisit, p: &AddParticipant) -> String {
    let words = desk.visit.words();
    let rules = desk.view.desk.opening.rules.as_ref();
    if rules.is_some_and(|r| r.required.contains(&p.participant)) {
        words.t("desk-must-accept")
    } else {
        adapt::kind(words, p.kind)
    }
}

fn on_record(desk: &DeskVisit, entry: Option<&EntryRef>) -> Markup {
    let words = desk.visit.words();
    let Some(entry) = entry else {
        return html! { span.quiet { (words.t("desk-nothing")) } };
    };
    let room = desk.view.rooms.get(&entry.room);
    let heard = room
        .and_then(|r| r.entry(entry.number))
        .and_then(|e| e.body())
        .map(|b| adapt::standing(b.standing));
    html! {
        a.nb href=(adapt::href(&desk.visit, entry)) { (adapt::number(&desk.view, entry)) } " "
        @if let Some(heard) = heard { (standing(words, heard)) }
    }
}
