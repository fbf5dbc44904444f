//! What Arabic must hold to beside the English: one thing has one name, as the glossary has agreed
//! it; a count stands in every form; no letter is joined to what is filled in.

use std::collections::BTreeSet;

use fluent_syntax::{
    ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey},
    parser,
};

use super::File;

const HEAD: &str = "## In Arabic";

/// A row of the glossary's table: the English word, the Arabic for it, and what was given up.
struct Agreed {
    english: String,
    arabic: String,
    given_up: Vec<String>,
}

/// The rows of the glossary's table. Something that was given up is so for a reason.
fn agreed(glossary: &str) -> Result<Vec<Agreed>, String> {
    let (_, section) = glossary.split_once(HEAD).ok_or("the table was not found")?;
    let section = section.split("\n## ").next().unwrap_or_default();
    let rows = section
        .lines()
        .filter(|line| line.starts_with("| ") && !line.starts_with("| word"));
    rows.map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [english, arabic, given_up, because] = cells.as_slice() else {
            return Err(format!("this row of the glossary cannot be read: {line}"));
        };
        if given_up.is_empty() != because.is_empty() {
            return Err(format!(
                "{english}: what is given up is given up for a reason"
            ));
        }
        let given_up = given_up.split('،').map(|word| bare(word.trim()));
        Ok(Agreed {
            english: (*english).to_owned(),
            arabic: bare(arabic),
            given_up: given_up.filter(|word| !word.is_empty()).collect(),
        })
    })
    .collect()
}

/// Without the signs of vowels and doubling, which are written or left out at will.
fn bare(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}'))
        .collect()
}

const fn is_letter(c: char) -> bool {
    matches!(c, '\u{621}'..='\u{64a}')
}

/// What Arabic joins to a word before it, and after it.
const JOINED_BEFORE: [&str; 12] = [
    "", "و", "ف", "ب", "ل", "ك", "ال", "وال", "بال", "لل", "كال", "فال",
];
const JOINED_AFTER: [&str; 12] = [
    "", "ا", "ه", "ها", "هم", "كم", "ة", "ات", "ان", "ين", "ون", "تان",
];

/// Whether a word stands in a text, with what Arabic joins to it before and after.
fn stands(word: &str, text: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text.get(..at).unwrap_or_default();
        let after = text.get(at + word.len()..).unwrap_or_default();
        let before: Vec<char> = before.chars().rev().take_while(|c| is_letter(*c)).collect();
        let before: String = before.into_iter().rev().collect();
        let after: String = after.chars().take_while(|c| is_letter(*c)).collect();
        JOINED_BEFORE.contains(&before.as_str()) && JOINED_AFTER.contains(&after.as_str())
    })
}

/// Words that were given up and stand in a string all the same.
pub fn given_up(glossary: &str, files: &[File]) -> Result<Vec<String>, String> {
    let agreed = agreed(glossary)?;
    let mut back = Vec::new();
    for (name, text) in files {
        for line in text.lines().map(bare) {
            for one in &agreed {
                for word in one.given_up.iter().filter(|word| stands(word, &line)) {
                    let (english, arabic, line) = (&one.english, &one.arabic, line.trim());
                    back.push(format!("{name}: {english} is {arabic}, not {word}: {line}"));
                }
            }
        }
    }
    Ok(back)
}

/// Words that were agreed and stand in no string.
pub fn unsaid(glossary: &str, files: &[File]) -> Result<Vec<String>, String> {
    let all: String = files.iter().map(|(_, text)| bare(text)).collect();
    let agreed = agreed(glossary)?.into_iter();
    let unsaid = agreed.filter(|one| !all.contains(one.arabic.trim_end_matches('ة')));
    Ok(unsaid
        .map(|one| format!("{} is {} by the glossary", one.english, one.arabic))
        .collect())
}

/// Lines in which a letter is joined to what is filled in. "And" alone may be: it is set apart where
/// that is needed.
pub fn joined(files: &[File]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, text) in files {
        for line in text.lines() {
            let bare = bare(line);
            for opening in ["{ $", "«{ $"] {
                for (at, _) in bare.match_indices(opening) {
                    let mut letters = bare.get(..at).unwrap_or_default().chars().rev();
                    let (last, second) = (letters.next(), letters.next());
                    let and = last == Some('و') && second.is_none_or(|c| !c.is_alphabetic());
                    if last.is_some_and(is_letter) && !and {
                        found.push(format!("{name} joins a letter: {line}"));
                    }
                }
            }
        }
    }
    found
}

/// How many counts there are, and those that lack a form or choose it by other rules than ours.
pub fn counts(files: &[File]) -> Result<(usize, Vec<String>), String> {
    let (mut counted, mut wrong) = (0, Vec::new());
    for (name, text) in files {
        let resource = parser::parse(*text).map_err(|(_, faults)| format!("{name}: {faults:?}"))?;
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let key = message.id.name;
            let attributes = message.attributes.iter().map(|a| &a.value);
            for pattern in message.value.iter().chain(attributes) {
                for (by_form, forms) in choices(pattern) {
                    counted += 1;
                    for form in ["one", "two", "few", "many", "other"] {
                        if !forms.contains(form) {
                            wrong.push(format!("{name}: {key} lacks [{form}]"));
                        }
                    }
                    if !by_form {
                        wrong.push(format!("{name}: {key} does not choose by FORM(…)"));
                    }
                }
            }
        }
    }
    Ok((counted, wrong))
}

/// Each choice of a string that names a form of counting: whether it asks for the form, and the forms.
fn choices<'a>(pattern: &Pattern<&'a str>) -> Vec<(bool, BTreeSet<&'a str>)> {
    let mut found = Vec::new();
    for element in &pattern.elements {
        let PatternElement::Placeable {
            expression: Expression::Select { selector, variants },
        } = element
        else {
            continue;
        };
        let by_form = matches!(
            selector,
            InlineExpression::FunctionReference { id, .. } if id.name == "FORM"
        );
        let keys = variants.iter().map(|variant| match variant.key {
            VariantKey::Identifier { name } => name,
            VariantKey::NumberLiteral { value } => value,
        });
        let keys: BTreeSet<&str> = keys.collect();
        let counting = ["zero", "one", "two", "few", "many"];
        if by_form || counting.iter().any(|form| keys.contains(form)) {
            found.push((by_form, keys));
        }
        found.extend(variants.iter().flat_map(|variant| choices(&variant.value)));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_with_what_is_joined_to_it() {
        assert!(stands("ضمانة", &bare("التزام أو ضمانة")));
        assert!(stands("ملحق", "والملحق الأول"));
        assert!(stands("ملحق", "الملحقات"));
        assert!(!stands("لقاء", "من تلقاء نفسه"));
        assert!(!stands("يستحق", "مستحق"));
    }

    #[test]
    fn planted_faults_are_found() {
        let glossary = "## In Arabic\n\n| word | Arabic | given up | because |\n|---|---|---|---|\n| annex | مرفق | ملحق | two names |\n";
        let file = |text| [("ar", text)];
        let back = given_up(glossary, &file("a = الملحق الأول\n")).unwrap();
        assert_eq!(back.len(), 1, "{back:?}");
        assert_eq!(unsaid(glossary, &file("a = شيء\n")).unwrap().len(), 1);
        assert!(unsaid(glossary, &file("a = المرفق\n")).unwrap().is_empty());
        assert!(given_up("nothing", &[]).is_err());
        assert_eq!(joined(&file("a = ب{ $x }\n")).len(), 1);
        assert!(joined(&file("a = هذا و{ $x }\n")).is_empty());
        let all = "\n    [one] ١\n    [two] ٢\n    [few] ٣\n    [many] ٤\n   *[other] ٥\n}\n";
        let by = |selector: &str| {
            let text: &'static str =
                Box::leak(format!("a = {{ {selector} ->{all}").into_boxed_str());
            counts(&[("ar", text)]).unwrap()
        };
        assert_eq!(by("FORM($n)"), (1, Vec::new()));
        assert_eq!(by("$n").1, ["ar: a does not choose by FORM(…)"]);
        let lacking = counts(&file("a = { FORM($n) ->\n    [one] ١\n   *[other] ٢\n}\n")).unwrap();
        assert_eq!(lacking.1.len(), 3, "{lacking:?}");
    }
}
