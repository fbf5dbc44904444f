//! A copy of the disk tells nothing but sizes: no word, name or time of the case is in its bytes.

use std::{collections::BTreeSet, fs, path::Path};

use crate::program::{Bench, cases};

const PASSPHRASE: &str = "quiet harbour lantern seven";

fn bytes_in(folder: &Path, prefix: &str) -> Vec<u8> {
    let files = fs::read_dir(folder).unwrap().map(|e| e.unwrap().path());
    let own = files.filter(|p| p.file_name().unwrap().to_string_lossy().starts_with(prefix));
    own.flat_map(|p| fs::read(p).unwrap()).collect()
}

/// The words of a text, and whatever else stands between spaces, such as dates.
fn words(text: &str) -> BTreeSet<String> {
    let split = |c: char| c.is_whitespace() || "\"'(),;[]{}|“”’".contains(c);
    let whole = text
        .split(split)
        .map(|w| w.trim_matches(['.', ':', '-', '~', '?']));
    let parts = text.split(|c: char| !c.is_alphanumeric());
    whole
        .chain(parts)
        .filter(|w| w.chars().count() >= 6)
        .map(str::to_owned)
        .collect()
}

fn holds(haystack: &[u8], needle: &str) -> bool {
    let needle = needle.as_bytes();
    haystack.windows(needle.len()).any(|w| w == needle)
}

/// What can be read in bytes: runs of at least six printable characters, a line each.
fn readable(bytes: &[u8]) -> String {
    let runs = bytes
        .split(|b| !(b' '..=b'~').contains(b))
        .filter(|r| r.len() >= 6);
    let lines: Vec<_> = runs.map(String::from_utf8_lossy).collect();
    lines.join("\n")
}

#[test]
fn the_disk_tells_nothing() {
    let bench = Bench::new();
    let run = |args: &[&str]| bench.run_with(args, &[], PASSPHRASE);
    run(&["init", "--store", "empty"]).done();
    let empty = bytes_in(bench.folder.path(), "empty");
    for (n, case) in cases().iter().enumerate() {
        let name = format!("case-{n}");
        run(&["init", "--store", &name]).done();
        run(&["replay", &case.to_string_lossy(), "--store", &name]).done();
        let disk = bytes_in(bench.folder.path(), &name);
        assert!(disk.len() > empty.len());
        let text = fs::read_to_string(case).unwrap();
        let all = words(&text);
        assert!(all.len() > 200, "{}", all.len());
        // What an empty store says, such as the names of its tables, tells nothing of a case.
        let (own, read) = (readable(&empty), readable(&disk));
        let told: Vec<&String> = all
            .iter()
            .filter(|w| !own.contains(*w) && read.contains(*w))
            .collect();
        assert!(told.is_empty(), "{} tells {told:?}", case.display());
        let foreign = all.iter().filter(|w| !w.is_ascii()).take(20);
        for word in foreign.map(String::as_str).chain([PASSPHRASE]) {
            assert!(!holds(&disk, word), "{} tells {word}", case.display());
        }
        // Nor do times in other forms: seconds and milliseconds, in numbers of eight bytes.
        let when: mediation::time::Instant = "2023-11-22T04:00:00+03:00".parse().unwrap();
        for n in [when.unix(), when.unix() * 1000] {
            for bytes in [n.to_be_bytes(), n.to_le_bytes()] {
                assert!(!disk.windows(8).any(|w| w == bytes));
            }
        }
    }
}
