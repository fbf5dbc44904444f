//! If it stops here: after each move what was given, who is still held, what lies with a third, and
//! where each party stands. Persons are counted as persons.

use maud::{Markup, html};
use planner::check::Stops;

use super::{
    page::{MOVES_TOLD, left_out},
    words::Told,
};
use crate::{
    cell,
    i18n::whole,
    plan::points,
    table::{self, Column, numbers, words},
};

/// Classes that have a column of their own.
const CLASSES_TOLD: usize = 6;

/// The section.
pub fn stops(told: &Told) -> Markup {
    let strings = told.strings;
    // Asked once: it goes through all moves.
    let third = told
        .report
        .moves
        .use_a_third()
        .then(|| strings.t("head-with-third"));
    let rows: Vec<Vec<Markup>> = (0..=told.report.moves.len())
        .take(MOVES_TOLD)
        .map(|row| stops_row(told, row, &told.report.stops_at(row), third.as_ref()))
        .collect();
    html! {
        section.sec aria-labelledby="stops" {
            div.side { h2 id="stops" { (strings.t("check-stops")) } p { (strings.t("check-stops-note")) } }
            div.body {
                (table::scrolled("stops", &columns(told, third.as_ref()), &rows))
                (left_out(told, told.report.moves.len() + 1))
            }
        }
    }
}

/// With a column for what lies with a third where that has a heading.
fn columns(told: &Told, third: Option<&String>) -> Vec<Column> {
    let strings = told.strings;
    let mut columns = vec![words(strings.t("head-stops"))];
    for class in 0..told.report.classes.len().min(CLASSES_TOLD) {
        columns.push(numbers(
            strings.with("head-given-left", &[("what", told.many(class).into())]),
        ));
    }
    columns.extend(third.cloned().map(words));
    for panel in &told.report.panels {
        columns.push(numbers(
            strings.with("head-keeps", &[("party", told.party(panel.party).into())]),
        ));
    }
    columns
}

fn stops_row(told: &Told, row: usize, stops: &Stops, with_third: Option<&String>) -> Vec<Markup> {
    let mut cells = vec![html! { (told.moment(row)) }];
    for (given, left) in stops.given.iter().zip(&stops.left).take(CLASSES_TOLD) {
        let parts = [
            ("given", whole(u64::from(*given)).into()),
            ("left", whole(u64::from(*left)).into()),
        ];
        cells.push(html! { (told.strings.plain("check-given-left", &parts)) });
    }
    let escrow = stops
        .in_escrow
        .iter()
        .enumerate()
        .filter(|(_, count)| **count > 0);
    let escrow = escrow.map(|(class, count)| told.count(class, u64::from(*count)));
    let deposits = stops.deposits.iter().map(|what| cell::plainly(what));
    let third: Vec<String> = escrow.chain(deposits).collect();
    if with_third.is_some() {
        let said = if third.is_empty() {
            told.strings.t("check-nothing")
        } else {
            told.strings.list(&third)
        };
        cells.push(html! { (said) });
    }
    for panel in &told.report.panels {
        let standing = panel
            .rows
            .get(row)
            .map(|row| row.standing)
            .unwrap_or_default();
        cells.push(html! { (points::span(standing, panel.places, told.strings)) });
    }
    cells
}
