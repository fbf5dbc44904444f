//! Wording in square brackets within a redline: each bracket is one piece, never torn by the
//! comparison, and carries whose it is.

use std::collections::BTreeMap;

use maud::{Markup, html};
use mediation::concerns::texts::Bracket;

use crate::html::{self, Piece, redline_pieces};

/// The first of the signs that stand for brackets while two texts are compared.
const FIRST: u32 = 0xF_0000;

/// The paragraphs of an article, against what it said before; without that, as it stands.
pub(crate) fn paragraphs(before: Option<&str>, now: &str, whose: &[&Bracket]) -> Vec<Markup> {
    let mut signs = Signs::default();
    let pieces = match before {
        Some(before) => redline_pieces(&signs.fold(before), &signs.fold(now)),
        None => vec![Piece::Same(signs.fold(now))],
    };
    let mut out = vec![html! {}];
    for piece in pieces {
        let (Piece::Same(text) | Piece::Added(text) | Piece::StruckOut(text)) = &piece;
        for (i, line) in text.split('\n').enumerate() {
            if i > 0 {
                out.push(html! {});
            }
            let shown = match &piece {
                Piece::Same(_) => signs.shown(line, Some(whose)),
                Piece::Added(_) => {
                    html! { @if !line.is_empty() { ins { (signs.shown(line, Some(whose))) } } }
                }
                Piece::StruckOut(_) => {
                    html! { @if !line.is_empty() { del { (signs.shown(line, None)) } } }
                }
            };
            if let Some(last) = out.last_mut() {
                *last = html! { (last) (shown) };
            }
        }
    }
    out.retain(|p| !p.0.trim().is_empty());
    out
}

/// Brackets, each replaced by one sign that no text holds.
#[derive(Default)]
struct Signs {
    of: BTreeMap<String, char>,
    back: BTreeMap<char, String>,
}

impl Signs {
    fn fold(&mut self, text: &str) -> String {
        // A text that holds such signs itself is compared as it stands.
        if text.chars().any(|c| u32::from(c) >= FIRST) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('[') {
            let Some((inner, tail)) = after
                .split_once(']')
                .filter(|(inner, _)| !inner.contains(['[', '\n']))
            else {
                out.push_str(before);
                out.push('[');
                rest = after;
                continue;
            };
            out.push_str(before);
            match self.sign(inner) {
                Some(sign) => out.push(sign),
                None => out.extend(["[", inner, "]"]),
            }
            rest = tail;
        }
        out.push_str(rest);
        out
    }

    fn sign(&mut self, inner: &str) -> Option<char> {
        if let Some(sign) = self.of.get(inner) {
            return Some(*sign);
        }
        let next = u32::try_from(self.of.len()).ok().filter(|n| *n < 0xFFFD)?;
        let sign = char::from_u32(FIRST + next)?;
        self.of.insert(inner.to_owned(), sign);
        self.back.insert(sign, inner.to_owned());
        Some(sign)
    }

    /// The text with its brackets again; with whose they are, where that is to be shown.
    fn shown(&self, text: &str, whose: Option<&[&Bracket]>) -> Markup {
        let pieces = text.split_inclusive(|c| self.back.contains_key(&c));
        html! {
            @for piece in pieces {
                @let sign = piece.chars().next_back();
                @match sign.and_then(|s| self.back.get(&s).map(|inner| (s, inner))) {
                    None => (piece),
                    Some((sign, inner)) => {
                        (piece.trim_end_matches(sign))
                        @match whose {
                            None => { "[" (inner) "]" }
                            Some(whose) => (html::article::bracket(&html::Bracket { words: inner.clone(), whose: of(inner, whose) }))
                        }
                    }
                }
            }
        }
    }
}

fn of(inner: &str, whose: &[&Bracket]) -> String {
    whose
        .iter()
        .find(|b| b.words.as_str().trim() == inner.trim())
        .map(|b| b.whose.to_string())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bracket_goes_whole() {
        let said: String = paragraphs(
            Some("[A joint committee] [The mediator] records"),
            "The mediator records",
            &[],
        )
        .iter()
        .map(|p| p.0.clone())
        .collect();
        assert_eq!(
            said,
            "<del>[A joint committee] [The mediator]</del><ins>The mediator</ins> records"
        );
    }

    #[test]
    fn it_says_whose_it_is_and_keeps_what_is_no_pair() {
        let bracket: Bracket =
            serde_json::from_str(r#"{"article":"5","words":"18:00","whose":"the North"}"#).unwrap();
        let said = paragraphs(None, "by [18:00] or [later\nnot a pair ] here", &[&bracket]);
        assert_eq!(said.len(), 2);
        assert_eq!(
            said[0].0,
            "by <span class=\"brk\">[18:00 <small><bdi>the North</bdi></small>]</span> or [later"
        );
        assert_eq!(said[1].0, "not a pair ] here");
    }
}
