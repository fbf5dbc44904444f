//! The report on a forecast: what follows from guesses, in counts of ten, as sentences, as twenty
//! dots and by day; and the guesses themselves.

mod days;
mod dots;
mod method;
mod page;
mod text;
mod words;

use planner::forecast::Report;

use super::CannotWrite;
use crate::Language;

/// A page that stands by itself: it opens from a file, without a network and without JavaScript, in
/// the direction in which its language is read.
pub fn html(report: &Report, language: Language) -> String {
    page::page(report, language)
}

/// Everything for programs, in the form that [`planner::forecast::FORMAT`] names.
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
