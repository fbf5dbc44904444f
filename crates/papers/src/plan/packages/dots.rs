//! Where packages stand on one party's own scale: a row each, a dot each, and below them a stroke for
//! every package of the frontier. Nothing of another party stands in the same drawing.

use maud::{Markup, html};

use crate::{Language, i18n::Strings, scale::Scale};

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

const ROW: usize = 22;
/// Percent of the width that names take.
const NAMES: f64 = 26.0;
/// Strokes that are drawn at most: more would be a bar.
const STROKES_MOST: usize = 240;

/// The drawing.
pub fn dots(dots: &Dots, strings: Strings) -> Markup {
    let language = strings.language();
    let values = dots.rows.iter().map(|(_, value)| *value);
    let all = values
        .chain(dots.strokes.iter().copied())
        .chain([dots.floor.0]);
    let scale = Scale::over(all.map(float), language);
    // Names stand at the beginning of a line; what is drawn has the rest of it.
    let x = |value: i64| {
        let at = scale.at(float(value)) * (100.0 - NAMES - 12.0) / 100.0;
        let from = match language {
            Language::English => NAMES,
            Language::Arabic => 12.0,
        };
        format!("{:.1}%", from + at)
    };
    let (edge, start, far, end) = match language {
        Language::English => ("0", "start", "100%", "end"),
        Language::Arabic => ("100%", "end", "0", "start"),
    };
    let bottom = dots.rows.len() * ROW + 8;
    let height = bottom + 2 * ROW;
    let every = dots.strokes.len().div_ceil(STROKES_MOST).max(1);
    html! {
        svg.chart role="img" aria-label=(dots.title) aria-describedby=(dots.finding) height=(height) {
            line.ln.thin x1=(x(dots.floor.0)) x2=(x(dots.floor.0)) y1="2" y2=(bottom) {}
            @for (row, (name, value)) in dots.rows.iter().enumerate() {
                @let y = row * ROW + 14;
                line.ln.hair x1="0" x2="100%" y1=(y + 8) y2=(y + 8) {}
                text.ink x=(edge) y=(y + 4) text-anchor=(start) { (name) }
                circle.ink cx=(x(*value)) cy=(y) r="4.5" {}
                text x=(far) y=(y + 4) text-anchor=(end) { ((dots.written)(*value)) }
            }
            @for value in dots.strokes.iter().step_by(every) {
                line.ln x1=(x(*value)) x2=(x(*value)) y1=(bottom + 6) y2=(bottom + 16) {}
            }
            text x=(edge) y=(bottom + 15) text-anchor=(start) { (dots.strokes_word) }
            text x=(x(dots.floor.0)) y=(bottom + 34) text-anchor="middle" { (dots.floor.1) }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "a drawing needs a few digits")]
fn float(points: i64) -> f64 {
    points as f64
}
