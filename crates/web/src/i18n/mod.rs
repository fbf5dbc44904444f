//! The words of the interface in every language it speaks.
//!
//! Strings live in `locales/`, one file per page and language, and are asked for by key. What a party said or
//! wrote is never a string of ours and does not pass through here.

#[cfg(test)]
mod check;

pub use locale::{FluentValue, Key, Language as Lang};

use locale::{Catalogue, Source};

/// Every locale file.
const SOURCES: &[Source] = locale::sources![
    "../../locales":
    "frame",
    "marks",
    "dates",
    "forms",
    "desk",
    "entries",
    "room",
    "text",
    "chronicle",
    "portal",
    "commands",
    "refusals",
];

static CATALOGUE: Catalogue = Catalogue::new(SOURCES);

/// The first language of an `Accept-Language` header that we speak, by its weights.
pub fn accepted(header: &str) -> Option<Lang> {
    let mut best: Option<(u16, Lang)> = None;
    for wish in header.split(',').take(32) {
        let mut parts = wish.split(';');
        let Some(lang) = parts.next().and_then(Lang::from_tag) else {
            continue;
        };
        let weight = parts
            .filter_map(|part| part.trim().strip_prefix("q="))
            .find_map(thousandths)
            .unwrap_or(1000);
        if weight > 0 && best.is_none_or(|(found, _)| weight > found) {
            best = Some((weight, lang));
        }
    }
    best.map(|(_, lang)| lang)
}

/// `0.8` as 800: a weight needs no floating point.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    Some(whole.parse::<u16>().ok()?.min(1) * 1000 + digits.parse::<u16>().ok()?)
        .map(|w| w.min(1000))
}

/// A handle on one language: cheap to copy, passed to every component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Words {
    lang: Lang,
}

impl Words {
    /// The words of one language.
    pub const fn of(lang: Lang) -> Self {
        Self { lang }
    }

    /// Which language this is.
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// The string of this name.
    pub fn t(self, key: impl Into<Key>) -> String {
        CATALOGUE.plain(self.lang, key.into())
    }

    /// The string of this name with its variables filled in. What is filled in is isolated, so
    /// that a Latin name does not turn an Arabic sentence round, and no letter is joined to it. A
    /// missing variable is left standing as `{$name}`, which `sound` finds in any page.
    pub fn t_args(self, key: impl Into<Key>, args: &[(&'static str, FluentValue<'_>)]) -> String {
        CATALOGUE.filled(self.lang, key.into(), args)
    }

    /// The same without isolation: for dates and numbers, whose pieces are all ours, and for what
    /// leaves as plain data (file names, tables, calendars).
    pub fn t_plain(self, key: impl Into<Key>, args: &[(&'static str, FluentValue<'_>)]) -> String {
        unisolated(&self.t_args(key, args))
    }

    /// Several things said in a row: "A", "A and B", "A, B and C".
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        CATALOGUE.list(self.lang, items)
    }
}

/// Without the isolation of what was filled in; what a string itself sets left to right stays so.
fn unisolated(said: &str) -> String {
    let mut kept = Vec::new();
    said.chars()
        .filter(|c| match c {
            '\u{2066}' | '\u{2067}' => {
                kept.push(true);
                true
            }
            '\u{2068}' => {
                kept.push(false);
                false
            }
            '\u{2069}' => kept.pop().unwrap_or_default(),
            _ => true,
        })
        .collect()
}
