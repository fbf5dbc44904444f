//! The words of the papers in every language that they speak.
//!
//! Strings live in `locales/`, one file per subject and language, and are asked for by key. Nothing
//! here panics: a key that nobody defined reads as the key itself, and a test fails on it first.
//! What a list says is never a string of ours and passes through here only as an argument.

mod bundles;
#[cfg(test)]
mod check;
mod counted;
mod joined;
mod numbers;

pub use fluent_bundle::FluentValue;
pub use numbers::{bits, percent, probability, signed_bits, whole};

use fluent_bundle::FluentArgs;

/// A language that the papers speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// English, written left to right.
    #[default]
    English,
    /// Arabic, written right to left.
    Arabic,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::English, Self::Arabic];

    /// The BCP 47 tag, as written in `lang=`.
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

    /// The language with this tag, region and script ignored.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or(tag).trim();
        Self::ALL
            .into_iter()
            .find(|language| language.tag().eq_ignore_ascii_case(primary))
    }
}

/// The name of a string in the locale files: `key`, or `key.attribute`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(pub &'static str);

impl From<&'static str> for Key {
    fn from(name: &'static str) -> Self {
        Self(name)
    }
}

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
        self.look_up(key.into(), None)
    }

    /// The string of this name with its variables filled in. What is filled in is isolated, so
    /// that a Latin name does not turn an Arabic sentence round, and no letter is joined to it.
    pub fn with(
        self,
        key: impl Into<Key>,
        arguments: &[(&'static str, FluentValue<'_>)],
    ) -> String {
        let arguments = counted::counted(arguments);
        let said = self.look_up(key.into(), Some(&arguments));
        match self.language {
            Language::English => said,
            Language::Arabic => joined::set_apart(&said),
        }
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
        let joint = |key: &'static str, before: String, after: &str| {
            self.with(
                Key(key),
                &[
                    ("before", before.into()),
                    ("after", after.to_owned().into()),
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

    fn look_up(self, key: Key, arguments: Option<&FluentArgs<'_>>) -> String {
        let bundle = bundles::of(self.language);
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
            Some(pattern) => bundle
                .format_pattern(pattern, arguments, &mut Vec::new())
                .into_owned(),
            None => key.0.to_owned(),
        }
    }
}

const LIST_MORE: Key = Key("list-more");
const LIST_LAST: Key = Key("list-last");
