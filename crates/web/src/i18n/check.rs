//! The check of the strings: every language says the same things, nothing is asked for that is
//! not there, and nothing is there that nobody asks for.

mod arabic;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

use super::{Key, Lang, SOURCES, Words};

/// Key (or `key.attribute`) to the variables it uses.
type Strings = BTreeMap<String, BTreeSet<String>>;

fn strings(lang: Lang) -> Strings {
    let mut found = Strings::new();
    for source in SOURCES {
        let resource = parser::parse(source.text(lang))
            .unwrap_or_else(|(_, faults)| panic!("{}/{}.ftl: {faults:?}", lang.tag(), source.name));
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let patterns = message
                .value
                .iter()
                .map(|pattern| (message.id.name.to_owned(), pattern))
                .chain(message.attributes.iter().map(|attribute| {
                    (
                        format!("{}.{}", message.id.name, attribute.id.name),
                        &attribute.value,
                    )
                }));
            for (key, pattern) in patterns {
                let mut variables = BTreeSet::new();
                in_pattern(pattern, &mut variables);
                let twice = found.insert(key.clone(), variables).is_some();
                assert!(!twice, "{key} is defined twice in {}", lang.tag());
            }
        }
    }
    found
}

fn in_pattern(pattern: &Pattern<&str>, out: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            in_expression(expression, out);
        }
    }
}

fn in_expression(expression: &Expression<&str>, out: &mut BTreeSet<String>) {
    match expression {
        Expression::Select { selector, variants } => {
            in_inline(selector, out);
            for variant in variants {
                in_pattern(&variant.value, out);
            }
        }
        Expression::Inline(inline) => in_inline(inline, out),
    }
}

fn in_inline(inline: &InlineExpression<&str>, out: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            out.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference {
            arguments: CallArguments { positional, .. },
            ..
        } => {
            for argument in positional {
                in_inline(argument, out);
            }
        }
        InlineExpression::Placeable { expression } => in_expression(expression, out),
        _ => {}
    }
}

/// The sources of the crate, comments left out.
fn sources() -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !path.ends_with("i18n/check.rs")
            {
                let text = fs::read_to_string(&path).unwrap();
                let code = text
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"));
                found.insert(path, code.flat_map(|line| [line, "\n"]).collect());
            }
        }
    }
    found
}

/// Every key that the sources ask for: the literal after `.t(`, `.t_args(`, `.t_plain(` and
/// `Key(`.
fn asked_for() -> BTreeMap<String, PathBuf> {
    let mut asked = BTreeMap::new();
    for (path, text) in sources() {
        for call in [".t(", ".t_args(", ".t_plain(", "Key("] {
            for (at, _) in text.match_indices(call) {
                let rest = text[at + call.len()..].trim_start();
                if let Some(literal) = rest.strip_prefix('"').and_then(|r| r.split('"').next()) {
                    asked.insert(literal.to_owned(), path.clone());
                }
            }
        }
    }
    asked
}

/// The variables given where a string is asked for by a literal, where they are written out there.
fn given(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut calls = Vec::new();
    for call in [".t_args(", ".t_plain("] {
        for (at, _) in text.match_indices(call) {
            let rest = &text[at + call.len()..];
            let Some(key) = rest
                .trim_start()
                .strip_prefix('"')
                .and_then(|r| r.split('"').next())
            else {
                continue;
            };
            let mut depth = 1;
            let arguments: String = rest
                .chars()
                .take_while(|c| {
                    depth += i32::from(*c == '(') - i32::from(*c == ')');
                    depth > 0
                })
                .collect();
            let bare: String = arguments.split_whitespace().collect();
            let names = bare
                .match_indices("(\"")
                .filter_map(|(at, _)| bare[at + 2..].split_once("\","))
                .map(|(name, _)| name.to_owned())
                .collect();
            calls.push((key.to_owned(), names));
        }
    }
    calls
}

#[test]
fn no_variable_is_given_that_its_string_does_not_know() {
    let english = strings(Lang::English);
    let mut checked = 0;
    for text in sources().values() {
        for (key, names) in given(text) {
            // Some are given by a name of their own: what is missing then, `sound` finds in a page.
            checked += usize::from(!names.is_empty());
            let variables = &english[&key];
            assert!(
                names.is_subset(variables),
                "{key} knows {variables:?} and is given {names:?}"
            );
        }
    }
    assert!(checked > 10, "the scan found almost nothing: {checked}");
}

#[test]
fn every_language_says_the_same_things() {
    let english = strings(Lang::English);
    for lang in Lang::ALL {
        let other = strings(lang);
        let missing: Vec<_> = english
            .keys()
            .filter(|key| !other.contains_key(*key))
            .collect();
        let extra: Vec<_> = other
            .keys()
            .filter(|key| !english.contains_key(*key))
            .collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}", lang.tag());
        assert!(extra.is_empty(), "{} alone has {extra:?}", lang.tag());
        for (key, variables) in &english {
            assert_eq!(
                variables,
                &other[key],
                "{key} uses other variables in {}",
                lang.tag()
            );
        }
    }
}

#[test]
fn nothing_is_asked_for_that_is_not_there_nor_there_unasked() {
    let english = strings(Lang::English);
    let asked = asked_for();
    assert!(
        asked.len() > 50,
        "the scan found almost nothing: {}",
        asked.len()
    );
    let undefined: Vec<_> = asked
        .iter()
        .filter(|(key, _)| !english.contains_key(*key))
        .collect();
    assert!(
        undefined.is_empty(),
        "asked for and not there: {undefined:#?}"
    );
    let unused: Vec<_> = english
        .keys()
        .filter(|key| !asked.contains_key(*key))
        .collect();
    assert!(unused.is_empty(), "there and never asked for: {unused:#?}");
}

#[test]
fn arabic_is_arabic_and_counts_in_its_own_forms() {
    for (key, _) in strings(Lang::Arabic) {
        let text =
            Words::of(Lang::Arabic).t_args(Key(Box::leak(key.clone().into_boxed_str())), &[]);
        assert!(
            text.chars().any(|c| ('\u{600}'..='\u{6ff}').contains(&c)) || text.contains('{'),
            "{key} is not in Arabic: {text}"
        );
    }
    let minutes = |n: i64| Words::of(Lang::Arabic).t_args("span-minutes", &[("n", n.into())]);
    assert_eq!(minutes(1), "دقيقة");
    assert_eq!(minutes(2), "دقيقتان");
    assert!(minutes(5).ends_with("دقائق"), "{}", minutes(5));
    assert!(minutes(40).ends_with("دقيقة"), "{}", minutes(40));
}

#[test]
fn an_unknown_key_reads_as_the_key() {
    assert_eq!(Words::default().t("no-such-key"), "no-such-key");
    assert_eq!(
        Words::default().t("no-such-key.attribute"),
        "no-such-key.attribute"
    );
}

#[test]
fn the_language_is_taken_from_what_the_browser_asks_for() {
    assert_eq!(
        Lang::from_accept("ar-QA,ar;q=0.9,en;q=0.8"),
        Some(Lang::Arabic)
    );
    assert_eq!(
        Lang::from_accept("fr, en;q=0.3, ar;q=0.7"),
        Some(Lang::Arabic)
    );
    assert_eq!(Lang::from_accept("ar;q=0, en-GB"), Some(Lang::English));
    assert_eq!(Lang::from_accept("fr,de;q=0.5"), None);
    assert_eq!(Lang::from_accept(";;q=,,,\u{0}"), None);
}

#[test]
fn lists_are_joined_as_the_language_joins_them() {
    let bare = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    assert_eq!(
        bare(Words::default().list(&["Israel", "Hamas", "Qatar"])),
        "Israel, Hamas and Qatar"
    );
    assert_eq!(
        bare(Words::of(Lang::Arabic).list(&["قطر", "مصر"])),
        "قطر ومصر"
    );
    assert_eq!(
        bare(Words::of(Lang::Arabic).list(&["Israel", "Hamas"])),
        "Israel و\u{a0}Hamas"
    );
    assert_eq!(Words::default().list::<&str>(&[]), "");
    assert_eq!(Words::default().list(&["Qatar"]), "Qatar");
}
