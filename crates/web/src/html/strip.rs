//! The strip of a channel: contacts, attempts without answer, silences that ended and one that is
//! open, the next contact due, and now. Percent across, pixels down, so that words keep their
//! size; mirrored in a page that is read from right to left.

use maud::{Markup, html};

use super::chart::{Drawings, Fraction};
use crate::i18n::Words;

/// What a strip shows. Every place is a fraction of its span, computed by the caller.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Contacts.
    pub contacts: Vec<Fraction>,
    /// Attempts without answer.
    pub attempts: Vec<Fraction>,
    /// Silences.
    pub silences: Vec<Silence>,
    /// When the next contact is due.
    pub due: Option<Due>,
    /// Now, where it lies on the strip.
    pub now: Option<Fraction>,
    /// The first and the last day, said below each strip where no scale stands above it.
    pub ends: Option<(String, String)>,
    /// The same in a sentence or two.
    pub in_words: String,
    /// The same line by line, for a reader who wants no drawings.
    pub lines: Vec<String>,
}

/// A silence.
#[derive(Clone, Copy, Debug)]
pub struct Silence {
    /// When it began.
    pub from: Fraction,
    /// When it ended, or now.
    pub to: Fraction,
    /// Whether it has ended.
    pub ended: Ended,
}

/// Whether a silence has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It has.
    Yes,
    /// It is open.
    NotYet,
}

/// When the next contact is due.
#[derive(Clone, Copy, Debug)]
pub enum Due {
    /// It lies ahead.
    Ahead(Fraction),
    /// It has passed.
    Passed(Fraction),
}

/// A date over the strips.
#[derive(Clone, Debug)]
pub struct Tick {
    /// Where.
    pub at: Fraction,
    /// Its words.
    pub said: String,
}

/// One strip.
pub fn strip(words: Words, drawings: Drawings, strip: &Strip) -> Markup {
    let lang = words.lang();
    match drawings {
        Drawings::AsTables => html! {
            ul.seen { @for line in &strip.lines { li { (line) } } @if strip.lines.is_empty() { li { (strip.in_words) } } }
        },
        Drawings::Shown => html! {
            svg.chart.strip role="img" aria-label=(strip.in_words) {
                line class="ln hair" x1="0" x2="100%" y1="13.5" y2="13.5" {}
                @for silence in &strip.silences {
                    @let (x, width) = Fraction::stretch(silence.from, silence.to, lang);
                    @let class = match silence.ended { Ended::Yes => "hatch", Ended::NotYet => "hatchlate" };
                    rect class=(class) x=(x) y="4" width=(width) height="19" {}
                }
                @for at in &strip.contacts { (upright("ln", &at.x(lang), 5, 22)) }
                @for at in &strip.attempts { circle.open cx=(at.x(lang)) cy="13.5" r="3" {} }
                @match strip.due {
                    None => {}
                    Some(Due::Ahead(at)) => (triangle("fill", &at.x(lang), "13.5")),
                    Some(Due::Passed(at)) => (triangle("fill late", &at.x(lang), "5")),
                }
                @if let Some(now) = strip.now { (upright("ln now", &now.x(lang), 0, 26)) }
            }
            @if let Some((first, last)) = &strip.ends {
                div.ends aria-hidden="true" { span { (first) } span { (last) } }
            }
        },
    }
}

/// The heading over a column of strips: dates, and now.
pub fn strip_scale(
    words: Words,
    drawings: Drawings,
    range: &str,
    ticks: &[Tick],
    now: Option<Fraction>,
) -> Markup {
    let lang = words.lang();
    match drawings {
        Drawings::AsTables => html! { (range) },
        Drawings::Shown => html! {
            span.vh { (range) }
            svg.chart.strip aria-hidden="true" focusable="false" {
                @for tick in ticks {
                    text x=(tick.at.x(lang)) y="13" text-anchor=(anchor(tick.at, lang)) { (tick.said) }
                }
                @if let Some(now) = now {
                    text.nowt.mask x=(now.x(lang)) y="13" text-anchor="middle" { (words.t("strip-now")) }
                }
            }
        },
    }
}

/// What the signs of a strip mean. Nothing where there are none.
pub fn strip_key(words: Words, drawings: Drawings, range: &str) -> Markup {
    let item = |drawn: Markup, said: String| {
        html! { li { svg aria-hidden="true" focusable="false" { (drawn) } (said) } }
    };
    match drawings {
        Drawings::AsTables => html! {},
        Drawings::Shown => html! {
            ul.key aria-label=(words.t("key-label")) {
                (item(upright("ln", "9", 0, 14), words.t("strip-contact")))
                (item(html! { circle.open cx="9" cy="7" r="3" {} }, words.t("strip-attempt")))
                (item(html! { rect.hatch width="20" height="13" {} }, words.t("strip-silence-ended")))
                (item(html! { rect.hatchlate width="20" height="13" {} }, words.t("strip-silence-open")))
                (item(html! { path.fill d="M4 2h10l-5 9z" {} }, words.t("strip-due")))
                (item(upright("ln now", "9", 0, 14), words.t_args("strip-range", &[("range", range.to_owned().into())])))
            }
        },
    }
}

/// Text at the edges is set inwards.
fn anchor(at: Fraction, lang: crate::i18n::Lang) -> &'static str {
    let left_to_right = lang.dir() == "ltr";
    if at < Fraction::new(0.08) {
        if left_to_right { "start" } else { "end" }
    } else if at > Fraction::new(0.92) {
        if left_to_right { "end" } else { "start" }
    } else {
        "middle"
    }
}

fn upright(class: &str, x: &str, top: u8, bottom: u8) -> Markup {
    html! { line class=(class) x1=(x) x2=(x) y1=(top) y2=(bottom) {} }
}

fn triangle(class: &str, x: &str, y: &str) -> Markup {
    html! { svg x=(x) y=(y) overflow="visible" { path class=(class) d="M-5-5h10l-5 9z" {} } }
}
