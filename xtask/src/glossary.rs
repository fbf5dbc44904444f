//! GLOSSARY.md against the code: a word of the table that is used nowhere is not a word of ours.
//!
//! A row is `| **word** | meaning |`; where what it means is not built yet the word is followed
//! by `(later)`: `| **word** (later) | meaning |`.

mod words;

use std::collections::BTreeSet;

use crate::findings::Findings;
use crate::repository::Repository;
use words::Words;

const GLOSSARY: &str = "GLOSSARY.md";

#[derive(Debug, PartialEq, Eq)]
enum Built {
    Now,
    Later,
}

#[derive(Debug, PartialEq, Eq)]
struct Term {
    word: String,
    built: Built,
}

pub fn check(repository: &Repository) -> Findings {
    let mut findings = Findings::default();
    let Some(glossary) = repository.files.iter().find(|f| f.path == GLOSSARY) else {
        findings.fault(format!("{GLOSSARY} is missing"));
        return findings;
    };
    let terms = terms(&glossary.text, &mut findings);
    let (mut code, mut prose) = (Words::default(), Words::default());
    for file in &repository.files {
        if file.path.starts_with("crates/") {
            code.read(&file.text);
        } else if file.path.starts_with("docs/") {
            prose.read(&file.text);
        }
    }
    for Term { word, built } in &terms {
        let (in_code, in_prose) = (code.contain(word), prose.contain(word));
        match built {
            Built::Now if !in_code && !in_prose => findings.fault(format!(
                "**{word}** occurs nowhere in crates/ or docs/: use it, or mark it (later)"
            )),
            Built::Later if in_code => findings.remark(format!(
                "**{word}** is marked (later) and occurs in crates/: is it built?"
            )),
            Built::Now | Built::Later => {}
        }
    }
    findings
}

fn terms(text: &str, findings: &mut Findings) -> Vec<Term> {
    let mut seen = BTreeSet::new();
    let mut terms = Vec::new();
    for line in text.lines().filter(|line| line.starts_with("| **")) {
        match row(line) {
            Some(term) if seen.insert(term.word.to_lowercase()) => terms.push(term),
            Some(term) => findings.fault(format!("**{}** stands twice in {GLOSSARY}", term.word)),
            None => findings.fault(format!("this row of {GLOSSARY} cannot be read: {line}")),
        }
    }
    if terms.is_empty() {
        findings.fault(format!(
            "{GLOSSARY} holds no word: rows are `| **word** | meaning |`"
        ));
    }
    terms
}

fn row(line: &str) -> Option<Term> {
    let mut cells = line.strip_prefix("| **")?.splitn(2, " | ");
    let (word, mark) = cells.next()?.split_once("**")?;
    let meaning = cells.next()?.trim_end_matches('|').trim();
    let built = match mark.trim() {
        "" => Built::Now,
        "(later)" => Built::Later,
        _ => return None,
    };
    let whole = !word.is_empty() && !meaning.is_empty();
    let word = word.to_owned();
    whole.then_some(Term { word, built })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_with(glossary: &str, code: &str) -> Findings {
        let files = [(GLOSSARY, glossary), ("crates/a/src/lib.rs", code)];
        check(&Repository::of(&files))
    }

    #[test]
    fn this_glossary_is_used() {
        let found = check(&Repository::here().unwrap());
        assert!(found.faults().is_empty(), "{:#?}", found.faults());
    }

    #[test]
    fn a_used_word_passes_and_an_unused_one_is_caught() {
        let table = "| **side letter** | a linked text |\n";
        assert!(check_with(table, "struct SideLetter;").faults().is_empty());
        assert_eq!(check_with(table, "struct Letter;").faults().len(), 1);
    }

    #[test]
    fn a_word_for_later_may_be_missing_and_is_remarked_once_there() {
        let table = "| **leg** (later) | a part of an operation |\n";
        let without = check_with(table, "");
        assert!(without.faults().is_empty() && without.remarks().is_empty());
        assert_eq!(check_with(table, "enum Leg {}").remarks().len(), 1);
    }

    #[test]
    fn faults_of_the_table_are_caught() {
        let twice = "| **desk** | a |\n| **Desk** | b |\n";
        assert_eq!(check_with(twice, "desk").faults().len(), 1);
        assert_eq!(check_with("| **desk** |\n", "desk").faults().len(), 2);
        assert_eq!(
            check_with("| **desk** (soon) | a |\n", "desk")
                .faults()
                .len(),
            2
        );
    }
}
