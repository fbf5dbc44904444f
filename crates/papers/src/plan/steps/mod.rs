//! A step line over the moves of a plan: one party, one unit, a line at nought. Where the numbers are
//! ranges the line has a band. Nothing of another party stands in the same drawing.

mod axis;
mod names;
pub mod room;

use maud::{Markup, html};
use planner::plan::Span;

pub use axis::{Number, class, drawn as numbers, margin};

use super::points;
use crate::{
    Language,
    i18n::{Key, Strings},
    scale::Scale,
};

/// What is drawn.
pub struct Steps<'a> {
    /// The value in each row.
    pub values: &'a [Span],
    /// How many places the party's numbers have.
    pub places: u8,
    /// What the drawing is called.
    pub title: String,
    /// The id of the sentence that says what it shows.
    pub finding: String,
    /// What each part of the drawing is called, and the row in which it begins.
    pub parts: &'a [(usize, String)],
    /// On which side of nought lies what has to be looked at.
    pub side: Side,
    /// The words for both sides of nought, above and below.
    pub sides: [String; 2],
    /// Whose each move is: one less than the values.
    pub moves: Vec<Mover>,
    /// How wide it is at least, in pixels.
    pub width: f64,
}

/// Whose a move is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mover {
    /// The party's own.
    Own,
    /// Another's, or nobody's.
    Other,
}

/// A side of nought.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Above.
    Above,
    /// Below.
    Below,
}

/// Heights, from the top: percent of the drawing. Above and below there is room for words that are as wide
/// as the drawing and its numbers, and for a number that was moved away from another.
const TOP: f64 = 16.0;
const BOTTOM: f64 = 76.0;
/// Moves that are marked at most: more of them would be a line.
const MARKED: usize = 48;
/// Parts that have a line each at most; of more only those have one that are named.
const LINED: usize = 24;
/// How wide a drawing is at least, in pixels: on a page that is wide, and on one that is narrow.
pub const WIDE: f64 = 560.0;
const NARROW: f64 = 240.0;

/// Values that are drawn one by one; more are drawn by the least and the greatest of each stretch, so
/// that nothing that stands out is lost.
const DRAWN: usize = 1_200;

/// The drawing.
pub fn steps(steps: &Steps, strings: Strings) -> Markup {
    let drawn = Drawn::of(steps, strings.language());
    let mid: Vec<f64> = steps.values.iter().map(|span| float(span.mid)).collect();
    let low: Vec<f64> = steps.values.iter().map(|span| float(span.low)).collect();
    let high: Vec<f64> = steps.values.iter().map(|span| float(span.high)).collect();
    let beside = beside(steps, &drawn);
    html! {
        svg.chart.steps-chart.(class(margin(&beside))) role="img" aria-label=(steps.title) aria-describedby=(steps.finding) {
            svg.field width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" {
                @for row in lined(steps, &drawn) { line.ln.hair x1=(drawn.x(row)) x2=(drawn.x(row)) y1=(round(TOP)) y2=(round(BOTTOM)) {} }
                polygon.looked points=(drawn.to_nought(&mid, steps.side)) {}
                @if steps.ranged() { polygon.band points=(drawn.band(&low, &high)) {} }
                line.ln.thin x1="0" x2="100" y1=(round(drawn.y(0.0))) y2=(round(drawn.y(0.0))) {}
                polyline.line points=(drawn.line(&mid)) {}
            }
            @if steps.marked() {
                @for (row, mover) in steps.moves.iter().enumerate() {
                    circle.fill[*mover == Mover::Own].open[*mover == Mover::Other] cx={ (drawn.x(row + 1)) "%" } cy={ (round(BOTTOM + 4.0)) "%" } r="2.5" {}
                }
            }
            (numbers(&beside, strings.language()))
            (words(steps, &drawn, strings))
        }
    }
}

/// How much room a drawing wants before it, in pixels.
pub fn room_before(steps: &Steps, strings: Strings) -> f64 {
    margin(&beside(steps, &Drawn::of(steps, strings.language())))
}

/// A sign of a drawing that is told beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// A move of the party's own.
    Own,
    /// A move of others.
    Other,
    /// Between the line and nought, on the side that has to be looked at.
    Looked,
    /// All that lies in the ranges that were given.
    Band,
}

impl Steps<'_> {
    /// The signs that stand in the drawing.
    pub fn signs(&self) -> Vec<Sign> {
        let marked = self.marked() && !self.moves.is_empty();
        let there = [
            (Sign::Own, marked),
            (Sign::Other, marked),
            (Sign::Looked, self.is_to_be_looked_at()),
            (Sign::Band, self.ranged()),
        ];
        let there = there.into_iter().filter(|(_, there)| *there);
        there.map(|(sign, _)| sign).collect()
    }

    /// What a sign means.
    pub fn meaning(&self, sign: Sign, strings: Strings) -> String {
        strings.t(match (sign, self.side) {
            (Sign::Own, _) => Key("check-own-move"),
            (Sign::Other, _) => Key("check-others-move"),
            (Sign::Looked, Side::Below) => Key("check-key-exposed"),
            (Sign::Looked, Side::Above) => Key("check-key-gains"),
            (Sign::Band, _) => Key("check-key-band"),
        })
    }

    fn marked(&self) -> bool {
        self.moves.len() <= MARKED
    }

    fn ranged(&self) -> bool {
        !self.values.iter().all(|span| span.is_exact())
    }

    fn is_to_be_looked_at(&self) -> bool {
        self.values.iter().any(|span| match self.side {
            Side::Above => span.mid > 0,
            Side::Below => span.mid < 0,
        })
    }
}

/// What the signs mean, where there are any.
pub fn key(steps: &Steps, strings: Strings) -> Markup {
    let signs = steps.signs();
    html! {
        @if !signs.is_empty() {
            ul.key { @for sign in signs { li { svg aria-hidden="true" { (drawn_sign(sign)) } (steps.meaning(sign, strings)) } } }
        }
    }
}

/// A sign by itself, in a field of 20 by 14 pixels.
pub fn drawn_sign(sign: Sign) -> Markup {
    html! {
        @match sign {
            Sign::Own => { circle.fill cx="10" cy="7" r="3" {} }
            Sign::Other => { circle.open cx="10" cy="7" r="3" {} }
            Sign::Looked => { rect.looked x="0" y="2" width="20" height="10" {} }
            Sign::Band => { rect.band x="0" y="2" width="20" height="10" {} line.ln x1="0" x2="20" y1="7" y2="7" {} }
        }
    }
}

/// The numbers that stand beside a drawing: the greatest, nought and the least.
fn beside(steps: &Steps, drawn: &Drawn) -> Vec<Number> {
    let number = |value: i64| Number {
        said: points::number(value, steps.places),
        height: drawn.y(float(value)),
    };
    let end = |value: i64| (value != 0).then(|| number(value));
    axis::apart(end(drawn.high), number(0), end(drawn.low))
}

/// The rows that have a line through the drawing.
fn lined(steps: &Steps, drawn: &Drawn) -> Vec<usize> {
    let all = steps.parts.iter().map(|(row, _)| *row);
    if steps.parts.len() <= LINED {
        return all.collect();
    }
    let named = named(steps, drawn, steps.width);
    named.into_iter().map(|(row, _)| row).collect()
}

/// The names that have room below a drawing of such a width, and the rows at which they begin.
fn named(steps: &Steps, drawn: &Drawn, width: f64) -> Vec<(usize, String)> {
    let parts: Vec<(f64, &str)> = steps
        .parts
        .iter()
        .map(|(row, name)| (drawn.share(*row), name.as_str()))
        .collect();
    let chosen = names::chosen(&parts, width).into_iter();
    chosen
        .filter_map(|name| Some((steps.parts.get(name.part)?.0, name.said)))
        .collect()
}

fn words(steps: &Steps, drawn: &Drawn, strings: Strings) -> Markup {
    let (start, end) = match strings.language() {
        Language::English => ("start", "end"),
        Language::Arabic => ("end", "start"),
    };
    let far = drawn.scale.x(drawn.scale.high());
    let [above, below] = &steps.sides;
    html! {
        text.mask x=(far) y="2%" text-anchor=(end) { (above) }
        text x=(far) y={ (round(BOTTOM + 16.0)) "%" } text-anchor=(end) { (below) }
        @for (class, width) in [("wide", steps.width), ("narrow", NARROW)] {
            @for (row, name) in named(steps, drawn, width) {
                text.part.(class) x={ (drawn.x(row)) "%" } y="100%" text-anchor=(start) { (name) }
            }
        }
    }
}

/// Where values stand.
struct Drawn {
    scale: Scale,
    language: Language,
    low: i64,
    high: i64,
}

impl Drawn {
    fn of(steps: &Steps, language: Language) -> Self {
        // What stands after the last move is drawn as long as what stands after any other.
        let last = float_of(steps.values.len()).max(1.0);
        Self {
            scale: Scale::over([0.0, last], language),
            language,
            low: steps
                .values
                .iter()
                .map(|span| span.low)
                .min()
                .unwrap_or(0)
                .min(0),
            high: steps
                .values
                .iter()
                .map(|span| span.high)
                .max()
                .unwrap_or(0)
                .max(0),
        }
    }

    fn x(&self, row: usize) -> String {
        round(self.scale.at(float_of(row)))
    }

    /// How far from the beginning of the drawing a row stands, as a share of its width.
    fn share(&self, row: usize) -> f64 {
        let from_left = self.scale.at(float_of(row)) / 100.0;
        match self.language {
            Language::English => from_left,
            Language::Arabic => 1.0 - from_left,
        }
    }

    fn y(&self, value: f64) -> f64 {
        let (low, high) = (float(self.low), float(self.high));
        if high <= low {
            return f64::midpoint(TOP, BOTTOM);
        }
        BOTTOM - (value - low) / (high - low) * (BOTTOM - TOP)
    }

    /// The corners of a step line: each value holds until the next move.
    fn corners(&self, values: &[f64]) -> Vec<(f64, f64)> {
        if values.len() > DRAWN {
            return self.stretches(values);
        }
        let mut corners = Vec::with_capacity(values.len() * 2);
        let mut last = None;
        for (row, value) in values.iter().enumerate() {
            let (x, y) = (self.scale.at(float_of(row)), self.y(*value));
            corners.extend(last.map(|last| (x, last)));
            corners.push((x, y));
            last = Some(y);
        }
        corners.extend(last.map(|last| (self.scale.at(float_of(values.len())), last)));
        corners
    }

    /// The least and the greatest of each stretch.
    fn stretches(&self, values: &[f64]) -> Vec<(f64, f64)> {
        let long = values.len().div_ceil(DRAWN / 2);
        let stretches = values.chunks(long).enumerate();
        let ends = stretches.flat_map(|(at, stretch)| {
            let least = stretch.iter().copied().fold(f64::INFINITY, f64::min);
            let most = stretch.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            let x = self.scale.at(float_of(at * long));
            [(x, self.y(least)), (x, self.y(most))]
        });
        ends.collect()
    }

    fn line(&self, values: &[f64]) -> String {
        written(&self.corners(values))
    }

    fn band(&self, low: &[f64], high: &[f64]) -> String {
        let mut corners = self.corners(low);
        corners.extend(self.corners(high).into_iter().rev());
        written(&corners)
    }

    /// The area between the line and nought, on one side of it.
    fn to_nought(&self, values: &[f64], side: Side) -> String {
        let on_side = |value: &f64| match side {
            Side::Above => value.max(0.0),
            Side::Below => value.min(0.0),
        };
        let values: Vec<f64> = values.iter().map(on_side).collect();
        let mut corners = self.corners(&values);
        let nought = self.y(0.0);
        let ends = corners
            .last()
            .map(|(x, _)| *x)
            .zip(corners.first().map(|(x, _)| *x));
        corners.extend(
            ends.into_iter()
                .flat_map(|(last, first)| [(last, nought), (first, nought)]),
        );
        written(&corners)
    }
}

fn written(corners: &[(f64, f64)]) -> String {
    let corners: Vec<String> = corners
        .iter()
        .map(|(x, y)| format!("{},{}", round(*x), round(*y)))
        .collect();
    corners.join(" ")
}

fn round(value: f64) -> String {
    format!("{value:.1}")
}

#[expect(clippy::cast_precision_loss, reason = "a drawing needs a few digits")]
fn float(units: i64) -> f64 {
    units as f64
}

#[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^52")]
fn float_of(row: usize) -> f64 {
    row as f64
}
