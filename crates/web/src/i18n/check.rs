//! The check of the strings: both languages say the same things, nothing is asked for that is
//! not there, and nothing is there that nobody asks for.

use std::path::Path;

use testbed::strings::{self, File, arabic};

use super::{Key, Lang, SOURCES, Words, accepted};

const GLOSSARY: &str = include_str!("../../../../GLOSSARY.md");

fn files(lang: Lang) -> Vec<File> {
    let of = SOURCES
        .iter()
        .map(|source| (source.name, source.text(lang)));
    of.collect()
}

fn said(lang: Lang) -> strings::Strings {
    strings::strings(files(lang)).unwrap()
}

fn code() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    strings::code(&folder, "i18n/check").unwrap()
}

#[test]
fn both_languages_say_the_same_things() {
    let english = said(Lang::English);
    for lang in Lang::ALL {
        let wrong = strings::differences(&english, &said(lang));
        assert!(wrong.is_empty(), "{}: {wrong:#?}", lang.tag());
    }
}

#[test]
fn nothing_is_asked_for_that_is_not_there_nor_given_that_it_does_not_know() {
    let english = said(Lang::English);
    let asked = strings::asked(&code(), &[".t(", "Key("]);
    assert!(asked.len() > 50, "almost nothing: {}", asked.len());
    // What stands beside these is no variable of the string.
    let bare: Vec<_> = asked.into_iter().map(|(key, _)| (key, [].into())).collect();
    let wrong = strings::unknown(&english, &bare);
    assert!(wrong.is_empty(), "{wrong:#?}");
    let given = strings::asked(&code(), &[".t_args(", ".t_plain("]);
    // Some are given by a name of their own: what is missing then, `sound` finds in a page.
    let checked = given.iter().filter(|(_, names)| !names.is_empty()).count();
    assert!(checked > 10, "almost nothing: {checked}");
    let wrong = strings::unknown(&english, &given);
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn nothing_is_there_that_nobody_asks_for() {
    let asked = strings::asked(&code(), &[".t(", ".t_args(", ".t_plain(", "Key("]);
    let asked: Vec<String> = asked.iter().map(|(key, _)| format!("\"{key}\"")).collect();
    let mut unused = strings::unused(&said(Lang::English), &asked);
    // The catalogue itself asks for these.
    unused.retain(|key| !key.starts_with("list-"));
    assert!(unused.is_empty(), "there and never asked for: {unused:#?}");
}

#[test]
fn arabic_holds_to_the_glossary_and_to_its_own_forms() {
    let files = files(Lang::Arabic);
    assert_eq!(arabic::given_up(GLOSSARY, &files).unwrap(), [""; 0]);
    assert_eq!(arabic::unsaid(GLOSSARY, &files).unwrap(), [""; 0]);
    assert_eq!(arabic::joined(&files), [""; 0]);
    let (counted, wrong) = arabic::counts(&files).unwrap();
    assert!(counted > 20, "almost nothing: {counted}");
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn what_is_shown_left_to_right_ends_where_it_ends() {
    let hint = Words::of(Lang::Arabic).t_plain("date-day.hint", &[]);
    let opened = hint.matches('\u{2066}').count();
    assert!(opened > 0 && !hint.contains('\u{2068}'), "{hint}");
    assert_eq!(opened, hint.matches('\u{2069}').count(), "{hint}");
}

#[test]
fn arabic_is_arabic_and_counts_in_its_own_forms() {
    for key in said(Lang::Arabic).into_keys() {
        let key = Key(Box::leak(key.into_boxed_str()));
        let text = Words::of(Lang::Arabic).t_args(key, &[]);
        assert!(
            text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)) || text.contains('{'),
            "{key:?} is not in Arabic: {text}"
        );
    }
    let minutes = |n: i64| Words::of(Lang::Arabic).t_args("span-minutes", &[("n", n.into())]);
    assert_eq!(minutes(1), "دقيقة");
    assert_eq!(minutes(2), "دقيقتان");
    for few in [5, 103, 110] {
        assert!(minutes(few).ends_with("دقائق"), "{}", minutes(few));
    }
    for many in [40, 100, 102, 111] {
        assert!(minutes(many).ends_with("دقيقة"), "{}", minutes(many));
    }
    let every = |n: i64| Words::of(Lang::Arabic).t_args("entry-every-hours", &[("n", n.into())]);
    assert_eq!(
        (every(24).as_str(), every(2).as_str()),
        ("كل يوم", "كل ساعتين")
    );
}

#[test]
fn an_unknown_key_reads_as_the_key() {
    assert_eq!(Words::default().t("no-such-key"), "no-such-key");
}

#[test]
fn the_language_is_taken_from_what_the_browser_asks_for() {
    for (header, language) in [
        ("ar-QA,ar;q=0.9,en;q=0.8", Some(Lang::Arabic)),
        ("fr, en;q=0.3, ar;q=0.7", Some(Lang::Arabic)),
        ("ar;q=0, en-GB", Some(Lang::English)),
        ("fr,de;q=0.5", None),
        (";;q=,,,\u{0}", None),
    ] {
        assert_eq!(accepted(header), language, "{header}");
    }
}
