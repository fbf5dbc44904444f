//! Counts on one scale, never added up: believed, asserted, substantiated, verified, disputed, each
//! with whose it is. An estimate without an upper figure has no upper edge; a number that stands
//! alone is compared with nothing, and is not drawn.

use maud::{Markup, html};

use super::{
    chart::{Drawings, Fraction},
    marks::Claim,
};
use crate::i18n::Words;

/// One bar.
#[derive(Clone, Debug)]
pub struct Bar {
    /// What is counted: "Believed held".
    pub name: String,
    /// Whose it is, and where it stands.
    pub by: Markup,
    /// The mark beside the name, and the fill of the bar.
    pub fill: Fill,
    /// How far it reaches.
    pub extent: Extent,
    /// The number in words: "more than 50".
    pub said: String,
}

/// How a bar is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    /// An estimate: soft.
    Estimate,
    /// Asserted: empty, with its diamond.
    Asserted,
    /// Substantiated: hatched, with its diamond.
    Substantiated,
    /// Verified: full, with its diamond.
    Verified,
    /// Disputed: empty with a red edge, and its diamond crossed.
    Disputed,
}

/// How far a bar reaches.
#[derive(Clone, Copy, Debug)]
pub enum Extent {
    /// To a number.
    To(Fraction),
    /// From a lower to an upper figure.
    Between(Fraction, Fraction),
    /// From a lower figure, and nobody said how far.
    From(Fraction),
}

/// The bars in their order.
pub fn bars(words: Words, drawings: Drawings, bars: &[Bar]) -> Markup {
    match (drawings, bars.len()) {
        (Drawings::AsTables, _) | (Drawings::Shown, 0..=1) => html! {
            dl.facts.counts { @for bar in bars { dt { (name(bar)) } dd { b { (bar.said) } } } }
        },
        (Drawings::Shown, _) => {
            html! { div.bars { @for bar in bars { (name(bar)) (drawn(words, bar)) } } }
        }
    }
}

fn name(bar: &Bar) -> Markup {
    let class = match bar.fill {
        Fill::Estimate => None,
        Fill::Asserted => Some(Claim::Asserted.class()),
        Fill::Substantiated => Some(Claim::Substantiated.class()),
        Fill::Verified => Some(Claim::Verified.class()),
        Fill::Disputed => Some(Claim::Disputed.class()),
    };
    html! { div { span class=[class] { (bar.name) } small { (bar.by) } } }
}

/// The longest bar leaves room for its number.
const ROOM: f64 = 0.72;

fn drawn(words: Words, bar: &Bar) -> Markup {
    let lang = words.lang();
    let scaled = |at: Fraction| Fraction::scaled(at, ROOM);
    let (start, reach) = (
        Fraction::new(0.0),
        match bar.extent {
            Extent::To(to) | Extent::Between(_, to) => scaled(to),
            Extent::From(_) => Fraction::new(ROOM),
        },
    );
    let (x, width) = Fraction::stretch(start, reach, lang);
    let class = match (bar.fill, bar.extent) {
        (Fill::Estimate, Extent::From(_)) if lang.dir() == "rtl" => "fadex-rtl",
        (Fill::Estimate, Extent::From(_)) => "fadex",
        (Fill::Estimate, Extent::To(_) | Extent::Between(..)) => "fill soft",
        (Fill::Asserted, _) => "open",
        (Fill::Disputed, _) => "open contested",
        (Fill::Substantiated, _) => "hatchbox",
        (Fill::Verified, _) => "fill sure",
    };
    let edge = match bar.extent {
        Extent::Between(low, _) | Extent::From(low) => Some(scaled(low).x(lang)),
        Extent::To(_) => None,
    };
    let (label, anchor) = (
        Fraction::further(reach, 0.02).x(lang),
        if lang.dir() == "rtl" { "end" } else { "start" },
    );
    html! {
        svg.chart role="img" aria-label={ (bar.name) ": " (bar.said) } {
            rect class=(class) x=(x) y="5" width=(width) height="12" {}
            @if let Some(edge) = edge { line class="ln mid dash" x1=(edge) x2=(edge) y1="2" y2="20" {} }
            text.strong x=(label) y="16" text-anchor=(anchor) { (bar.said) }
        }
    }
}
