//! What `match` and `dedupe` share: reading lists, what was asked for, writing what was found.

mod decided;
mod progress;
mod read;
mod resume;
mod session;
#[cfg(test)]
mod tests;
mod write;

use std::path::{Path, PathBuf};

use linkage::{
    date::CivilDay,
    decide::Decisions,
    findings::Threshold,
    list::FieldKind,
    propose::{Options, Pairing},
};

pub use progress::Told;
pub use read::{Given, ListArgs, columns_told, columns_written, open};
pub use resume::NotOfThis;
pub use session::{Interrupted, Session};
pub use write::Output;

/// What both commands are asked.
#[derive(clap::Args)]
pub struct Asked {
    /// Compare only these kinds of field: given-name, family-name, birth-date, and so on.
    #[arg(long, value_name = "KIND,...", value_delimiter = ',', value_parser = kind)]
    only: Vec<FieldKind>,
    /// The sheet to read of a workbook with several, by its name.
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    /// The day on which the lists were true: ages count from it.
    #[arg(long, value_name = "DAY", value_parser = day)]
    as_of: Option<CivilDay>,
    /// Only show what each column is taken for, and compare nothing.
    #[arg(long)]
    columns: bool,
    /// Likely begins at so many bits.
    #[arg(long, value_name = "BITS", value_parser = bits, allow_negative_numbers = true, conflicts_with = "wrong_at_most")]
    threshold: Option<f64>,
    /// Likely begins where at most so many are expected to be wrong, such as 1/1000.
    #[arg(long, value_name = "1/N", value_parser = one_in)]
    wrong_at_most: Option<u64>,
    /// What people decided before: a workbook with its decisions, or that table as CSV. May be given
    /// several times.
    #[arg(long, value_name = "FILE")]
    decisions: Vec<PathBuf>,
    /// How many threads may work; all cores where nothing is said.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    /// Keep in FILE what has been compared, and go on from it where the work was interrupted.
    #[arg(long, value_name = "FILE")]
    resume: Option<PathBuf>,
    #[command(flatten)]
    output: Output,
}

impl Asked {
    /// Where what was found goes.
    pub fn output(&self) -> &Output {
        &self.output
    }

    /// Sees that all can be written where it was asked for; see [`Output::check`].
    pub fn check(&self, read: &[&Path]) -> anyhow::Result<()> {
        let decisions = self.decisions.iter().map(PathBuf::as_path);
        let read: Vec<&Path> = read.iter().copied().chain(decisions).collect();
        self.output.check(&read, self.resume.as_deref())
    }

    /// Whether columns are to be shown and no more.
    pub fn only_columns(&self) -> bool {
        self.columns
    }

    /// What the library is asked.
    pub fn options(&self, pairing: Pairing, decisions: Decisions) -> Options {
        let usual = Threshold::default();
        let wrong = |one_in| Threshold::WrongAtMost { one_in };
        let asked = self.threshold.map(|bits| Threshold::Bits { bits });
        Options {
            pairing,
            only: self.only.clone(),
            threshold: asked.or(self.wrong_at_most.map(wrong)).unwrap_or(usual),
            decisions,
        }
    }

    /// How a list is to be read.
    pub fn list<'a>(&'a self, file: &'a PathBuf, mapping: Option<&'a PathBuf>) -> ListArgs<'a> {
        ListArgs {
            file,
            mapping,
            sheet: self.sheet.as_deref(),
            as_of: self.as_of,
        }
    }

    /// Does the work on so many threads as were asked for.
    pub fn on_threads<T: Send>(&self, work: impl FnOnce() -> T + Send) -> anyhow::Result<T> {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(self.threads.map_or(0, usize::from))
            .build()?;
        Ok(pool.install(work))
    }
}

fn bits(text: &str) -> Result<f64, String> {
    let bits = text.parse().ok().filter(|bits: &f64| bits.abs() <= 1_000.0);
    bits.ok_or_else(|| "it is a number of bits, such as 7 or -2.5".to_owned())
}

fn one_in(text: &str) -> Result<u64, String> {
    let one_in = text.trim().strip_prefix("1/").and_then(|n| n.parse().ok());
    one_in
        .filter(|n| (2..=1_000_000_000).contains(n))
        .ok_or_else(|| "it is one in so many, such as 1/100 or 1/1000".to_owned())
}

fn day(text: &str) -> Result<CivilDay, String> {
    CivilDay::parse(text).ok_or_else(|| {
        "there is no such day: write it as year, month and day, such as 2024-03-01".to_owned()
    })
}

fn kind(word: &str) -> Result<FieldKind, String> {
    let quoted = serde_json::Value::String(word.to_owned());
    serde_json::from_value(quoted).map_err(|_| {
        "no such kind of field: docs/lists.md names them all, given-name and birth-date among them"
            .to_owned()
    })
}
