//! Reports on plans of an exchange in stages. Each is a function of what was found; the same input
//! gives the same bytes. No drawing holds two parties' points: each has its own, in its own units.

pub mod check;
pub mod packages;
mod points;
mod steps;

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the JSON could not be written: {0}; ask for the page instead")]
pub struct CannotWrite(#[from] serde_json::Error);
