//! The ground of a page: sections with their side-heads, facts, digests, and what only the desk
//! reads.

use maud::{Markup, html};

use crate::i18n::{Lang, Words};

/// A side-head: what stands in the margin beside the matter.
#[derive(Clone, Debug)]
pub struct Side<'a> {
    /// The anchor of the section. Its heading is `{id}-h`.
    pub id: &'a str,
    /// The heading.
    pub head: String,
    /// A line below it.
    pub note: Option<Markup>,
}

impl<'a> Side<'a> {
    /// A side-head with a line below it.
    pub fn new(id: &'a str, head: String, note: impl Into<String>) -> Self {
        let note: String = note.into();
        Self {
            id,
            head,
            note: (!note.is_empty()).then(|| html! { (note) }),
        }
    }
}

/// A section: the side-head in the margin, the matter beside it.
pub fn section(side: &Side<'_>, body: &Markup) -> Markup {
    html! {
        section.sec id=(side.id) aria-labelledby={ (side.id) "-h" } {
            (margin(side))
            div.body { (body) }
        }
    }
}

/// A section of controls: left out in print.
pub fn section_to_write(side: &Side<'_>, body: &Markup) -> Markup {
    html! {
        section.sec.noprint id=(side.id) aria-labelledby={ (side.id) "-h" } {
            (margin(side))
            div.body { (body) }
        }
    }
}

fn margin(side: &Side<'_>) -> Markup {
    html! {
        div.side {
            h2 id={ (side.id) "-h" } { (side.head) }
            @if let Some(note) = &side.note { p { (note) } }
        }
    }
}

/// A section without a margin: its heading, a line at the end of it, and the matter below in full
/// width.
pub fn wide_section(id: &str, head: &str, beside: &Markup, body: &Markup) -> Markup {
    html! {
        section id=(id) aria-labelledby={ (id) "-h" } {
            div.head { h2 id={ (id) "-h" } { (head) } (beside) }
            (body)
        }
    }
}

/// Two columns: the matter, and what is worth knowing while reading it.
pub fn with_aside(body: &Markup, beside: &[Markup]) -> Markup {
    html! { div.withside { div { (body) } div.aside { @for part in beside { (part) } } } }
}

/// One part of the second column.
pub fn aside(id: &str, head: &str, body: &Markup) -> Markup {
    html! { section id=(id) aria-labelledby={ (id) "-h" } { h3 id={ (id) "-h" } { (head) } (body) } }
}

/// Names and what they stand for.
pub fn facts(rows: &[(String, Markup)]) -> Markup {
    html! { dl.facts { @for (name, value) in rows { dt { (name) } dd { (value) } } } }
}

/// Commands for another program, and what it answers: left to right on every page.
pub fn commands(text: &str) -> Markup {
    html! { pre.code lang="en" dir="ltr" { (text) } }
}

/// One sentence with a fact in it, where there is nothing to show.
pub fn empty(sentence: &str) -> Markup {
    html! { p.empty { (sentence) } }
}

/// On a page that others may read: what only the desk reads.
pub fn desk_only(words: Words, body: &Markup) -> Markup {
    html! { div.deskonly { b { (words.t("desk-only")) } " " (body) } }
}

/// Words that somebody entered, within ours: they keep their own direction, so that a Latin name
/// or sentence does not come apart in an Arabic page.
pub fn own(text: &str) -> Markup {
    html! { bdi { (text) } }
}

/// A sentence in which no date comes apart: `2023-11-20` is read from its year on in any script,
/// and stands on one line.
pub fn kept(text: &str) -> Markup {
    html! {
        @for (place, word) in text.split(' ').enumerate() {
            @if place > 0 { " " }
            @let date = word.trim_matches(|c: char| !c.is_ascii_digit());
            @match word.split_once(date).filter(|_| is_dated(date)) {
                Some((before, after)) => { (before) bdi.nb dir="ltr" { (date) } (after) }
                None => (word),
            }
        }
    }
}

fn is_dated(word: &str) -> bool {
    let mut parts = word.split('-');
    let year = parts.next().is_some_and(|year| year.len() == 4);
    year && parts.next().is_some_and(|month| month.len() == 2)
        && word.chars().all(|c| c.is_ascii_digit() || "-/".contains(c))
}

/// What was said, in the marks of quotation of the page's language, by itself within our line; a
/// quotation within it takes the inner marks.
pub fn quoted(words: Words, said: &str) -> Markup {
    let (open, close) = words.lang().quotes();
    let inner = match words.lang() {
        Lang::English => [("“", "‘"), ("”", "’")],
        Lang::Arabic => [("«", "“"), ("»", "”")],
    };
    let said = inner.iter().fold(said.to_owned(), |said, (outer, inner)| {
        said.replace(outer, inner)
    });
    html! { (open) bdi { (said) } (close) }
}

/// Said of every invented person. Never a dagger: it reads as a death.
pub fn invented(words: Words) -> Markup {
    html! { span.inv { (words.t("invented")) } }
}

/// A digest in groups of four, the first eight (what is read out over a telephone) underlined.
pub fn digest(hex: &str) -> Markup {
    let groups = groups_of_four(hex);
    let (head, rest) = groups.split_at(groups.len().min(2));
    html! { span.digest { b { (head.join(" ")) } @if !rest.is_empty() { " " (rest.join(" ")) } } }
}

/// The first eight of a digest alone.
pub fn digest_short(hex: &str) -> Markup {
    let groups = groups_of_four(hex);
    let (head, _) = groups.split_at(groups.len().min(2));
    html! { span.digest { b { (head.join(" ")) } } }
}

fn groups_of_four(hex: &str) -> Vec<String> {
    let letters: Vec<char> = hex
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    letters
        .chunks(4)
        .map(|group| group.iter().collect())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_a_sentence_stands_by_itself() {
        assert_eq!(
            kept("Full date, as in 2023-11-20.").into_string(),
            "Full date, as in <bdi class=\"nb\" dir=\"ltr\">2023-11-20</bdi>."
        );
        let plain = "Nothing of 12-13 is a date, nor <b>.";
        assert_eq!(
            kept(plain).into_string(),
            "Nothing of 12-13 is a date, nor &lt;b&gt;."
        );
    }

    #[test]
    fn a_digest_is_read_in_fours() {
        assert_eq!(
            digest("3a03a8a4f10a").into_string(),
            "<span class=\"digest\"><b>3a03 a8a4</b> f10a</span>"
        );
        assert_eq!(
            digest_short("3a03a8a4f10a").into_string(),
            "<span class=\"digest\"><b>3a03 a8a4</b></span>"
        );
        assert_eq!(
            digest("").into_string(),
            "<span class=\"digest\"><b></b></span>"
        );
        assert_eq!(
            digest("3a0").into_string(),
            "<span class=\"digest\"><b>3a0</b></span>"
        );
    }
}
