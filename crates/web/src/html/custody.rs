//! The line of custody: handed over, delivered, read back. Dot, line, dot; filled is done, dotted
//! is still to come.

use maud::{Markup, html};

use crate::i18n::Words;

/// One hop.
#[derive(Clone, Debug)]
pub struct Hop {
    /// What is done: "Delivered".
    pub said: String,
    /// When, how, by whom.
    pub detail: Markup,
    /// Where it stands.
    pub state: HopState,
}

/// Where a hop stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HopState {
    /// It is done.
    Done,
    /// It is still to come.
    ToCome,
    /// It was done, and what was read back is not what was sent.
    Differs,
}

/// The hops in their order.
pub fn custody(words: Words, hops: &[Hop]) -> Markup {
    html! {
        ol.custody aria-label=(words.t("custody")) {
            @for hop in hops {
                @let class = match hop.state {
                    HopState::Done => None,
                    HopState::ToCome => Some("next"),
                    HopState::Differs => Some("differs"),
                };
                li class=[class] {
                    (hop.said)
                    @match hop.state {
                        HopState::Done => {}
                        HopState::ToCome => span.vh { ": " (words.t("custody-to-come")) },
                        HopState::Differs => { ": " span.late { (words.t("custody-differs")) } },
                    }
                    small { (hop.detail) }
                }
            }
        }
    }
}
