//! Reports of candidates: pairs of entries that may be one person, with the evidence for and
//! against. Each report is a function of what was found; the same input gives the same bytes.
//!
//! A machine proposes. The word is candidate, never match; no report shows a merged record.

mod brief;
mod compared;
mod costs;
mod decided;
mod full;
mod groups;
mod page;
mod quoted;
mod read;
mod text;
mod waterfall;
mod workbook;

use linkage::{
    decide::{Against, Decisions},
    findings::{Band, Candidate, Findings, ListRead},
    table::Table,
};

use crate::Language;

/// How much of what was found a page tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Most {
    /// Candidates told in full: first those to be looked at, then the likely, then the others.
    pub in_full: usize,
    /// Further candidates, one row each.
    pub in_brief: usize,
}

impl Default for Most {
    fn default() -> Self {
        Self {
            in_full: 500,
            in_brief: 10_000,
        }
    }
}

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
pub enum CannotWrite {
    /// The workbook.
    #[error("the workbook could not be written: {0}; ask for the page or the JSON instead")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The JSON.
    #[error("the JSON could not be written: {0}; ask for the page or the workbook instead")]
    Json(#[from] serde_json::Error),
}

/// A page that stands by itself: it opens from a file, without a network and without JavaScript,
/// in the direction in which its language is read.
pub fn html(findings: &Findings, language: Language, most: Most) -> String {
    page::page(findings, language, most)
}

/// A workbook (XLSX) for the team, with empty columns for what people decide.
///
/// # Errors
/// [`CannotWrite`] when there is more than a workbook can hold.
pub fn xlsx(findings: &Findings, language: Language) -> Result<Vec<u8>, CannotWrite> {
    workbook::workbook(findings, language)
}

/// Everything for programs, in the form that [`linkage::findings::FORMAT`] names.
///
/// # Errors
/// [`CannotWrite`] is possible by the writer's signature alone.
pub fn json(findings: &Findings) -> Result<String, CannotWrite> {
    let mut text = serde_json::to_string_pretty(findings)?;
    text.push('\n');
    Ok(text)
}

/// A summary for a terminal, in English, with the first candidates told in sentences.
pub fn text(findings: &Findings, most: usize) -> String {
    text::text(findings, most)
}

/// The names that the sheet may have in which a workbook holds what people decided.
pub fn decision_sheets() -> Vec<String> {
    decided::sheet_names()
}

/// Takes in what people decided in a table that came from a workbook of candidates: by its headers,
/// in any language. What does not fit is among the misfits, with its place.
pub fn read_decisions(table: &Table, file: &str, against: &Against, into: &mut Decisions) {
    decided::read(table, file, against, into);
}

/// The bands in the order in which they are to be worked through.
const BANDS: [Band; 3] = [Band::Review, Band::Likely, Band::Unlikely];

/// The candidates of one band, in their order.
fn of_band(findings: &Findings, band: Band) -> Vec<&Candidate> {
    let all = findings.candidates.iter();
    all.filter(|candidate| candidate.band == band).collect()
}

/// How many candidates of a band there are, those included that are not listed.
fn total(findings: &Findings, band: Band) -> u64 {
    match band {
        Band::Likely => findings.totals.likely,
        Band::Review => findings.totals.review,
        Band::Unlikely => findings.totals.unlikely,
    }
}

/// The list in which an entry stands.
fn list_of(findings: &Findings, list: usize) -> Option<&ListRead> {
    findings.lists.get(list).or(findings.lists.first())
}
