//! The log of a room: number, when it happened and when it was recorded in the margin; kind,
//! words, standing and by whom beside it.

use maud::{Markup, html};

use super::{
    marks::{Standing, standing},
    section::desk_only,
};
use crate::i18n::Words;

/// One entry as a page shows it.
#[derive(Clone, Debug)]
pub struct LogItem {
    /// The anchor, `h45`.
    pub id: String,
    /// The number within its room, `H 45`.
    pub number: String,
    /// When it happened, from `when::known` or `when::stamp`.
    pub happened: Markup,
    /// "recorded 13 Nov, 22:40", where that differs.
    pub recorded: Option<String>,
    /// The kind in a word, and what else belongs in the first line.
    pub kind: String,
    /// What follows the kind: "made on re-contact".
    pub beside: Option<Markup>,
    /// The matter: `say` and `quote` paragraphs, tables, custody.
    pub body: Markup,
    /// How the desk knows.
    pub standing: Standing,
    /// By whom.
    pub by: Markup,
    /// What only the desk reads.
    pub desk_only: Option<Markup>,
}

/// The entries in the order given: oldest first in a room.
pub fn log(words: Words, items: &[LogItem]) -> Markup {
    html! { ol.log { @for entry in items { (item(words, entry)) } } }
}

fn item(words: Words, entry: &LogItem) -> Markup {
    html! {
        li id=(entry.id) {
            div.when {
                a.no href={ "#" (entry.id) } { (entry.number) }
                (entry.happened)
                @if let Some(recorded) = &entry.recorded { br; (recorded) }
            }
            div.what {
                p.kind { b { (entry.kind) } @if let Some(beside) = &entry.beside { (words.t("kind-joint")) (beside) } }
                (entry.body)
                p.how { (standing(words, entry.standing)) " " span { (entry.by) } }
                @if let Some(body) = &entry.desk_only { (desk_only(words, body)) }
            }
        }
    }
}

/// The desk speaking.
pub fn say(body: &Markup) -> Markup {
    html! { p.say { (body) } }
}

/// What was said, in the speaker's words: serif, so that nobody mistakes it for the desk's. Its
/// language is a tag and a direction where known, else the direction is the words' own.
pub fn quote(text: &str, lang: Option<(&str, &str)>) -> Markup {
    let (tag, dir) = lang.unzip();
    html! { p.quote lang=[tag] dir=(dir.unwrap_or("auto")) { (text) } }
}

/// One line of the desk's latest entries.
#[derive(Clone, Debug)]
pub struct BriefItem {
    /// When it was recorded.
    pub when: Markup,
    /// Its number.
    pub number: String,
    /// Where it stands, with the room's name.
    pub room: String,
    /// Where to read it.
    pub href: String,
    /// What it says.
    pub said: Markup,
    /// How the desk knows.
    pub standing: Standing,
}

/// The latest entries of every room, newest first: for the desk alone.
pub fn brief_log(words: Words, items: &[BriefItem]) -> Markup {
    html! {
        ol.log.brief {
            @for entry in items {
                li {
                    span { b { (entry.when) } }
                    span.room { a href=(entry.href) { (entry.number) } " " (entry.room) }
                    p.say { (entry.said) }
                    (standing(words, entry.standing))
                }
            }
        }
    }
}
