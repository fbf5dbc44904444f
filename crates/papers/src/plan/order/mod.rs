//! The report on the order of a plan. It is for the desk alone: an order weighs what every party says,
//! so whoever reads it learns of all of them.

mod conflict;
mod left;
mod moves;
mod page;
mod said;
mod text;

use planner::{
    order::report::Report,
    plan::{Plan, file::PlanFile},
};

use super::CannotWrite;
use crate::Language;

/// A page that stands by itself: it opens from a file, without a network and without JavaScript, in
/// the direction in which its language is read.
pub fn html(report: &Report, language: Language) -> String {
    page::page(report, language)
}

/// Everything for programs, in the form that [`planner::order::report::FORMAT`] names.
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

/// The plan file of a plan in another order: all of the file but its stages, which are those of the
/// order, guesses for single stages, verification and discounts. JSON, which is a part of YAML.
///
/// # Errors
/// The file is not that of a plan, which one that was read is.
pub fn file(read: &[u8], ordered: &Plan) -> Result<String, FileError> {
    let mut file: PlanFile = planner::document::read(read)?;
    file.stages = planner::plan::file::stages(ordered);
    // As the order was reckoned: what is handed over counts as received at once.
    for class in &mut file.classes {
        class.verified = None;
    }
    // Its stages have no days by which anything could be discounted.
    for party in &mut file.parties {
        party.discount = None;
    }
    // Guesses for single stages are about stages that are no longer there, whatever the new ones are called.
    if let Some(forecast) = &mut file.forecast {
        forecast.stages.clear();
    }
    let mut text = serde_json::to_string_pretty(&file)?;
    text.push('\n');
    Ok(text)
}

/// Why a plan file could not be made.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// What was read is no plan file.
    #[error(transparent)]
    Read(#[from] planner::document::DocumentError),
    /// Possible by the writer's signature alone.
    #[error("the plan file could not be written: {0}")]
    Write(#[from] serde_json::Error),
}
