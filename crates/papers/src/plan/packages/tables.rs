//! Packages beside each other as a table: an issue a row, a package a column, and below them what each
//! is worth to each party, in that party's own points.

use maud::{Markup, html};
use planner::packages::domain::{Domain, Package};

use super::words::option;
use crate::{
    cell,
    i18n::Strings,
    table::{self, words},
};

/// A column of a table of packages.
pub struct Shown<'a> {
    /// Its head.
    pub head: String,
    /// The package.
    pub package: &'a Package,
}

/// A row below the issues: its head, and a cell for each package.
pub struct Below {
    /// What it tells.
    pub head: String,
    /// In the order of the packages.
    pub cells: Vec<String>,
}

/// The table. Options that differ from those of the first package stand out, where that is a draft.
pub fn packages(
    domain: &Domain,
    shown: &[Shown<'_>],
    draft: Option<&Package>,
    below: Vec<Below>,
    strings: Strings,
) -> Markup {
    let mut columns = vec![words(strings.t("head-issue"))];
    columns.extend(shown.iter().map(|shown| words(shown.head.clone())));
    let mut rows: Vec<Vec<Markup>> = Vec::new();
    for (issue, of) in domain.issues().iter().enumerate() {
        let mut row = vec![html! { bdi { (cell::plainly(&of.name)) } }];
        let kept = draft.and_then(|draft| draft.0.get(issue));
        for shown in shown {
            let changed = kept.is_some_and(|kept| Some(kept) != shown.package.0.get(issue));
            let said = option(domain, shown.package, issue);
            row.push(html! {
                @if changed { strong { bdi { (said) } } } @else { bdi { (said) } }
            });
        }
        rows.push(row);
    }
    for row in below {
        let cells = row
            .cells
            .into_iter()
            .map(|cell| html! { span.r dir="ltr" { (cell) } });
        rows.push(
            std::iter::once(html! { em { (row.head) } })
                .chain(cells)
                .collect(),
        );
    }
    table::table(&columns, &rows)
}
