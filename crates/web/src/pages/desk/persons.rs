//! The persons: what is believed, what each says, what is confirmed; each claim by itself with
//! whose it is. Nothing is added up and none is put in place of another. And who holds them.

use std::collections::BTreeMap;

use maud::{Markup, html};
use mediation::{
    concerns::{
        lists::{ConfirmCount, EstimateState, Firmness},
        rooms::AddHolder,
    },
    entry::Author,
    event::Event,
    ids::EntryRef,
    view::Room,
    words::Title,
};

use crate::{
    adapt,
    entries::Reader,
    html::{Bar, Extent, Fraction, Side, bars, bars::Fill, empty, own, section},
    site::DeskVisit,
    story::names,
};

/// What is on record of one group of persons, in the order in which it was learnt.
#[derive(Default)]
struct Group<'a> {
    estimates: Vec<(&'a Room, &'a EstimateState)>,
    confirmed: Vec<(&'a Room, u64, &'a ConfirmCount)>,
}

/// The section.
pub(super) fn section_of(desk: &DeskVisit) -> Markup {
    let words = desk.visit.words();
    let reader = Reader::of(&desk.visit, &desk.view);
    let groups = groups(desk);
    let side = Side::new(
        "persons",
        words.t("desk-persons"),
        words.t("desk-persons.note"),
    );
    let body = html! {
        @if groups.is_empty() { (empty(&words.t("desk-persons-none"))) }
        @for (of, group) in &groups {
            h3 { (own(&names::sentence(of.as_str()))) }
            (bars(words, desk.visit.drawings(), &drawn(&reader, group)))
        }
        (holders(&reader))
    };
    section(&side, &body)
}

fn groups(desk: &DeskVisit) -> BTreeMap<Title, Group<'_>> {
    let mut groups: BTreeMap<Title, Group<'_>> = BTreeMap::new();
    for room in desk.view.rooms.values() {
        for e in &room.lists.estimates {
            let group = groups.entry(e.estimate.of.clone()).or_default();
            group.estimates.push((room, e));
        }
        for (number, c) in &room.lists.confirmed {
            let group = groups.entry(c.of.clone()).or_default();
            group.confirmed.push((room, *number, c));
        }
    }
    let learnt = |room: &Room, number: u64| room.entry(number).map(|e| e.learnt());
    for group in groups.values_mut() {
        group
            .estimates
            .sort_by_key(|(room, e)| learnt(room, e.number));
        // The least firm first, as the diamond fills.
        group
            .confirmed
            .sort_by_key(|(room, number, c)| (c.firmness, learnt(room, *number)));
    }
    groups
}

/// Whose a number is: as it was told, of the list that it was counted on, of whoever entered or reported it, else
/// of those with whom the desk sits in that room.
fn whose(r: &Reader<'_>, room: &Room, number: u64, c: &ConfirmCount) -> String {
    let event = |e: &EntryRef| Some(&r.view.rooms.get(&e.room)?.entry(e.number)?.body()?.event);
    if let Some(whose) = &c.whose {
        return whose.to_string();
    }
    if let Some(Event::ListReceived(list)) = c.list.as_ref().and_then(event) {
        let who = r.speaker(&list.from);
        return r.words.t_args("persons-list-of", &[("who", who.into())]);
    }
    let body = room.entry(number).and_then(|e| e.body());
    match body.map(|b| (&b.by, &b.source)) {
        Some((Author::Representative(p, _), _)) => r.participant(p),
        Some((Author::Desk, Some(source))) => source.to_string(),
        Some((Author::Desk, None)) | None if room.name.is_desk() => r.words.t("reader-desk"),
        Some((Author::Desk, None)) | None => adapt::with(r.view, room),
    }
}

fn drawn(r: &Reader<'_>, group: &Group<'_>) -> Vec<Bar> {
    let words = r.words;
    let estimated = group
        .estimates
        .iter()
        .flat_map(|(_, e)| [e.estimate.low, e.estimate.high])
        .flatten();
    let counted = group.confirmed.iter().map(|(.., c)| c.count);
    let most = estimated.chain(counted).max().unwrap_or(1).max(1);
    // Room beyond the largest number, for an estimate without an upper figure and for the words.
    let whole = i64::try_from(most)
        .unwrap_or(i64::MAX / 4)
        .saturating_mul(5)
        / 3
        + 1;
    let at = |n: u64| Fraction::of(i64::try_from(n).unwrap_or(i64::MAX), whole);
    let mut out = Vec::new();
    for (room, e) in &group.estimates {
        let (extent, said) = match (e.estimate.low, e.estimate.high) {
            (Some(low), Some(high)) if low == high => (
                Extent::To(at(low)),
                words.t_args("persons-about", &[("n", low.into())]),
            ),
            (Some(low), Some(high)) => (
                Extent::Between(at(low), at(high)),
                words.t_args(
                    "persons-between",
                    &[("low", low.into()), ("high", high.into())],
                ),
            ),
            (Some(low), None) => (
                Extent::From(at(low)),
                words.t_args("persons-more", &[("n", low.into())]),
            ),
            (None, Some(high)) => (
                Extent::To(at(high)),
                words.t_args("persons-up-to", &[("n", high.into())]),
            ),
            (None, None) => continue,
        };
        out.push(Bar {
            name: words.t("persons-believed"),
            by: html! {
                (own(e.estimate.by.as_str())) (words.t("entry-comma"))
                (r.moment(&e.when)) (words.t("entry-comma")) (r.link(room, e.number))
                (r.corrected(room, e.number))
            },
            fill: Fill::Estimate,
            extent,
            said,
        });
    }
    for (room, number, c) in &group.confirmed {
        out.push(Bar {
            name: adapt::firmness(words, c.firmness),
            by: html! {
                (own(&whose(r, room, *number, c))) (words.t("entry-comma")) (r.link(room, *number))
                (r.corrected(room, *number))
            },
            fill: match c.firmness {
                Firmness::Asserted => Fill::Asserted,
                Firmness::Substantiated => Fill::Substantiated,
                Firmness::Verified => Fill::Verified,
                Firmness::Disputed => Fill::Disputed,
            },
            extent: Extent::To(at(c.count)),
            said: c.count.to_string(),
        });
    }
    out
}

/// Who is said to hold persons, and through whom each can be spoken to.
fn holders(r: &Reader<'_>) -> Markup {
    let holders = &r.view.desk.roster.holders;
    html! {
        @if !holders.is_empty() {
            h3 { (r.words.t("desk-holders")) }
            ul.holders { @for h in holders.values() { li { (holder(r, h)) } } }
        }
    }
}

/// One of them.
fn holder(r: &Reader<'_>, h: &AddHolder) -> Markup {
    let words = r.words;
    html! {
        b { (own(h.name.as_str())) }
        small {
            @match &h.through {
                Some(p) => (words.t_args("holder-through", &[("who", names::with_article(words, &r.participant(p)).into())])),
                // What the desk noted of it may say as much.
                None => @if h.note.is_none() { (words.t("holder-through-nobody")) },
            }
            @if let Some(note) = &h.note { " " (own(note.as_str())) }
        }
    }
}
