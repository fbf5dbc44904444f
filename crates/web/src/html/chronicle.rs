//! The story of a case as one viewer may read it: the date, the story, and where it stands in the
//! record.

use maud::{Markup, html};

use super::marks::{Standing, standing};
use crate::i18n::Words;

/// A part of the story.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its heading.
    pub head: String,
    /// What is told, in order.
    pub passages: Vec<Passage>,
}

/// What is told of one date.
#[derive(Clone, Debug)]
pub struct Passage {
    /// When, from `when::known`.
    pub date: Markup,
    /// The story.
    pub paragraphs: Vec<Markup>,
    /// The entries it rests on: number and address.
    pub entries: Vec<(String, String)>,
    /// How the desk knows.
    pub standing: Standing,
}

/// The whole story below its title.
pub fn chronicle(words: Words, heading: &Markup, parts: &[Part]) -> Markup {
    chronicle_with(words, heading, parts, &html! {})
}

/// The same with what stands at its end: the way to other pages, and about the record.
pub fn chronicle_with(words: Words, heading: &Markup, parts: &[Part], end: &Markup) -> Markup {
    html! {
        article.chron {
            (heading)
            @for part in parts {
                section.part { h2 { (part.head) } @for passage in &part.passages { (tell(words, passage)) } }
            }
            (end)
        }
    }
}

fn tell(words: Words, passage: &Passage) -> Markup {
    html! {
        div.tell {
            p.date { (passage.date) }
            div { @for paragraph in &passage.paragraphs { p { (paragraph) } } }
            div.ref {
                @for (place, (number, href)) in passage.entries.iter().enumerate() {
                    @if place > 0 { ", " }
                    a href=(href) { (number) }
                }
                br;
                (standing(words, passage.standing))
            }
        }
    }
}
