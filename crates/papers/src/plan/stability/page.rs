//! The page: what was found, which states are stable by which notion, how it may go on, what would
//! make a state stable, all states, and the definitions.

use maud::{Markup, html};
use planner::stability::{Concept, Finding, Report, StateId, Would};

use super::words::Told;
use crate::{
    Language, cell,
    frame::{self, Frame},
    i18n::{Key, Strings},
    plan::together,
    table::{self, numbers, words},
};

/// States that tables tell; the JSON tells all.
const STATES_TOLD: usize = 200;

/// The page.
pub fn page(report: &Report, language: Language) -> String {
    let strings = Strings::of(language);
    let told = Told { report, strings };
    let mut sections = vec![("found", Key("stab-found"), findings(&told))];
    sections.push(("stable", Key("stab-stable"), stable(&told)));
    if !report.analysis.evolution.is_empty() {
        sections.push(("ways", Key("stab-ways"), ways(&told)));
    }
    if let Some(would) = &report.would_be_stable {
        sections.push(("would", Key("stab-would"), needed(&told, would)));
    }
    sections.push(("states", Key("stab-states"), states(&told)));
    sections.push(("words", Key("stab-words"), definitions(&told)));
    let title = cell::plainly(&report.title);
    let heads: Vec<(&str, String)> = sections
        .iter()
        .map(|(id, head, _)| (*id, strings.t(*head)))
        .collect();
    let frame = Frame {
        title: &strings.plain("stab-window", &[("title", title.into())]),
        sections: &heads,
        sheet: "",
        foot: &[strings.t("stab-foot"), strings.t("plan-foot-page")],
    };
    let matter = html! {
        (heading(&told))
        @for (id, head, matter) in &sections {
            section.sec aria-labelledby=(id) {
                div.side { h2 id=(id) { (strings.t(*head)) } p { (note(id, strings)) } }
                div.body { (matter) }
            }
        }
    };
    frame::page(&frame, strings, &together::kept(&matter))
}

fn note(id: &str, strings: Strings) -> String {
    match id {
        "found" => strings.t("stab-found-note"),
        "stable" => strings.t("stab-stable-note"),
        "ways" => strings.t("stab-ways-note"),
        "would" => strings.t("stab-would-note"),
        "states" => strings.t("stab-states-note"),
        _ => strings.t("stab-words-note"),
    }
}

fn heading(told: &Told) -> Markup {
    let (report, strings) = (told.report, told.strings);
    html! {
        div.title {
            div {
                p.over { (strings.t("stab-over")) }
                h1 { (crate::plan::isolated(&cell::plainly(&report.title))) }
            }
            p.lead { (told.lead()) }
            @if let Some(source) = &report.source { p.propose { bdi { (cell::whole(source)) } } }
            p.propose { (strings.t("plan-proposes")) }
        }
    }
}

fn findings(told: &Told) -> Markup {
    html! {
        ol.said {
            @for finding in &told.report.analysis.findings {
                @let sentences = told.finding(finding);
                li {
                    @for (at, said) in sentences.iter().enumerate() { p.unsure[at > 0] { (said) } }
                }
            }
            li { p { (told.strings.t("stab-outside")) } }
        }
    }
}

/// Which states are stable for all, by which notion: a mark in each cell, and a word for who cannot
/// see it.
fn stable(told: &Told) -> Markup {
    let strings = told.strings;
    let mut columns = vec![words(strings.t("head-stab-state"))];
    columns.extend(Concept::ALL.map(|concept| words(told.concept(concept))));
    let equilibria = &told.report.analysis.equilibria;
    let mut all: Vec<StateId> = equilibria
        .iter()
        .flat_map(|(_, states)| states)
        .copied()
        .collect();
    all.sort_unstable();
    all.dedup();
    let more = all.len().saturating_sub(STATES_TOLD);
    all.truncate(STATES_TOLD);
    let row = |state: &StateId| {
        let marks = equilibria.iter().map(|(_, states)| {
            let is = states.contains(state);
            html! { @if is { span.whole { (strings.t("stab-holds")) } } @else { span.no-word.whole { (strings.t("stab-holds-not")) } } }
        });
        std::iter::once(html! { (told.state_in_full(*state)) })
            .chain(marks)
            .collect()
    };
    let rows: Vec<Vec<Markup>> = all.iter().map(row).collect();
    html! {
        @if rows.is_empty() { p.empty { (strings.t("stab-none")) } } @else { (table::scrolled("stable", &columns, &rows)) }
        @if more > 0 { p.empty { (strings.with("plan-left-out", &[("n", more.into())])) } }
    }
}

fn ways(told: &Told) -> Markup {
    let all = &told.report.analysis.evolution;
    let more = all.len().saturating_sub(STATES_TOLD);
    html! {
        ul.said { @for evolution in all.iter().take(STATES_TOLD) { li { p { (told.way(evolution)) } } } }
        @if more > 0 { p.empty { (told.strings.with("plan-left-out", &[("n", more.into())])) } }
    }
}

fn needed(told: &Told, would: &Would) -> Markup {
    html! {
        @for concept in Concept::ALL {
            h3 { (told.concept(concept)) }
            ul { @for one in would.needed.iter().filter(|one| one.concept == concept) {
                li.unsure[one.holds] { (told.needed(would, one)) }
            } }
        }
    }
}

fn states(told: &Told) -> Markup {
    let (report, strings) = (told.report, told.strings);
    let mut columns = vec![words(strings.t("head-stab-state"))];
    let options = !report.options.is_empty();
    if options {
        columns.push(words(strings.t("head-stab-taken")));
    }
    for at in 0..report.makers.len() {
        let party = [("party", told.maker(at).into())];
        columns.push(numbers(strings.with("head-stab-place-of", &party)));
    }
    let all = report
        .states
        .iter()
        .zip((0..).map(StateId))
        .take(STATES_TOLD);
    let rows: Vec<Vec<Markup>> = all
        .map(|(state, id)| {
            let mut cells = vec![html! { (told.state(id)) }];
            if options {
                let several = || strings.t("stab-several");
                cells.push(html! { (told.taken(id).unwrap_or_else(several)) });
            }
            cells.extend(state.places.iter().map(|place| html! { (place) }));
            cells
        })
        .collect();
    let more = report.states.len().saturating_sub(STATES_TOLD);
    html! {
        (table::scrolled("states", &columns, &rows))
        @if more > 0 { p.empty { (strings.with("plan-left-out", &[("n", more.into())])) } }
    }
}

fn definitions(told: &Told) -> Markup {
    let strings = told.strings;
    let rule = [("rule", told.rule(told.report.rule).into())];
    let by_rule = told.report.analysis.findings.iter();
    let by_rule = by_rule
        .filter(|f| matches!(f, Finding::DependsOnRule { .. }))
        .count();
    html! {
        ul.said {
            @for concept in Concept::ALL {
                li { p { b { (told.concept(concept)) } " " (told.meaning(concept)) } }
            }
            li { p { (strings.with("stab-responses", &rule)) } }
            @if by_rule == 0 && told.report.makers.len() > 2 { li { p { (strings.t("stab-rule-same")) } } }
        }
    }
}
