//! The way through a long list: where one is, back and on. Positions are counted within what the
//! viewer can read, so that no total betrays another room.

use maud::{Markup, html};

use crate::i18n::Words;

/// Where one is in a list.
#[derive(Clone, Debug)]
pub struct Paging {
    /// The first one shown, counting from 1.
    pub first: usize,
    /// The last one shown.
    pub last: usize,
    /// How many there are.
    pub of: usize,
    /// The page before: its address.
    pub before: Option<String>,
    /// The page after: its address.
    pub after: Option<String>,
}

/// The line below a list. Nothing where everything is shown.
pub fn paging(words: Words, at: &Paging) -> Markup {
    if at.before.is_none() && at.after.is_none() {
        return html! {};
    }
    let here = [
        ("first", at.first.into()),
        ("last", at.last.into()),
        ("of", at.of.into()),
    ];
    html! {
        nav.paging aria-label=(words.t("paging")) {
            p { (words.t_plain("paging-here", &here)) }
            ul {
                @if let Some(before) = &at.before { li { a href=(before) rel="prev" { (words.t("paging-before")) } } }
                @if let Some(after) = &at.after { li { a href=(after) rel="next" { (words.t("paging-after")) } } }
            }
        }
    }
}
