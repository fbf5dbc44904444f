//! Guesses that were found to be such: the unknowns, and which of them each stage depends on.

use std::collections::BTreeMap;

use crate::{decimal::Decimal, range::Range};

use super::{
    better, check,
    error::{CELLS_MOST, COUNT_MOST, DAYS_MOST, ForecastError, KEPT_MOST, STEPS_MOST},
    input::{Items, Setting, Stage},
    listed,
    section::{History, Section, Spread, StageSection},
};

/// How many sets of guesses are drawn when nobody says.
const DRAWS: u32 = 2_000;
/// How many courses of events are simulated for each when nobody says.
const PATHS: u32 = 1_000;
/// The same, where nothing is in doubt and there is but one set.
const PATHS_OF_ONE: u32 = 100_000;

/// Guesses about one plan.
#[derive(Clone, Debug)]
pub struct Guesses {
    pub(super) unknowns: Vec<Unknown>,
    pub(super) stages: Vec<Terms>,
    pub(super) temptation: Option<Id>,
    pub(super) tolerated: u32,
    pub(super) replacing_days: u32,
    pub(super) history: Option<Looking>,
    pub(super) spread: Spread,
    pub(super) draws: u32,
    pub(super) seed: u64,
}

/// A number that somebody guessed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unknown {
    pub low: f64,
    pub high: f64,
    pub kind: Kind,
}

/// What kind of number it is, and which of its ends is the better for the exchange.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A chance; the more the better.
    Good,
    /// A chance; the less the better.
    Bad,
    /// Whole days; the more the better.
    Days,
    /// Neither end is the better at every stage.
    Mixed,
}

/// Which unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Id(usize);

impl Id {
    /// Its value in a drawn set.
    pub fn of(self, drawn: &[f64]) -> f64 {
        drawn.get(self.0).copied().unwrap_or_default()
    }
}

/// The unknowns of one stage.
#[derive(Clone, Debug)]
pub struct Terms {
    pub on_time: Id,
    pub breach: Id,
    pub open: Pace,
    pub silent: Option<(Id, Pace)>,
    pub replaced: Option<Id>,
    pub items: Vec<(u32, Id)>,
}

/// How a late stage goes on.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    pub resume: Id,
    pub days: Id,
}

/// The unknowns of rules that look back.
#[derive(Clone, Copy, Debug)]
pub struct Looking {
    pub lost: Option<Id>,
    pub regained: Option<Id>,
    pub retaliation: Option<Id>,
    pub paths: u32,
}

impl Guesses {
    /// Reads the guesses of a plan.
    ///
    /// # Errors
    /// A guess is none, is for a stage that is not there, or more would have to be reckoned than is.
    pub fn read(section: &Section, setting: &Setting) -> Result<Self, ForecastError> {
        for name in section.stages.keys() {
            one_stage(name, setting)?;
        }
        let mut reader = Reader::default();
        let stages = reader.stages(section, setting)?;
        let temptation = reader.temptation(section, setting)?;
        let history = section.history.as_ref();
        let history = history.map(|h| reader.history(h)).transpose()?;
        let undeliverable = section.undeliverable.as_ref();
        let tolerated = undeliverable.map_or(0, |u| u.tolerated);
        check::number("tolerated", tolerated.into(), 0, COUNT_MOST.into())?;
        let replacing_days = undeliverable.map_or(0, |u| u.days);
        check::number("days", replacing_days.into(), 0, DAYS_MOST.into())?;
        let draws = section.draws.unwrap_or(DRAWS);
        check::number("draws", draws.into(), listed::DRAWS.0, listed::DRAWS.1)?;
        let one = reader.unknowns.iter().all(|u| u.low >= u.high);
        let paths = if one { PATHS_OF_ONE } else { PATHS };
        let guesses = Self {
            unknowns: reader.unknowns,
            stages,
            temptation,
            tolerated,
            replacing_days,
            history: history.map(|(terms, asked)| Looking {
                paths: asked.unwrap_or(paths),
                ..terms
            }),
            spread: section.spread,
            // Where nothing is in doubt every draw would be the same.
            draws: if one { 1 } else { draws },
            seed: section.seed,
        };
        guesses.bounded()?;
        Ok(guesses)
    }

    /// How many sets are drawn; one where no guess is a range.
    pub fn draws(&self) -> u32 {
        self.draws
    }

    /// How many guesses are ranges.
    pub fn ranges(&self) -> usize {
        self.unknowns.iter().filter(|u| u.low < u.high).count()
    }

    /// The most days of delay with which a stage can end.
    fn most_days(&self, stage: &Terms) -> u64 {
        let most = |id: Id| self.unknowns.get(id.0).map_or(0.0, |u| u.high);
        let silent = stage.silent.map_or(0.0, |(_, pace)| most(pace.days));
        let late = most(stage.open.days).max(silent);
        let replacing = stage.replaced.map_or(0, |_| self.replacing_days);
        whole(late) + u64::from(replacing)
    }

    /// The most days on which the last stage of one set can end.
    fn days(&self) -> u64 {
        1 + self.stages.iter().map(|s| self.most_days(s)).sum::<u64>()
    }

    /// The most cells for one set: for each stage, the days of delay with which it can end.
    pub(super) fn cells(&self) -> u64 {
        let (mut days, mut cells) = (1, 0);
        for stage in &self.stages {
            days += self.most_days(stage);
            cells += days;
        }
        cells
    }

    fn bounded(&self) -> Result<(), ForecastError> {
        let cells = self.cells();
        if cells > CELLS_MOST {
            return Err(ForecastError::TooLong {
                found: cells,
                most: CELLS_MOST,
                advice: "Take fewer stages, or give up after fewer days.",
            });
        }
        let days = self.days();
        let kept = days * u64::from(self.draws);
        if kept > KEPT_MOST {
            return Err(ForecastError::TooMuch {
                draws: self.draws,
                days,
                found: kept,
                most: KEPT_MOST,
            });
        }
        let stages = self.stages.len() as u64;
        let steps = stages * u64::from(self.draws) * self.history.map_or(0, |h| h.paths.into());
        if steps > STEPS_MOST {
            return Err(ForecastError::TooLong {
                found: steps,
                most: STEPS_MOST,
                advice: "Take fewer `draws` or fewer `paths`.",
            });
        }
        Ok(())
    }
}

/// A number of days, which is whole and small.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "days are whole numbers from 0 to DAYS_MOST"
)]
pub fn whole(days: f64) -> u64 {
    days as u64
}

#[derive(Default)]
struct Reader {
    unknowns: Vec<Unknown>,
    kinds: BTreeMap<(String, Decimal, Decimal), Id>,
}

impl Reader {
    fn stages(
        &mut self,
        section: &Section,
        setting: &Setting,
    ) -> Result<Vec<Terms>, ForecastError> {
        let on_time = self.chance("on-time", None, section.on_time, Kind::Good)?;
        let breach = self.chance("breach", None, section.breach, Kind::Bad)?;
        let open = Pace {
            resume: self.chance("resume", None, section.resume, Kind::Good)?,
            days: self.days("give-up-after", None, section.give_up_after)?,
        };
        let silent = section.silence.as_ref().map(|silence| {
            let kind = better::silence(section, silence);
            let chance = self.chance("chance", None, silence.chance, kind)?;
            let pace = Pace {
                resume: self.chance("resume", None, silence.resume, Kind::Good)?,
                days: self.days("give-up-after", None, silence.give_up_after)?,
            };
            Ok::<_, ForecastError>((chance, pace))
        });
        let silent = silent.transpose()?;
        let replaced = section.undeliverable.as_ref();
        let replaced = replaced.and_then(|u| Some((u.replaced?, better::replacing(u))));
        let replaced = replaced.map(|(range, kind)| self.chance("replaced", None, range, kind));
        let replaced = replaced.transpose()?;
        let all = Terms {
            on_time,
            breach,
            open,
            silent,
            replaced,
            items: Vec::new(),
        };
        let mut stages = Vec::new();
        for stage in setting.stages() {
            stages.push(self.stage(&all, section.stages.get(&stage.name), stage)?);
        }
        Ok(stages)
    }

    fn stage(
        &mut self,
        all: &Terms,
        own: Option<&StageSection>,
        stage: &Stage,
    ) -> Result<Terms, ForecastError> {
        let mut terms = all.clone();
        let name = Some(stage.name.as_str());
        if let Some(range) = own.and_then(|o| o.on_time) {
            terms.on_time = self.chance("on-time", name, range, Kind::Good)?;
        }
        if let Some(range) = own.and_then(|o| o.breach) {
            terms.breach = self.chance("breach", name, range, Kind::Bad)?;
        }
        if let Some(range) = own.and_then(|o| o.resume) {
            terms.open.resume = self.chance("resume", name, range, Kind::Good)?;
        }
        if let Some(range) = own.and_then(|o| o.give_up_after) {
            terms.open.days = self.days("give-up-after", name, range)?;
        }
        for items in &stage.items {
            terms
                .items
                .push((items.count, self.deliverable(stage, items)?));
        }
        Ok(terms)
    }

    /// What was guessed of one kind is one unknown, in however many stages the kind is delivered.
    fn deliverable(&mut self, stage: &Stage, items: &Items) -> Result<Id, ForecastError> {
        let range = items.deliverable;
        let key = (items.name.clone(), range.low(), range.high());
        if let Some(id) = self.kinds.get(&key) {
            return Ok(*id);
        }
        let id = self.chance("deliverable", Some(&stage.name), range, Kind::Good)?;
        self.kinds.insert(key, id);
        Ok(id)
    }

    fn temptation(
        &mut self,
        section: &Section,
        setting: &Setting,
    ) -> Result<Option<Id>, ForecastError> {
        let Some(range) = section.temptation else {
            return Ok(None);
        };
        let range = check::temptation(range)?;
        if let Some(party) = setting.parties().iter().find(|p| p.gain <= 0) {
            return Err(ForecastError::NoGain {
                party: party.name.clone(),
                gain: party.gain,
            });
        }
        Ok(Some(self.unknown(range, better::temptation(setting))))
    }

    fn history(&mut self, history: &History) -> Result<(Looking, Option<u32>), ForecastError> {
        if let Some(paths) = history.paths {
            check::number("paths", paths.into(), listed::PATHS.0, listed::PATHS.1)?;
        }
        let mut chance = |key, range: Option<Range>| {
            let id = range.map(|range| self.chance(key, None, range, Kind::Mixed));
            id.transpose()
        };
        let terms = Looking {
            lost: chance("trust-lost-per-late-day", history.trust_lost_per_late_day)?,
            regained: chance("trust-regained-per-stage", history.trust_regained_per_stage)?,
            retaliation: chance("retaliation", history.retaliation)?,
            paths: PATHS,
        };
        Ok((terms, history.paths))
    }

    fn chance(
        &mut self,
        key: &'static str,
        stage: Option<&str>,
        range: Range,
        kind: Kind,
    ) -> Result<Id, ForecastError> {
        let range = check::chance(key, stage, range)?;
        Ok(self.unknown(range, kind))
    }

    fn days(
        &mut self,
        key: &'static str,
        stage: Option<&str>,
        range: Range,
    ) -> Result<Id, ForecastError> {
        check::days(key, stage, range)?;
        Ok(self.unknown(range, Kind::Days))
    }

    fn unknown(&mut self, range: Range, kind: Kind) -> Id {
        self.unknowns.push(Unknown {
            low: range.low().to_f64(),
            high: range.high().to_f64(),
            kind,
        });
        Id(self.unknowns.len() - 1)
    }
}

/// That a name stands for one stage.
fn one_stage(name: &str, setting: &Setting) -> Result<(), ForecastError> {
    match setting.stages().iter().filter(|s| s.name == name).count() {
        0 => {
            let names: Vec<_> = setting.stages().iter().map(|s| s.name.as_str()).collect();
            Err(ForecastError::NoSuchStage {
                name: name.to_owned(),
                known: names.join(", "),
            })
        }
        1 => Ok(()),
        _ => Err(ForecastError::NameTwice {
            what: "stages",
            name: name.to_owned(),
        }),
    }
}
