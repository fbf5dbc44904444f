//! How the program speaks: its languages, and strings asked for by key. What the strings say, and to
//! whom, is the business of whoever has the files; this crate has none.
//!
//! Nothing here panics: a key that nobody defined reads as the key itself, and a test of whoever has
//! the files fails on it first. What somebody else wrote is never a string of ours, and passes
//! through here only as an argument.

mod catalogue;
mod joined;
mod language;
mod plural;

pub use catalogue::{Arguments, Catalogue, Key, Source};
pub use fluent_bundle::FluentValue;
pub use language::Language;
pub use plural::Form;
