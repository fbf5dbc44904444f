//! The check of the strings: every language says the same things, nothing is asked for that is
//! not there, nothing is there that nobody asks for, and Arabic counts in its own forms.

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

use super::{Key, Language, Strings, bundles::SOURCES};

/// Key (or `key.attribute`) to the variables it uses.
type Found = BTreeMap<String, BTreeSet<String>>;

fn strings(language: Language) -> Found {
    let mut found = Found::new();
    for source in SOURCES {
        let resource = parser::parse(source.text(language)).unwrap_or_else(|(_, faults)| {
            panic!("{}/{}.ftl: {faults:?}", language.tag(), source.name)
        });
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let value = message
                .value
                .iter()
                .map(|p| (message.id.name.to_owned(), p));
            let attributes = message.attributes.iter().map(|attribute| {
                let key = format!("{}.{}", message.id.name, attribute.id.name);
                (key, &attribute.value)
            });
            for (key, pattern) in value.chain(attributes) {
                let mut variables = BTreeSet::new();
                in_pattern(pattern, &mut variables);
                let twice = found.insert(key.clone(), variables).is_some();
                assert!(!twice, "{key} is defined twice in {}", language.tag());
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
                && !path.to_string_lossy().contains("i18n/check")
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

/// Every literal after a call that asks for a string, with the variables written out beside it.
fn calls() -> Vec<(String, BTreeSet<String>)> {
    let mut calls = Vec::new();
    for text in sources().values() {
        for call in [".t(", ".with(", ".plain(", "Key("] {
            for (at, _) in text.match_indices(call) {
                let rest = &text[at + call.len()..];
                let trimmed = rest.trim_start();
                let Some(key) = trimmed.strip_prefix('"').and_then(|r| r.split('"').next()) else {
                    continue;
                };
                calls.push((key.to_owned(), variables(rest)));
            }
        }
    }
    calls
}

/// The names in `("name", value)` up to the end of the call.
fn variables(call: &str) -> BTreeSet<String> {
    let mut depth = 1;
    let arguments: String = call
        .chars()
        .take_while(|c| {
            depth += i32::from(*c == '(') - i32::from(*c == ')');
            depth > 0
        })
        .collect();
    let bare: String = arguments.split_whitespace().collect();
    bare.match_indices("(\"")
        .filter_map(|(at, _)| bare[at + 2..].split_once("\","))
        .map(|(name, _)| name.to_owned())
        .collect()
}

#[test]
fn every_language_says_the_same_things() {
    let english = strings(Language::English);
    for language in Language::ALL {
        let other = strings(language);
        let of = |all: &Found| all.keys().cloned().collect::<BTreeSet<_>>();
        assert_eq!(of(&english), of(&other), "{}", language.tag());
        for (key, variables) in &english {
            assert_eq!(variables, &other[key], "{key} in {}", language.tag());
        }
    }
}

#[test]
fn nothing_is_asked_for_that_is_not_there_nor_given_that_it_does_not_know() {
    let english = strings(Language::English);
    let calls = calls();
    assert!(
        calls.len() > 100,
        "the scan found almost nothing: {}",
        calls.len()
    );
    for (key, given) in calls {
        let Some(variables) = english.get(&key) else {
            panic!("{key} is asked for and not there");
        };
        assert!(
            given.is_subset(variables),
            "{key} knows {variables:?}, given {given:?}"
        );
    }
}

#[test]
fn nothing_is_there_that_nobody_asks_for() {
    let sources: String = sources().into_values().collect();
    let unused: Vec<_> = strings(Language::English)
        .into_keys()
        .filter(|key| !sources.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "{unused:#?}");
}

#[test]
fn arabic_is_arabic_and_counts_in_its_own_forms() {
    for key in strings(Language::Arabic).into_keys() {
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

#[test]
fn an_unknown_key_reads_as_the_key() {
    let strings = Strings::of(Language::English);
    assert_eq!(strings.t("list-more.nothing"), "list-more.nothing");
}

#[test]
fn lists_are_joined_as_the_language_joins_them() {
    let bare = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    let [english, arabic] = Language::ALL.map(Strings::of);
    assert_eq!(bare(english.list(&["A", "B", "C"])), "A, B and C");
    assert_eq!(bare(arabic.list(&["أ", "ب"])), "أ وب");
    assert_eq!(english.list::<&str>(&[]), "");
}
