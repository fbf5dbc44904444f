//! Numbers of a case file that not every program reads alike: `0x10` is 16 to one and words to another.

use granit_parser::{Event, Parser, ScalarStyle};
use serde_json::Value;

use super::read::options;

/// The first number that is written so, with its line.
pub fn misread(text: &str) -> Option<(usize, String)> {
    // A number may follow the colon of a quoted key without a space.
    let breaks =
        |c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '{' | '}' | ':' | '"' | '\'');
    // Most files have no such thing anywhere, not even in their words.
    if !text.split(breaks).any(is_misread) {
        return None;
    }
    let mut parser = Parser::new_from_str(text);
    std::iter::from_fn(|| parser.next_event()?.ok()).find_map(|(event, span)| match event {
        Event::Scalar(says, ScalarStyle::Plain, ..) if is_misread(&says) => {
            Some((span.start.line(), says.into_owned()))
        }
        _ => None,
    })
}

/// Whether something is a number to our reader, and not written as everybody writes one.
fn is_misread(written: &str) -> bool {
    let bare = written.trim_start_matches(['-', '+', '.']);
    bare.starts_with(|c: char| c.is_ascii_digit())
        && written.len() < 100
        && !is_plain(written)
        && matches!(
            serde_saphyr::from_str_with_options(written, options()),
            Ok(Value::Number(_))
        )
}

/// Digits, a minus before them, and a point with digits after it.
fn is_plain(written: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let bare = written.strip_prefix('-').unwrap_or(written);
    match bare.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(bare),
    }
}
