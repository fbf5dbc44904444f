//! The report on packages: everything for whoever may see all sides' points, or for one party what it
//! may see.

mod dots;
mod own;
mod page;
mod parties;
mod rules;
mod tables;
mod text;
mod words;

use planner::packages::report::{OwnReport, Report};
use serde::Serialize;

use super::CannotWrite;
use crate::Language;

/// The page for the desk.
pub fn html(report: &Report, language: Language) -> String {
    page::page(report, language)
}

/// The page for one party: packages, and what they are worth to it.
pub fn own_html(report: &OwnReport, language: Language) -> String {
    own::page(report, language)
}

/// Everything for programs: of a report for the desk or for one party.
///
/// # Errors
/// [`CannotWrite`] is possible by the writer's signature alone.
pub fn json(report: &impl Serialize) -> Result<String, CannotWrite> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}

/// A summary for a terminal.
pub fn text(report: &Report, language: Language) -> String {
    text::text(report, language)
}

/// A summary for one party.
pub fn own_text(report: &OwnReport, language: Language) -> String {
    own::text(report, language)
}
