//! What `match` and `dedupe` share: reading lists, what was asked for, writing what was found.

mod progress;
mod read;
mod write;

use std::path::PathBuf;

use linkage::{date::CivilDay, list::FieldKind, propose::Options};

pub use progress::Told;
pub use read::{Given, ListArgs, columns_told, open};
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
    /// How many threads may work; all cores where nothing is said.
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=256))]
    threads: Option<u16>,
    #[command(flatten)]
    output: Output,
}

impl Asked {
    /// Where what was found goes.
    pub fn output(&self) -> &Output {
        &self.output
    }

    /// Whether columns are to be shown and no more.
    pub fn only_columns(&self) -> bool {
        self.columns
    }

    /// What the library is asked.
    pub fn options(&self, pairing: linkage::propose::Pairing) -> Options {
        Options {
            pairing,
            only: self.only.clone(),
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
