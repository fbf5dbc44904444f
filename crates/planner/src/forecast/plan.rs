//! A forecast of a plan: what its stages, days, standings and chances of delivery say to a forecast.

use jiff::{ToSpan, civil::Date};
use serde::Serialize;

use super::{
    Forecast, Guesses, Items, Party, Section, Setting, Stage, Stake,
    calendar::{Calendar, Counting, unchecked},
    check::at_most,
    error::{ForecastError, PARTIES_MOST, STAGES_MOST},
    forecast,
};
use crate::{
    check::{self, Reader},
    plan::{PartyId, Plan, Span},
    range::Range,
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
    /// The first day of the plan; nothing where no stage has a day.
    pub first_day: Option<Date>,
    /// How days are told.
    pub counting: Counting,
    /// The stages that have no day. Each is counted as a day after the stage before it, or on the day of
    /// the next that has one where that is sooner.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub undated: Vec<String>,
    /// The stages that have a day before that of an earlier one. Each is counted on the latest day before it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub backwards: Vec<String>,
    /// The stages before which more days of delay may be made up than there are: before the first that has a
    /// day, or after the last, that cannot be seen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub slack_unchecked: Vec<String>,
    /// What each thing can be delivered with, where that was guessed.
    pub deliverable: Vec<Deliverable>,
    /// The guesses, as they were made.
    pub guesses: Section,
    /// What follows from them.
    pub forecast: Forecast,
}

impl Report {
    /// The date of a day that is counted from the first of the plan, where days are told as dates.
    pub fn date(&self, day: u32) -> Option<Date> {
        match self.counting {
            Counting::Dates => self.first_day?.checked_add(i64::from(day).days()).ok(),
            Counting::FromTheStart => None,
        }
    }
}

/// A guess about a class.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Deliverable {
    /// The key of the class.
    pub class: String,
    /// What many of them are called.
    pub many: String,
    /// The chance that one of them can be delivered.
    pub chance: Range,
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
    /// What it has at stake at each stage, at the worst moment before the last move of the stage, with
    /// everything worth to it the middle of its range.
    pub exposures: Vec<i64>,
    /// What it has at stake at the worst stage, wherever in their ranges the worths lie.
    pub most_exposed: Span,
    /// Whether what it gains by stopping, or from the whole, is known as a range only. Where that drives a
    /// breach its middle is used.
    pub gains_in_ranges: bool,
}

/// A forecast from the guesses that stand in a plan, for whoever may read all of it.
///
/// # Errors
/// There are no guesses in it, or they make no sense.
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
    // Asked before anything is made for each of them.
    at_most("stages", plan.stages.len(), STAGES_MOST)?;
    at_most("parties", plan.parties.len(), PARTIES_MOST)?;
    let calendar = Calendar::of(plan);
    let (setting, parties) = setting(plan, &section, &calendar)?;
    let guesses = Guesses::read(&section, &setting)?;
    Ok(Report {
        format: FORMAT,
        reader,
        others: setting.others(),
        title: plan.title.clone(),
        about: plan.about.clone(),
        parties,
        first_day: calendar.first,
        counting: calendar.counting,
        undated: named(plan, &calendar.undated),
        backwards: named(plan, &calendar.backwards),
        slack_unchecked: named(plan, &unchecked(plan, &section)),
        deliverable: deliverable(plan),
        guesses: section,
        forecast: forecast(&setting, &guesses, watch),
    })
}

/// The names of stages.
fn named(plan: &Plan, stages: &[usize]) -> Vec<String> {
    let stages = stages.iter().filter_map(|at| plan.stages.get(*at));
    stages.map(|stage| stage.name.clone()).collect()
}

/// What was guessed of classes.
fn deliverable(plan: &Plan) -> Vec<Deliverable> {
    let told = plan.classes.iter().filter_map(|class| {
        Some(Deliverable {
            class: class.key.clone(),
            many: class.many.clone(),
            chance: class.deliverable?,
        })
    });
    told.collect()
}

fn setting(
    plan: &Plan,
    section: &Section,
    calendar: &Calendar,
) -> Result<(Setting, Vec<PartyTold>), ForecastError> {
    let slacks = calendar.slacks(plan, section)?;
    let checked = check::check(plan);
    let told = checked.panels.iter().filter_map(|panel| {
        let party = plan.parties.get(panel.party)?;
        let stakes = stakes(&checked, panel, plan.stages.len());
        let party_told = PartyTold {
            key: party.key.clone(),
            name: party.name.clone(),
            places: panel.places,
            exposures: stakes.iter().map(|stake| stake.exposure).collect(),
            most_exposed: most_exposed(&stakes),
            gains_in_ranges: !panel.full_gain.is_exact()
                || panel.rows.iter().any(|row| !row.walk_away.is_exact()),
        };
        let gain = panel.full_gain.mid;
        let name = party.key.clone();
        Some((party_told, Party { name, gain }, stakes))
    });
    let told: Vec<(PartyTold, Party, Vec<Stake>)> = told.collect();
    let stages = plan.stages.iter().enumerate().map(|(at, stage)| Stage {
        name: stage.name.clone(),
        day: calendar.days.get(at).copied().unwrap_or_default(),
        slack: slacks.get(at).copied().unwrap_or_default(),
        stakes: told
            .iter()
            .filter_map(|(_, _, stakes)| stakes.get(at).copied())
            .collect(),
        items: items(plan, at),
    });
    let stages = stages.collect();
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

/// What is at stake at the worst stage. Everything worth as much as it may be makes least of it at every
/// moment, and everything worth as little makes most.
fn most_exposed(stakes: &[Stake]) -> Span {
    let most = |of: fn(&Stake) -> i64| stakes.iter().map(of).max().unwrap_or(0);
    Span {
        low: most(|stake| stake.range.map_or(stake.exposure, |(least, _)| least)),
        mid: most(|stake| stake.exposure),
        high: most(|stake| stake.range.map_or(stake.exposure, |(_, most)| most)),
    }
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
