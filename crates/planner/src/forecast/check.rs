//! Whether a plan can be forecast, and whether a guess is one.

use std::collections::BTreeSet;

use crate::{decimal::Decimal, range::Range};

use super::{
    error::{
        COUNT_MOST, DAYS_MOST, ForecastError, Guess, KINDS_MOST, PARTIES_MOST, PLAN_DAYS_MOST,
        POINTS_MOST, STAGES_MOST,
    },
    input::{Party, Stage},
};

/// The greatest power of e by which a gain from walking away may drive a breach.
pub const TEMPTATION_MOST: Decimal = Decimal::whole(20);

/// Whether a plan can be forecast.
pub fn setting(parties: &[Party], stages: &[Stage]) -> Result<(), ForecastError> {
    if stages.is_empty() {
        return Err(ForecastError::NoStage);
    }
    at_most("stages", stages.len(), STAGES_MOST)?;
    at_most("parties", parties.len(), PARTIES_MOST)?;
    names("parties", parties.iter().map(|p| p.name.as_str()))?;
    for party in parties {
        points(&party.name, party.gain)?;
    }
    let mut before = 0;
    for stage in stages {
        if stage.day < before {
            return Err(ForecastError::Backwards {
                stage: stage.name.clone(),
                day: stage.day,
                before,
            });
        }
        before = stage.day;
        one_stage(stage, parties.len())?;
    }
    Ok(())
}

fn one_stage(stage: &Stage, parties: usize) -> Result<(), ForecastError> {
    if stage.day > PLAN_DAYS_MOST {
        return Err(ForecastError::TooFar {
            stage: stage.name.clone(),
            days: stage.day,
        });
    }
    number("slack", stage.slack.into(), 0, DAYS_MOST.into())?;
    if stage.stakes.len() != parties {
        return Err(ForecastError::Stakes {
            stage: stage.name.clone(),
            found: stage.stakes.len(),
            parties,
        });
    }
    for stake in &stage.stakes {
        points(&stage.name, stake.exposure)?;
        points(&stage.name, stake.walk_away)?;
    }
    at_most("kinds of items in a stage", stage.items.len(), KINDS_MOST)?;
    for items in &stage.items {
        at_most(
            "items of one kind in a stage",
            items.count as usize,
            COUNT_MOST as usize,
        )?;
        chance("deliverable", Some(&stage.name), items.deliverable)?;
    }
    Ok(())
}

/// That a range is one of chances.
pub fn chance(
    key: &'static str,
    stage: Option<&str>,
    range: Range,
) -> Result<Range, ForecastError> {
    if range.within(Decimal::ZERO, Decimal::ONE) {
        return Ok(range);
    }
    let guess = guess(key, stage);
    Err(ForecastError::Chance { guess, range })
}

/// That a range is one of days, and its ends.
pub fn days(
    key: &'static str,
    stage: Option<&str>,
    range: Range,
) -> Result<(u32, u32), ForecastError> {
    let whole = |d: Decimal| {
        let days = d.in_units_of(0).and_then(|days| u32::try_from(days).ok());
        days.filter(|days| *days <= DAYS_MOST)
    };
    whole(range.low())
        .zip(whole(range.high()))
        .ok_or_else(|| ForecastError::Days {
            guess: guess(key, stage),
            range,
        })
}

/// That a range is one of powers.
pub fn temptation(range: Range) -> Result<Range, ForecastError> {
    if range.within(Decimal::ZERO, TEMPTATION_MOST) {
        return Ok(range);
    }
    let guess = guess("temptation", None);
    Err(ForecastError::Temptation { guess, range })
}

/// That a number lies between two others.
pub fn number(key: &'static str, found: u64, least: u64, most: u64) -> Result<(), ForecastError> {
    if (least..=most).contains(&found) {
        return Ok(());
    }
    Err(ForecastError::Number {
        key,
        found,
        least,
        most,
    })
}

pub fn at_most(what: &'static str, found: usize, most: usize) -> Result<(), ForecastError> {
    if found <= most {
        return Ok(());
    }
    Err(ForecastError::TooMany {
        what,
        found: found as u64,
        most: most as u64,
    })
}

fn names<'a>(
    what: &'static str,
    names: impl Iterator<Item = &'a str>,
) -> Result<(), ForecastError> {
    let mut seen = BTreeSet::new();
    for name in names {
        if !seen.insert(name) {
            let name = name.to_owned();
            return Err(ForecastError::NameTwice { what, name });
        }
    }
    Ok(())
}

fn points(whose: &str, points: i64) -> Result<(), ForecastError> {
    if (-POINTS_MOST..=POINTS_MOST).contains(&points) {
        return Ok(());
    }
    let whose = whose.to_owned();
    Err(ForecastError::Points { whose, points })
}

fn guess(key: &'static str, stage: Option<&str>) -> Guess {
    Guess {
        key,
        stage: stage.map(str::to_owned),
    }
}
