//! The words of the interface in every language it speaks.
//!
//! Strings live in `locales/`, one file per page and language, and are asked for by key. Nothing
//! here panics: a key that nobody defined reads as the key itself, and a test fails on it first.
//! What a party said or wrote is never a string of ours and does not pass through here.

mod bundles;
#[cfg(test)]
mod check;
mod joined;

use std::borrow::Cow;

pub use bundles::SOURCES;
pub use fluent_bundle::FluentValue;

use fluent_bundle::FluentArgs;

/// A language that the interface speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// English, written left to right.
    #[default]
    English,
    /// Arabic, written right to left.
    Arabic,
}

impl Lang {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::English, Self::Arabic];

    /// The marks between which a quotation stands.
    pub const fn quotes(self) -> (&'static str, &'static str) {
        match self {
            Self::English => ("“", "”"),
            Self::Arabic => ("«", "»"),
        }
    }

    /// The BCP 47 tag, as written in `lang=` and in addresses.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Arabic => "ar",
        }
    }

    /// The writing direction, as written in `dir=`.
    pub const fn dir(self) -> &'static str {
        match self {
            Self::English => "ltr",
            Self::Arabic => "rtl",
        }
    }

    /// The language's name in itself: whoever looks for it can read it.
    pub const fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Arabic => "العربية",
        }
    }

    /// The language with this tag, region and script ignored.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag).trim();
        Self::ALL
            .into_iter()
            .find(|lang| lang.tag().eq_ignore_ascii_case(primary))
    }

    /// The first language of an `Accept-Language` header that we speak, by its weights.
    pub fn from_accept(header: &str) -> Option<Self> {
        let mut best: Option<(u16, Self)> = None;
        for wish in header.split(',').take(32) {
            let mut parts = wish.split(';');
            let Some(lang) = parts.next().and_then(Self::from_tag) else {
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
}

/// `0.8` as 800: a weight needs no floating point.
fn thousandths(text: &str) -> Option<u16> {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits: String = part.chars().chain("000".chars()).take(3).collect();
    Some(whole.parse::<u16>().ok()?.min(1) * 1000 + digits.parse::<u16>().ok()?)
        .map(|w| w.min(1000))
}

/// The name of one string: `log-kind`, or `log-kind.hint` for an attribute of it.
///
/// Written out where it is chosen (`Key("mark-reported")`), so that the check of the strings can
/// find it in the source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key(pub &'static str);

impl From<&'static str> for Key {
    fn from(name: &'static str) -> Self {
        Self(name)
    }
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
        self.look_up(key.into(), None)
    }

    /// The string of this name with its variables filled in. What is filled in is isolated, so
    /// that a Latin name does not turn an Arabic sentence round, and no letter is joined to it.
    pub fn t_args(self, key: impl Into<Key>, args: &[(&'static str, FluentValue<'_>)]) -> String {
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let said = self.look_up(key.into(), Some(&args));
        match self.lang {
            Lang::English => said,
            Lang::Arabic => joined::set_apart(&said),
        }
    }

    /// The same without isolation: for dates and numbers, whose pieces are all ours, and for what
    /// leaves as plain data (file names, tables, calendars).
    pub fn t_plain(self, key: impl Into<Key>, args: &[(&'static str, FluentValue<'_>)]) -> String {
        unisolated(&self.t_args(key, args))
    }

    /// Several things said in a row: "A", "A and B", "A, B and C".
    pub fn list<S: AsRef<str>>(self, items: &[S]) -> String {
        let joint = |key: &'static str, before: String, after: &str| {
            self.t_args(
                Key(key),
                &[
                    ("before", before.into()),
                    ("after", Cow::from(after.to_owned()).into()),
                ],
            )
        };
        let Some((last, rest)) = items.split_last() else {
            return String::new();
        };
        let Some((first, middle)) = rest.split_first() else {
            return last.as_ref().to_owned();
        };
        let so_far = middle.iter().fold(first.as_ref().to_owned(), |said, item| {
            joint(LIST_MORE.0, said, item.as_ref())
        });
        joint(LIST_LAST.0, so_far, last.as_ref())
    }

    fn look_up(self, key: Key, args: Option<&FluentArgs<'_>>) -> String {
        let bundle = bundles::of(self.lang);
        let (name, attribute) = match key.0.split_once('.') {
            Some((name, attribute)) => (name, Some(attribute)),
            None => (key.0, None),
        };
        let pattern = bundle
            .get_message(name)
            .and_then(|message| match attribute {
                Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
                None => message.value(),
            });
        match pattern {
            // A missing variable is left standing as `{$name}`, which `sound` finds in any page.
            Some(pattern) => bundle
                .format_pattern(pattern, args, &mut Vec::new())
                .into_owned(),
            None => key.0.to_owned(),
        }
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

const LIST_MORE: Key = Key("list-more");
const LIST_LAST: Key = Key("list-last");
