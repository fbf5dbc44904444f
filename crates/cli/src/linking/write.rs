//! What was found, as it was asked for: told on the terminal, or as files for people and programs.

use std::{
    fmt::{self, Write as _},
    path::{Path, PathBuf},
};

use linkage::{
    decide::{Ruling, Verdict},
    problem::Place,
    propose::Proposals,
    watch::{Stage, Watch as _},
};
use papers::{Language, candidates};

use super::{Given, Session};
use crate::{
    outcome::{Outcome, path_shown, say, tell},
    reports::{can_be_written, language},
};

/// Where what was found goes. Without any of these it is told in a few lines.
#[derive(clap::Args)]
pub struct Output {
    /// A report to read: one page that opens offline.
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// A workbook for the team, with columns for what people decide.
    #[arg(long, value_name = "FILE")]
    xlsx: Option<PathBuf>,
    /// Everything for programs.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// All candidate pairs by row number, one a line (CSV).
    #[arg(long, value_name = "FILE")]
    pairs: Option<PathBuf>,
    /// The language of the report and the workbook.
    #[arg(long, value_name = "en|ar", default_value = "en", value_parser = language)]
    language: Language,
    /// How many candidates are explained at most, the strongest first.
    #[arg(long, value_name = "N", default_value_t = 20_000)]
    most: usize,
}

/// Candidates told on the terminal.
const TOLD: usize = 3;

impl Output {
    /// Sees, before any work is done, that all that was asked for can be written where it was asked
    /// for, and that nothing of it would take the place of what is read.
    pub fn check(&self, read: &[&Path], resume: Option<&Path>) -> anyhow::Result<()> {
        let asked = [&self.pairs, &self.report, &self.xlsx, &self.json];
        let asked = asked.into_iter().filter_map(|path| path.as_deref());
        can_be_written(&asked.chain(resume).collect::<Vec<_>>(), read)
    }

    /// Writes all that was asked for.
    pub fn write(
        &self,
        proposals: &Proposals,
        lists: &[&Given],
        session: &Session,
    ) -> anyhow::Result<Outcome> {
        let mut made: Vec<(&Path, Vec<u8>)> = Vec::new();
        if let Some(path) = &self.pairs {
            made.push((path, pairs(proposals, lists).into_bytes()));
        }
        let asked = [&self.report, &self.xlsx, &self.json];
        let told = asked.iter().all(|path| path.is_none());
        if told && self.pairs.is_some() {
            return Self::placed(&made, session);
        }
        let sources: Vec<_> = lists.iter().map(|given| given.source.clone()).collect();
        let findings = proposals.findings(&sources, self.most);
        let writing = |done| session.told.at(Stage::Writing, done, 4);
        if let Some(path) = &self.report {
            writing(1)?;
            let page = candidates::html(&findings, self.language, candidates::Most::default());
            made.push((path, page.into_bytes()));
        }
        if let Some(path) = &self.xlsx {
            writing(2)?;
            made.push((path, candidates::xlsx(&findings, self.language)?));
        }
        if let Some(path) = &self.json {
            writing(3)?;
            made.push((path, candidates::json(&findings)?.into_bytes()));
        }
        let outcome = Self::placed(&made, session)?;
        say(candidates::text(&findings, TOLD).trim_end())?;
        Ok(outcome)
    }

    fn placed(made: &[(&Path, Vec<u8>)], session: &Session) -> anyhow::Result<Outcome> {
        session.place(made)?;
        for (path, _) in made {
            tell(format_args!("{} was written.", path_shown(path)));
        }
        Ok(Outcome::Done)
    }
}

/// One line for each candidate. Rows are those of the file as a spreadsheet numbers them.
fn pairs(proposals: &Proposals, lists: &[&Given]) -> String {
    let [left, right] = [0, lists.len().saturating_sub(1)].map(|at| lists.get(at));
    let place = |given: Option<&&Given>, record: u32| {
        given.map_or_else(Place::default, |given| {
            given.list.table.place(record as usize, None)
        })
    };
    let mut text = String::from(
        "left_row,right_row,bits,probability,proposed,left_sheet,right_sheet,decided\n",
    );
    for pair in proposals.pairs() {
        let (left, right) = (place(left, pair.left), place(right, pair.right));
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "{},{},{},{},{},{},{},{}",
            left.row.unwrap_or(0),
            right.row.unwrap_or(0),
            Decimals::<4>(pair.bits),
            Decimals::<6>(pair.probability),
            u8::from(pair.proposed),
            quoted(left.sheet.as_deref()),
            quoted(right.sheet.as_deref()),
            pair.ruling.map_or("", decided),
        );
    }
    text
}

/// A number with so many decimals. The standard library's formatting is exact for any number there is,
/// and takes many times as long for it.
struct Decimals<const N: u32>(f64);

impl<const N: u32> fmt::Display for Decimals<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let one = 10_u32.pow(N);
        #[expect(clippy::cast_possible_truncation, reason = "clamped to what fits")]
        let scaled = (self.0.clamp(-1e9, 1e9) * f64::from(one)).round() as i64;
        let sign = if scaled < 0 { "-" } else { "" };
        let (whole, rest) = (
            scaled.unsigned_abs() / u64::from(one),
            scaled.unsigned_abs() % u64::from(one),
        );
        write!(f, "{sign}{whole}.{rest:0width$}", width = N as usize)
    }
}

/// A sheet's name as a cell of CSV, made inert where a spreadsheet would compute it.
fn quoted(sheet: Option<&str>) -> String {
    let Some(sheet) = sheet else {
        return String::new();
    };
    let inert = if sheet.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        "'"
    } else {
        ""
    };
    format!("\"{inert}{}\"", sheet.replace('"', "\"\""))
}

/// What people decided on a pair, in a word.
fn decided(ruling: Ruling) -> &'static str {
    match ruling {
        Ruling::Agreed(Verdict::Same) => "same",
        Ruling::Agreed(Verdict::Different) => "different",
        Ruling::Agreed(Verdict::Relatives) => "relatives",
        Ruling::Agreed(Verdict::CannotTell) => "cannot-tell",
        Ruling::Disputed { .. } => "disputed",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_their_decimals() {
        for (number, shown) in [
            (47.716_44, "47.7164"),
            (-0.5, "-0.5000"),
            (-0.000_01, "0.0000"),
            (0.0, "0.0000"),
            (-12.000_06, "-12.0001"),
            (9.999_96, "10.0000"),
        ] {
            assert_eq!(Decimals::<4>(number).to_string(), shown);
        }
        assert_eq!(Decimals::<6>(1.0).to_string(), "1.000000");
        assert_eq!(Decimals::<6>(0.000_001_4).to_string(), "0.000001");
    }
}
