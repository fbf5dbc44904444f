//! Where a value stands along a drawing, in percent from its left edge. In a page that is read from
//! the right the drawing is mirrored here, once for all of them.

use crate::Language;

/// A stretch of values laid along a drawing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
    language: Language,
}

impl Scale {
    /// From the least to the greatest of these values, with a little room at both ends.
    pub fn over(values: impl IntoIterator<Item = f64>, language: Language) -> Self {
        let (low, high) = values
            .into_iter()
            .filter(|v| v.is_finite())
            .fold((f64::MAX, f64::MIN), |(low, high), v| {
                (low.min(v), high.max(v))
            });
        let (low, high) = if low < high { (low, high) } else { (-1.0, 1.0) };
        let room = (high - low) * 0.02;
        Self {
            low: low - room,
            high: high + room,
            language,
        }
    }

    /// The distance of a value from the left edge, 0 to 100. What lies outside is set at the edge.
    pub fn at(&self, value: f64) -> f64 {
        let share = ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        let share = if share.is_nan() { 0.0 } else { share };
        match self.language {
            Language::English => share * 100.0,
            Language::Arabic => (1.0 - share) * 100.0,
        }
    }

    /// The same as it is written.
    pub fn x(&self, value: f64) -> String {
        percent(self.at(value))
    }

    /// The left edge and the width of a stretch.
    pub fn stretch(&self, from: f64, to: f64) -> (String, String) {
        let (a, b) = (self.at(from), self.at(to));
        let left = a.min(b);
        // The width is taken between places as they are written, so that bars meet.
        let (left, right) = (tenth(left), tenth(a.max(b)));
        (percent(left), percent(right - left))
    }

    /// The least value.
    pub const fn low(&self) -> f64 {
        self.low
    }

    /// The greatest value.
    pub const fn high(&self) -> f64 {
        self.high
    }
}

fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

fn percent(value: f64) -> String {
    let text = format!("{value:.1}");
    format!("{}%", text.strip_suffix(".0").unwrap_or(&text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_read_from_the_right_is_mirrored() {
        let [english, arabic] = Language::ALL.map(|l| Scale::over([-10.0, 10.0], l));
        assert!((english.at(-10.0) + arabic.at(-10.0) - 100.0).abs() < 1e-9);
        assert_eq!(english.stretch(0.0, 5.0).1, arabic.stretch(5.0, 0.0).1);
    }

    #[test]
    fn what_lies_outside_or_is_no_number_is_set_at_the_edge() {
        let scale = Scale::over([0.0, 1.0], Language::English);
        assert_eq!(scale.x(f64::INFINITY), "100%");
        assert_eq!(scale.x(f64::NAN), "0%");
        assert_eq!(Scale::over([], Language::English).x(0.0), "50%");
    }
}
