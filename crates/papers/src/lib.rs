//! What leaves on paper: reports as HTML that opens offline, workbooks for the team, charts.
//!
//! Everything here is a function from what was found to bytes; it decides nothing. What a list says
//! is data: it is shown as it came, made harmless, and never read as markup or as a formula.

pub mod candidates;
mod cell;
mod frame;
mod i18n;
mod letters;
pub mod plan;
mod scale;
mod style;
mod table;
pub mod words;

pub use i18n::{Language, Strings};
