//! The report on a conflict: what is stable and why, in sentences; what several could do together;
//! how it may go on; and the definitions that all of this rests on.

mod page;
mod text;
mod words;

use planner::stability::Report;

use super::CannotWrite;
use crate::Language;

/// A page that stands by itself: it opens from a file, without a network and without JavaScript, in
/// the direction in which its language is read.
pub fn html(report: &Report, language: Language) -> String {
    page::page(report, language)
}

/// Everything for programs, in the form that [`planner::stability::FORMAT`] names.
///
/// # Errors
/// [`CannotWrite`] is possible by the writer's signature alone.
pub fn json(report: &Report) -> Result<String, CannotWrite> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}

/// A summary for a terminal.
pub fn text(report: &Report, language: Language) -> String {
    text::text(report, language)
}
