//! A moment on the command line: a point in time, or a day, which means its end by the case's clock.

use anyhow::{Context as _, bail};
use jiff::{
    civil::{Date, Time},
    tz::TimeZone,
};
use mediation::time::{Instant, PartialDate};

/// Reads a moment. A day, a month or a year means its end in the zone given.
///
/// # Errors
/// When it is neither.
pub fn read(given: &str, zone: &str) -> anyhow::Result<Instant> {
    if let Ok(instant) = given.parse::<Instant>() {
        return Ok(instant);
    }
    let Some(date) = PartialDate::read(given) else {
        bail!(
            "“{given}” is not a moment: give a day (2023-11-15), or a point in time with its offset (2023-11-15T20:30+03:00)"
        );
    };
    let zone = TimeZone::get(zone)
        .with_context(|| format!("the case’s zone “{zone}” is not in the time zone database"))?;
    let next: Date = date
        .last()
        .tomorrow()
        .context("the day after it cannot be written")?;
    let start = zone
        .to_ambiguous_timestamp(next.to_datetime(Time::midnight()))
        .compatible()
        .context("the day has no end in that zone")?;
    Ok(Instant::from(start).plus_seconds(-1))
}
