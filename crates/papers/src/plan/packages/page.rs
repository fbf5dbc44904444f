//! The page for the desk: what all prefer to the draft first, then what each rule picks, each party by
//! itself, what overstating does, and the frontier.

use maud::{Markup, html};
use planner::packages::frontier::Deal;

use super::{
    parties::{party, worth_cells},
    rules::{overstated, rules},
    tables::{Below, Shown, packages},
    words::{self, Told, isolated, more_of, option, rule},
};
use crate::{
    Language, cell,
    frame::{self, Frame},
    i18n::{Strings, whole},
    plan::together,
    table::{self, numbers},
};

/// Packages of the frontier that the table tells; the JSON tells all.
const FRONTIER_TOLD: usize = 200;
/// Of so many issues at most a package is told in full there; of more, in the data for programs.
const ISSUES_TOLD: usize = 12;

/// A package that has a name in the report.
pub struct Named<'a> {
    /// Its name.
    pub name: String,
    /// The package.
    pub deal: &'a Deal,
}

/// The page.
pub fn page(report: &planner::packages::report::Report, language: Language) -> String {
    let strings = Strings::of(language);
    let told = Told { report, strings };
    let ids: Vec<String> = (1..=report.parties.len())
        .map(|at| format!("party-{at}"))
        .collect();
    let mut sections = vec![("packages", strings.t(told.few_heading()))];
    sections.push(("rules", strings.t("packages-rules")));
    for (at, id) in ids.iter().enumerate() {
        sections.push((id.as_str(), told.party(at)));
    }
    if !report.analysis.overstated.is_empty() {
        sections.push(("overstated", strings.t("packages-overstated")));
    }
    sections.push(("frontier", strings.t("packages-frontier")));
    let title = cell::plainly(&report.title);
    let frame = Frame {
        title: &strings.plain("packages-window", &[("title", title.into())]),
        sections: &sections,
        sheet: "",
        foot: &[strings.t("packages-foot"), strings.t("plan-foot-page")],
    };
    let named = named(&told);
    let matter = html! {
        (heading(&told))
        (few(&told))
        (rules(&told))
        @for (at, id) in ids.iter().enumerate() { (party(&told, at, id, &named)) }
        (overstated(&told))
        (frontier(&told))
    };
    frame::page(&frame, strings, &together::kept(&matter))
}

impl Told<'_> {
    /// What the few packages are: better than the draft for all, or just apart from one another; or that
    /// there are none.
    pub fn few_heading(&self) -> &'static str {
        if self.report.analysis.spread.is_empty() {
            "packages-few-none"
        } else if self.few_are_preferred() {
            "packages-preferred"
        } else {
            "packages-few"
        }
    }

    /// Whether the few that are shown are all preferred to the draft by all.
    pub fn few_are_preferred(&self) -> bool {
        let preferred = self.preferred();
        let mut shown = self.report.analysis.spread.iter();
        !preferred.is_empty() && shown.all(|deal| preferred.contains(&deal))
    }

    /// Why just these are shown, and in what order.
    fn few_note(&self) -> String {
        if self.few_are_preferred() {
            return self.strings.t("packages-preferred-note");
        }
        match self.preferred_first() {
            Some(first) => format!("{first} {}", self.strings.t("packages-others-note")),
            None => self.strings.t("packages-few-note"),
        }
    }

    /// How many of the few all prefer to the draft, where some are and some are not.
    pub fn preferred_first(&self) -> Option<String> {
        let preferred = self.preferred().len();
        let mixed = preferred > 0 && !self.few_are_preferred();
        mixed.then(|| {
            let number = [("n", preferred.into())];
            self.strings.with("packages-preferred-first", &number)
        })
    }

    /// Those that all prefer to the draft.
    fn preferred(&self) -> Vec<&Deal> {
        let beside = self.report.analysis.beside_draft.iter();
        let preferred = beside.flat_map(|beside| &beside.preferred);
        preferred.map(|preferred| &preferred.deal).collect()
    }

    /// That the few are not all there are of their kind, and where the others stand.
    pub fn shown_of(&self) -> Option<String> {
        let analysis = &self.report.analysis;
        let shown = analysis.spread.len();
        let all = if self.few_are_preferred() {
            self.preferred().len()
        } else {
            analysis.frontier.deals.len()
        };
        let in_table = analysis.frontier.deals.len() <= FRONTIER_TOLD
            && self.report.domain.issues().len() <= ISSUES_TOLD;
        (0 < shown && shown < all).then(|| {
            let numbers = [("n", shown.into()), ("all", whole(all as u64).into())];
            let others = if in_table {
                "packages-others-in-table"
            } else {
                "packages-others-in-json"
            };
            let said = self.strings.with("packages-shown-of", &numbers);
            format!("{said} {}", self.strings.t(others))
        })
    }
}

/// The draft, the few packages and what rules pick, by name.
fn named<'a>(told: &Told<'a>) -> Vec<Named<'a>> {
    let analysis = &told.report.analysis;
    let draft = analysis.beside_draft.iter().map(|beside| Named {
        name: told.strings.t("packages-draft"),
        deal: &beside.draft,
    });
    let few = analysis.spread.iter().enumerate().map(|(at, deal)| Named {
        name: package_name(told.strings, at),
        deal,
    });
    let picked = analysis
        .asked
        .iter()
        .filter_map(|asked| match &asked.answer {
            planner::packages::analysis::Answer::Picked(solution) => Some(Named {
                name: told.strings.t(rule(asked.rule)),
                deal: solution.picked.first()?,
            }),
            planner::packages::analysis::Answer::Nothing(_) => None,
        });
    draft.chain(few).chain(picked).collect()
}

/// The name of a package by its place.
pub fn package_name(strings: Strings, at: usize) -> String {
    strings.plain(
        "packages-package",
        &[("number", (at + 1).to_string().into())],
    )
}

fn heading(told: &Told) -> Markup {
    html! {
        div.title {
            div {
                p.over { (told.strings.t("packages-for-desk")) }
                h1 { (isolated(&cell::plainly(&told.report.title))) }
            }
            p.lead { (told.lead()) }
            p.propose { (told.size()) " " (told.proof()) }
            @for remark in &told.report.remarks { p.propose { (words::remark(remark, told.strings)) } }
            @if let Some(about) = &told.report.about { p.propose { bdi { (cell::whole(about)) } } }
            p.propose { (told.strings.t("plan-proposes")) }
        }
    }
}

fn few(told: &Told) -> Markup {
    let strings = told.strings;
    let analysis = &told.report.analysis;
    let refused = analysis
        .beside_draft
        .as_ref()
        .filter(|beside| !beside.refused_by.is_empty());
    let shown: Vec<(String, &Deal)> = (analysis.spread.iter().enumerate())
        .map(|(at, deal)| (package_name(strings, at), deal))
        .collect();
    let part = told.shown_of();
    let note = told.few_note();
    html! {
        section.sec aria-labelledby="packages" {
            div.side { h2 id="packages" { (strings.t(told.few_heading())) } @if !shown.is_empty() { p { (note) } } @if let Some(part) = part { p { (part) } } }
            div.body {
                @if let Some(beside) = refused {
                    p.late { (strings.with("packages-refused", &[("parties", told.parties(&beside.refused_by).into())])) }
                }
                @if shown.is_empty() { p.empty { (told.nothing()) } }
                @else { (table::in_frame("packages", &named_packages(told, &shown))) }
            }
        }
    }
}

/// Packages as a table, the draft first where there is one, with what each is worth to each party.
pub fn named_packages(told: &Told, shown: &[(String, &Deal)]) -> Markup {
    let strings = told.strings;
    let draft = told
        .report
        .analysis
        .beside_draft
        .as_ref()
        .map(|beside| &beside.draft);
    let mut columns: Vec<(String, &Deal)> = Vec::new();
    columns.extend(draft.map(|draft| (strings.t("packages-draft"), draft)));
    columns.extend(shown.iter().map(|(name, deal)| (name.clone(), *deal)));
    let heads: Vec<Shown<'_>> = (columns.iter())
        .map(|(head, deal)| Shown {
            head: head.clone(),
            package: &deal.package,
        })
        .collect();
    let worth: Vec<&[i64]> = columns
        .iter()
        .map(|(_, deal)| deal.worth.as_slice())
        .collect();
    let mut below = Vec::new();
    for (at, of) in told.report.parties.iter().enumerate() {
        let party = ("party", told.party(at).into());
        below.push(Below {
            head: strings.with("head-points-of", std::slice::from_ref(&party)),
            cells: worth_cells(told, at, &worth),
        });
        if let Some(draft) = draft {
            let from = draft.worth.get(at).copied().unwrap_or(0);
            let more = worth.iter().map(|worth| {
                let more = worth.get(at).copied().unwrap_or(0) - from;
                more_of(of, more)
            });
            below.push(Below {
                head: strings.with("head-more-than-draft", &[party]),
                cells: more.collect(),
            });
        }
    }
    packages(
        &told.report.domain,
        &heads,
        draft.map(|draft| &draft.package),
        below,
        strings,
    )
}

/// All of them, with what is in each as long as a page can hold it.
fn frontier(told: &Told) -> Markup {
    let strings = told.strings;
    let domain = &told.report.domain;
    let deals = &told.report.analysis.frontier.deals;
    let preferred = told.preferred();
    let issues = domain.issues().len();
    let with_issues = issues <= ISSUES_TOLD;
    let mut columns = vec![table::words(strings.t("head-package-number"))];
    for at in 0..told.report.parties.len() {
        columns.push(numbers(
            strings.with("head-points-of", &[("party", told.party(at).into())]),
        ));
    }
    if !preferred.is_empty() {
        columns.push(table::words(strings.t("head-beside-draft")));
    }
    if with_issues {
        let names = domain.issues().iter();
        columns.extend(names.map(|issue| table::words(cell::plainly(&issue.name))));
    }
    let rows: Vec<Vec<Markup>> = (deals.iter().take(FRONTIER_TOLD).enumerate())
        .map(|(row, deal)| {
            let parties = 0..told.report.parties.len();
            let own = parties.map(|at| html! { (told.points(at, &deal.worth)) });
            let mark = (!preferred.is_empty()).then(|| {
                let better = preferred.contains(&deal);
                html! { @if better { (strings.t("packages-is-preferred")) } }
            });
            let issues = (0..if with_issues { issues } else { 0 })
                .map(|issue| html! { bdi { (option(domain, &deal.package, issue)) } });
            let number = std::iter::once(html! { (row + 1) });
            number.chain(own).chain(mark).chain(issues).collect()
        })
        .collect();
    let more = deals.len().saturating_sub(FRONTIER_TOLD);
    html! {
        section.sec aria-labelledby="frontier" {
            div.side { h2 id="frontier" { (strings.t("packages-frontier")) } p { (strings.t("packages-frontier-note")) } }
            div.body {
                p { (strings.with("packages-lead-frontier", &[("n", deals.len().into())])) " " (told.proof()) }
                details.data { summary { (strings.t("chart-data")) }
                    (table::scrolled("frontier", &columns, &rows))
                    @if more > 0 { p.empty { (strings.with("plan-left-out", &[("n", more.into())])) } }
                }
            }
        }
    }
}
