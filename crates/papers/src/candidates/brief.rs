//! Candidates in brief: one row each, for those that the page does not tell in full.

use linkage::findings::{Candidate, Entry, Findings};
use maud::{Markup, html};

use super::quoted::cells;
use crate::{
    i18n::{Strings, bits},
    words,
};

/// One row for each candidate. `alone` where nothing of the band is told in full before it.
pub fn table(findings: &Findings, told: &[&Candidate], alone: bool, strings: Strings) -> Markup {
    let name = |at: usize| {
        let list = findings.lists.get(at).or(findings.lists.last());
        list.map_or("", |list| list.name.as_str())
    };
    html! {
        table.tight.brief.stack role="table" {
            @if !alone { caption { (strings.t("brief-caption")) } }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (strings.t("head-number")) }
                th scope="col" role="columnheader" { (super::quoted::quoted(name(0), strings)) }
                th scope="col" role="columnheader" { (super::quoted::quoted(name(1), strings)) }
                th scope="col" role="columnheader" { (strings.t("head-cautions")) }
                th.b scope="col" role="columnheader" { (strings.t("head-bits")) }
            } }
            tbody role="rowgroup" {
                @for candidate in told { (row(candidate, strings)) }
            }
        }
    }
}

fn row(candidate: &Candidate, strings: Strings) -> Markup {
    let cautions: Vec<String> = candidate
        .cautions
        .iter()
        .map(|&caution| words::caution_short(caution, strings))
        .chain(super::decided::briefly(candidate, strings))
        .collect();
    html! {
        tr role="row" id={ "c" (candidate.number) } {
            th scope="row" role="rowheader" { (candidate.number) }
            (entry(&candidate.left, strings))
            (entry(&candidate.right, strings))
            td role="cell" { (cautions.join(&strings.t("joint"))) }
            td.b role="cell" { (bits(candidate.bits)) }
        }
    }
}

fn entry(entry: &Entry, strings: Strings) -> Markup {
    html! {
        td role="cell" { (cells(&entry.cells, strings)) small { (words::place(&entry.place, strings)) } }
    }
}
