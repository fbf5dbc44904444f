//! What a forecast says.

use serde::Serialize;

use super::{Reason, band::Band, dots::Dot};

/// What follows from guesses about a plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Forecast {
    /// How it was reckoned.
    pub method: Method,
    /// How many sets of guesses were gone through.
    pub draws: u32,
    /// What should have been gone through, where whoever watches stopped it before that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unfinished: Option<Unfinished>,
    /// How many guesses were ranges.
    pub ranges: usize,
    /// The chance that everything is done, whenever.
    pub complete: Within,
    /// The last day of the plan when nothing is late, counted from its first.
    pub planned_end: u32,
    /// The chance that everything is done by a day: from the planned end on, until a later day makes
    /// no difference that anybody would see.
    pub days: Vec<DayOutlook>,
    /// By which day the chance that everything is done reaches a share.
    pub quantiles: Vec<Quantile>,
    /// The stages.
    pub stages: Vec<StageOutlook>,
    /// Where it most likely stops, if it does; nothing where it cannot stop.
    pub likeliest: Option<Likeliest>,
    /// For each party, in points of its own: what it loses by a stop, times the chance of it, over
    /// all stages.
    pub losses: Vec<Band>,
    /// The same with everything worth the party as much as its ranges allow, by which it loses least,
    /// and as little, by which it loses most: for each set of guesses nothing that the worths allow
    /// lies outside. Empty where no worth is a range, and where what a party gains by stopping drives a
    /// breach, since the chances of stops then hang on worths too.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub losses_by_worths: Vec<(Band, Band)>,
    /// Twenty cases that stand for all.
    pub dots: Vec<Dot>,
}

/// How a forecast was reckoned.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Exactly, for each set of guesses.
    Exact,
    /// By simulating courses of events for each set, since a rule looks back.
    #[serde(rename_all = "kebab-case")]
    Simulated {
        /// How many for each set, where it was not stopped.
        paths: u32,
        /// How many in all.
        simulated: u64,
        /// How far simulating leaves the mean chance that everything is done, for these sets, in doubt.
        /// Nothing where of every set all courses end well or none does: how far off that may be cannot
        /// be seen in them.
        standard_error: Option<f64>,
    },
}

/// What should have been gone through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Unfinished {
    /// So many sets of guesses.
    pub draws: u32,
    /// So many courses of events in all, where they are simulated.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub simulated: Option<u64>,
}

/// A chance under guesses that are ranges.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Within {
    /// Where most sets of guesses have it.
    #[serde(flatten)]
    pub band: Band,
    /// The least and the greatest that the ranges allow, where that is proved.
    pub bounds: Option<(f64, f64)>,
}

/// The chance that everything is done by a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DayOutlook {
    /// Counted from the first day of the plan.
    pub day: u32,
    /// The chance.
    pub done: Within,
}

/// By which day the chance that everything is done reaches a share.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Quantile {
    /// The share, in hundredths.
    pub percent: u8,
    /// One set of guesses in twenty has an earlier day. Nothing: it never reaches the share.
    pub early: Option<u32>,
    /// Half of the sets have an earlier day.
    pub middle: Option<u32>,
    /// One set in twenty has a later day, or never.
    pub late: Option<u32>,
}

/// What a forecast says of a stage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StageOutlook {
    /// Its name.
    pub name: String,
    /// The chance that it is reached.
    pub reached: Band,
    /// The chance that the exchange stops at it.
    pub stops: Band,
    /// The same for each reason.
    pub reasons: Vec<(Reason, Band)>,
    /// The reason with the greatest mean; nothing where it cannot stop here.
    pub main: Option<Reason>,
}

/// Where an exchange most likely stops.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Likeliest {
    /// The stage at which most sets of guesses have their likeliest stop, counted from nought.
    pub stage: usize,
    /// The main reason there.
    pub reason: Reason,
    /// What share of the sets has its likeliest stop there.
    pub agree: f64,
}
