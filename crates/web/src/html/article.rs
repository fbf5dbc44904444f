//! The negotiated text on a page: articles in their languages side by side, positions in the
//! margin, brackets with whose they are, versions on a rail, and what crosses between two rooms.

use maud::{Markup, html};

use super::marks::{Ink, Position, position_in};
use crate::i18n::Words;

/// A language of the text: any, not only those the interface speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tongue {
    /// The BCP 47 tag.
    pub tag: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// The language's own name.
    pub name: String,
}

/// One article.
#[derive(Clone, Debug)]
pub struct Article {
    /// The anchor.
    pub id: String,
    /// "Article 1", for whoever navigates by landmarks.
    pub label: String,
    /// The article in each language.
    pub readings: Vec<Reading>,
    /// Who stands how; empty where positions are not shown.
    pub stands: Vec<Stand>,
}

/// An article in one language.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The language.
    pub tongue: Tongue,
    /// "Article 1", in that language and its own digits.
    pub number: String,
    /// The heading.
    pub heading: String,
    /// Paragraphs, with redline and brackets.
    pub paragraphs: Vec<Markup>,
    /// A line of the desk's below: "changed since version 3".
    pub note: Option<Markup>,
}

/// A participant's stand on an article.
#[derive(Clone, Debug)]
pub struct Stand {
    /// Who.
    pub who: String,
    /// How.
    pub position: Position,
    /// Whether it was said of these words.
    pub ink: Ink,
    /// For what: "for \"be suspended\"".
    pub note: String,
}

/// Wording not yet agreed, with whose it is.
#[derive(Clone, Debug)]
pub struct Bracket {
    /// The words.
    pub words: String,
    /// Whose.
    pub whose: String,
}

/// Brackets are real brackets in the text.
pub fn bracket(bracket: &Bracket) -> Markup {
    html! { span.brk { "[" (bracket.words) @if !bracket.whose.is_empty() { " " small { bdi { (bracket.whose) } } } "]" } }
}

/// The names of the languages over their columns.
pub fn languages(tongues: &[Tongue], positions: &str) -> Markup {
    let class = if tongues.len() > 2 {
        "langhead three"
    } else {
        "langhead"
    };
    html! {
        div class=(class) aria-hidden="true" {
            @for tongue in tongues { span lang=(tongue.tag) dir=(tongue.dir) { (tongue.name) } }
            span.pos { (positions) }
        }
    }
}

/// An article in all its languages.
pub fn article(words: Words, shown: &Article) -> Markup {
    let class = match (shown.readings.len(), shown.stands.is_empty()) {
        (0..=1, _) => "art one",
        (2, true) => "art two",
        (2, false) => "art",
        (_, _) => "art three",
    };
    html! {
        section class=(class) id=(shown.id) aria-label=(shown.label) {
            @for reading in &shown.readings {
                div.legal lang=(reading.tongue.tag) dir=(reading.tongue.dir) {
                    span.tongue { (reading.tongue.name) }
                    h3 { span { (reading.number) } "\u{2002}" (reading.heading) }
                    @for paragraph in &reading.paragraphs { p { (paragraph) } }
                    @if let Some(note) = &reading.note {
                        p.chg lang=(words.lang().tag()) dir=(words.lang().dir()) { (note) }
                    }
                }
            }
            @if !shown.stands.is_empty() {
                div.stand { ul { @for stand in &shown.stands {
                    li { span { bdi { (stand.who) } } (position_in(words, stand.position, stand.ink)) @if !stand.note.is_empty() { small { bdi { (stand.note) } } } }
                } } }
            }
        }
    }
}

/// A version on the rail.
#[derive(Clone, Debug)]
pub struct Version {
    /// Its number, as this viewer counts.
    pub number: String,
    /// Where to read it.
    pub href: Option<String>,
    /// When.
    pub when: Markup,
    /// What it was.
    pub note: String,
    /// Whether it is the one that stands.
    pub stands: bool,
}

/// The versions in their order.
pub fn rail(versions: &[Version]) -> Markup {
    html! {
        ol.rail {
            @for version in versions {
                li class=[version.stands.then_some("now")] {
                    b { @match &version.href { Some(href) => a href=(href) { (version.number) }, None => (version.number) } }
                    (version.when) br; bdi { (version.note) }
                }
            }
        }
    }
}

/// A crossing: the sheet of what was said, and the framed one of what will be read over there.
pub fn crossing(said: &Markup, read: &Markup) -> Markup {
    html! {
        div.crossing {
            (said)
            div.arrow { svg viewBox="0 0 32 16" aria-hidden="true" focusable="false" {
                path d="M0 8h29M23 2l7 6-7 6" fill="none" stroke="currentColor" stroke-width="1.5" {}
            } }
            (read)
        }
    }
}

/// The second page of a consent or a crossing: the very words in a heavy frame, what else goes
/// with them, and one button.
pub fn confirmation(
    words: Words,
    head: &Markup,
    sheet: &Markup,
    beside: &Markup,
    form: &Markup,
) -> Markup {
    html! {
        div.confirm {
            ol.steps { li { (words.t("step-write")) } li aria-current="step" { (words.t("step-confirm")) } }
            div.sheet.out { h3 { (head) } (sheet) }
            (beside)
            (form)
        }
    }
}
