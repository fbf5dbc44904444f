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
    /// The words of the link, and where it goes; none where nothing can be done now.
    pub way: Option<(String, String)>,
}

/// How many matters are shown before the rest is a link.
pub const MOST: usize = 7;

/// The matters in the order given; the rest of them, where there are more, behind `all`.
pub fn todo(words: Words, matters: &[Todo], all: Option<&str>) -> Markup {
    let most = if all.is_some() { MOST } else { usize::MAX };
    let more = matters.len().saturating_sub(most);
    html! {
        ol.todo {
            @for matter in matters.iter().take(most) {
                @let class = match matter.pressing {
                    Pressing::Late => "when late",
                    Pressing::Soon => "when due",
                    Pressing::Calm => "when",
                };
                li {
                    p class=(class) { (matter.when) }
                    div { h3 { (matter.what) } p { (matter.why) } }
                    @if let Some((link, href)) = &matter.way { a.go href=(href) { (link) } }
                }
            }
        }
        @if let (Some(all), true) = (all, more > 0) {
            p.after { a href=(all) { (words.t_args("todo-more", &[("n", more.into())])) } }
        }
    }
}
