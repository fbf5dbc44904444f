//! Annexes as they are typed: each under a heading line of its own, with its words, or with the
//! digest of a document that is kept elsewhere, as the text's own file writes it.

use std::fmt::Write as _;

use mediation::text::Text;
use serde_json::{Map, Value, json};

/// Why annexes cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BadAnnex {
    /// Words stand before the first heading, on this line.
    NoHeading(usize),
    /// What stands for a digest on this line is none.
    NoDigest(usize),
}

impl BadAnnex {
    /// The line, counted from 1.
    pub fn line(self) -> usize {
        match self {
            Self::NoHeading(line) | Self::NoDigest(line) => line,
        }
    }
}

/// The word with which a heading begins, in the languages in which it is known.
const ANNEX: [&str; 5] = ["Annex", "المرفق", "الملحق", "נספח", "Anexo"];
/// The word before a digest.
const DIGEST: [&str; 2] = ["Digest:", "البصمة:"];

#[derive(Default)]
struct Typed {
    title: String,
    words: String,
    digest: Option<String>,
}

/// The annexes, as a case file writes them.
pub(crate) fn read(text: &str) -> Result<Value, BadAnnex> {
    let mut found: Vec<Typed> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        if let Some(title) = heading(line) {
            found.push(Typed {
                title,
                ..Typed::default()
            });
            continue;
        }
        let Some(annex) = found.last_mut() else {
            if line.trim().is_empty() {
                continue;
            }
            return Err(BadAnnex::NoHeading(at + 1));
        };
        match DIGEST.iter().find_map(|d| line.trim().strip_prefix(d)) {
            // Only the first line can be the digest: below it, the words say what they like.
            Some(digest) if annex.words.trim().is_empty() && annex.digest.is_none() => {
                annex.digest = Some(digits(digest).ok_or(BadAnnex::NoDigest(at + 1))?);
            }
            _ => {
                annex.words.push_str(line);
                annex.words.push('\n');
            }
        }
    }
    Ok(found.into_iter().map(written_out).collect())
}

fn written_out(annex: Typed) -> Value {
    let mut map = Map::from_iter([("title".to_owned(), json!(annex.title))]);
    let words = annex.words.trim_matches('\n').trim_end();
    if !words.trim().is_empty() {
        map.insert("words".to_owned(), json!(words));
    }
    if let Some(digest) = annex.digest {
        map.insert("digest".to_owned(), json!(digest));
    }
    Value::Object(map)
}

/// `Annex 2. The list` or `Annex: The list` as its title. Its place is counted, not read.
fn heading(line: &str) -> Option<String> {
    let rest = ANNEX
        .iter()
        .find_map(|word| line.trim().strip_prefix(word))?;
    let (number, title) = rest.split_once(['.', ':'])?;
    let counted = number.trim().chars().all(char::is_numeric);
    let title = title.trim();
    (counted && !title.is_empty()).then(|| title.to_owned())
}

/// The 64 digits of a digest, with spaces between or the name of the function before them.
fn digits(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let typed = typed.strip_prefix("sha256").unwrap_or(typed);
    let digits: String = typed.chars().filter(|c| !c.is_whitespace()).collect();
    let digits = digits.to_ascii_lowercase();
    (digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_hexdigit())).then_some(digits)
}

/// The annexes of a text as they would be typed.
pub(crate) fn written(text: &Text) -> String {
    let one = |(at, annex): (usize, &mediation::text::Annex)| {
        let mut out = format!("Annex {}. {}\n", at + 1, annex.title);
        if let Some(digest) = &annex.digest {
            let _ = writeln!(out, "Digest: {}", digest.to_hex());
        }
        if let Some(words) = &annex.words {
            out.push('\n');
            out.push_str(words.as_str());
            out.push('\n');
        }
        out
    };
    let all: Vec<String> = text.annexes.iter().enumerate().map(one).collect();
    all.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn annexes_are_read_by_their_headings() {
        let hex = "ab".repeat(32);
        let typed = format!(
            "Annex 1. The hours\n\nFrom 10 to 16.\nAnnex 7 of nothing\n\nAnnex: The 300 names\nDigest: sha256 {}\n",
            hex.to_uppercase()
        );
        assert_eq!(
            read(&typed).unwrap(),
            json!([
                { "title": "The hours", "words": "From 10 to 16.\nAnnex 7 of nothing" },
                { "title": "The 300 names", "digest": hex }
            ])
        );
        assert_eq!(read("\n").unwrap(), json!([]));
        assert_eq!(read("Names."), Err(BadAnnex::NoHeading(1)));
        assert_eq!(read("Annex. A\nDigest: 12"), Err(BadAnnex::NoDigest(2)));
    }

    #[test]
    fn what_is_written_is_read_back() {
        let typed = read(
            "Annex 1. A\nOne.\n\nTwo.\nAnnex 2. B\nDigest: "
                .to_owned()
                .as_str(),
        );
        assert_eq!(typed, Err(BadAnnex::NoDigest(6)));
        let annexes = json!([
            { "title": "A", "words": "One.\n\nTwo." },
            { "title": "B", "digest": "cd".repeat(32), "words": "Kept apart." },
            { "title": "C" }
        ]);
        let text: Text = serde_json::from_value(json!({
            "title": { "en": "T" }, "languages": ["en"],
            "articles": [{ "number": "1", "words": { "en": "x" } }], "annexes": annexes
        }))
        .unwrap();
        assert_eq!(read(&written(&text)).unwrap(), annexes);
    }
}
