//! The track record of a channel: what was promised through it, and what became of each. A promise
//! that was kept late was late; nothing is counted up, and no channel is given a mark.

use maud::{Markup, html};
use mediation::{
    concerns::{
        channels::Channel,
        undertakings::{Performance, UndertakingState},
    },
    view::Room,
};

use crate::{entries::Reader, i18n::Key};

/// Each promise as a link with what became of it; nothing where none was made.
pub(super) fn promises(r: &Reader<'_>, room: &Room, channel: &Channel) -> Option<Markup> {
    let made: Vec<&UndertakingState> = channel
        .promises
        .iter()
        .filter_map(|number| room.undertakings.all.get(number))
        .collect();
    (!made.is_empty()).then(|| {
        html! {
            @for (place, one) in made.iter().enumerate() {
                @if place > 0 { "; " }
                (r.link(room, one.number)) " " (became(r, one))
            }
        }
    })
}

/// All that became of it, in order: what was broken and then made good is both.
fn became(r: &Reader<'_>, one: &UndertakingState) -> Markup {
    let words = r.words;
    if one.performance.is_empty() {
        let late = one.due.is_some_and(|due| due < r.now);
        return html! {
            @if late { span.late { (words.t("promise-overdue")) } }
            @else { (words.t("promise-open")) }
        };
    }
    html! {
        @for (place, (_, what)) in one.performance.iter().enumerate() {
            @if place > 0 { (words.t("entry-comma")) }
            @match what {
                Performance::Late | Performance::Disputed | Performance::Breached => span.late { (words.t(said(*what))) },
                Performance::Performed
                | Performance::InPart
                | Performance::Excused
                | Performance::Cured
                | Performance::Waived => (words.t(said(*what))),
            }
        }
    }
}

const fn said(what: Performance) -> Key {
    match what {
        Performance::Performed => Key("promise-kept"),
        Performance::InPart => Key("promise-in-part"),
        Performance::Late => Key("promise-late"),
        Performance::Excused => Key("promise-excused"),
        Performance::Disputed => Key("promise-disputed"),
        Performance::Cured => Key("promise-cured"),
        Performance::Waived => Key("promise-waived"),
        Performance::Breached => Key("promise-broken"),
    }
}
