//! A number with commas between braces: 1,000,000 is a 1 there, and two keys 000 with nothing.

use super::tree::{Key, Node, Value};

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

/// The number of which an entry of a list is a group of three digits after a comma, where it can be nothing
/// else.
pub fn group_of_list(items: &[Node], at: usize) -> Option<String> {
    let group = items.get(at)?.text()?;
    let first = items.get(at.checked_sub(1)?)?.text()?;
    let is_group = group.len() == 3 && group.starts_with('0') && is_of_digits(group);
    let whole = first.trim_start_matches('-');
    let is_first = is_of_digits(whole) && whole.len() <= 3 && !whole.starts_with('0');
    (is_group && is_first).then(|| format!("{first},{group}"))
}

/// Where the number begins of which an entry is a piece.
fn begin(entries: &[(Key, Node)], at: usize) -> Option<usize> {
    entries.get(at).filter(|one| is_like_one(one))?;
    let mut begins = at;
    for _ in 0..PIECES_MOST {
        begins = begins.checked_sub(1)?;
        let before = entries.get(begins)?;
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
