//! The check of the strings: every language says the same things, nothing is asked for that is
//! not there, nothing is there that nobody asks for, and Arabic counts in its own forms.

use std::path::Path;

use testbed::strings::{self, File, arabic};

use super::{Key, Language, SOURCES, Strings};

const GLOSSARY: &str = include_str!("../../../../GLOSSARY.md");

fn files(language: Language) -> Vec<File> {
    let of = SOURCES
        .iter()
        .map(|source| (source.name, source.text(language)));
    of.collect()
}

fn said(language: Language) -> strings::Strings {
    strings::strings(files(language)).unwrap()
}

fn code() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    strings::code(&folder, "i18n/check").unwrap()
}

#[test]
fn every_language_says_the_same_things() {
    let english = said(Language::English);
    for language in Language::ALL {
        let wrong = strings::differences(&english, &said(language));
        assert!(wrong.is_empty(), "{}: {wrong:#?}", language.tag());
    }
}

#[test]
fn nothing_is_asked_for_that_is_not_there_nor_given_that_it_does_not_know() {
    let asked = strings::asked(&code(), &[".t(", ".with(", ".plain(", "Key("]);
    assert!(asked.len() > 100, "almost nothing: {}", asked.len());
    let wrong = strings::unknown(&said(Language::English), &asked);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_there_that_nobody_asks_for() {
    let mut unused = strings::unused(&said(Language::English), &code());
    // The catalogue itself asks for these.
    unused.retain(|key| !key.starts_with("list-"));
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn arabic_holds_to_the_glossary_and_to_its_own_forms() {
    let files = files(Language::Arabic);
    assert_eq!(arabic::given_up(GLOSSARY, &files).unwrap(), [""; 0]);
    assert_eq!(arabic::joined(&files), [""; 0]);
    let (counted, wrong) = arabic::counts(&files).unwrap();
    assert!(counted > 15, "almost nothing: {counted}");
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn arabic_is_arabic_and_counts_in_its_own_forms() {
    for key in said(Language::Arabic).into_keys() {
        let key = Key(Box::leak(key.into_boxed_str()));
        let text = Strings::of(Language::Arabic).with(key, &[]);
        assert!(
            text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)) || text.contains('{'),
            "{key:?} is not in Arabic: {text}"
        );
    }
    let entries = |n: u32| Strings::of(Language::Arabic).plain("entries", &[("n", n.into())]);
    let said = [0, 1, 2, 3, 11, 100, 102, 103, 110, 8576, 10_000].map(entries);
    let expected = [
        "لا قيد",
        "قيد واحد",
        "قيدان",
        "3 قيود",
        "11 قيداً",
        "100 قيد",
        "102 قيد",
        "103 قيود",
        "110 قيود",
        "8,576 قيداً",
        "10,000 قيد",
    ];
    assert_eq!(said, expected);
}
