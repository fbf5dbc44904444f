//! One run of `match` or `dedupe`: on so many threads as were asked for, until it is done or told to
//! stop, and gone on from where it was left before.

use std::{
    fmt,
    path::{Path, PathBuf},
    sync::Mutex,
};

use linkage::{
    decide::Decisions,
    propose::{Moment, Options, Progress, Proposals, Resume},
    watch::{Stage, Watch as _},
};

use super::{
    Asked, Given, Told, decided,
    progress::{At, word},
    resume::{self, Holds, Keeping},
};
use crate::{
    files,
    outcome::{Outcome, path_shown, tell},
    stop::Stop,
};

/// A run.
pub struct Session<'a> {
    pub asked: &'a Asked,
    pub told: Told,
    stop: &'a Stop,
    holds: Mutex<Holds>,
}

impl<'a> Session<'a> {
    /// A run that has not begun.
    pub fn new(asked: &'a Asked, stop: &'a Stop) -> Self {
        Self {
            asked,
            told: Told::until(stop.clone()),
            stop,
            holds: Mutex::new(Holds::Nothing),
        }
    }

    /// Does the work, and says how to go on where it was stopped.
    pub fn run(
        &self,
        work: impl FnOnce(&Self) -> anyhow::Result<Outcome> + Send,
    ) -> anyhow::Result<Outcome> {
        let done = self.asked.on_threads(|| work(self))?;
        match (done, self.told.stopped()) {
            (Err(_), Some(at)) => Err(self.interrupted(at).into()),
            (Err(error), None) => Err(error),
            (Ok(outcome), _) => {
                if let Some(path) = &self.asked.resume {
                    files::remove(path)?;
                }
                Ok(outcome)
            }
        }
    }

    /// What people decided before on pairs of these lists, and whether the sheet that was asked for is
    /// one of them.
    pub fn decided(&self, lists: &[&Given]) -> anyhow::Result<Decisions> {
        if self.asked.sheet.is_some() {
            let without = lists.iter().filter(|given| !given.has_sheets);
            let without: Vec<&str> = without.map(|given| given.source.name.as_str()).collect();
            anyhow::ensure!(
                without.len() < lists.len(),
                "reading a sheet: {} has no sheets, and --sheet asks for one. Leave out --sheet.",
                without.join(" and ")
            );
            for name in without {
                tell(format_args!(
                    "{name} has no sheets, and was read as a whole; --sheet was followed for the other list."
                ));
            }
        }
        decided::decisions(&self.asked.decisions, lists, &self.told)
    }

    /// Compares two lists, or one with itself.
    pub fn compare<'l>(
        &self,
        lists: &[&'l Given],
        options: &Options,
    ) -> anyhow::Result<Proposals<'l>> {
        let Some(path) = &self.asked.resume else {
            return Ok(match lists {
                [left, right] => Proposals::link(&left.list, &right.list, options, &self.told)?,
                [one, ..] => Proposals::dedupe(&one.list, options, &self.told)?,
                [] => anyhow::bail!("there is no list to compare"),
            });
        };
        let (mut keeping, from) = Keeping::begin(path, resume::work(self.asked, lists))?;
        self.hold(keeping.holds());
        let mut keep = |progress: &Progress, moment: Moment| {
            self.stop.placing(|| keeping.keep(progress, moment));
        };
        let resume = Resume {
            from,
            keep: &mut keep,
        };
        let found = match lists {
            [left, right] => {
                Proposals::link_resumed(&left.list, &right.list, options, resume, &self.told)
            }
            [one, ..] => Proposals::dedupe_resumed(&one.list, options, resume, &self.told),
            [] => anyhow::bail!("there is no list to compare"),
        };
        self.hold(keeping.holds());
        Ok(found?)
    }

    fn hold(&self, holds: Holds) {
        if let Ok(mut now) = self.holds.lock() {
            *now = holds;
        }
    }

    /// Puts files in their places: all of them, or none where the work was stopped before.
    pub fn place(&self, files: &[(&Path, Vec<u8>)]) -> anyhow::Result<()> {
        let count = files.len() as u64;
        self.told.at(Stage::Writing, count, count)?;
        self.stop.placing(|| files::replace_all(files))
    }

    fn interrupted(&self, at: At) -> Interrupted {
        let holds = self.holds.lock().map_or(Holds::Nothing, |holds| *holds);
        Interrupted {
            at,
            resume: self.asked.resume.clone().map(|path| (path, holds)),
        }
    }
}

/// The work was stopped by whoever ran it.
#[derive(Debug)]
pub struct Interrupted {
    at: At,
    resume: Option<(PathBuf, Holds)>,
}

impl fmt::Display for Interrupted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let At { stage, done, of } = self.at;
        let share = (done.min(of) * 100).checked_div(of).unwrap_or(0);
        let stage = word(stage).to_lowercase();
        write!(
            f,
            "stopped as you asked, while {stage} ({share} % of that was done). Nothing was written, and what stood in the places of the results is untouched. "
        )?;
        match &self.resume {
            None => f.write_str(
                "With --resume FILE what has been compared is kept, and the same command goes on from there.",
            ),
            Some((path, Holds::Something)) => write!(
                f,
                "What has been compared is kept in {}: the same command goes on from there.",
                path_shown(path)
            ),
            Some((_, Holds::Nothing)) => {
                f.write_str("Nothing had been compared yet: the same command begins anew.")
            }
            Some((_, Holds::NotWritten)) => {
                f.write_str("What was compared could not be kept: the same command begins anew.")
            }
        }
    }
}

impl std::error::Error for Interrupted {}
