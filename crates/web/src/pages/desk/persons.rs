//! The persons: what is believed, what is named, what is confirmed; counted apart, never added up.

use std::collections::BTreeMap;

use maud::{Markup, html};
use mediation::{
    concerns::lists::{ConfirmCount, EstimateState, Firmness},
    ids::EntryRef,
    words::Title,
};

use crate::{
    adapt,
    html::{Bar, Extent, Fraction, Side, bars, bars::Fill, empty, section},
    site::DeskVisit,
};

/// What is on record of one group of persons.
#[derive(Default)]
struct Group<'a> {
    estimates: Vec<(EntryRef, &'a EstimateState)>,
    confirmed: Vec<(EntryRef, &'a ConfirmCount)>,
}

/// The section.
pub(super) fn section_of(desk: &DeskVisit) -> Markup {
    let words = desk.visit.words();
    let groups = groups(desk);
    let side = Side::new(
        "persons",
        words.t("desk-persons"),
        words.t("desk-persons.note"),
    );
    if groups.is_empty() {
        return section(&side, &empty(&words.t("desk-persons-none")));
    }
    let body = html! {
        @for (of, group) in &groups {
            h3 { (of) }
            (bars(words, desk.visit.drawings(), &drawn(desk, group)))
            (sources(desk, group))
        }
    };
    section(&side, &body)
}

fn groups(desk: &DeskVisit) -> BTreeMap<Title, Group<'_>> {
    let mut groups: BTreeMap<Title, Group<'_>> = BTreeMap::new();
    for room in desk.view.rooms.values() {
        for e in &room.lists.estimates {
            let entry = EntryRef::new(room.name.clone(), e.number);
            groups
                .entry(e.estimate.of.clone())
                .or_default()
                .estimates
                .push((entry, e));
        }
        for (number, c) in &room.lists.confirmed {
            let entry = EntryRef::new(room.name.clone(), *number);
            groups
                .entry(c.of.clone())
                .or_default()
                .confirmed
                .push((entry, c));
        }
    }
    groups
}

/// The last number of each firmness: a later one takes the place of an earlier.
fn newest<'a>(
    desk: &DeskVisit,
    group: &'a Group<'a>,
    firmness: Firmness,
) -> Option<&'a ConfirmCount> {
    let learnt = |e: &EntryRef| {
        desk.view
            .rooms
            .get(&e.room)
            .and_then(|r| r.entry(e.number))
            .map(|e| e.learnt())
    };
    let of = group
        .confirmed
        .iter()
        .filter(|(_, c)| c.firmness == firmness);
    of.max_by_key(|(e, _)| learnt(e)).map(|(_, c)| *c)
}

fn drawn(desk: &DeskVisit, group: &Group<'_>) -> Vec<Bar> {
    let words = desk.visit.words();
    let estimated = group
        .estimates
        .iter()
        .flat_map(|(_, e)| [e.estimate.low, e.estimate.high])
        .flatten();
    let counted = group.confirmed.iter().map(|(_, c)| c.count);
    let most = estimated.chain(counted).max().unwrap_or(1).max(1);
    // Room beyond the largest number, for an estimate without an upper figure and for the words.
    let whole = i64::try_from(most)
        .unwrap_or(i64::MAX / 4)
        .saturating_mul(5)
        / 3
        + 1;
    let at = |n: u64| Fraction::of(i64::try_from(n).unwrap_or(i64::MAX), whole);
    let mut out = Vec::new();
    for (_, e) in &group.estimates {
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
            fill: Fill::Estimate,
            extent,
            said,
        });
    }
    for (firmness, fill) in [
        (Firmness::Asserted, Fill::Named),
        (Firmness::Substantiated, Fill::Substantiated),
        (Firmness::Verified, Fill::Verified),
    ] {
        if let Some(c) = newest(desk, group, firmness) {
            let name = match firmness {
                Firmness::Asserted => words.t("persons-named"),
                Firmness::Substantiated => words.t("persons-substantiated"),
                Firmness::Verified | Firmness::Disputed => words.t("persons-verified"),
            };
            out.push(Bar {
                name,
                fill,
                extent: Extent::To(at(c.count)),
                said: c.count.to_string(),
            });
        }
    }
    out
}

fn sources(desk: &DeskVisit, group: &Group<'_>) -> Markup {
    let words = desk.visit.words();
    let disputed = newest(desk, group, Firmness::Disputed);
    html! {
        p.meta {
            @for (entry, e) in &group.estimates {
                (words.t_args("persons-estimate", &[
                    ("by", e.estimate.by.to_string().into()),
                    ("when", adapt::moment_words(words, &e.when, &desk.visit.calendar).into()),
                    ("number", adapt::number(&desk.view, entry).into()),
                ])) " "
            }
            @for (entry, c) in &group.confirmed {
                (words.t_args("persons-count", &[
                    ("n", c.count.into()),
                    ("firmness", adapt::firmness(words, c.firmness).into()),
                    ("number", adapt::number(&desk.view, entry).into()),
                ])) " "
            }
        }
        @if let Some(c) = disputed {
            p.late { (words.t_args("persons-disputed", &[("n", c.count.into())])) }
        }
    }
}
