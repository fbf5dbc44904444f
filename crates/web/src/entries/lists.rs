//! Lists as they came, estimates, confirmed numbers: each by itself, none in place of another.

use std::collections::BTreeSet;

use maud::{Markup, html};
use mediation::{
    concerns::lists::{Cell as Given, CellFault, ConfirmCount, Estimate, Mismatch, RecordList},
    words::Title,
};

use super::{
    demands, names,
    reader::{Reader, quote_if},
    talk,
    told::{Here, Told},
};
use crate::{
    adapt,
    html::{Cell, Column, Row, Table, claim, invented, log::say, own, table},
};

/// How many rows of a list a log shows; the rest is counted.
const ROWS: usize = 200;

pub(super) fn list(r: &Reader<'_>, at: Here<'_>, e: &RecordList) -> Told {
    let words = r.words;
    let head = words.t_args(
        "entry-list-count",
        &[("title", e.title.as_str().into()), ("n", e.count.into())],
    );
    let mismatch = e.mismatch().map(|m| match m {
        Mismatch::Rows { says, has } => words.t_plain(
            "entry-list-rows-differ",
            &[("says", says.into()), ("has", has.into())],
        ),
        Mismatch::Categories { says, add_up } => words.t_plain(
            "entry-list-sums-differ",
            &[("says", says.into()), ("sum", add_up.into())],
        ),
    });
    let place = at
        .room
        .lists
        .lists
        .iter()
        .position(|l| l.number == at.number);
    Told::new(words.t("entry-list"))
        .beside_if(
            place.map(|p| html! { (words.t_plain("entry-list-number", &[("n", (p + 1).into())])) }),
        )
        .beside(html! { (words.t(names::list_kind(e.kind))) })
        .beside_if(talk::from(r, at, &e.from))
        .beside_if(talk::terms(r, at, &e.from))
        .gist(html! { (head) })
        .body(html! {
            (say(&html! { (head) }))
            @if let Some(mismatch) = mismatch { p.say.late { (mismatch) } }
            @if !e.categories.is_empty() { p.say.sub { (demands::counts(r, &e.categories)) } }
            (quote_if(e.remarks.as_ref()))
            @let hidden: Vec<String> = hidden(r, e);
            @if !hidden.is_empty() { p.say.late { (words.t_plain("entry-list-hidden", &[("where", words.list(&hidden).into())])) } }
            (rows(r, e))
        })
}

/// The cells in which characters hide, or turn round what is read: row and column.
fn hidden(r: &Reader<'_>, e: &RecordList) -> Vec<String> {
    let faults = e.faults().filter(|(.., fault)| *fault == CellFault::Hidden);
    let place = |(row, column, _): (usize, &Title, CellFault)| {
        let args = [("row", row.into()), ("column", column.to_string().into())];
        r.words.t_args("entry-list-cell", &args)
    };
    faults.take(ROWS).map(place).collect()
}

fn rows(r: &Reader<'_>, e: &RecordList) -> Markup {
    if e.rows.is_empty() {
        return html! {};
    }
    let words = r.words;
    let fields = fields(e);
    let mut columns = vec![Column::number(words.t("entry-row"))];
    columns.extend(fields.iter().map(|f| Column::new(f.as_str())));
    let shown = e.rows.iter().take(ROWS).enumerate().map(|(place, row)| {
        let mut cells = vec![Cell::text((place + 1).to_string())];
        cells.extend(fields.iter().enumerate().map(|(column, field)| {
            let value = row.get(*field).map_or_else(String::new, Given::shown);
            let tagged = column == 0 && is_invented(row);
            let body = html! { (own(&value)) @if tagged { " " (invented(words)) } };
            if column == 0 {
                Cell::Head(body)
            } else {
                Cell::Plain(body)
            }
        }));
        Row::new(cells)
    });
    html! {
        details {
            summary { (words.t_plain("entry-list-rows", &[("n", e.rows.len().into())])) }
            (table(&Table { caption: Some(e.title.to_string()), columns, rows: shown.collect(), foot: None, tight: true }))
            @if e.rows.len() > ROWS {
                p.meta { (words.t_plain("entry-list-more", &[("n", (e.rows.len() - ROWS).into())])) }
            }
        }
    }
}

/// The fields of a list that its rows name, the name first. That a person is invented is said by
/// a mark, not in a column.
fn fields(e: &RecordList) -> Vec<&Title> {
    let all: BTreeSet<&Title> = e
        .rows
        .iter()
        .take(ROWS)
        .flat_map(|row| row.keys())
        .collect();
    let (mut first, rest): (Vec<_>, Vec<_>) = all
        .into_iter()
        .filter(|f| f.as_str() != "person")
        .partition(|f| f.as_str().eq_ignore_ascii_case("name"));
    first.extend(rest);
    first
}

fn is_invented(row: &std::collections::BTreeMap<Title, Given>) -> bool {
    row.iter()
        .any(|(field, value)| field.as_str() == "person" && value.as_str() == "invented")
}

pub(super) fn estimate(r: &Reader<'_>, e: &Estimate) -> Told {
    let words = r.words;
    let range = match (e.low, e.high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => words.t_plain(
            "entry-from-to",
            &[("low", low.into()), ("high", high.into())],
        ),
        (Some(low), None) => words.t_plain("entry-at-least", &[("n", low.into())]),
        (None, Some(high)) => words.t_plain("entry-at-most", &[("n", high.into())]),
        (None, None) => words.t("entry-no-figure"),
    };
    let said = html! { (own(e.of.as_str())) ": " (range) };
    Told::new(words.t("entry-estimate"))
        .beside(html! { (words.t_args("entry-whose", &[("who", e.by.as_str().into())])) })
        .gist(said.clone())
        .body(html! {
            (say(&said))
            @if let Some(words) = &e.words { p.say.sub dir="auto" { (words) } }
        })
}

pub(super) fn confirmed(r: &Reader<'_>, e: &ConfirmCount) -> Told {
    let words = r.words;
    let said = html! { (own(e.of.as_str())) ": " (e.count) };
    Told::new(words.t("entry-confirmed"))
        .beside_if(
            e.list
                .as_ref()
                .map(|l| html! { (words.t("entry-against-list")) " " (r.entry(l)) }),
        )
        .gist(said.clone())
        .body(html! {
            (say(&html! { (said) " " (claim(words, adapt::claim(e.firmness))) }))
            @if let Some(how) = &e.words { p.say.sub dir="auto" { (how) } }
        })
}
