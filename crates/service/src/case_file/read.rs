//! Reading a case file: YAML 1.2, one document, strictly. Nothing is guessed: no duplicate keys,
//! anchors, merges or tags, and `yes` is a word.

use mediation::time::Instant;
use serde::Deserialize;
use serde_json::{Map, Value};
use serde_saphyr::{
    Spanned,
    options::{DuplicateKeyPolicy, MergeKeyPolicy},
};

use super::numbers;

/// The most bytes of a case file.
pub const BYTES_MOST: usize = 64 << 20;

/// A case file, read but not yet replayed.
#[derive(Debug, Clone, PartialEq)]
pub struct CaseFile {
    /// The file's title.
    pub title: String,
    /// Where it comes from.
    pub about: Option<String>,
    /// Moments at which the case is worth looking at; they are shown, not recorded.
    pub moments: Vec<NamedMoment>,
    /// Its commands in order.
    pub items: Vec<Item>,
}

/// A moment at which a case is worth looking at.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NamedMoment {
    /// The moment.
    pub at: Instant,
    /// What is seen then, in a few words.
    pub title: String,
}

/// One command of a case file.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// The line on which it begins.
    pub line: u64,
    /// The name under which later commands refer to the entry that it writes first.
    pub label: Option<String>,
    /// The name for the desk's own record of a crossing.
    pub label_desk: Option<String>,
    /// The rest.
    pub map: Map<String, Value>,
}

/// Why a file is not a case file.
#[derive(Debug, thiserror::Error)]
pub enum CaseFileError {
    /// Too large.
    #[error(
        "reading the case file: it has {bytes} bytes or more, and at most {BYTES_MOST} are read. Divide it, or check that it is the file you meant."
    )]
    TooLarge {
        /// How many bytes it has at the least: no more are looked at.
        bytes: usize,
    },
    /// Not UTF-8.
    #[error(
        "reading the case file: line {line} is not UTF-8 text. Save the file as UTF-8 (in many editors: “Save with encoding”)."
    )]
    NotUtf8 {
        /// The line.
        line: usize,
    },
    /// Not YAML, or not of this form.
    #[error(
        "reading the case file: {0}\nNothing was replayed. Correct the file there, or restore a copy of it; docs/case-files.md shows the form."
    )]
    Yaml(String),
    /// A number that can be read in two ways.
    #[error(
        "reading the case file: line {line}: not every program reads {written} as the same number. Write numbers to the base of ten, with digits alone and a point where there is a fraction, such as 16 or 0.5; put it into quotation marks where words are meant."
    )]
    Number {
        /// The line.
        line: usize,
        /// As it is written.
        written: String,
    },
    /// Another version.
    #[error(
        "reading the case file: it is written in version {found} of the format, and this program reads version {known}. Use a newer program, or write good-offices-case: {known}."
    )]
    Version {
        /// The version of the file.
        found: u32,
        /// The version that this program reads.
        known: u32,
    },
    /// A label that is none.
    #[error(
        "reading the case file: line {line}: a label is made of small letters, digits and hyphens, and begins with a letter."
    )]
    Label {
        /// The line of the command.
        line: u64,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(rename = "good-offices-case")]
    version: u32,
    title: String,
    #[serde(default)]
    about: Option<String>,
    #[serde(default)]
    moments: Vec<NamedMoment>,
    commands: Vec<Spanned<Map<String, Value>>>,
}

/// Reads a case file.
///
/// # Errors
/// Says where and what the matter is. Whether its commands can be carried out is for
/// [`replay`](super::replay) to find out.
pub fn read(bytes: &[u8]) -> Result<CaseFile, CaseFileError> {
    if bytes.len() > BYTES_MOST {
        return Err(CaseFileError::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(|e| CaseFileError::NotUtf8 {
        line: 1 + bytes
            .iter()
            .take(e.valid_up_to())
            .filter(|b| **b == b'\n')
            .count(),
    })?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let document: Document = serde_saphyr::from_str_with_options(text, options())
        .map_err(|e| CaseFileError::Yaml(printable(&e.to_string())))?;
    if let Some((line, written)) = numbers::misread(text) {
        let written = printable(&written);
        return Err(CaseFileError::Number { line, written });
    }
    if document.version != super::VERSION {
        return Err(CaseFileError::Version {
            found: document.version,
            known: super::VERSION,
        });
    }
    let items = document
        .commands
        .into_iter()
        .map(item)
        .collect::<Result<_, _>>()?;
    Ok(CaseFile {
        title: document.title,
        about: document.about,
        moments: document.moments,
        items,
    })
}

/// How YAML is read.
pub(super) fn options() -> serde_saphyr::Options {
    let mut options = serde_saphyr::Options::default();
    options.duplicate_keys = DuplicateKeyPolicy::Error;
    options.merge_keys = MergeKeyPolicy::Error;
    options.strict_booleans = true;
    options.reject_unsupported_tags = true;
    options.leading_zero_numbers_as_strings = true;
    options.underscored_numbers_as_strings = true;
    if let Some(budget) = &mut options.budget {
        budget.max_anchors = 0;
        budget.max_aliases = 0;
        budget.max_events = 8_000_000;
        budget.max_nodes = 4_000_000;
        budget.max_total_scalar_bytes = BYTES_MOST;
        budget.max_documents = 1;
    }
    options
}

/// A message quotes the file, and goes to a terminal: no control character of the file reaches it.
fn printable(message: &str) -> String {
    let shown = |c: char| {
        if c.is_control() && c != '\n' {
            '\u{FFFD}'
        } else {
            c
        }
    };
    message.trim_end().chars().map(shown).collect()
}

fn item(spanned: Spanned<Map<String, Value>>) -> Result<Item, CaseFileError> {
    let line = spanned.referenced.line();
    let mut map = spanned.value;
    let mut label = |key: &str| match map.shift_remove(key) {
        None => Ok(None),
        Some(Value::String(s)) if mediation::ids::TextId::new(&s).is_ok() => Ok(Some(s)),
        Some(_) => Err(CaseFileError::Label { line }),
    };
    let (label, label_desk) = (label("label")?, label("label-desk")?);
    Ok(Item {
        line,
        label,
        label_desk,
        map,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn yaml(commands: &str) -> Result<CaseFile, CaseFileError> {
        read(format!("good-offices-case: 1\ntitle: A test\ncommands:\n{commands}").as_bytes())
    }

    #[test]
    fn lines_and_labels_are_kept() {
        let file =
            yaml("- do: note\n  words: one\n\n- do: note\n  label: second\n  words: no\n").unwrap();
        assert_eq!(
            file.items.iter().map(|i| i.line).collect::<Vec<_>>(),
            [4, 7]
        );
        assert_eq!(file.items[1].label.as_deref(), Some("second"));
        assert_eq!(file.items[1].map["words"], "no", "no is a word");
    }

    #[test]
    fn a_number_that_could_be_read_in_two_ways_is_refused_with_its_line() {
        for wrong in [
            "0x10", "0o17", "0b11", "1e3", "+5", "5.", ".5", "-0x1F", "0X1f",
        ] {
            let refused = yaml(&format!("- do: note\n  number: {wrong}\n"));
            let said = refused.unwrap_err().to_string();
            assert!(
                said.contains(&format!("line 5: not every program reads {wrong} ")),
                "{said}"
            );
            let listed = yaml(&format!("- {{do: note, numbers: [1, {wrong}, 2]}}\n"));
            assert!(
                matches!(listed, Err(CaseFileError::Number { line: 4, .. })),
                "{wrong}"
            );
            // As programs write it, without room after the colon.
            let tight = yaml(&format!("- {{\"do\":\"note\",\"number\":{wrong}}}\n"));
            assert!(
                matches!(tight, Err(CaseFileError::Number { line: 4, .. })),
                "{wrong}"
            );
            // Between quotation marks, and in words, it is itself.
            let file = yaml(&format!(
                "- do: note\n  words: \"{wrong}\"\n  more: the {wrong} of it\n"
            ))
            .unwrap();
            assert_eq!(file.items[0].map["words"], wrong);
        }
        // What is no number but words is read as that, and so are plain numbers.
        let file = yaml("- do: note\n  a: 017\n  b: 1_000\n  c: 07:00\n  d: -3\n  e: 0.5\n  f: 24h\n  g: 2026-03-01\n  h: 5a\n").unwrap();
        let map = &file.items[0].map;
        for (key, words) in [
            ("a", "017"),
            ("b", "1_000"),
            ("c", "07:00"),
            ("f", "24h"),
            ("g", "2026-03-01"),
            ("h", "5a"),
        ] {
            assert_eq!(map[key], words);
        }
        assert_eq!(
            (map["d"].as_i64(), map["e"].as_f64()),
            (Some(-3), Some(0.5))
        );
    }

    #[test]
    fn what_could_be_read_in_two_ways_is_refused() {
        assert!(
            yaml("- do: note\n  words: a\n  words: b\n").is_err(),
            "duplicate key"
        );
        assert!(yaml("- &a {do: note, words: a}\n- *a\n").is_err(), "anchor");
        assert!(yaml("- do: note\n  words: !secret a\n").is_err(), "tag");
        assert!(
            read(b"good-offices-case: 1\ntitle: x\ncommands: []\n---\na: b\n").is_err(),
            "two documents"
        );
        assert!(
            read(b"good-offices-case: 1\ntitle: x\ncommands: []\nmore: 1\n").is_err(),
            "unknown field"
        );
        let steers = read(b"good-offices-case: 1\ntitle: \x1b[2Jx\n").unwrap_err();
        assert!(
            !steers.to_string().contains('\x1b'),
            "it would steer the terminal"
        );
        assert!(matches!(
            read(b"good-offices-case: 9\ntitle: x\ncommands: []\n"),
            Err(CaseFileError::Version { .. })
        ));
        assert!(matches!(
            read(b"good-offices-case: 1\ntitle: \xff\n"),
            Err(CaseFileError::NotUtf8 { line: 2 })
        ));
    }
}
