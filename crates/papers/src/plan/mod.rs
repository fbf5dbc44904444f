//! Reports on plans of an exchange in stages. Each is a function of what was found; the same input
//! gives the same bytes. No drawing holds two parties' points: each has its own, in its own units.

pub mod check;
pub mod forecast;
pub mod order;
pub mod packages;
mod points;
pub mod stability;
mod steps;
pub mod terminal;
mod together;

use crate::{Language, cell, i18n::Strings};

/// A text in its own direction within another.
fn isolated(text: &str) -> String {
    format!("\u{2068}{text}\u{2069}")
}

/// A stage by its name; by its number where it has no other name, as in an order.
fn stage_called(name: &str, strings: Strings) -> String {
    let name = cell::plainly(name);
    let numbered = !name.is_empty() && name.bytes().all(|sign| sign.is_ascii_digit());
    if numbered {
        strings.plain("plan-stage", &[("number", name.into())])
    } else {
        name
    }
}

/// A text for a terminal. In a language that is read from the left the isolates that a page needs are
/// taken out, since a terminal may show them; in one that is read from the right a number, a date or a
/// name in Latin letters would turn the line round without them.
fn for_a_terminal(text: &str, language: Language) -> String {
    let text = text.replace('\u{2060}', "");
    match language {
        Language::English => text.replace(['\u{2068}', '\u{2069}'], ""),
        Language::Arabic => text,
    }
}

/// Why a report could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the JSON could not be written: {0}; ask for the page instead")]
pub struct CannotWrite(#[from] serde_json::Error);
