//! What stays together on a line: a date with its time, and a word. A browser breaks a date at its
//! hyphens, and in a table that is told to break inside words it does so wherever a column is narrow. So
//! a date is marked to be kept whole, and in a table only a word that may have no room on a line of its
//! own is marked as one that may be broken inside.

use maud::{Markup, PreEscaped};

/// In a table, a word of more letters than this may be broken inside.
const LONG: usize = 20;

/// The same matter, with what stays together marked.
pub fn kept(matter: &Markup) -> Markup {
    let mut made = String::with_capacity(matter.0.len() * 9 / 8);
    let (mut drawings, mut cells) = (0_usize, 0_usize);
    let mut rest = matter.0.as_str();
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        set(text, drawings > 0, cells > 0, &mut made);
        // What is escaped holds neither of the two signs.
        let end = tag.find('>').map_or(tag.len(), |end| end + 1);
        let (tag, after) = tag.split_at(end);
        match name(tag) {
            "svg" => drawings += 1,
            "/svg" => drawings = drawings.saturating_sub(1),
            "td" | "th" => cells += 1,
            "/td" | "/th" => cells = cells.saturating_sub(1),
            _ => {}
        }
        made.push_str(tag);
        rest = after;
    }
    set(rest, drawings > 0, cells > 0, &mut made);
    PreEscaped(made)
}

fn name(tag: &str) -> &str {
    let bare = tag.trim_start_matches('<').trim_end_matches('>');
    bare.split(' ').next().unwrap_or_default()
}

/// Sets a text between two tags.
fn set(text: &str, in_drawing: bool, in_cell: bool, made: &mut String) {
    if in_drawing {
        made.push_str(text);
        return;
    }
    let mut rest = text;
    while let Some((before, date, after)) = next_date(rest) {
        words(before, in_cell, made);
        wrap("whole", date, made);
        rest = after;
    }
    words(rest, in_cell, made);
}

fn words(text: &str, in_cell: bool, made: &mut String) {
    if !in_cell {
        made.push_str(text);
        return;
    }
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if letters(word) > LONG {
            wrap("long", word, made);
            made.push_str(piece.get(word.len()..).unwrap_or_default());
        } else {
            made.push_str(piece);
        }
    }
}

fn wrap(class: &str, text: &str, made: &mut String) {
    made.push_str("<span class=\"");
    made.push_str(class);
    made.push_str("\">");
    made.push_str(text);
    made.push_str("</span>");
}

/// How many letters a word has; what is escaped is one.
fn letters(word: &str) -> usize {
    let escaped: usize = word
        .split('&')
        .skip(1)
        .filter_map(|after| after.find(';'))
        .map(|end| end + 1)
        .sum();
    word.chars().count() - escaped
}

/// The first date of a text, with its time where it has one, and what stands before and after it.
fn next_date(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(hyphen) = text.get(from..)?.find('-').map(|at| from + at) {
        from = hyphen + 1;
        let Some(begins) = hyphen.checked_sub(4) else {
            continue;
        };
        let before = text.get(..begins).and_then(|text| text.chars().next_back());
        let alone = !before.is_some_and(|sign| sign.is_alphanumeric() || sign == '-');
        let Some(date) = text.get(begins..).and_then(date).filter(|_| alone) else {
            continue;
        };
        let ends = begins + date;
        return Some((
            text.get(..begins)?,
            text.get(begins..ends)?,
            text.get(ends..)?,
        ));
    }
    None
}

/// How long the date is with which a text begins, and its time.
fn date(text: &str) -> Option<usize> {
    let day = like(text, "0000-00-00")?;
    let time = text
        .get(day..)
        .and_then(|after| like(after, " 00:00"))
        .unwrap_or(0);
    let after = text.get(day + time..)?.chars().next();
    let alone = !after.is_some_and(|sign| sign.is_alphanumeric() || sign == '-');
    alone.then_some(day + time)
}

/// The length of a form, where a text begins with it: a nought stands for any digit.
fn like(text: &str, form: &str) -> Option<usize> {
    let begins = text.bytes().zip(form.bytes());
    let alike = begins.filter(|(sign, of)| match of {
        b'0' => sign.is_ascii_digit(),
        _ => sign == of,
    });
    (alike.count() == form.len()).then_some(form.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(matter: &str, expected: &str) {
        assert_eq!(kept(&PreEscaped(matter.to_owned())).0, expected);
    }

    #[test]
    fn a_date_stays_whole_with_its_time() {
        check(
            "<p>First day, 2023-11-24 16:00: all is given on 2023-11-25.</p>",
            "<p>First day, <span class=\"whole\">2023-11-24 16:00</span>: all is given on <span class=\"whole\">2023-11-25</span>.</p>",
        );
        for alone in [
            "<p>12023-11-24</p>",
            "<p>2023-11-241</p>",
            "<p>a-2023-11-24</p>",
            "<p>23-11-24 - b</p>",
        ] {
            check(alone, alone);
        }
    }

    #[test]
    fn only_a_long_word_in_a_table_may_be_broken() {
        let long = "Internationalwissenschaft";
        check(
            &format!("<p>{long}</p><td data-h=\"{long}\"><span>of {long} alone</span></td>"),
            &format!(
                "<p>{long}</p><td data-h=\"{long}\"><span>of <span class=\"long\">{long}</span> alone</span></td>"
            ),
        );
        let escaped = "<td>&lt;&lt;&lt;&lt;&lt;&lt;&lt;&lt; Assembly</td>";
        check(escaped, escaped);
    }

    #[test]
    fn what_is_drawn_is_left_alone() {
        let drawing =
            "<td><svg class=\"a\"><text>2023-11-24 Internationalwissenschaft</text></svg></td>";
        check(drawing, drawing);
    }
}
