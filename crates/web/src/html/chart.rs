//! What every drawing has: its patterns, a finding below it in a sentence, and its data as a
//! table. Where no drawing is wanted (a browser that draws none spills its words into the page)
//! the table stands alone.

use maud::{Markup, html};

use super::table::{Table, table};
use crate::i18n::{Lang, Words};

/// Whether the reader wants drawings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Drawings {
    /// Drawings, with their data below to be opened.
    #[default]
    Shown,
    /// The data alone, as tables.
    AsTables,
}

/// The data of a drawing.
#[derive(Clone, Debug)]
pub struct Data {
    /// The same as a table.
    pub table: Table,
}

/// A place along a drawing: 0 at its start, 1 at its end. What lies outside is set at the edge.
#[derive(Clone, Copy, Debug, PartialEq, PartialOrd)]
pub struct Fraction(f64);

impl Fraction {
    /// The fraction; not a number counts as the start.
    pub fn new(value: f64) -> Self {
        Self(if value.is_nan() {
            0.0
        } else {
            value.clamp(0.0, 1.0)
        })
    }

    /// Where something of `part` stands in `whole`.
    pub fn of(part: i64, whole: i64) -> Self {
        #[expect(
            clippy::cast_precision_loss,
            reason = "a place on a drawing, not a count"
        )]
        Self::new(part as f64 / whole.max(1) as f64)
    }

    /// Whether a word at one place would run into a word at the other.
    pub fn is_near(self, other: Self) -> bool {
        (self.0 - other.0).abs() < 0.12
    }

    pub(super) fn scaled(at: Self, room: f64) -> Self {
        Self::new(at.0 * room)
    }

    pub(super) fn further(at: Self, by: f64) -> Self {
        Self::new(at.0 + by)
    }

    /// Its distance from the left edge in percent: from the right in a page that is read from
    /// there.
    pub(super) fn x(self, lang: Lang) -> String {
        percent(match lang {
            Lang::English => self.0,
            Lang::Arabic => 1.0 - self.0,
        })
    }

    /// The left edge and the width of a stretch.
    pub(super) fn stretch(from: Self, to: Self, lang: Lang) -> (String, String) {
        let (low, high) = if from <= to { (from, to) } else { (to, from) };
        let left = match lang {
            Lang::English => low,
            Lang::Arabic => Self(1.0 - high.0),
        };
        (percent(left.0), percent(high.0 - low.0))
    }
}

fn percent(value: f64) -> String {
    let text = format!("{:.2}", value * 100.0);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    format!("{text}%")
}

/// A drawing with its finding and its data.
pub fn figure(
    words: Words,
    drawings: Drawings,
    drawing: &Markup,
    finding: &Markup,
    data: &Data,
) -> Markup {
    html! {
        figure {
            @match drawings {
                Drawings::Shown => {
                    (drawing)
                    figcaption { (finding) }
                    details.data { summary { (words.t("chart-data")) } (table(&data.table)) }
                }
                Drawings::AsTables => { (table(&data.table)) figcaption { (finding) } }
            }
        }
    }
}

/// The hatchings that the drawings of a page refer to.
pub(super) fn definitions() -> Markup {
    let hatch = |id: &str, class: &str| {
        html! {
            pattern id=(id) width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                path class=(class) d="M0 0v5" {}
            }
        }
    };
    html! {
        svg.defs aria-hidden="true" focusable="false" { defs {
            (hatch("hatch", "hl"))
            (hatch("hatch-late", "hl late"))
            (hatch("hatch-soft", "hl soft"))
            linearGradient id="fade-x" x1="0" x2="1" y1="0" y2="0" { stop.stop0 offset=".55" {} stop.stop1 offset="1" {} }
            linearGradient id="fade-x-rtl" x1="1" x2="0" y1="0" y2="0" { stop.stop0 offset=".55" {} stop.stop1 offset="1" {} }
        } }
    }
}
