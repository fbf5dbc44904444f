//! The words of the papers in every language that they speak.
//!
//! Strings live in `locales/`, one file per subject and language, and are asked for by key. What a
//! list says is never a string of ours and passes through here only as an argument.

#[cfg(test)]
mod check;
mod numbers;

pub use locale::{FluentValue, Key, Language};
pub use numbers::{bits, percent, probability, signed_bits, whole};

use locale::{Catalogue, Source};

/// Every locale file.
const SOURCES: &[Source] = locale::sources![
    "../../locales":
    "words",
    "faults",
    "report",
    "candidate",
    "decisions",
    "workbook",
    "plan",
    "plan-check",
    "plan-packages",
    "plan-forecast",
    "plan-stability",
    "plan-order",
];

static CATALOGUE: Catalogue = Catalogue::new(SOURCES);

/// The strings of one language.
#[derive(Clone, Copy, Debug)]
pub struct Strings {
    language: Language,
}

impl Strings {
    /// The strings of one language.
    pub const fn of(language: Language) -> Self {
        Self { language }
    }

    /// Which language this is.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The string of this name.
    pub fn t(self, key: impl Into<Key>) -> String {
        CATALOGUE.plain(self.language, key.into())
    }

    /// The string of this name with its variables filled in. What is filled in is isolated, so
    /// that a Latin name does not turn an Arabic sentence round, and no letter is joined to it. A
    /// count is given as `n`, which decides the form; `count` is how it is written.
    pub fn with(
        self,
        key: impl Into<Key>,
        arguments: &[(&'static str, FluentValue<'_>)],
    ) -> String {
        let mut given = arguments.to_vec();
        for (name, value) in arguments {
            if let ("n", FluentValue::Number(number)) = (*name, value) {
                given.push(("count", numbers::grouped(&number.as_string()).into()));
            }
        }
        CATALOGUE.filled(self.language, key.into(), &given)
    }

    /// The same without isolation: for what leaves as plain text.
    pub fn plain(
        self,
        key: impl Into<Key>,
        arguments: &[(&'static str, FluentValue<'_>)],
    ) -> String {
        let said = self.with(key, arguments);
        said.replace(['\u{2068}', '\u{2069}'], "")
    }

    /// Several things said in a row: "A", "A and B", "A, B and C".
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        CATALOGUE.list(self.language, items)
    }
}
