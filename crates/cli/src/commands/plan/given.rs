//! What the commands on plans share: a file that is read, and reports that are written.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::Context as _;
use papers::{Language, plan::terminal};
use planner::document::BYTES_MOST;

use super::watch::Watched;
use crate::{
    files,
    outcome::{Outcome, path_shown, say_isolated, tell_isolated},
    reports::{can_be_written, language},
    stop::Stop,
};

/// Where what was found goes. Without any of these it is told in a few lines.
#[derive(clap::Args)]
pub struct Output {
    /// A report to read: one page that opens offline.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Everything for programs.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// The language of the report, and of what is told here.
    #[arg(long, value_name = "en|ar", default_value = "en", value_parser = language)]
    language: Language,
}

/// What can be made of something that was found.
pub struct Papers<'a> {
    /// The report.
    pub html: &'a dyn Fn(Language) -> String,
    /// The JSON.
    pub json: &'a dyn Fn() -> Result<String, papers::plan::CannotWrite>,
    /// The text.
    pub text: &'a dyn Fn(Language) -> String,
    /// A further file that was asked for, and what makes it.
    pub further: Option<(&'a Path, &'a dyn Fn(Language) -> String)>,
}

impl Output {
    /// Sees, before any work is done, that all that was asked for can be written where it was asked
    /// for, and that nothing of it would take the place of what is read.
    pub fn check(&self, read: &[&Path], further: Option<&Path>) -> anyhow::Result<()> {
        let asked = [&self.report, &self.json]
            .into_iter()
            .filter_map(|path| path.as_deref());
        can_be_written(&asked.chain(further).collect::<Vec<_>>(), read)
    }

    /// The language of what is told.
    pub const fn language(&self) -> Language {
        self.language
    }

    /// Watches work until somebody asks to stop, or the time is over.
    pub fn watched(&self, most: Option<Duration>) -> anyhow::Result<Watched> {
        let stop = Stop::listen_saying(terminal::stopping(self.language))?;
        Ok(Watched::new(stop, most, self.language))
    }

    /// Writes all that was asked for: all of it, or nothing.
    pub fn write(&self, papers: &Papers) -> anyhow::Result<Outcome> {
        let mut made: Vec<(&Path, Vec<u8>)> = Vec::new();
        if let Some(path) = &self.report {
            made.push((path, (papers.html)(self.language).into_bytes()));
        }
        if let Some(path) = &self.json {
            made.push((path, (papers.json)()?.into_bytes()));
        }
        if let Some((path, make)) = papers.further {
            made.push((path, make(self.language).into_bytes()));
        }
        files::replace_all(&made)?;
        for (path, _) in &made {
            tell_isolated(&terminal::written(&path_shown(path), self.language));
        }
        say_isolated((papers.text)(self.language).trim_end())?;
        Ok(Outcome::Done)
    }
}

/// What is read from a file, with the name of the file before whatever is the matter with it.
pub fn of_file<T, E>(path: &Path, read: Result<T, E>) -> anyhow::Result<T>
where
    E: std::error::Error + Send + Sync + 'static,
{
    read.with_context(|| path_shown(path))
}

/// The bytes of a file that is read whole.
pub fn bytes(path: &Path) -> anyhow::Result<Vec<u8>> {
    files::read_whole(path, BYTES_MOST)
}
