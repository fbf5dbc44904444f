//! The strings of a crate against its code: every language says the same things, nothing is asked for
//! that is not there, and nothing is there that nobody asks for. Each check gives what is wrong, in
//! words; none of them knows what the strings say.

pub mod arabic;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};

/// A locale file: its name and what is in it.
pub type File = (&'static str, &'static str);

/// Key (or `key.attribute`) to the variables that it uses.
pub type Strings = BTreeMap<String, BTreeSet<String>>;

/// A string asked for in the code, and the variables that are written out beside it.
pub type Asked = (String, BTreeSet<String>);

/// Every string of some files; a file that cannot be parsed, or a key that stands twice, is a fault.
pub fn strings(files: impl IntoIterator<Item = File>) -> Result<Strings, String> {
    let mut found = Strings::new();
    for (name, text) in files {
        let resource = parser::parse(text).map_err(|(_, faults)| format!("{name}: {faults:?}"))?;
        for entry in &resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let id = message.id.name;
            let value = message.value.iter().map(|p| (id.to_owned(), p));
            let attributes = message.attributes.iter();
            let attributes = attributes.map(|a| (format!("{id}.{}", a.id.name), &a.value));
            for (key, pattern) in value.chain(attributes) {
                let mut variables = BTreeSet::new();
                in_pattern(pattern, &mut variables);
                if found.insert(key.clone(), variables).is_some() {
                    return Err(format!("{name}: {key} is defined twice"));
                }
            }
        }
    }
    Ok(found)
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

/// Where two languages do not say the same things with the same variables.
pub fn differences(one: &Strings, other: &Strings) -> Vec<String> {
    let keys: BTreeSet<&String> = one.keys().chain(other.keys()).collect();
    keys.into_iter()
        .filter_map(|key| match (one.get(key), other.get(key)) {
            (Some(mine), Some(theirs)) if mine == theirs => None,
            (Some(mine), Some(theirs)) => Some(format!("{key} uses {mine:?} and {theirs:?}")),
            (Some(_), None) => Some(format!("{key} is lacking")),
            (None, _) => Some(format!("{key} is there alone")),
        })
        .collect()
}

/// The code of a folder, comments left out, but for what lies in paths with a part of this name.
pub fn code(folder: &Path, except: &str) -> io::Result<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !path.to_string_lossy().contains(except)
            {
                let text = fs::read_to_string(&path)?;
                let code = text
                    .lines()
                    .filter(|line| !line.trim_start().starts_with("//"));
                found.push(code.flat_map(|line| [line, "\n"]).collect());
            }
        }
    }
    Ok(found)
}

/// Every literal after one of these calls (such as `.t(`).
pub fn asked(code: &[String], calls: &[&str]) -> Vec<Asked> {
    let mut asked = Vec::new();
    for text in code {
        for call in calls {
            for rest in text.split(call).skip(1) {
                let literal = rest.trim_start().strip_prefix('"');
                if let Some((key, _)) = literal.and_then(|rest| rest.split_once('"')) {
                    asked.push((key.to_owned(), variables(rest)));
                }
            }
        }
    }
    asked
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
    let names = bare
        .split("(\"")
        .skip(1)
        .filter_map(|rest| rest.split_once("\","));
    names.map(|(name, _)| name.to_owned()).collect()
}

/// What is asked for and not there, or given a variable that it does not know.
pub fn unknown(strings: &Strings, asked: &[Asked]) -> Vec<String> {
    asked
        .iter()
        .filter_map(|(key, given)| match strings.get(key) {
            None => Some(format!("{key} is asked for and not there")),
            Some(known) if !given.is_subset(known) => {
                Some(format!("{key} knows {known:?} and is given {given:?}"))
            }
            Some(_) => None,
        })
        .collect()
}

/// What is there and stands nowhere in the code.
pub fn unused(strings: &Strings, code: &[String]) -> Vec<String> {
    let stands = |key: &&String| code.iter().any(|text| text.contains(&format!("\"{key}\"")));
    strings.keys().filter(|key| !stands(key)).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ENGLISH: File = (
        "en",
        "a = { $n ->\n    [one] one\n   *[other] { $n } of { $what }\n}\nb = b\n    .short = { $x }\n",
    );

    #[test]
    fn strings_are_found_with_their_variables() {
        let found = strings([ENGLISH]).unwrap();
        let of = |names: &[&str]| {
            names
                .iter()
                .map(|n| (*n).to_owned())
                .collect::<BTreeSet<_>>()
        };
        assert_eq!(found["a"], of(&["n", "what"]));
        assert_eq!(found["b.short"], of(&["x"]));
        let other = strings([("ar", "a = { FORM($n) ->\n   *[other] { $n }\n}\nc = c\n")]).unwrap();
        assert_eq!(
            differences(&found, &other),
            [
                "a uses {\"n\", \"what\"} and {\"n\"}",
                "b is lacking",
                "b.short is lacking",
                "c is there alone"
            ]
        );
        assert!(strings([ENGLISH, ENGLISH]).unwrap_err().contains("twice"));
        assert!(strings([("x", "= {")]).is_err());
    }

    #[test]
    fn what_the_code_asks_for_is_held_against_what_is_there() {
        let found = strings([ENGLISH]).unwrap();
        let code =
            ["s.t(\"b\"); s.with(\n \"a\", &[(\"n\", f(1)), (\"y\", 2)]); s.t(\"z\")".to_owned()];
        let asked = asked(&code, &[".t(", ".with("]);
        assert_eq!(
            unknown(&found, &asked),
            [
                "z is asked for and not there",
                "a knows {\"n\", \"what\"} and is given {\"n\", \"y\"}"
            ]
        );
        assert_eq!(unused(&found, &code), ["b.short"]);
    }
}
