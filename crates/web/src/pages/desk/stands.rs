//! Where the newest version of the text stands: each participant's word on it, article by article;
//! what was said of an earlier version is faint, for it has lapsed.

use maud::{Markup, html};
use mediation::{
    concerns::{positions::Stand, rooms::AddParticipant, texts::Version},
    ids::EntryRef,
    view::Room,
};

use crate::{
    adapt,
    html::{
        Cell, Column, Position, Row, Side, Table, empty,
        marks::{Ink, key, squares, squares_head},
        position, section, standing, table,
    },
    routes::Page,
    site::DeskVisit,
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
    let names: Vec<String> = required
        .iter()
        .map(|p| adapt::name(&desk.view, p))
        .collect();
    let note = if names.is_empty() {
        words.t("desk-stands-no-rules")
    } else {
        words.t_args("desk-stands-note", &[("who", words.list(&names).into())])
    };
    let side = Side::new("stands", words.t("desk-stands"), note);
    let newest = desk
        .view
        .desk_room()
        .and_then(|d| d.texts.versions.values().next_back());
    let Some(newest) = newest else {
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
        .filter_map(|p| row(desk, p, newest))
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
    let all =
        html! { p.meta { a href=(desk.visit.href(Page::Text)) { (words.t("desk-stands-link")) } } };
    section(&side, &html! { (body) (all) })
}

/// A participant's row: only where a version was put to it.
fn row(desk: &DeskVisit, p: &AddParticipant, newest: &Version) -> Option<Row> {
    let words = desk.visit.words();
    let room = desk
        .view
        .rooms_of(&p.participant)
        .find(|r| r.texts.latest(&newest.id).is_some())?;
    let put = room.texts.latest(&newest.id)?;
    let current = put.digest == newest.digest;
    let accepted = room.acceptances.last_of(&p.participant, &newest.id);
    let required = desk
        .view
        .desk
        .opening
        .rules
        .as_ref()
        .is_some_and(|r| r.required.contains(&p.participant));
    let under = if required {
        words.t("desk-must-accept")
    } else {
        adapt::kind(words, p.kind)
    };
    let (said, number) = match accepted {
        Some(a) if current && a.accepted == Some(newest.digest) => (
            html! { (crate::html::marks::position_as(Position::Agreed, &words.t("desk-accepted"))) },
            Some(a.number),
        ),
        Some(a) if current && a.accepted.is_none() => (
            html! { (position(words, Position::Refused)) },
            Some(a.number),
        ),
        _ => {
            let whole = overall(room, put, p);
            let shown = if current {
                adapt::position(whole)
            } else {
                Position::NoWord
            };
            (html! { (position(words, shown)) }, last_entry(room, put, p))
        }
    };
    let beside = if current {
        String::new()
    } else {
        words.t_args(
            "desk-stood-on",
            &[("digest", put.digest.first_eight().into())],
        )
    };
    let ink = if current { Ink::Firm } else { Ink::Lapsed };
    let stands = article_stands(desk, room, put, p);
    Some(Row::new(vec![
        Cell::head_two(&html! { (p.name) }, &under),
        Cell::two(&said, &beside),
        Cell::Wide(
            html! { (squares(words, &stands, ink)) @if !current { small { (words.t("desk-lapsed")) } } },
        ),
        Cell::Plain(on_record(desk, room, number)),
    ]))
}

fn article_stands(
    desk: &DeskVisit,
    room: &Room,
    put: &Version,
    p: &AddParticipant,
) -> Vec<(String, Position)> {
    let accepted = room
        .acceptances
        .accepted(&p.participant, &put.id, put.digest)
        .is_some();
    let _ = desk;
    put.text
        .articles
        .iter()
        .map(|a| {
            let stand = room
                .positions
                .stand(put.number, &p.participant, &a.number)
                .map(|s| s.stand);
            let shown = if accepted {
                Position::Agreed
            } else {
                adapt::position(stand)
            };
            (a.number.to_string(), shown)
        })
        .collect()
}

/// The least firm stand on any article: that is the stand on the whole.
fn overall(room: &Room, put: &Version, p: &AddParticipant) -> Option<Stand> {
    let firmness = |s: Stand| match s {
        Stand::Refused => 0,
        Stand::Reserved => 1,
        Stand::AgreedAdReferendum => 2,
        Stand::Agreed => 3,
    };
    let stands = put
        .text
        .articles
        .iter()
        .map(|a| room.positions.stand(put.number, &p.participant, &a.number));
    stands
        .flatten()
        .map(|s| s.stand)
        .min_by_key(|s| firmness(*s))
}

fn last_entry(room: &Room, put: &Version, p: &AddParticipant) -> Option<u64> {
    room.positions
        .all
        .get(&put.number)?
        .get(&p.participant)?
        .values()
        .map(|s| s.number)
        .max()
}

fn on_record(desk: &DeskVisit, room: &Room, number: Option<u64>) -> Markup {
    let words = desk.visit.words();
    let Some(number) = number else {
        return html! { span.quiet { (words.t("desk-nothing")) } };
    };
    let entry = EntryRef::new(room.name.clone(), number);
    let heard = room
        .entry(number)
        .and_then(|e| e.body())
        .map(|b| adapt::standing(b.standing));
    html! {
        a href=(adapt::href(&desk.visit, &entry)) { (adapt::number(&desk.view, &entry)) } " "
        @if let Some(heard) = heard { (standing(words, heard)) }
    }
}
