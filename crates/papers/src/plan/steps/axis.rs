//! The numbers beside a drawing. They stand in a margin of their own, so that they cover nothing that is
//! drawn, and apart from each other also where what they stand for lies close together.

use maud::{Markup, html};

use super::room;
use crate::Language;

/// A number beside a drawing.
pub struct Number {
    /// How it is written.
    pub said: String,
    /// How far from the top of the drawing it stands, in percent.
    pub height: f64,
}

/// How far apart two numbers stand at least, in percent: a line of words in the lowest drawing.
const APART: f64 = 8.0;
/// Between the numbers and the drawing, in pixels.
const BETWEEN: f64 = 8.0;
/// The size of the numbers, in pixels.
const SIZE: f64 = 13.0;

/// A number that stays where it is, and those above and below it moved away as far as they must be.
pub fn apart(above: Option<Number>, fixed: Number, below: Option<Number>) -> Vec<Number> {
    let (up, down) = (fixed.height - APART, fixed.height + APART);
    let above = above.map(|number| Number {
        height: number.height.min(up),
        ..number
    });
    let below = below.map(|number| Number {
        height: number.height.max(down),
        ..number
    });
    above.into_iter().chain([fixed]).chain(below).collect()
}

/// The numbers as they are drawn, outside the drawing and before its beginning.
pub fn drawn(numbers: &[Number], language: Language) -> Markup {
    let (x, away, anchor) = match language {
        Language::English => ("0", -BETWEEN, "end"),
        Language::Arabic => ("100%", BETWEEN, "start"),
    };
    html! {
        @for number in numbers {
            text.ink x=(x) y={ (format!("{:.1}", number.height)) "%" } dx=(away) dy="0.35em" text-anchor=(anchor) { (number.said) }
        }
    }
}

/// How much room the numbers take beside a drawing, in pixels.
pub fn margin(numbers: &[Number]) -> f64 {
    let widest = numbers.iter().map(|number| room::width(&number.said, SIZE));
    widest.fold(0.0, f64::max) + BETWEEN + 4.0
}

/// The class that leaves them that room on a page: the sheet has one for every few pixels, since no
/// element has a style of its own.
pub const fn class(margin: f64) -> &'static str {
    match margin {
        ..=24.0 => "beside-1",
        ..=40.0 => "beside-2",
        ..=64.0 => "beside-3",
        ..=88.0 => "beside-4",
        ..=120.0 => "beside-5",
        _ => "beside-6",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(height: f64) -> Number {
        Number {
            said: "10".to_owned(),
            height,
        }
    }

    #[test]
    fn numbers_that_would_cover_each_other_are_moved_apart() {
        let heights = |above, fixed, below| {
            let all = apart(Some(number(above)), number(fixed), Some(number(below)));
            all.iter().map(|number| number.height).collect::<Vec<_>>()
        };
        assert_eq!(heights(10.0, 11.0, 76.0), [3.0, 11.0, 76.0]);
        assert_eq!(heights(10.0, 75.0, 76.0), [10.0, 75.0, 83.0]);
        assert_eq!(heights(10.0, 40.0, 76.0), [10.0, 40.0, 76.0]);
    }
}
