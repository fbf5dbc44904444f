//! A forecast of a plan: what its stages, days, standings and chances of delivery say to a forecast.

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use super::{
    Forecast, Guesses, Items, Party, Section, Setting, Stage, Stake, error::ForecastError, forecast,
};
use crate::{
    check::{self, Reader},
    plan::{PartyId, Plan},
    watch::Watch,
};

/// The name of this form of a report.
pub const FORMAT: &str = "good-offices-plan-forecast-1";

/// A forecast of a plan, with what is needed to tell it.
#[derive(Clone, Debug, Serialize)]
pub struct Report {
    /// [`FORMAT`].
    pub format: &'static str,
    /// For whom it was made: whose points it may hold.
    pub reader: Reader,
    /// What the plan is called.
    pub title: String,
    /// What it is about.
    pub about: Option<String>,
    /// The parties whose points are known, in the order of the losses of the forecast.
    pub parties: Vec<PartyTold>,
    /// The first day of the plan; nothing where not every stage has its day, and days count stages.
    pub first_day: Option<Date>,
    /// The guesses, as they were made.
    pub guesses: Section,
    /// What follows from them.
    pub forecast: Forecast,
}

impl Report {
    /// The date of a day that is counted from the first of the plan, where its stages have dates.
    pub fn date(&self, day: u32) -> Option<Date> {
        self.first_day?.checked_add(i64::from(day).days()).ok()
    }
}

/// A party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartyTold {
    /// Its key.
    pub key: String,
    /// Its name.
    pub name: String,
    /// Its points are whole numbers of ten to the power of minus this.
    pub places: u8,
    /// What it has at stake at each stage: at the worst moment before the last move of the stage.
    pub exposures: Vec<i64>,
}

/// A forecast from the guesses that stand in a plan, for whoever may read all of it.
///
/// # Errors
/// There are no guesses in it, they make no sense, or whoever watches stopped it.
pub fn forecast_of(plan: &Plan, watch: &dyn Watch) -> Result<Report, ForecastError> {
    report(plan, Reader::Desk, watch)
}

/// The same for one party: reckoned from what that party may read, so that nothing in it depends on
/// another's points.
///
/// # Errors
/// As [`forecast_of`].
pub fn forecast_for(
    plan: &Plan,
    party: PartyId,
    watch: &dyn Watch,
) -> Result<Report, ForecastError> {
    let key = plan.party(party).map_or(String::new(), |p| p.key.clone());
    report(&plan.for_party(party), Reader::Party(key), watch)
}

fn report(plan: &Plan, reader: Reader, watch: &dyn Watch) -> Result<Report, ForecastError> {
    let section = plan.forecast.clone().ok_or(ForecastError::NoGuesses)?;
    let (setting, parties) = setting(plan)?;
    let guesses = Guesses::read(&section, &setting)?;
    Ok(Report {
        format: FORMAT,
        reader,
        title: plan.title.clone(),
        about: plan.about.clone(),
        parties,
        first_day: calendar(plan).map(|(first, _)| first),
        guesses: section,
        forecast: forecast(&setting, &guesses, watch)?,
    })
}

fn setting(plan: &Plan) -> Result<(Setting, Vec<PartyTold>), ForecastError> {
    let checked = check::check(plan);
    let told = checked.panels.iter().filter_map(|panel| {
        let party = plan.parties.get(panel.party)?;
        let stakes: Vec<Stake> = (0..plan.stages.len())
            .map(|stage| stake(&checked, panel, stage))
            .collect();
        let party_told = PartyTold {
            key: party.key.clone(),
            name: party.name.clone(),
            places: panel.places,
            exposures: stakes.iter().map(|stake| stake.exposure).collect(),
        };
        let gain = panel.full_gain.mid;
        let name = party.key.clone();
        Some((party_told, Party { name, gain }, stakes))
    });
    let told: Vec<_> = told.collect();
    let days = calendar(plan).map(|(_, days)| days);
    let stages = plan.stages.iter().enumerate().map(|(at, stage)| Stage {
        name: stage.name.clone(),
        day: match &days {
            Some(days) => days.get(at).copied().unwrap_or_default(),
            None => u32::try_from(at).unwrap_or(u32::MAX),
        },
        slack: 0,
        stakes: told
            .iter()
            .filter_map(|(_, _, stakes)| stakes.get(at).copied())
            .collect(),
        items: items(plan, at),
    });
    let stages = stages.collect();
    let (parties, known): (Vec<_>, Vec<_>) = told
        .into_iter()
        .map(|(told, party, _)| (told, party))
        .unzip();
    Ok((Setting::new(known, stages)?, parties))
}

/// What a party has at stake at a stage: at the worst moment from its beginning to before its last
/// move, for the exchange may stop at any of these.
fn stake(checked: &check::Report, panel: &check::Panel, stage: usize) -> Stake {
    let moves = checked.moves.stages().enumerate();
    let within = moves.filter(|(_, of)| *of == stage);
    let rows = within.filter_map(|(row, _)| panel.rows.get(row));
    let mut worst: Option<Stake> = None;
    for row in rows {
        let exposure = row.standing.mid.saturating_neg().max(0);
        let walk_away = row.walk_away.mid;
        let before = worst.unwrap_or(Stake {
            exposure,
            walk_away,
        });
        worst = Some(Stake {
            exposure: exposure.max(before.exposure),
            walk_away: walk_away.max(before.walk_away),
        });
    }
    worst.unwrap_or_default()
}

/// What is handed over in a stage, of which it is in doubt whether it can be.
fn items(plan: &Plan, stage: usize) -> Vec<Items> {
    let steps = plan.stages.get(stage).map_or(&[][..], |stage| &stage.steps);
    let lots = steps
        .iter()
        .flat_map(|step| step.act.batches())
        .flat_map(|batch| &batch.lots);
    let items = lots.filter_map(|lot| {
        let class = plan.class(lot.class)?;
        Some(Items {
            name: class.key.clone(),
            count: lot.count,
            deliverable: class.deliverable?,
        })
    });
    items.collect()
}

/// The first day, and for each stage how many days after that it is; nothing where a stage has none.
fn calendar(plan: &Plan) -> Option<(Date, Vec<u32>)> {
    let first = plan.stages.first()?.on?;
    let days = plan.stages.iter().map(|stage| {
        let since = first.until(stage.on?).ok()?;
        // A day before the first is told of by the check; here it counts as the first.
        u32::try_from(since.get_days().max(0)).ok()
    });
    Some((first, days.collect::<Option<_>>()?))
}
