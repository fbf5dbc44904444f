//! The page: what was found first, then each party by itself, what stands if it stops, other orders,
//! and the moves as they were read.

use maud::{Markup, html};
use planner::check::{Reader, Report};

use super::{
    found::Weight,
    panel, stops,
    words::{Told, isolated},
};
use crate::{
    Language, cell,
    frame::{self, Frame},
    i18n::{Key, Strings},
    plan::{points, together},
    table::{self, numbers, words},
};

/// Moves that a table tells; the JSON tells all.
pub const MOVES_TOLD: usize = 400;

/// The page.
pub fn page(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let told = Told { report, strings };
    let ids: Vec<String> = (0..report.panels.len())
        .map(|at| format!("party-{}", at + 1))
        .collect();
    let mut sections = vec![("found", strings.t("check-found"))];
    for (panel, id) in report.panels.iter().zip(&ids) {
        sections.push((id.as_str(), told.party(panel.party)));
    }
    sections.push(("stops", strings.t("check-stops")));
    if !report.what_ifs.is_empty() {
        sections.push(("orders", strings.t("check-orders")));
    }
    sections.push(("moves", strings.t("check-moves")));
    let title = cell::plainly(&report.title);
    let frame = Frame {
        title: &strings.plain("check-window", &[("title", title.into())]),
        sections: &sections,
        sheet: "",
        foot: &[strings.t("plan-foot-people"), strings.t("plan-foot-page")],
    };
    let matter = html! {
        (heading(&told))
        (findings(&told))
        @for (panel, id) in report.panels.iter().zip(&ids) { (panel::panel(&told, panel, id)) }
        (stops::stops(&told))
        (orders(&told))
        (moves(&told))
    };
    frame::page(&frame, strings, &together::kept(&matter))
}

fn heading(told: &Told) -> Markup {
    html! {
        div.title {
            div {
                p.over { (reader(told)) }
                h1 { (isolated(&cell::plainly(&told.report.title))) }
            }
            p.lead { (lead(told)) }
            @if let Some(about) = &told.report.about { p.propose { bdi { (cell::whole(about)) } } }
            p.propose { (told.strings.t("plan-proposes")) }
        }
    }
}

/// For whom the report is.
pub fn reader(told: &Told) -> String {
    let Reader::Party(key) = &told.report.reader else {
        return told.strings.t("check-for-desk");
    };
    let party = told
        .report
        .parties
        .iter()
        .position(|party| party.key == *key);
    let party = party.map_or_else(String::new, |party| told.party(party));
    told.strings
        .with("check-for-party", &[("party", party.into())])
}

/// What matters first: whom the whole costs more than it brings, who would gain by stopping, or that nobody would.
pub fn lead(told: &Told) -> String {
    let panels = told.report.panels.iter();
    let verdicts =
        panels.flat_map(|panel| told.whole(panel).into_iter().chain([told.verdict(panel)]));
    let verdicts: Vec<(Weight, String)> = verdicts.collect();
    let pressing: Vec<&str> = verdicts
        .iter()
        .filter(|(weight, _)| matches!(weight, Weight::Look | Weight::CannotTell))
        .map(|(_, said)| said.as_str())
        .collect();
    if verdicts.is_empty() {
        told.strings.t("check-lead-no-points")
    } else if pressing.is_empty() {
        match &told.report.reader {
            Reader::Desk => told.strings.t("check-lead-stays"),
            // Nothing is known here of the others.
            Reader::Party(_) => verdicts.into_iter().map(|(_, said)| said).collect(),
        }
    } else {
        pressing.join(" ")
    }
}

fn findings(told: &Told) -> Markup {
    html! {
        section.sec aria-labelledby="found" {
            div.side { h2 id="found" { (told.strings.t("check-found")) } p { (told.strings.t("check-found-note")) } }
            (weighed(&all(told), told.strings))
        }
    }
}

/// Findings with their weights, and what does not stand in them.
pub fn weighed(found: &[(Weight, String)], strings: Strings) -> Markup {
    html! {
        ol.body.found {
            @for (weight, said) in found {
                li { p.when.late[*weight == Weight::Wrong].due[*weight == Weight::Look] { (strings.t(word(*weight))) } p { (said) } }
            }
            li { p.when { (strings.t("check-outside")) } p { (strings.t("check-outside-said")) } }
        }
    }
}

/// All findings, those that ask for most first.
pub fn all(told: &Told) -> Vec<(Weight, String)> {
    let panels = told
        .report
        .panels
        .iter()
        .flat_map(|panel| told.panel(panel));
    let mut all: Vec<(Weight, String)> = panels.chain(told.findings()).collect();
    all.sort_by_key(|(weight, _)| *weight);
    all
}

/// A weight in a word.
pub const fn word(weight: Weight) -> Key {
    match weight {
        Weight::Wrong => Key("weight-wrong"),
        Weight::Look => Key("weight-look"),
        Weight::CannotTell => Key("weight-cannot-tell"),
        Weight::Right => Key("weight-right"),
        Weight::Fact => Key("weight-fact"),
    }
}

fn orders(told: &Told) -> Markup {
    let (report, strings) = (told.report, told.strings);
    let mut columns = vec![words(strings.t("head-order"))];
    for panel in &report.panels {
        let party = ("party", told.party(panel.party).into());
        columns.push(numbers(
            strings.with("head-exposure-of", std::slice::from_ref(&party)),
        ));
        columns.push(numbers(strings.with("head-guarantee-of", &[party])));
    }
    let as_planned = report.panels.iter().flat_map(|panel| {
        [panel.exposure.points, panel.guarantee.points]
            .map(|span| html! { (told.points(span, panel.places)) })
    });
    let mut rows = vec![
        std::iter::once(html! { (strings.t("check-as-planned")) })
            .chain(as_planned)
            .collect::<Vec<_>>(),
    ];
    for other in &report.what_ifs {
        let cells = other
            .panels
            .iter()
            .zip(&report.panels)
            .flat_map(|(cells, panel)| {
                [cells.exposure, cells.guarantee]
                    .map(|span| html! { (points::span(span, panel.places, strings)) })
            });
        rows.push(
            std::iter::once(html! { (told.change(&other.change)) })
                .chain(cells)
                .collect(),
        );
    }
    html! {
        @if !report.what_ifs.is_empty() {
            section.sec aria-labelledby="orders" {
                div.side { h2 id="orders" { (strings.t("check-orders")) } p { (strings.t("check-orders-note")) } }
                div.body { (table::scrolled("orders", &columns, &rows)) }
            }
        }
    }
}

fn moves(told: &Told) -> Markup {
    let (report, strings) = (told.report, told.strings);
    let columns = [
        numbers(strings.t("head-plan-number")),
        words(strings.t("head-plan-when")),
        words(strings.t("head-move")),
    ];
    let rows: Vec<Vec<Markup>> = report
        .moves
        .iter()
        .enumerate()
        .take(MOVES_TOLD)
        .map(|(at, step)| {
            vec![
                html! { (at + 1) },
                html! { (told.when(&step)) },
                html! { (told.done(&step)) },
            ]
        })
        .collect();
    html! {
        section.sec aria-labelledby="moves" {
            div.side { h2 id="moves" { (strings.t("check-moves")) } p { (strings.with("check-moves-note", &[("n", report.moves.len().into())])) } }
            div.body {
                (table::scrolled("moves", &columns, &rows))
                (left_out(told, report.moves.len()))
            }
        }
    }
}

/// That a table does not tell all.
pub fn left_out(told: &Told, all: usize) -> Markup {
    let more = all.saturating_sub(MOVES_TOLD);
    html! { @if more > 0 { p.empty { (told.strings.with("plan-left-out", &[("n", more.into())])) } } }
}
