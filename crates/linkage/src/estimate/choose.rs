//! Thresholds from what they may cost.

use super::{
    chart::{Chart, Point},
    number::float,
};

/// What a threshold may cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Budget {
    /// At most one wrong in so many links, and with that as many links as possible.
    OneWrongIn(u64),
    /// At most so many of a hundred true pairs lost, and with that as few links as possible.
    LostOfHundred(f64),
    /// The best balance of the two.
    BestF1,
}

/// What is held against the budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Certainty {
    /// What is expected.
    Expected,
    /// The unfavourable end of the interval.
    Bound,
}

/// A threshold, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Choice {
    /// It keeps to the budget.
    Met(Point),
    /// None keeps to the budget; this one comes nearest.
    Nearest(Point),
    /// There are no candidates.
    Nothing,
}

impl Choice {
    /// The threshold, whether it keeps to the budget or not.
    pub const fn point(&self) -> Option<Point> {
        match self {
            Self::Met(point) | Self::Nearest(point) => Some(*point),
            Self::Nothing => None,
        }
    }
}

/// Candidates between two thresholds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// How many candidates.
    pub candidates: u64,
    /// How many of them are expected to be true.
    pub expected_true: f64,
}

/// Three bands: likely, to be reviewed, unlikely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bands {
    /// Where likely begins, upwards.
    pub likely_from: Choice,
    /// Where review begins, upwards; below is unlikely. Never above where likely begins.
    pub review_from: Choice,
    /// At and above the upper threshold.
    pub likely: Band,
    /// Between the two.
    pub review: Band,
    /// Below the lower one.
    pub unlikely: Band,
}

impl Chart {
    /// The threshold that keeps to a budget.
    pub fn choose(&self, budget: Budget, certainty: Certainty) -> Choice {
        let precise = |point: &Point| match certainty {
            Certainty::Expected => point.precision.expected,
            Certainty::Bound => point.precision.low,
        };
        let complete = |point: &Point| match certainty {
            Certainty::Expected => point.recall.expected,
            Certainty::Bound => point.recall.low,
        };
        let balanced = |point: &Point| match certainty {
            Certainty::Expected => point.f1.expected,
            Certainty::Bound => point.f1.low,
        };
        let chosen = match budget {
            Budget::OneWrongIn(links) => {
                let least = 1.0 - 1.0 / float(links.max(1));
                self.all.iter().find(|point| precise(point) >= least)
            }
            Budget::LostOfHundred(lost) => {
                let least = 1.0 - lost / 100.0;
                self.all.iter().rev().find(|point| complete(point) >= least)
            }
            Budget::BestF1 => self.greatest(balanced),
        };
        match chosen {
            Some(point) => Choice::Met(*point),
            None => self.nearest(budget, &precise, &complete),
        }
    }

    /// Likely and unlikely from two budgets, what lies between to be reviewed. Where the two leave
    /// nothing between them, one threshold that keeps to both: the one with the best balance.
    pub fn bands(&self, likely: Budget, unlikely: Budget, certainty: Certainty) -> Bands {
        let mut upper = self.choose(likely, certainty);
        let mut lower = self.choose(unlikely, certainty);
        if let (Some(top), Some(bottom)) = (upper.point(), lower.point())
            && bottom.threshold_bits > top.threshold_bits
        {
            let between = top.threshold_bits..=bottom.threshold_bits;
            let balance = |point: &Point| {
                if between.contains(&point.threshold_bits) {
                    point.f1.expected
                } else {
                    -1.0
                }
            };
            if let Some(point) = self.greatest(balance) {
                let keeps = |choice: Choice| match choice {
                    Choice::Met(_) => Choice::Met(*point),
                    Choice::Nearest(_) | Choice::Nothing => Choice::Nearest(*point),
                };
                (upper, lower) = (keeps(upper), keeps(lower));
            }
        }
        let from = |choice: &Choice| Band {
            candidates: choice.point().map_or(0, |point| point.links),
            expected_true: choice
                .point()
                .map_or(0.0, |point| point.precision.expected * float(point.links)),
        };
        let (above, reviewed) = (from(&upper), from(&lower));
        let everything = self.all.first();
        let all = Band {
            candidates: self.candidates,
            expected_true: everything.map_or(0.0, |p| p.precision.expected * float(p.links)),
        };
        Bands {
            likely_from: upper,
            review_from: lower,
            likely: above,
            review: less(reviewed, above),
            unlikely: less(all, reviewed),
        }
    }

    /// The highest threshold at which something is greatest.
    fn greatest(&self, measure: impl Fn(&Point) -> f64) -> Option<&Point> {
        let by = |one: &&Point, two: &&Point| measure(one).total_cmp(&measure(two));
        self.all.iter().max_by(by)
    }

    fn nearest(
        &self,
        budget: Budget,
        precise: &dyn Fn(&Point) -> f64,
        complete: &dyn Fn(&Point) -> f64,
    ) -> Choice {
        let nearest = match budget {
            Budget::OneWrongIn(_) => self.greatest(precise),
            Budget::LostOfHundred(_) => self.greatest(complete),
            Budget::BestF1 => None,
        };
        nearest.map_or(Choice::Nothing, |point| Choice::Nearest(*point))
    }
}

fn less(all: Band, part: Band) -> Band {
    Band {
        candidates: all.candidates.saturating_sub(part.candidates),
        expected_true: (all.expected_true - part.expected_true).max(0.0),
    }
}
