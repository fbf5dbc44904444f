//! The redline: what was struck out and what was added, word by word in any script.

use imara_diff::{Algorithm, Diff, InternedInput, TokenSource};
use maud::{Markup, html};

/// A stretch of text that stayed, came or went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// In both.
    Same(String),
    /// Only in the new text.
    Added(String),
    /// Only in the old text.
    StruckOut(String),
}

/// The redline of two texts as markup: `<del>` before `<ins>`.
pub fn redline(before: &str, after: &str) -> Markup {
    html! {
        @for piece in redline_pieces(before, after) {
            @match piece {
                Piece::Same(text) => (text),
                // A mark of punctuation stands close to what it follows.
                Piece::Added(text) => ins class=[begins_close(&text).then_some("close")] { (text) },
                Piece::StruckOut(text) => del { (text) },
            }
        }
    }
}

fn begins_close(text: &str) -> bool {
    let first = text.chars().next();
    first.is_some_and(|c| ".,;:!?،؛؟".contains(c))
}

/// The redline of two texts as data.
pub fn redline_pieces(before: &str, after: &str) -> Vec<Piece> {
    let input = InternedInput::new(Segmented(words_of(before)), Segmented(words_of(after)));
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let (old, new) = (words_of(before), words_of(after));
    let text = |words: &[&str], from: u32, to: u32| {
        words
            .get(from as usize..to as usize)
            .unwrap_or(&[])
            .concat()
    };
    let mut pieces = Vec::new();
    let mut new_at = 0;
    for hunk in diff.hunks() {
        push(
            &mut pieces,
            Piece::Same(text(&new, new_at, hunk.after.start)),
        );
        let (gone, come) = (
            text(&old, hunk.before.start, hunk.before.end),
            text(&new, hunk.after.start, hunk.after.end),
        );
        push(&mut pieces, Piece::StruckOut(gone));
        push(&mut pieces, Piece::Added(come));
        new_at = hunk.after.end;
    }
    push(
        &mut pieces,
        Piece::Same(text(
            &new,
            new_at,
            u32::try_from(new.len()).unwrap_or(u32::MAX),
        )),
    );
    to_ends(joined(pieces))
}

/// Where a change and what follows it end in the same stop, the change is set after the first: a
/// sentence that was added begins with its first word and ends with its own stop.
fn to_ends(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let stop = match (&piece, rest.peek()) {
            (Piece::Added(text) | Piece::StruckOut(text), Some(Piece::Same(after))) => {
                let first = text.chars().next();
                first.filter(|c| {
                    STOPS.contains(c) && after.starts_with(*c) && text.len() > c.len_utf8()
                })
            }
            _ => None,
        };
        let Some(stop) = stop else {
            push(&mut out, piece);
            continue;
        };
        let turned = |text: &str| format!("{}{stop}", text.strip_prefix(stop).unwrap_or(text));
        grow(&mut out, &Piece::Same(stop.to_string()));
        out.push(match piece {
            Piece::Added(text) => Piece::Added(turned(&text)),
            Piece::StruckOut(text) => Piece::StruckOut(turned(&text)),
            Piece::Same(text) => Piece::Same(text),
        });
        if let Some(Piece::Same(after)) = rest.peek_mut() {
            *after = after.strip_prefix(stop).unwrap_or(after).to_owned();
        }
    }
    out
}

/// What ends a sentence.
const STOPS: [char; 5] = ['.', '!', '?', '؟', '۔'];

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    let (Piece::Same(text) | Piece::Added(text) | Piece::StruckOut(text)) = &piece;
    if !text.is_empty() {
        pieces.push(piece);
    }
}

/// "struck [a] and [b] added" reads badly when only a space stood between two changes: the space
/// is taken into both, so that a changed phrase is one change.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let changes_follow = matches!(rest.peek(), Some(Piece::Added(_) | Piece::StruckOut(_)));
        let replaced = matches!(out.as_slice(), [.., Piece::StruckOut(_), Piece::Added(_)]);
        match piece {
            Piece::Same(space) if changes_follow && replaced && space.trim().is_empty() => {
                grow(&mut out, &Piece::StruckOut(space.clone()));
                grow(&mut out, &Piece::Added(space));
            }
            other => grow(&mut out, &other),
        }
    }
    out
}

/// Adds to the last change where it can: struck out first, then added.
fn grow(out: &mut Vec<Piece>, piece: &Piece) {
    match (out.as_mut_slice(), piece) {
        (
            [.., Piece::StruckOut(text)] | [.., Piece::StruckOut(text), Piece::Added(_)],
            Piece::StruckOut(more),
        )
        | ([.., Piece::Same(text)], Piece::Same(more))
        | ([.., Piece::Added(text)], Piece::Added(more)) => text.push_str(more),
        _ => out.push(piece.clone()),
    }
}

struct Segmented<'a>(Vec<&'a str>);

impl<'a> TokenSource for Segmented<'a> {
    type Token = &'a str;
    type Tokenizer = std::vec::IntoIter<&'a str>;

    fn tokenize(&self) -> Self::Tokenizer {
        self.0.clone().into_iter()
    }

    fn estimate_tokens(&self) -> u32 {
        u32::try_from(self.0.len()).unwrap_or(u32::MAX)
    }
}

fn words_of(text: &str) -> Vec<&str> {
    let segmenter = icu_segmenter::WordSegmenter::new_auto(
        icu_segmenter::options::WordBreakInvariantOptions::default(),
    );
    let breaks: Vec<usize> = segmenter.segment_str(text).collect();
    breaks
        .windows(2)
        .filter_map(|pair| match pair {
            [from, to] => text.get(*from..*to),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_replaced_whole() {
        assert_eq!(
            redline(
                "operations shall cease for four days.",
                "operations shall be suspended for four days."
            )
            .into_string(),
            "operations shall <del>cease</del><ins>be suspended</ins> for four days."
        );
    }

    #[test]
    fn arabic_words_are_not_torn() {
        let said = redline("تتوقف العمليات العسكرية", "تُعلَّق العمليات العسكرية").into_string();
        assert_eq!(said, "<del>تتوقف</del><ins>تُعلَّق</ins> العمليات العسكرية");
    }

    #[test]
    fn a_clause_that_came_and_one_that_went() {
        assert_eq!(
            redline(
                "extended by one day.",
                "extended by one day, once their names have been received."
            )
            .into_string(),
            "extended by one day<ins class=\"close\">, once their names have been received</ins>."
        );
        assert_eq!(redline("a b", "").into_string(), "<del>a b</del>");
        assert_eq!(redline("", "<b>").into_string(), "<ins>&lt;b&gt;</ins>");
        assert_eq!(redline("", "").into_string(), "");
    }

    #[test]
    fn a_sentence_that_was_added_is_a_whole_one() {
        let said = redline(
            "Fifty over four days, as circumstances allow.",
            "Fifty over four days. No group shall be smaller than ten (10) persons.",
        );
        assert_eq!(
            said.into_string(),
            "Fifty over four days<del>, as circumstances allow</del>.\
             <ins> No group shall be smaller than ten (10) persons.</ins>"
        );
        let said = redline("It lasts three days. It ends.", "It lasts three days.");
        assert_eq!(
            said.into_string(),
            "It lasts three days.<del> It ends.</del>"
        );
        let close = redline("one day", "one day, at last").into_string();
        assert_eq!(close, "one day<ins class=\"close\">, at last</ins>");
    }

    #[test]
    fn the_pieces_spell_both_texts() {
        let (before, after) = (
            "by [18:00] [20:00] on the evening before",
            "by 18:00 on the very evening before, at last",
        );
        let (mut old, mut new) = (String::new(), String::new());
        for piece in redline_pieces(before, after) {
            match piece {
                Piece::Same(text) => {
                    old.push_str(&text);
                    new.push_str(&text);
                }
                Piece::Added(text) => new.push_str(&text),
                Piece::StruckOut(text) => old.push_str(&text),
            }
        }
        assert_eq!((old.as_str(), new.as_str()), (before, after));
    }
}
