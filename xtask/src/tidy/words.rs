//! Words that no tracked file may hold, each with the reason.
//!
//! They are written here with a middle dot inside, taken out before use: else this file would
//! be its own first finding.

use crate::findings::Findings;
use crate::repository::TextFile;

enum In {
    Rust,
    Everything,
}

struct Banned {
    word: &'static str,
    files: In,
    why: &'static str,
}

const BANNED: &[Banned] = &[
    rust("to·do!(", "an unfinished end"),
    rust("unimplement·ed!(", "an unfinished end"),
    rust("dbg·!(", "a leftover of debugging"),
    rust("#[ign·ore", "a test that never runs tests nothing"),
    rust("assert!(tr·ue)", "a test that cannot fail tests nothing"),
    rust("#[al·low(", "silence a lint with `expect` and a reason"),
    rust("#![al·low(", "silence a lint with `expect` and a reason"),
    everywhere("/ro·ot/", PATH),
    everywhere("/wo·rk/", PATH),
    everywhere("/tm·p/", PATH),
    everywhere(
        "FIX·ME",
        "an unfinished end: finish it or write it down as left out",
    ),
    everywhere("crates·.io", HOST),
    everywhere("npmjs·.org", HOST),
    everywhere("npmjs·.com", HOST),
    everywhere("<<<<<·<< ", "a merge that was not finished"),
    everywhere(">>>>>·>> ", "a merge that was not finished"),
];

const PATH: &str = "a path of somebody's machine";
const HOST: &str = "a registry's host: whoever builds chooses the registry";

/// Written by tools, and not read by people.
const GENERATED: [&str; 1] = ["Cargo.lock"];

const fn rust(word: &'static str, why: &'static str) -> Banned {
    let files = In::Rust;
    Banned { word, files, why }
}

const fn everywhere(word: &'static str, why: &'static str) -> Banned {
    let files = In::Everything;
    Banned { word, files, why }
}

pub fn check(file: &TextFile, findings: &mut Findings) {
    if GENERATED.contains(&file.path.as_str()) {
        return;
    }
    for banned in BANNED {
        let looked_at = match banned.files {
            In::Rust => file.is_rust(),
            In::Everything => true,
        };
        if looked_at {
            look_for(banned, file, findings);
        }
    }
}

fn look_for(banned: &Banned, file: &TextFile, findings: &mut Findings) {
    let word = banned.word.replace('·', "");
    for (number, line) in (1..).zip(file.text.lines()) {
        if occurs(line, &word) {
            let (path, why) = (&file.path, banned.why);
            findings.fault(format!("{path}:{number}: `{word}`: {why}"));
        }
    }
}

/// A path of a machine counts only where it begins, not as the tail of one of ours.
fn occurs(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|start| start.chars().next_back());
        !word.starts_with('/')
            || before.is_none_or(|c| !c.is_alphanumeric() && !"_./-$}*>".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(path: &str, text: &str) -> usize {
        let file = TextFile {
            path: path.to_owned(),
            text: text.replace('·', ""),
        };
        let mut findings = Findings::default();
        check(&file, &mut findings);
        findings.faults().len()
    }

    #[test]
    fn every_banned_word_is_caught() {
        for banned in BANNED {
            assert_eq!(
                faults("a.rs", &format!("x {}", banned.word)),
                1,
                "{}",
                banned.word
            );
        }
    }

    #[test]
    fn words_of_rust_are_free_in_prose() {
        assert_eq!(faults("a.md", "No `to·do!(` is left."), 0);
    }

    #[test]
    fn a_path_counts_only_where_it_begins() {
        assert_eq!(
            faults("a.md", "docs/wo·rk/x and ./tm·p/ and $DIR/tm·p/x"),
            0
        );
        assert_eq!(faults("a.md", "see \"/wo·rk/x\""), 1);
        assert_eq!(faults("a.sh", "cd /ro·ot/x"), 1);
    }

    #[test]
    fn the_lock_file_is_not_read() {
        assert_eq!(faults("Cargo.lock", "registry of crates·.io"), 0);
    }
}
