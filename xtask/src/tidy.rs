//! Files as the house wants them: an opening that says what lives there, no file grown too long,
//! no unfinished ends, no lint silenced, no path of somebody's own machine.

mod words;

use crate::findings::Findings;
use crate::repository::{Repository, TextFile};

/// Above this a file is listed, so that somebody asks why.
const LONG: usize = 400;
/// Above this a file fails: it is redesigned, not patched.
const TOO_LONG: usize = 800;

pub fn check(repository: &Repository) -> Findings {
    let mut findings = Findings::default();
    for file in repository.files.iter().filter(|file| file.is_rust()) {
        opening(file, &mut findings);
        length(file, &mut findings);
    }
    for file in &repository.files {
        words::check(file, &mut findings);
    }
    findings
}

fn opening(file: &TextFile, findings: &mut Findings) {
    if !file.text.starts_with("//!") {
        findings.fault(format!(
            "{}: does not begin with `//!`: say what lives there and what must not",
            file.path
        ));
    }
}

fn length(file: &TextFile, findings: &mut Findings) {
    let lines = file.text.lines().count();
    if lines > TOO_LONG {
        findings.fault(format!(
            "{}: {lines} lines; above {TOO_LONG} it is split by concern",
            file.path
        ));
    } else if lines > LONG {
        findings.remark(format!(
            "{}: {lines} lines; above {LONG} ask why",
            file.path
        ));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check_one(path: &str, text: &str) -> Findings {
        check(&Repository::of(&[(path, text)]))
    }

    #[test]
    fn a_tidy_file_passes() {
        let found = check_one("a.rs", "//! What lives here.\nfn a() {}\n");
        assert!(found.faults().is_empty() && found.remarks().is_empty());
    }

    #[test]
    fn a_file_without_an_opening_fails() {
        assert_eq!(check_one("a.rs", "fn a() {}\n").faults().len(), 1);
    }

    #[test]
    fn length_is_remarked_then_refused() {
        let of = |lines: usize| format!("//! Long.\n{}", "\n".repeat(lines - 1));
        assert!(check_one("a.rs", &of(400)).remarks().is_empty());
        assert_eq!(check_one("a.rs", &of(401)).remarks().len(), 1);
        assert!(check_one("a.rs", &of(800)).faults().is_empty());
        assert_eq!(check_one("a.rs", &of(801)).faults().len(), 1);
    }

    #[test]
    fn only_rust_is_asked_for_an_opening() {
        assert!(check_one("a.md", "# Title\n").faults().is_empty());
    }

    #[test]
    fn this_repository_is_tidy() {
        let found = check(&Repository::here().unwrap());
        assert!(found.faults().is_empty(), "{:#?}", found.faults());
    }
}
