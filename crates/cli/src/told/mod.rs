//! A view in plain words: first what it says as it stands, then its entries, room by room.

mod details;
mod events;
mod names;
mod now;

use std::fmt::Write as _;

use mediation::{
    entry::{Body, Entry, Speaker},
    view::{Room, View},
};

use crate::state::State;
use names::{Names, plain};

/// The most characters of words that are shown of one entry: the rest is in the pages and in
/// `--json`.
const GIST_MOST: usize = 200;

/// A view in plain words.
pub fn text(view: &View, state: &State) -> String {
    let names = Names::of(view);
    let mut out = String::new();
    now::head(&mut out, state, &names);
    now::stands(&mut out, state, &names);
    for room in view.rooms.values() {
        let title = room
            .opened
            .as_ref()
            .map_or("The desk’s own room", |o| o.title.as_str());
        let _ = writeln!(out, "\n{title} ({})", room.name);
        for entry in &room.entries {
            told(&mut out, room, entry, &names);
        }
    }
    out
}

fn told(out: &mut String, room: &Room, entry: &Entry, names: &Names<'_>) {
    let number = format!("{} {}", room.code(), entry.number);
    let Some(body) = entry.body() else {
        let by = room.corrections.erased.get(&entry.number);
        let by = by.map_or_else(String::new, |n| format!(", as {} {n} says", room.code()));
        let _ = writeln!(out, "{number:>6}  It was made unreadable{by}.");
        return;
    };
    let told = events::told(&body.event, names);
    let _ = writeln!(
        out,
        "{number:>6}  {}  {}. [{}]",
        names.moment(&body.happened),
        told.what.trim_end_matches('.'),
        known(body, names)
    );
    if let Some(words) = told.words {
        let _ = writeln!(out, "        {}", gist(&words));
    }
}

/// How the desk knows, and on whose word.
fn known(body: &Body, names: &Names<'_>) -> String {
    let mut known = plain(&body.standing);
    if let Some(source) = &body.source {
        let _ = write!(known, ": {source}");
    }
    if let Some(channel) = &body.channel {
        let _ = write!(known, "; by channel {channel}");
    }
    if let Some(Speaker::Participant(_)) = body.event.speaker() {
        let _ = write!(known, "; {}", plain(&body.terms));
    }
    let learnt = names.instant(body.learnt);
    if names.moment(&body.happened) != learnt {
        let _ = write!(known, "; learnt {learnt}");
    }
    known
}

/// The beginning of words, on one line.
fn gist(words: &str) -> String {
    let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= GIST_MOST {
        return line;
    }
    let cut: String = line.chars().take(GIST_MOST).collect();
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gist_is_one_line() {
        assert_eq!(gist("a\n\n b"), "a b");
        assert_eq!(gist(&"x".repeat(300)).chars().count(), GIST_MOST + 1);
    }
}
