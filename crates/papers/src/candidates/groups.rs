//! Of one list: entries that seem to be one person, group by group.

use linkage::findings::{Entry, Findings, Group, Task};
use maud::{Markup, html};

use super::quoted::cells;
use crate::{
    i18n::{Strings, bits},
    words,
};

/// How many groups a page tells.
const TOLD: usize = 1_000;

/// The section; nothing where two lists were compared.
pub fn groups(findings: &Findings, strings: Strings) -> Markup {
    match findings.task {
        Task::Link => html! {},
        Task::Dedupe => section(&findings.groups, strings),
    }
}

fn section(groups: &[Group], strings: Strings) -> Markup {
    let n = groups.len() as u64;
    let left_out = n.saturating_sub(TOLD as u64);
    html! {
        section.sec aria-labelledby="groups" {
            div.side { h2 id="groups" { (strings.t("groups")) } p { (strings.t("groups-note")) } }
            div.body {
                p.lead { (strings.with("groups-finding", &[("n", n.into())])) }
                @if !groups.is_empty() {
                    table.tight {
                        thead { tr {
                            th scope="col" { (strings.t("head-group")) }
                            th scope="col" { (strings.t("head-entries")) }
                            th.b scope="col" { (strings.t("head-weakest")) }
                        } }
                        tbody {
                            @for (number, group) in (1u32..).zip(groups.iter().take(TOLD)) { (row(number, group, strings)) }
                        }
                    }
                }
                @if left_out > 0 { p.empty { (strings.with("groups-left-out", &[("n", left_out.into())])) } }
            }
        }
    }
}

fn row(number: u32, group: &Group, strings: Strings) -> Markup {
    html! {
        tr {
            th scope="row" { (number) }
            td {
                ul.brief.members { @for entry in &group.entries { (member(entry, strings)) } }
                @if group.tied { small { (strings.t("group-tied")) } }
            }
            td.b { (bits(group.weakest)) }
        }
    }
}

fn member(entry: &Entry, strings: Strings) -> Markup {
    html! { li { (cells(&entry.cells, strings)) " " small { (words::place(&entry.place, strings)) } } }
}
