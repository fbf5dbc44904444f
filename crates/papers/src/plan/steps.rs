//! A step line over the moves of a plan: one party, one unit, a line at nought. Where the numbers are
//! ranges the line has a band. Nothing of another party stands in the same drawing.

use maud::{Markup, html};
use planner::plan::Span;

use super::points;
use crate::{Language, i18n::Strings, scale::Scale};

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

/// Heights, from the top: percent of the drawing.
const TOP: f64 = 10.0;
const BOTTOM: f64 = 76.0;
/// Parts that are named at most.
const NAMED: usize = 8;
/// Moves that are marked at most: more of them would be a line.
const MARKED: usize = 60;

/// Values that are drawn one by one; more are drawn by the least and the greatest of each stretch, so
/// that nothing that stands out is lost.
const DRAWN: usize = 1_200;

/// The drawing.
pub fn steps(steps: &Steps, strings: Strings) -> Markup {
    let drawn = Drawn::of(steps, strings.language());
    let mid: Vec<f64> = steps.values.iter().map(|span| float(span.mid)).collect();
    let low: Vec<f64> = steps.values.iter().map(|span| float(span.low)).collect();
    let high: Vec<f64> = steps.values.iter().map(|span| float(span.high)).collect();
    let exact = steps.values.iter().all(|span| span.is_exact());
    html! {
        svg.chart.steps-chart role="img" aria-label=(steps.title) aria-describedby=(steps.finding) {
            svg.field width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" {
                @for (row, _) in steps.parts { line.ln.hair x1=(drawn.x(*row)) x2=(drawn.x(*row)) y1=(round(TOP)) y2=(round(BOTTOM)) {} }
                polygon.looked points=(drawn.to_nought(&mid, steps.side)) {}
                @if !exact { polygon.band points=(drawn.band(&low, &high)) {} }
                line.ln.thin x1="0" x2="100" y1=(round(drawn.y(0.0))) y2=(round(drawn.y(0.0))) {}
                polyline.line points=(drawn.line(&mid)) {}
            }
            @if steps.moves.len() <= MARKED {
                @for (row, mover) in steps.moves.iter().enumerate() {
                    circle.fill[*mover == Mover::Own].open[*mover == Mover::Other] cx={ (drawn.x(row + 1)) "%" } cy={ (round(BOTTOM + 4.0)) "%" } r="3" {}
                }
            }
            (words(steps, &drawn, strings))
        }
    }
}

/// What the marks mean, where there are any.
pub fn key(steps: &Steps, own: &str, others: &str) -> Markup {
    let mark = |class: &str, said: &str| html! { li { svg aria-hidden="true" { circle class=(class) cx="10" cy="7" r="3" {} } (said) } };
    html! {
        @if steps.moves.len() <= MARKED && !steps.moves.is_empty() { ul.key { (mark("fill", own)) (mark("open", others)) } }
    }
}

fn words(steps: &Steps, drawn: &Drawn, strings: Strings) -> Markup {
    let every = steps.parts.len().div_ceil(NAMED).max(1);
    let named = steps.parts.iter().step_by(every);
    let (start, end) = match strings.language() {
        Language::English => ("start", "end"),
        Language::Arabic => ("end", "start"),
    };
    let (edge, far) = (
        drawn.scale.x(drawn.scale.low()),
        drawn.scale.x(drawn.scale.high()),
    );
    let ends = [drawn.high, drawn.low].into_iter().filter(|end| *end != 0);
    html! {
        @for end in ends {
            text.ink.mask x=(edge) y={ (round(drawn.y(float(end)) + if end > 0 { -1.5 } else { 4.5 })) "%" } text-anchor=(start) { (points::number(end, steps.places)) }
        }
        text.mask x=(edge) y={ (round(drawn.y(0.0) - 1.0)) "%" } text-anchor=(start) { "0" }
        text.mask x=(far) y="6%" text-anchor=(end) { (steps.sides[0]) }
        text x=(far) y={ (round(BOTTOM + 12.5)) "%" } text-anchor=(end) { (steps.sides[1]) }
        @for (row, name) in named {
            text.part x={ (drawn.x(*row)) "%" } y="99%" text-anchor=(start) { (short(name)) }
        }
    }
}

/// A name that has room below a drawing.
fn short(name: &str) -> String {
    const ROOM: usize = 14;
    if name.chars().count() <= ROOM {
        return name.to_owned();
    }
    let cut: String = name.chars().take(ROOM - 1).collect();
    format!("{}…", cut.trim_end())
}

/// Where values stand.
struct Drawn {
    scale: Scale,
    low: i64,
    high: i64,
}

impl Drawn {
    fn of(steps: &Steps, language: Language) -> Self {
        // What stands after the last move is drawn as long as what stands after any other.
        let last = float_of(steps.values.len()).max(1.0);
        Self {
            scale: Scale::over([0.0, last], language),
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
