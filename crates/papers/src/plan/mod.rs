//! Reports on plans of an exchange in stages. Each is a function of what was found; the same input
//! gives the same bytes. No drawing holds two parties' points: each has its own, in its own units.

pub mod check;
pub mod forecast;
pub mod order;
pub mod packages;
mod points;
pub mod stability;
mod steps;

/// A text in its own direction within another.
fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// A text for a terminal, which shows the isolates that a page needs, or does not know them.
fn for_a_terminal(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}', '\u{2060}'], "")
}

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the JSON could not be written: {0}; ask for the page instead")]
pub struct CannotWrite(#[from] serde_json::Error);
