//! Twenty cases as dots: a row for each day on which some are done and for each stage at which some
//! stop, so that the drawing is its own table.

use maud::{Markup, html};
use planner::forecast::Dot;

use super::words::{Told, stage_name};

/// The room of a dot.
const ROOM: usize = 15;
/// More dots than this stand below their label on a narrow page.
const CROWDED: usize = 7;

/// The rows, in their order: what happens, and in how many cases.
pub fn rows(told: &Told) -> Vec<(Dot, String, usize)> {
    let mut rows: Vec<(Dot, String, usize)> = Vec::new();
    for dot in &told.report.forecast.dots {
        match rows.last_mut() {
            Some((last, _, count)) if last == dot => *count += 1,
            _ => rows.push((*dot, label(told, *dot), 1)),
        }
    }
    rows
}

fn label(told: &Told, dot: Dot) -> String {
    match dot {
        Dot::Done(day) => {
            let day = [("day", told.day(day).into())];
            told.strings.with("forecast-done-on", &day)
        }
        Dot::Stopped(stage) => {
            let stage = told.report.forecast.stages.get(stage);
            let stage = stage
                .map(|stage| stage_name(stage, told.strings))
                .unwrap_or_default();
            told.strings
                .with("forecast-stops-at", &[("stage", stage.into())])
        }
    }
}

/// The drawing.
pub fn figure(told: &Told) -> Markup {
    html! {
        figure {
            ul.dot-rows {
                @for (dot, label, count) in rows(told) {
                    li.crowded[count > CROWDED] { span { (label) } (row(dot, count)) span.r { (count) } }
                }
            }
            figcaption { p { (told.strings.t("forecast-cases-key")) } }
        }
    }
}

fn row(dot: Dot, count: usize) -> Markup {
    let done = matches!(dot, Dot::Done(_));
    html! {
        svg.dots aria-hidden="true" width=(count * ROOM) height=(ROOM) viewBox={ "0 0 " (count * ROOM) " " (ROOM) } {
            @for at in 0..count { circle.fill[done].open[!done] cx=(at * ROOM + 7) cy="7" r="5" {} }
        }
    }
}
