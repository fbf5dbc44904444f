//! A number with commas between braces: 1,000,000 is a 1 there, and two keys 000 with nothing.

use super::tree::{Key, Node, Style, Value};

/// The most pieces after the first that one number is made of.
const PIECES_MOST: usize = 6;

/// Whether an entry is a piece of a number, after a comma.
pub fn is_piece(entries: &[(Key, Node)], at: usize) -> bool {
    begin(entries, at).is_some()
}

/// The whole number of which the entry is the first piece after a comma, as it was written.
pub fn first_piece(entries: &[(Key, Node)], at: usize) -> Option<String> {
    let begins = begin(entries, at)?;
    if begins + 1 != at {
        return None;
    }
    let first = entries.get(begins)?.1.text()?;
    let mut written = first.to_owned();
    for (key, _) in entries
        .iter()
        .skip(at)
        .take(PIECES_MOST)
        .take_while(|one| is_like_one(one))
    {
        written = format!("{written},{}", key.says);
    }
    Some(written)
}

/// What an entry of a list is of a number that commas have split.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OfList {
    /// The first group after a comma, with the whole number as it was written.
    First(String),
    /// A group after that.
    Later,
}

/// What an entry of a list is of a number with commas, where it can be nothing else: a group of three digits
/// that begins with a nought is among the pieces, all written plainly in one line.
pub fn piece_of_list(items: &[Node], at: usize) -> Option<OfList> {
    items.get(at).filter(|item| is_group(item))?;
    let mut begins = at;
    for _ in 0..PIECES_MOST {
        if !follows(items, begins) {
            break;
        }
        begins -= 1;
    }
    let first = plain(items.get(begins)?)?;
    let whole = first.trim_start_matches('-');
    let is_first = is_of_digits(whole) && whole.len() <= 3 && !whole.starts_with('0');
    if begins == at || !is_first {
        return None;
    }
    let (mut written, mut is_split) = (first.to_owned(), false);
    for next in (begins + 1..items.len()).take(PIECES_MOST) {
        let Some(group) = plain(items.get(next)?).filter(|_| follows(items, next)) else {
            break;
        };
        is_split |= group.starts_with('0');
        written = format!("{written},{group}");
    }
    if !is_split {
        return None;
    }
    if begins + 1 == at {
        return Some(OfList::First(written));
    }
    // In a run that is longer than a number nothing may have been told of a first group.
    (!follows(items, begins)).then_some(OfList::Later)
}

/// Whether an entry of a list can be a group of the number before it: with no space before it, or with a
/// nought in front.
fn follows(items: &[Node], at: usize) -> bool {
    let both = at
        .checked_sub(1)
        .and_then(|before| Some((items.get(before)?, items.get(at)?)));
    let Some((before, one)) = both else {
        return false;
    };
    let (Some(first), Some(group)) = (plain(before), plain(one)) else {
        return false;
    };
    let is_number = is_of_digits(first.trim_start_matches('-'));
    let touches = before.place.column + first.len() + 1 == one.place.column;
    let in_one_line = before.place.line == one.place.line;
    is_number && in_one_line && is_group(one) && (touches || group.starts_with('0'))
}

fn is_group(item: &Node) -> bool {
    plain(item).is_some_and(|group| group.len() == 3 && group.bytes().all(|b| b.is_ascii_digit()))
}

/// What is written, where it is so without quotation marks.
fn plain(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) if text.style == Style::Plain => Some(&text.says),
        Value::Nothing | Value::Text(_) | Value::List(_) | Value::Map(_) => None,
    }
}

/// Where the number begins of which an entry is a piece.
fn begin(entries: &[(Key, Node)], at: usize) -> Option<usize> {
    let piece = entries.get(at).filter(|one| is_like_one(one))?;
    let mut begins = at;
    for _ in 0..PIECES_MOST {
        begins = begins.checked_sub(1)?;
        let before = entries.get(begins)?;
        // A comma ends an entry only between braces; what stands in a line of its own has none before it.
        if before.0.place.line != piece.0.place.line {
            return None;
        }
        if !is_like_one(before) {
            let first = before.1.text()?;
            return is_of_digits(first.trim_start_matches('-')).then_some(begins);
        }
    }
    None
}

fn is_like_one((key, node): &(Key, Node)) -> bool {
    matches!(node.value, Value::Nothing) && is_of_digits(&key.says)
}

/// Digits, with a point among them at most once.
fn is_of_digits(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, part)) => digits(whole) && digits(part),
        None => digits(text),
    }
}
