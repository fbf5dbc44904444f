//! Where packages stand on one party's own scale: a row each, a dot each, and below them a stroke for
//! every package of the frontier. Each row is a drawing of its own between words, so that on a narrow
//! page the words stand above it. Nothing of another party stands in the same drawing.

use maud::{Markup, html};

use crate::{i18n::Strings, scale::Scale};

/// What is drawn.
pub struct Dots {
    /// What the drawing is called.
    pub title: String,
    /// The id of the sentence that says what it shows.
    pub finding: String,
    /// Each row: its name, and the points.
    pub rows: Vec<(String, i64)>,
    /// The points of all packages of the frontier.
    pub strokes: Vec<i64>,
    /// What the party accepts at least, and the word for it.
    pub floor: (i64, String),
    /// The word for the strokes.
    pub strokes_word: String,
    /// How points are written.
    pub written: Box<dyn Fn(i64) -> String>,
}

/// Strokes that are drawn at most: more would be a bar.
const STROKES_MOST: usize = 240;

/// The drawing: its names and points are words beside each row, so that it is its own table.
pub fn dots(dots: &Dots, strings: Strings) -> Markup {
    let values = dots.rows.iter().map(|(_, value)| *value);
    let all = values
        .chain(dots.strokes.iter().copied())
        .chain([dots.floor.0]);
    let scale = Scale::over(all.map(float), strings.language());
    let x = |value: i64| scale.x(float(value));
    let floor = x(dots.floor.0);
    let every = dots.strokes.len().div_ceil(STROKES_MOST).max(1);
    let points = |value: i64| html! { span.r { span dir="ltr" { ((dots.written)(value)) } } };
    html! {
        ul.scale-rows aria-label=(dots.title) aria-describedby=(dots.finding) {
            li { span { (dots.floor.1) } svg.chart aria-hidden="true" { line.ln.mid x1=(floor) x2=(floor) y1="0" y2="100%" {} } (points(dots.floor.0)) }
            @for (name, value) in &dots.rows {
                li {
                    span { (name) }
                    svg.chart aria-hidden="true" {
                        line.ln.thin x1=(floor) x2=(floor) y1="0" y2="100%" {}
                        circle.ink cx=(x(*value)) cy="50%" r="4.5" {}
                    }
                    (points(*value))
                }
            }
            @if !dots.strokes.is_empty() {
                li {
                    span { (dots.strokes_word) }
                    svg.chart aria-hidden="true" {
                        @for value in dots.strokes.iter().step_by(every) { line.ln x1=(x(*value)) x2=(x(*value)) y1="25%" y2="75%" {} }
                    }
                    span {}
                }
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a drawing needs a few digits")]
fn float(points: i64) -> f64 {
    points as f64
}
