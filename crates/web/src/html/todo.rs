//! What needs doing: when, what, why, one link. Most pressing first, and never more than seven.

use maud::{Markup, html};

use crate::{i18n::Words, when::Pressing};

/// One matter.
#[derive(Clone, Debug)]
pub struct Todo {
    /// When: "7 h 40 min late", "before acceptance".
    pub when: Markup,
    /// How pressing that is.
    pub pressing: Pressing,
    /// What.
    pub what: String,
    /// Why, in a sentence or two.
    pub why: Markup,
    /// The words of the link.
    pub link: String,
    /// Where it goes.
    pub href: String,
}

/// How many matters are shown before the rest is only counted.
pub const MOST: usize = 7;

/// The matters in the order given.
pub fn todo(words: Words, matters: &[Todo]) -> Markup {
    let more = matters.len().saturating_sub(MOST);
    html! {
        ol.todo {
            @for matter in matters.iter().take(MOST) {
                @let class = match matter.pressing {
                    Pressing::Late => "when late",
                    Pressing::Soon => "when due",
                    Pressing::Calm => "when",
                };
                li {
                    p class=(class) { (matter.when) }
                    div { h3 { (matter.what) } p { (matter.why) } }
                    a.go href=(matter.href) { (matter.link) }
                }
            }
        }
        @if more > 0 { p.meta { (words.t_args("todo-more", &[("n", more.into())])) } }
    }
}
