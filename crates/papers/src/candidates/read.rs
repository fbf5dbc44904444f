//! What was read: each list with its digest, what each column was taken for, and what was not
//! understood, by its place.

use linkage::{
    findings::{ColumnRead, Findings, ListRead},
    list::Confidence,
    problem::Problem,
};
use maud::{Markup, html};

use super::quoted::{digest, quoted};
use crate::{i18n::Strings, words};

/// More rows than these stand behind a heading that can be opened.
const OPEN: usize = 12;
/// Problems that stand openly; they are seldom good reading.
const PROBLEMS_OPEN: usize = 6;

/// The section.
pub fn read(findings: &Findings, strings: Strings) -> Markup {
    html! {
        section.sec aria-labelledby="read" {
            div.side { h2 id="read" { (strings.t("read")) } p { (strings.t("read-note")) } }
            div.body {
                @for list in &findings.lists { (one(list, strings)) }
                @if same_file(findings) { p { b.due { (strings.t("read-same-file")) } } }
                @if findings.lists.is_empty() { p.empty { (strings.t("read-none")) } }
            }
        }
    }
}

/// Whether a list was compared with itself as if it were another.
pub fn same_file(findings: &Findings) -> bool {
    match findings.lists.as_slice() {
        [left, right] => !left.digest.is_empty() && left.digest == right.digest,
        _ => false,
    }
}

fn one(list: &ListRead, strings: Strings) -> Markup {
    html! {
        h3 { (quoted(&list.name, strings)) }
        dl.facts {
            dt { (strings.t("read-entries")) }
            dd { (strings.with("entries", &[("n", list.records.into())])) }
            dt { (strings.t("read-digest")) }
            dd { (digest(&list.digest)) }
        }
        (columns(&list.columns, strings))
        (problems(list, strings))
    }
}

fn columns(columns: &[ColumnRead], strings: Strings) -> Markup {
    let table = html! {
        table.tight.stack role="table" {
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (strings.t("head-column")) }
                th scope="col" role="columnheader" { (strings.t("head-taken-for")) }
                th scope="col" role="columnheader" { (strings.t("head-why")) }
            } }
            tbody role="rowgroup" { @for column in columns { (self::column(column, strings)) } }
        }
    };
    let n = columns.len();
    let used = columns.iter().filter(|c| words::is_used(c.meaning)).count();
    html! {
        @if n > OPEN {
            p { (strings.with("columns-used", &[("n", used.into())])) }
            details { summary { (strings.with("columns-all", &[("n", n.into())])) } (table) }
        } @else if n > 0 { (table) }
    }
}

fn column(column: &ColumnRead, strings: Strings) -> Markup {
    html! {
        tr role="row" {
            th scope="row" role="rowheader" {
                @if column.header.trim().is_empty() { span.no-word { (strings.t("header-none")) } }
                @else { (quoted(&column.header, strings)) }
            }
            td role="cell" data-h=(strings.t("head-taken-for")) {
                @if words::is_used(column.meaning) { span { (words::meaning(column.meaning, strings)) } }
                @else { span.no-word { (words::meaning(column.meaning, strings)) } }
            }
            td role="cell" data-h=(strings.t("head-why")) {
                span { (words::reason(&column.reason, strings)) (guess(column, strings)) }
            }
        }
    }
}

/// Where the meaning is a guess, that it is one.
fn guess(column: &ColumnRead, strings: Strings) -> Markup {
    html! {
        @match column.confidence {
            Confidence::Guess => { " " b.due { (strings.t("guessed")) } },
            Confidence::Likely | Confidence::Sure => {},
        }
    }
}

fn problems(list: &ListRead, strings: Strings) -> Markup {
    let listed = list.problems.len();
    let unlisted = list.problems_total.saturating_sub(listed);
    let table = html! {
        table.tight.stack role="table" {
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (strings.t("head-place")) }
                th scope="col" role="columnheader" { (strings.t("head-problem")) }
                th scope="col" role="columnheader" { (strings.t("head-found")) }
            } }
            tbody role="rowgroup" { @for problem in &list.problems { (row(problem, strings)) } }
        }
        @if unlisted > 0 { p.empty { (strings.with("problems-unlisted", &[("n", unlisted.into())])) } }
    };
    html! {
        p { (problems_told(list, strings)) }
        @if says_nobody(list) && list.problems_total > 0 { p { b.due { (strings.t("problems-no-person")) } } }
        @if listed > PROBLEMS_OPEN {
            details { summary { (strings.t("problems-show")) } (table) }
        } @else if listed > 0 { (table) }
    }
}

/// How many things were not understood; that everything was is not said of a list in which nothing
/// says who a person is.
pub fn problems_told(list: &ListRead, strings: Strings) -> String {
    if list.problems_total == 0 && says_nobody(list) {
        return strings.t("problems-no-person");
    }
    strings.with("problems", &[("n", list.problems_total.into())])
}

/// Whether a list has entries and no column that says who a person is.
pub fn says_nobody(list: &ListRead) -> bool {
    list.records > 0 && !list.columns.iter().any(|c| words::is_used(c.meaning))
}

fn row(problem: &Problem, strings: Strings) -> Markup {
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (words::place(&problem.place, strings)) }
            td role="cell" data-h=(strings.t("head-problem")) { span { (words::fault(problem.what, strings)) } }
            td role="cell" data-h=(strings.t("head-found")) {
                @if !problem.found.is_empty() { (quoted(&problem.found, strings)) }
            }
        }
    }
}
