//! How an exchange in stages may end: done by which day, or stopped at which stage and why.
//!
//! Each stage is on time, or late, or silent, or lacks what was promised; the chances are guesses,
//! and a guess may be a range. Within one set of guesses everything is reckoned exactly, by
//! convolution over days; ranges are gone through by drawing many sets. Rules that look back (trust
//! that wears off, delay answered with delay) are simulated. The definitions, and what they leave
//! out, are in `docs/planner-forecast.md`.
//!
//! A forecast says what follows from guesses. It is no measurement, and nothing here says more
//! digits than the guesses carry.

mod band;
mod better;
mod calendar;
mod check;
mod dots;
mod draw;
mod error;
mod exact;
mod guesses;
mod input;
mod items;
mod lanes;
mod law;
mod listed;
mod outlook;
mod paths;
mod plan;
mod random;
mod section;
mod sets;
mod simulate;
mod summary;
#[cfg(test)]
mod tests;

pub use band::{Band, InTen};
pub(crate) use calendar::Calendar;
pub use calendar::Counting;
pub(crate) use check::TEMPTATION_MOST;
pub use dots::Dot;
pub(crate) use error::DAYS_MOST;
pub use error::{ForecastError, Guess};
pub use guesses::Guesses;
pub use input::{Items, Party, Setting, Stage, Stake};
pub(crate) use listed::{Written, listed};
pub use outlook::{
    DayOutlook, Forecast, Likeliest, Method, Quantile, StageOutlook, Unfinished, Within,
};
pub use plan::{Deliverable, FORMAT, PartyTold, Report, forecast_for, forecast_of};
pub use section::{History, Section, Silence, Spread, StageSection, Undeliverable};

use crate::watch::Watch;

/// Why an exchange stops.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// Late, with both sides talking, until it was given up.
    Delay,
    /// A side broke it off on a day on which it was late.
    Breach,
    /// The channel fell silent, and was given up.
    Silence,
    /// What was promised could not be delivered and was not replaced.
    Undeliverable,
}

impl Reason {
    /// All, in the order in which equals are named.
    pub const ALL: [Self; 4] = [
        Self::Delay,
        Self::Breach,
        Self::Silence,
        Self::Undeliverable,
    ];
}

/// What follows from guesses about a plan.
///
/// The same input gives the same forecast on any number of threads.
///
/// Whoever watches may stop it: then it rests on the sets of guesses and the courses of events that were
/// gone through by then, of which there is at least one, and says so ([`Forecast::unfinished`]).
pub fn forecast(setting: &Setting, guesses: &Guesses, watch: &dyn Watch) -> Forecast {
    let drawn = draw::outlooks(setting, guesses, watch);
    summary::of(setting, guesses, &drawn)
}
