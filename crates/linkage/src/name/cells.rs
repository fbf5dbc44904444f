//! How a cell is laid out: several spellings in one, brackets, quotation marks, the family's name
//! before a comma. Only signs are read here; what a name is, `grammar` knows.

use std::borrow::Cow;

/// No cell has more spellings than this; what a hostile one has beyond is dropped.
pub(super) const MOST_SPELLINGS: usize = 8;

/// A cell's spellings, as they stand between its signs.
pub(super) fn alternatives(cell: &str) -> Vec<Cow<'_, str>> {
    if !cell.contains(is_separator) {
        return vec![Cow::Borrowed(cell)];
    }
    let cell = &relations_spelt_out(cell);
    let whole: Vec<&str> = cell
        .split(is_separator)
        .map(str::trim)
        .filter(|piece| !piece.is_empty())
        .take(MOST_SPELLINGS)
        .collect();
    if is_tight(cell) && !of_one_length(&whole) {
        return word_by_word(cell).into_iter().map(Cow::Owned).collect();
    }
    whole
        .into_iter()
        .map(|piece| Cow::Owned(piece.to_owned()))
        .collect()
}

fn is_separator(c: char) -> bool {
    matches!(
        c,
        '/' | '\\' | ';' | '|' | '\n' | '\r' | '\u{61b}' | '\u{2215}'
    )
}

/// Son of, daughter of, wife of, as South Asia writes them, are no alternatives.
fn relations_spelt_out(cell: &str) -> Cow<'_, str> {
    if !cell.contains("/o") && !cell.contains("/O") {
        return Cow::Borrowed(cell);
    }
    let words = cell.split(' ').map(|word| match word {
        "s/o" | "S/O" | "S/o" | "s/o." => "bin",
        "d/o" | "D/O" | "D/o" | "w/o" | "W/O" | "W/o" | "d/o." => "bint",
        word => word,
    });
    Cow::Owned(words.collect::<Vec<_>>().join(" "))
}

/// Whether strokes alone part the cell, and none has a space beside it: Ahmad/Ahmed Hassan.
fn is_tight(cell: &str) -> bool {
    let spaced = [" /", "/ "].iter().any(|sign| cell.contains(sign));
    !spaced && cell.chars().all(|c| c == '/' || !is_separator(c))
}

fn of_one_length(pieces: &[&str]) -> bool {
    let mut lengths = pieces.iter().map(|piece| piece.split_whitespace().count());
    let first = lengths.next();
    lengths.all(|length| Some(length) == first)
}

/// Each word's alternatives with those of every other.
fn word_by_word(cell: &str) -> Vec<String> {
    let mut spellings = vec![String::new()];
    for word in cell.split_whitespace() {
        let options: Vec<&str> = word
            .split('/')
            .filter(|option| !option.is_empty())
            .collect();
        let mut longer = Vec::new();
        for spelling in &spellings {
            for option in &options {
                if longer.len() < MOST_SPELLINGS {
                    longer.push([spelling, " ", option].concat());
                }
            }
        }
        if !longer.is_empty() {
            spellings = longer;
        }
    }
    spellings
}

/// A spelling with something in brackets or quotation marks.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Aside<'a> {
    /// What stands before.
    pub(super) before: &'a str,
    /// What stands within.
    pub(super) inner: &'a str,
    /// What stands behind.
    pub(super) after: &'a str,
}

impl<'a> Aside<'a> {
    /// The first in a text, if there is one.
    pub(super) fn in_text(text: &'a str) -> Option<Self> {
        text.char_indices().find_map(|(at, sign)| {
            let before = text.get(..at)?;
            let rest = text.get(at + sign.len_utf8()..)?;
            let closing = closing(sign)?;
            let is_quote = !matches!(sign, '(' | '[' | '{' | '（');
            if is_quote && before.ends_with(char::is_alphanumeric) {
                return None;
            }
            match rest.find(closing.as_slice()) {
                Some(end) => Some(Self {
                    before,
                    inner: rest.get(..end)?,
                    after: rest.get(end..)?.trim_start_matches(closing.as_slice()),
                }),
                None if is_quote => None,
                None => Some(Self {
                    before,
                    inner: rest,
                    after: "",
                }),
            }
        })
    }

    /// The spelling without it.
    pub(super) fn without(&self) -> String {
        [self.before, " ", self.after].concat()
    }

    /// The spelling with it in place of the word before, or of the word behind where none is before.
    pub(super) fn instead(&self) -> String {
        let before = self.before.trim_end();
        if before.is_empty() {
            let after = self.after.trim_start();
            let rest = after
                .find(char::is_whitespace)
                .and_then(|at| after.get(at..));
            return [self.inner, rest.unwrap_or_default()].concat();
        }
        let kept = before
            .rfind(char::is_whitespace)
            .and_then(|at| before.get(..at));
        [kept.unwrap_or_default(), " ", self.inner, " ", self.after].concat()
    }
}

fn closing(opening: char) -> Option<Vec<char>> {
    Some(match opening {
        '(' | '（' => vec![')', '）'],
        '[' => vec![']'],
        '{' => vec!['}'],
        '«' => vec!['»'],
        '"' => vec!['"'],
        '\u{201c}' | '\u{201e}' | '\u{201d}' => vec!['\u{201d}', '\u{201c}'],
        _ => return None,
    })
}

/// What stands before the first comma and what behind.
pub(super) fn comma(text: &str) -> Option<(&str, &str)> {
    let (before, after) = text.split_once([',', '،', '、'])?;
    let (before, after) = (before.trim(), after.trim());
    (!before.is_empty() && !after.is_empty()).then_some((before, after))
}

/// A text with a space where a capital follows a small letter: `AbdulRahman`, `McDonald`.
pub(super) fn humps_parted(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let hump = |at: usize| {
        let is = |at: usize, class: fn(&u8) -> bool| bytes.get(at).is_some_and(class);
        at > 0
            && is(at, u8::is_ascii_uppercase)
            && is(at - 1, u8::is_ascii_lowercase)
            && is(at + 1, u8::is_ascii_lowercase)
    };
    if !(0..bytes.len()).any(hump) {
        return Cow::Borrowed(text);
    }
    let mut parted = String::with_capacity(text.len() + 4);
    for (at, c) in text.char_indices() {
        if hump(at) {
            parted.push(' ');
        }
        parted.push(c);
    }
    Cow::Owned(parted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(cell: &str) -> Vec<String> {
        alternatives(cell)
            .into_iter()
            .map(|piece| piece.trim().to_owned())
            .collect()
    }

    #[test]
    fn spellings_stand_between_strokes() {
        assert_eq!(parts("Ali Aly"), ["Ali Aly"]);
        assert_eq!(parts("Ali Omar / Aly Umar"), ["Ali Omar", "Aly Umar"]);
        assert_eq!(parts("Ali;Aly|"), ["Ali", "Aly"]);
        assert_eq!(
            parts("Ahmad/Ahmed Hassan"),
            ["Ahmad Hassan", "Ahmed Hassan"]
        );
        assert_eq!(parts("Ahmad Ali/Ahmed Aly"), ["Ahmad Ali", "Ahmed Aly"]);
        assert_eq!(parts("Ali s/o Omar"), ["Ali bin Omar"]);
        assert!(parts(&"a/b c ".repeat(20)).len() <= MOST_SPELLINGS);
    }

    #[test]
    fn an_aside_is_found_and_put_in_its_places() {
        let aside = Aside::in_text("Yosef (Yossi) Cohen").unwrap();
        assert_eq!(aside.inner, "Yossi");
        assert_eq!(
            aside.instead().split_whitespace().collect::<Vec<_>>(),
            ["Yossi", "Cohen"]
        );
        assert_eq!(
            aside.without().split_whitespace().collect::<Vec<_>>(),
            ["Yosef", "Cohen"]
        );
        assert_eq!(Aside::in_text("Ali (Abu Omar").unwrap().inner, "Abu Omar");
        assert_eq!(Aside::in_text("ד\"ר כהן"), None);
        assert_eq!(Aside::in_text("משה \"מוישי\" כהן").unwrap().inner, "מוישי");
    }

    #[test]
    fn humps_are_parted() {
        assert_eq!(humps_parted("AbdulRahman"), "Abdul Rahman");
        assert_eq!(humps_parted("AHMED Ali"), "AHMED Ali");
        assert_eq!(humps_parted("McDonald"), "Mc Donald");
    }
}
