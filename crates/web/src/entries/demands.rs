//! Demands part by part with their answers, undertakings with what became of them, and acts
//! outside any deal.

use maud::{Markup, html};
use mediation::{
    concerns::{
        demands::{Answer, Demand, DemandState, PartAnswer},
        undertakings::{CategoryCount, Perform, RecordAct, Undertake},
    },
    ids::EntryRef,
};

use super::{
    names,
    reader::{Reader, begins, quote, quote_gist},
    talk,
    told::{Here, Told},
};
use crate::{
    html::{Cell, Column, Row, Table, log::say, own, table},
    story::names::sentence,
};

pub(super) fn demand(r: &Reader<'_>, at: Here<'_>, e: &Demand) -> Told {
    Told::new(r.words.t("entry-demand"))
        .beside_if(talk::from(r, at, &e.from))
        .beside_if(talk::terms(r, at, &e.from))
        .gist(begins(&e.words))
        .body(html! { (quote(&e.words)) (parts(r, at)) })
}

/// The parts of a demand with their answers, as the room has them now.
pub(super) fn parts(r: &Reader<'_>, at: Here<'_>) -> Markup {
    let Some(state) = at.room.demands.all.get(&at.number) else {
        return html! {};
    };
    if state.parts.len() == 1 && state.answers.is_empty() {
        return html! { p.say.sub { (r.words.t("entry-demand-open")) } };
    }
    let words = r.words;
    let rows = (1u32..)
        .zip(&state.parts)
        .map(|(n, part)| {
            let answer = state.answers.get(&n);
            Row::new(vec![
                Cell::Plain(own(part.as_str())),
                Cell::Plain(html! {
                    @if let Some((_, a)) = answer { (outcome(r, a)) }
                    @else { span.due { (words.t("entry-no-answer")) } }
                }),
                Cell::Plain(html! {
                    @if let Some((number, _)) = answer { (r.link(at.room, *number)) }
                }),
            ])
        })
        .collect();
    table(&Table {
        caption: Some(words.t("entry-demand-parts")),
        columns: vec![
            Column::new(words.t("entry-part")),
            Column::new(words.t("entry-answer")),
            Column::new(words.t("entry-told-in")),
        ],
        rows,
        foot: None,
        tight: true,
    })
}

fn outcome(r: &Reader<'_>, a: &PartAnswer) -> Markup {
    html! {
        b { (r.words.t(names::outcome(a.outcome))) }
        @if let Some(said) = &a.words { ": " (own(said.as_str())) }
    }
}

pub(super) fn answer(r: &Reader<'_>, at: Here<'_>, e: &Answer) -> Told {
    Told::new(r.words.t("entry-answer"))
        .beside(html! { (r.words.t("entry-to")) " " (r.entry(&e.demand)) })
        .beside_if(talk::from(r, at, &e.from))
        .beside_if(talk::terms(r, at, &e.from))
        .gist(begins(&e.words))
        .body(html! {
            (quote(&e.words))
            (answered(r, &e.demand, &e.parts))
            @if let Some(undertaking) = &e.undertaking {
                p.say.sub { (r.words.t("entry-answer-undertakes")) }
                (quote(undertaking))
            }
        })
}

/// What an answer says of each part that it answers.
pub(super) fn answered(r: &Reader<'_>, demand: &EntryRef, parts: &[PartAnswer]) -> Markup {
    let state = r
        .view
        .rooms
        .get(&demand.room)
        .and_then(|room| room.demands.all.get(&demand.number));
    html! { @for p in parts { p.say.sub {
        (own(&part_words(state, p.part))) ": " (outcome(r, p))
    } } }
}

fn part_words(state: Option<&DemandState>, part: u32) -> String {
    let at = usize::try_from(part).unwrap_or(0).saturating_sub(1);
    state
        .and_then(|s| s.parts.get(at))
        .map_or_else(|| part.to_string(), ToString::to_string)
}

pub(super) fn undertaking(r: &Reader<'_>, at: Here<'_>, e: &Undertake) -> Told {
    let due = e
        .due
        .map(|due| html! { (r.words.t_plain("entry-by-when", &[("when", r.stamp(due).into())])) });
    let state = at.room.undertakings.all.get(&at.number);
    Told::new(r.words.t(names::undertaking_kind(e.kind)))
        .beside_if(talk::from(r, at, &e.from))
        .beside_if(due)
        .beside_if(talk::terms(r, at, &e.from))
        .gist(begins(&e.words))
        .body(html! {
            (quote(&e.words))
            @if let Some(condition) = &e.condition {
                p.say.sub { (r.words.t("entry-condition")) } (quote(condition))
            }
            @if let Some(state) = state { @for (number, p) in &state.performance {
                p.say.sub { (sentence(&r.words.t(names::performance(*p)))) ": " (r.link(at.room, *number)) }
            } }
        })
}

pub(super) fn performed(r: &Reader<'_>, e: &Perform) -> Told {
    Told::new(r.words.t("entry-performed"))
        .beside(r.entry(&e.undertaking))
        .beside(html! { (r.words.t(names::performance(e.performance))) })
        .gist(quote_gist(e.words.as_ref()))
        .body(html! { @if let Some(said) = &e.words { p.say dir="auto" { (said) } } })
}

pub(super) fn act(r: &Reader<'_>, e: &RecordAct) -> Told {
    Told::new(r.words.t(names::act_kind(e.kind)))
        .beside(own(e.by.as_str()))
        .gist(begins(&e.words))
        .body(html! {
            p.say dir="auto" { (e.words) }
            @if !e.released.is_empty() { (say(&counts(r, &e.released))) }
        })
}

/// How many of each category, in the parties' own words.
pub(super) fn counts(r: &Reader<'_>, of: &[CategoryCount]) -> Markup {
    html! {
        @for (place, c) in of.iter().enumerate() {
            @if place > 0 { (r.words.t("entry-comma")) }
            (c.count) " " (own(c.category.as_str()))
        }
    }
}
