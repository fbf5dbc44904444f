//! Strings by key, in every language, from Fluent files that whoever speaks has embedded. Each
//! language is parsed once, when it is first spoken.

use std::sync::OnceLock;

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::{Form, Language, joined};

/// A locale file in each language.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The name that all languages share, without the ending.
    pub name: &'static str,
    /// The English file.
    pub english: &'static str,
    /// The Arabic file.
    pub arabic: &'static str,
}

impl Source {
    /// The file's text in one language.
    pub const fn text(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Arabic => self.arabic,
        }
    }
}

/// The files of these names, from the folders `en` and `ar` below one that is given relative to the
/// file in which this stands. A macro, because `include_str!` takes nothing but a literal.
#[macro_export]
macro_rules! sources {
    ($folder:literal: $($name:literal),* $(,)?) => {
        &[$($crate::Source {
            name: $name,
            english: include_str!(concat!($folder, "/en/", $name, ".ftl")),
            arabic: include_str!(concat!($folder, "/ar/", $name, ".ftl")),
        }),*]
    };
}

/// The name of a string in the locale files: `key`, or `key.attribute`.
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

/// What is filled into a string, by the names that it gives them.
pub type Arguments<'s, 'a> = &'s [(&'static str, FluentValue<'a>)];

/// All strings of all languages.
pub struct Catalogue {
    sources: &'static [Source],
    english: OnceLock<Bundle>,
    arabic: OnceLock<Bundle>,
}

type Bundle = FluentBundle<FluentResource>;

impl Catalogue {
    /// The strings of these files.
    pub const fn new(sources: &'static [Source]) -> Self {
        Self {
            sources,
            english: OnceLock::new(),
            arabic: OnceLock::new(),
        }
    }

    /// The string of this name with its variables left out.
    pub fn plain(&self, language: Language, key: Key) -> String {
        self.look_up(language, key, None)
    }

    /// The string of this name with its variables filled in. What is filled in is isolated, so
    /// that a Latin name does not turn an Arabic sentence round, and no letter is joined to it. A
    /// variable that is not given is left standing as `{$name}`.
    pub fn filled(&self, language: Language, key: Key, arguments: Arguments<'_, '_>) -> String {
        let arguments: FluentArgs<'_> = arguments
            .iter()
            .map(|(name, value)| (*name, value.clone()))
            .collect();
        let said = self.look_up(language, key, Some(&arguments));
        match language {
            Language::English => said,
            Language::Arabic => joined::set_apart(&said),
        }
    }

    /// Several things said in a row ("A", "A and B", "A, B and C"), by the strings `list-more` and
    /// `list-last`.
    pub fn list<S: AsRef<str>>(&self, language: Language, items: &[S]) -> String {
        let joint = |key: Key, before: String, after: &str| {
            let pair = [
                ("before", before.into()),
                ("after", after.to_owned().into()),
            ];
            self.filled(language, key, &pair)
        };
        let Some((last, rest)) = items.split_last() else {
            return String::new();
        };
        let Some((first, middle)) = rest.split_first() else {
            return last.as_ref().to_owned();
        };
        let so_far = middle.iter().fold(first.as_ref().to_owned(), |said, item| {
            joint(LIST_MORE, said, item.as_ref())
        });
        joint(LIST_LAST, so_far, last.as_ref())
    }

    fn look_up(&self, language: Language, key: Key, arguments: Option<&FluentArgs<'_>>) -> String {
        let bundle = self.bundle(language);
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

    fn bundle(&self, language: Language) -> &Bundle {
        let bundle = match language {
            Language::English => &self.english,
            Language::Arabic => &self.arabic,
        };
        bundle.get_or_init(|| build(self.sources, language))
    }
}

/// The strings with which things are said in a row.
const LIST_MORE: Key = Key("list-more");
const LIST_LAST: Key = Key("list-last");

fn build(sources: &[Source], language: Language) -> Bundle {
    // Our own tags parse; what does not is the root language.
    let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    for source in sources {
        // A fault in a file leaves out the string it stands in; the check of the strings names it.
        let resource = match FluentResource::try_new(source.text(language).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    let form = move |counted: &[FluentValue<'_>]| match counted.first() {
        Some(FluentValue::Number(number)) => Form::of(number.value, language).name().into(),
        _ => FluentValue::Error,
    };
    // It fails only where the name is taken, and nothing else takes one.
    let _ = bundle.add_function("FORM", move |counted, _| form(counted));
    bundle
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCES: &[Source] = &[Source {
        name: "test",
        english: "days = { FORM($n) ->\n    [one] a day\n   *[other] { $n } days\n}\nlist-more = { $before }, { $after }\nlist-last = { $before } and { $after }\nsaid = said\n    .short = s\n",
        arabic: "days = { FORM($n) ->\n    [zero] لا يوم\n    [one] يوم\n    [two] يومان\n    [few] { $n } أيام\n    [many] { $n } يوماً\n   *[other] { $n } يوم\n}\nlist-more = { $before }، { $after }\nlist-last = { $before } و{ $after }\nsaid = قيل\n    .short = ق\n",
    }];
    static SPOKEN: Catalogue = Catalogue::new(SOURCES);

    fn days(language: Language, n: u32) -> String {
        let said = SPOKEN.filled(language, Key("days"), &[("n", n.into())]);
        said.replace(['\u{2068}', '\u{2069}'], "")
    }

    #[test]
    fn a_count_chooses_its_form_and_is_said_whole() {
        let arabic = [0, 1, 2, 3, 11, 100, 102, 103, 111, 8576].map(|n| days(Language::Arabic, n));
        assert_eq!(
            arabic,
            [
                "لا يوم",
                "يوم",
                "يومان",
                "3 أيام",
                "11 يوماً",
                "100 يوم",
                "102 يوم",
                "103 أيام",
                "111 يوماً",
                "8576 يوماً"
            ]
        );
        assert_eq!(
            [1, 101].map(|n| days(Language::English, n)),
            ["a day", "101 days"]
        );
    }

    #[test]
    fn what_is_not_there_reads_as_its_key() {
        let said = |key| SPOKEN.plain(Language::English, Key(key));
        assert_eq!(said("nothing"), "nothing");
        assert_eq!(said("said.nothing"), "said.nothing");
        assert_eq!(said("said.short"), "s");
    }

    #[test]
    fn lists_are_joined_as_the_language_joins_them() {
        let list = |language, items: &[&str]| {
            SPOKEN
                .list(language, items)
                .replace(['\u{2068}', '\u{2069}'], "")
        };
        assert_eq!(list(Language::English, &["A", "B", "C"]), "A, B and C");
        assert_eq!(list(Language::Arabic, &["قطر", "مصر"]), "قطر ومصر");
        assert_eq!(
            list(Language::Arabic, &["Israel", "Hamas"]),
            "Israel و\u{a0}Hamas"
        );
        assert_eq!(list(Language::English, &["Qatar"]), "Qatar");
        assert_eq!(list(Language::English, &[]), "");
    }
}
