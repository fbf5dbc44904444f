//! The report on a plan that was checked.

pub(super) mod found;
pub(super) mod page;
pub(super) mod panel;
mod party;
mod picture;
mod stops;
mod text;
pub(super) mod words;

use planner::check::Report;

use super::CannotWrite;
use crate::{Language, i18n::Strings};

/// A page that stands by itself: it opens from a file, without a network and without JavaScript, in
/// the direction in which its language is read.
pub fn html(report: &Report, language: Language) -> String {
    page::page(report, language)
}

/// Everything for programs, in the form that [`planner::check::FORMAT`] names.
///
/// # Errors
/// [`CannotWrite`] is possible by the writer's signature alone.
pub fn json(report: &Report) -> Result<String, CannotWrite> {
    let mut text = serde_json::to_string_pretty(report)?;
    text.push('\n');
    Ok(text)
}

/// Whether the plan is in order: nothing was found in it that has to be put right.
pub fn in_order(report: &Report) -> bool {
    let strings = Strings::of(Language::English);
    let all = page::all(&words::Told { report, strings });
    all.iter()
        .all(|(weight, _)| *weight != found::Weight::Wrong)
}

/// The drawings alone: where each party stands, one below the other, each in its own units (SVG).
pub fn svg(report: &Report, language: Language) -> String {
    picture::picture(report, language)
}

/// A summary for a terminal.
pub fn text(report: &Report, language: Language) -> String {
    text::text(report, language)
}
