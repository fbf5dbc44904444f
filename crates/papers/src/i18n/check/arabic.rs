//! What Arabic must hold to beside the English: one thing has one name, as GLOSSARY.md has agreed
//! it; a count stands in every form; no letter is joined to what is filled in.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Entry, Expression, Pattern, PatternElement, VariantKey},
    parser,
};

use super::super::{Language, bundles::SOURCES};

const GLOSSARY: &str = include_str!("../../../../../GLOSSARY.md");
const HEAD: &str = "## In Arabic";

/// A row of the glossary's table: the English word, the Arabic for it, and what was given up.
struct Agreed {
    english: String,
    arabic: String,
    given_up: Vec<String>,
}

fn agreed() -> Vec<Agreed> {
    let (_, section) = GLOSSARY.split_once(HEAD).unwrap();
    let section = section.split("\n## ").next().unwrap();
    let rows = section
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| word"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [english, arabic, given_up, because] = cells[..] else {
            panic!("this row of GLOSSARY.md cannot be read: {line}");
        };
        assert_eq!(
            given_up.is_empty(),
            because.is_empty(),
            "{english}: what is given up is given up for a reason"
        );
        Agreed {
            english: english.to_owned(),
            arabic: bare(arabic),
            given_up: given_up
                .split('،')
                .map(|word| bare(word.trim()))
                .filter(|word| !word.is_empty())
                .collect(),
        }
    })
    .collect()
}

/// Without the signs of vowels and doubling, which are written or left out at will.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}'))
        .collect()
}

/// Whether a word stands in a text, with what Arabic joins to it before and after.
fn stands(word: &str, text: &str) -> bool {
    let letter = |c: &char| ('\u{621}'..='\u{64a}').contains(c);
    text.match_indices(word).any(|(at, _)| {
        let before: Vec<char> = text[..at].chars().rev().take_while(letter).collect();
        let before: String = before.into_iter().rev().collect();
        let after: String = text[at + word.len()..].chars().take_while(letter).collect();
        let joined_before = [
            "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "كال", "فال",
        ];
        let joined_after = [
            "", "ا", "ه", "ها", "هم", "كم", "ة", "ات", "ان", "ين", "ون", "تان",
        ];
        joined_before.contains(&before.as_str()) && joined_after.contains(&after.as_str())
    })
}

fn texts() -> impl Iterator<Item = (&'static str, &'static str)> {
    SOURCES
        .iter()
        .map(|source| (source.name, source.text(Language::Arabic)))
}

#[test]
fn a_word_that_was_given_up_does_not_come_back() {
    let agreed = agreed();
    assert!(
        agreed.len() > 20,
        "the table was not found: {}",
        agreed.len()
    );
    let mut back = Vec::new();
    for (name, text) in texts() {
        for line in text.lines().map(bare) {
            for Agreed {
                english,
                arabic,
                given_up,
            } in &agreed
            {
                for word in given_up.iter().filter(|word| stands(word, &line)) {
                    back.push(format!(
                        "{name}.ftl: {english} is {arabic}, not {word}: {}",
                        line.trim()
                    ));
                }
            }
        }
    }
    assert!(back.is_empty(), "{back:#?}");
}

#[test]
fn a_word_is_found_with_what_is_joined_to_it() {
    assert!(stands("ضمانة", &bare("التزام أو ضمانة")));
    assert!(stands("ملحق", "والملحق الأول"));
    assert!(stands("ملحق", "الملحقات"));
    assert!(!stands("لقاء", "من تلقاء نفسه"));
    assert!(!stands("يستحق", "مستحق"));
}

/// "And" alone may be joined: `joined` sets it apart where that is needed.
#[test]
fn no_letter_is_joined_to_what_is_filled_in() {
    for (name, text) in texts() {
        for line in text.lines() {
            let bare = bare(line);
            for opening in ["{ $", "«{ $"] {
                for (at, _) in bare.match_indices(opening) {
                    let mut letters = bare[..at].chars().rev();
                    let (last, second) = (letters.next(), letters.next());
                    let joined = last.is_some_and(|c| ('\u{621}'..='\u{64a}').contains(&c));
                    let and = last == Some('و') && second.is_none_or(|c| !c.is_alphabetic());
                    assert!(!joined || and, "{name}.ftl joins a letter: {line}");
                }
            }
        }
    }
}

#[test]
fn a_count_stands_in_every_form() {
    let mut counted = 0;
    for (name, text) in texts() {
        let resource = parser::parse(text).unwrap();
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let attributes = message.attributes.iter().map(|a| &a.value);
            for pattern in message.value.iter().chain(attributes) {
                for forms in forms(pattern) {
                    counted += 1;
                    for form in ["one", "two", "few", "many", "other"] {
                        let key = message.id.name;
                        assert!(forms.contains(form), "{name}.ftl: {key} lacks [{form}]");
                    }
                }
            }
        }
    }
    assert!(counted > 15, "the scan found almost nothing: {counted}");
}

/// The forms of each count in a string: a choice that names a form of counting is a count.
fn forms<'a>(pattern: &Pattern<&'a str>) -> Vec<BTreeSet<&'a str>> {
    let selects = pattern.elements.iter().filter_map(|element| match element {
        PatternElement::Placeable {
            expression: Expression::Select { variants, .. },
        } => Some(variants),
        _ => None,
    });
    let keys = selects.map(|variants| {
        variants
            .iter()
            .map(|variant| match variant.key {
                VariantKey::Identifier { name } => name,
                VariantKey::NumberLiteral { value } => value,
            })
            .collect::<BTreeSet<_>>()
    });
    keys.filter(|keys| {
        ["zero", "one", "two", "few", "many"]
            .iter()
            .any(|f| keys.contains(f))
    })
    .collect()
}
