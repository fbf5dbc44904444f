//! Several spellings of one name or place in one cell, taken apart.

use crate::name::Script;

/// Words between two names of one person.
const ALIAS: [&str; 9] = [
    " a.k.a. ",
    " a.k.a ",
    " aka ",
    " alias ",
    " a/k/a ",
    " also known as ",
    " known as ",
    " المعروف ب",
    " الملقب ب",
];

/// The spellings of a cell in the order in which they stand: parted at `/ ; | ؛`, line breaks and
/// words such as "alias" (or at the separator given, and nowhere else), and at brackets that hold
/// the same in another script. At least one if the cell is not blank.
pub(super) fn spellings(cell: &str, separator: Option<char>) -> Vec<String> {
    let parts: Vec<String> = match separator {
        Some(separator) => cell.split(separator).map(str::to_owned).collect(),
        None => at_aliases(cell)
            .iter()
            .flat_map(|part| at_signs(part))
            .collect(),
    };
    parts
        .into_iter()
        .flat_map(at_brackets)
        .map(|part| part.trim().to_owned())
        .filter(|part| !part.is_empty())
        .collect()
}

fn at_aliases(cell: &str) -> Vec<&str> {
    // Case folding may move bytes: only ASCII is folded, which keeps each in its place.
    let lower = cell.to_ascii_lowercase();
    let found = ALIAS
        .iter()
        .filter_map(|word| Some((lower.find(word)?, word)));
    match found.min() {
        None => vec![cell],
        Some((at, word)) => {
            let before = cell.get(..at).unwrap_or_default();
            let after = cell.get(at + word.len()..).unwrap_or_default();
            let mut parts = vec![before];
            parts.extend(at_aliases(after));
            parts
        }
    }
}

/// A slash between digits or single letters (12/3, s/o, n/a) parts nothing.
fn at_signs(cell: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let signs: Vec<char> = cell.chars().collect();
    for (at, &c) in signs.iter().enumerate() {
        let parting = match c {
            ';' | '|' | '؛' | '\n' | '\r' => true,
            '/' | '\\' => !binds(&signs, at),
            _ => false,
        };
        match parts.last_mut() {
            Some(last) if !parting => last.push(c),
            _ => parts.push(String::new()),
        }
    }
    parts
}

fn binds(signs: &[char], at: usize) -> bool {
    let (before, after) = (signs.get(..at), signs.get(at + 1..));
    let (before, after) = (before.unwrap_or_default(), after.unwrap_or_default());
    let word = |c: &&char| !c.is_whitespace() && !matches!(c, '/' | '\\');
    let left: Vec<&char> = before.iter().rev().take_while(word).take(2).collect();
    let right: Vec<&char> = after.iter().take_while(word).take(2).collect();
    match (left.first(), right.first()) {
        (Some(l), Some(r)) if l.is_numeric() && r.is_numeric() => true,
        (Some(l), Some(r)) => {
            left.len() == 1 && right.len() == 1 && l.is_alphabetic() && r.is_alphabetic()
        }
        _ => false,
    }
}

/// "Ahmad (أحمد)" is two spellings; "Ahmad (Abu Ali)" is one, without its brackets.
fn at_brackets(part: String) -> Vec<String> {
    let Some((before, rest)) = part.split_once(['(', '[', '（']) else {
        return vec![part];
    };
    let (inside, after) = rest.split_once([')', ']', '）']).unwrap_or((rest, ""));
    let outside = format!("{before} {after}");
    let scripts = (main_script(&outside), main_script(inside));
    match scripts {
        (Some(out), Some(within)) if out != within => vec![outside, inside.to_owned()],
        (Some(_) | None, Some(_) | None) => vec![format!("{before} {inside} {after}")],
    }
}

/// The script of the first letter of a known script.
fn main_script(text: &str) -> Option<Script> {
    text.chars().find_map(Script::of_letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(cell: &str) -> Vec<String> {
        let tidy = |part: &String| part.split_whitespace().collect::<Vec<_>>().join(" ");
        spellings(cell, None).iter().map(tidy).collect()
    }

    #[test]
    fn spellings_are_parted_at_signs_words_and_brackets() {
        assert_eq!(parts("Ahmad / أحمد"), ["Ahmad", "أحمد"]);
        assert_eq!(
            parts("Ahmad;Ahmed|Ahmet\nأحمد"),
            ["Ahmad", "Ahmed", "Ahmet", "أحمد"]
        );
        assert_eq!(
            parts("Ali Hassan a.k.a. Abu Omar"),
            ["Ali Hassan", "Abu Omar"]
        );
        assert_eq!(parts("Ali ALIAS Omar alias Zaid"), ["Ali", "Omar", "Zaid"]);
        assert_eq!(parts("Ahmad (أحمد)"), ["Ahmad", "أحمد"]);
        assert_eq!(parts("أحمد [Ahmad]"), ["أحمد", "Ahmad"]);
    }

    #[test]
    fn what_only_looks_like_a_separator_parts_nothing() {
        assert_eq!(parts("Ahmad (Abu Ali) Hassan"), ["Ahmad Abu Ali Hassan"]);
        assert_eq!(parts("12/3 Main St"), ["12/3 Main St"]);
        assert_eq!(parts("Ali s/o Hassan"), ["Ali s/o Hassan"]);
        assert_eq!(parts(" / "), Vec::<String>::new());
    }

    #[test]
    fn a_separator_that_is_named_is_the_only_one() {
        assert_eq!(spellings("a/b+c", Some('+')), ["a/b", "c"]);
    }
}
