//! The locale files, embedded and parsed once.

use std::sync::LazyLock;

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use super::Language;

/// A locale file: its name without the ending, and its text in each language.
#[derive(Clone, Copy, Debug)]
pub struct Source {
    /// The name that both languages share, by which a test tells where a fault stands.
    #[cfg(test)]
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

macro_rules! sources {
    ($($name:literal),* $(,)?) => {
        &[$(Source {
            #[cfg(test)]
            name: $name,
            english: include_str!(concat!("../../locales/en/", $name, ".ftl")),
            arabic: include_str!(concat!("../../locales/ar/", $name, ".ftl")),
        }),*]
    };
}

/// Every locale file. A macro, because `include_str!` takes nothing but a literal.
pub const SOURCES: &[Source] = sources![
    "words",
    "faults",
    "report",
    "candidate",
    "decisions",
    "workbook",
];

type Bundle = FluentBundle<FluentResource>;

static ENGLISH: LazyLock<Bundle> = LazyLock::new(|| build(Language::English));
static ARABIC: LazyLock<Bundle> = LazyLock::new(|| build(Language::Arabic));

/// The parsed strings of one language.
pub(super) fn of(language: Language) -> &'static Bundle {
    match language {
        Language::English => &ENGLISH,
        Language::Arabic => &ARABIC,
    }
}

fn build(language: Language) -> Bundle {
    // The tag decides the plural forms. Our own tags parse; what does not is the root language.
    let id: LanguageIdentifier = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    for source in SOURCES {
        // A fault in a file leaves out the string it stands in; the check of the strings names it.
        let resource = match FluentResource::try_new(source.text(language).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}
