//! A forecast of a plan: what its stages, days, standings and chances of delivery say to a forecast.

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use super::{
    Forecast, Guesses, Items, Party, Section, Setting, Stage, Stake,
    check::at_most,
    error::{ForecastError, PARTIES_MOST, STAGES_MOST},
    forecast,
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
    /// How many parties there are besides that give something and whose points are not known here. Where gains from stopping
    /// drive a breach, theirs are not reckoned with, so that the chances differ from those of a
    /// forecast that knows them.
    pub others: usize,
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
    let (setting, parties) = setting(plan, &section)?;
    let guesses = Guesses::read(&section, &setting)?;
    Ok(Report {
        format: FORMAT,
        reader,
        others: setting.others(),
        title: plan.title.clone(),
        about: plan.about.clone(),
        parties,
        first_day: calendar(plan).map(|(first, _)| first),
        guesses: section,
        forecast: forecast(&setting, &guesses, watch)?,
    })
}

fn setting(plan: &Plan, section: &Section) -> Result<(Setting, Vec<PartyTold>), ForecastError> {
    // Asked before there is a table of stages and parties.
    at_most("stages", plan.stages.len(), STAGES_MOST)?;
    at_most("parties", plan.parties.len(), PARTIES_MOST)?;
    let checked = check::check(plan);
    let told = checked.panels.iter().filter_map(|panel| {
        let party = plan.parties.get(panel.party)?;
        let stakes = stakes(&checked, panel, plan.stages.len());
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
    let told: Vec<(PartyTold, Party, Vec<Stake>)> = told.collect();
    let days = calendar(plan).map(|(_, days)| days);
    let stages = plan.stages.iter().enumerate().map(|(at, stage)| {
        Ok(Stage {
            name: stage.name.clone(),
            day: match &days {
                Some(days) => days.get(at).copied().unwrap_or_default(),
                None => u32::try_from(at).unwrap_or(u32::MAX),
            },
            slack: slack(section, &stage.name, days.as_deref(), at)?,
            stakes: told
                .iter()
                .filter_map(|(_, _, stakes)| stakes.get(at).copied())
                .collect(),
            items: items(plan, at),
        })
    });
    let stages = stages.collect::<Result<_, ForecastError>>()?;
    let others = others(plan, &told);
    let (parties, known): (Vec<_>, Vec<_>) = told
        .into_iter()
        .map(|(told, party, _)| (told, party))
        .unzip();
    Ok((Setting::new(known, stages)?.with_others(others), parties))
}

/// How many parties give something, and so may break off, whose points are not known.
fn others(plan: &Plan, told: &[(PartyTold, Party, Vec<Stake>)]) -> usize {
    let known = |key: &str| told.iter().any(|(party, _, _)| party.key == key);
    let gives = |id: PartyId| plan.classes.iter().any(|class| class.from == id);
    let ids = plan.party_ids().zip(&plan.parties);
    ids.filter(|(id, party)| gives(*id) && !known(&party.key))
        .count()
}

/// The days of delay that are made up before a stage: no more than lie between it and the stage
/// before, where stages have days. Before the first there is nothing to make up.
fn slack(
    section: &Section,
    stage: &str,
    days: Option<&[u32]>,
    at: usize,
) -> Result<u32, ForecastError> {
    let slack = section.slack(stage);
    let Some((before, days)) = at.checked_sub(1).zip(days) else {
        return Ok(if at == 0 { 0 } else { slack });
    };
    let day = |at: usize| days.get(at).copied().unwrap_or_default();
    let between = day(at).saturating_sub(day(before));
    if slack > between {
        let stage = stage.to_owned();
        return Err(ForecastError::Slack {
            stage,
            slack,
            days: between,
        });
    }
    Ok(slack)
}

/// What a party has at stake at each stage: at the worst moment from its beginning to before its
/// last move, for the exchange may stop at any of these.
fn stakes(checked: &check::Report, panel: &check::Panel, stages: usize) -> Vec<Stake> {
    let mut worst: Vec<Option<Stake>> = vec![None; stages];
    for (stage, row) in checked.moves.stages().zip(panel.rows.iter()) {
        let Some(cell) = worst.get_mut(stage) else {
            continue;
        };
        let lost = |standing: i64| standing.saturating_neg().max(0);
        let here = Stake {
            exposure: lost(row.standing.mid),
            range: Some((lost(row.standing.high), lost(row.standing.low))),
            walk_away: row.walk_away.mid,
        };
        *cell = Some(cell.map_or(here, |before| before.worse(here)));
    }
    worst.into_iter().map(Option::unwrap_or_default).collect()
}

impl Stake {
    /// What is at stake where one may stop at either of two moments.
    fn worse(self, other: Self) -> Self {
        let both = self.range.zip(other.range);
        Self {
            exposure: self.exposure.max(other.exposure),
            range: both.map(|(a, b)| (a.0.max(b.0), a.1.max(b.1))),
            walk_away: self.walk_away.max(other.walk_away),
        }
    }
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
