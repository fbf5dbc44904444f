//! A page of a room's log, as whoever sits in the room may read it: the newest dozen, the hundred
//! around an entry that is asked for, or all of it. Only what is shown is looked at.

use axum::extract::{FromRequestParts, Query};
use maud::{Markup, html};
use mediation::{entry::Entry, view::Room};
use std::sync::Arc;

use crate::{
    adapt,
    entries::{Crossed, NEWEST, PAGE, Reader, item, played},
    html::{Paging, empty, log, paging},
    routes::{At, Page},
};

/// Which part of a log is asked for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
pub(crate) struct Wanted {
    /// The page that ends with this entry.
    #[serde(default, deserialize_with = "number")]
    to: Option<u64>,
    /// The page on which this entry stands.
    #[serde(default, deserialize_with = "number")]
    entry: Option<u64>,
    /// The whole log, for paper.
    #[serde(default, deserialize_with = "number")]
    all: Option<u64>,
}

/// What is no number is not asked for.
fn number<'de, D: serde::Deserializer<'de>>(d: D) -> Result<Option<u64>, D::Error> {
    use serde::Deserialize as _;
    Ok(String::deserialize(d)?.parse().ok())
}

impl<S: Send + Sync> FromRequestParts<S> for Wanted {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(
        parts: &mut axum::http::request::Parts,
        state: &S,
    ) -> Result<Self, Self::Rejection> {
        let asked = Query::<Self>::from_request_parts(parts, state).await;
        Ok(asked.map(|Query(wanted)| wanted).unwrap_or_default())
    }
}

/// The part of a log that is shown, and the ways to the rest.
pub(crate) struct Shown<'a> {
    entries: &'a [Arc<Entry>],
    first: usize,
    of: usize,
}

impl<'a> Shown<'a> {
    /// The part of a room's log that is asked for.
    pub(crate) fn of(room: &'a Room, wanted: Wanted) -> Self {
        let all = room.entries.as_slice();
        let size = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        let end_of = |n: u64| all.partition_point(|e| e.number <= n);
        let newest = all.len().saturating_sub(size(NEWEST));
        let (end, length) = match (wanted.all, wanted.to, wanted.entry) {
            (Some(_), ..) => (all.len(), all.len()),
            (None, Some(to), _) => (end_of(to).max(1), size(PAGE)),
            (None, None, Some(n)) if end_of(n) <= newest => {
                let to = n.div_ceil(PAGE).saturating_mul(PAGE);
                (end_of(to), size(PAGE))
            }
            (None, None, _) => (all.len(), size(NEWEST)),
        };
        let end = end.min(all.len());
        let first = end.saturating_sub(length);
        Self {
            entries: all.get(first..end).unwrap_or_default(),
            first,
            of: all.len(),
        }
    }

    /// The log with its paging and, of a history that was played, when that was.
    pub(crate) fn markup(&self, r: &Reader<'_>, room: &Room, page: Page<'_>, at: At) -> Markup {
        let words = r.words;
        let Some(last) = self.entries.last() else {
            return empty(&words.t("room-empty"));
        };
        let crossed = Crossed::of_room(r.view, room, self.entries);
        let items: Vec<_> = self
            .entries
            .iter()
            .map(|e| item(r, room, e, &crossed))
            .collect();
        let written = self.entries.iter().rev().find(|e| played(e));
        html! {
            (log(words, &items))
            (paging(words, &self.paging(page, at)))
            @if let Some(entry) = written {
                p.meta { (words.t_plain("room-played", &[("when", adapt::day(words, entry.recorded, &r.calendar).into())])) }
            }
            @if last.number < room.size && r.view.as_known_on.is_some() {
                p.meta { (words.t("room-later")) }
            }
        }
    }

    /// Whether nothing of the log is left out.
    pub(crate) fn is_whole(&self) -> bool {
        self.entries.len() == self.of
    }

    /// "Entries 1 to 36", before the first that is shown, and the way to all of them.
    pub(crate) fn earlier(&self, r: &Reader<'_>, page: Page<'_>, at: At) -> Markup {
        let n = self.first;
        html! {
            @if n > 0 { a href=(Self::href(page, at, self.entries, n)) rel="prev" {
                (r.words.t_plain("room-earlier", &[("last", n.into())]))
            } " " }
            @if !self.is_whole() { a href=(page.href_with(at, &[("all", "1")])) { (r.words.t("room-whole")) } " " }
        }
    }

    fn href(page: Page<'_>, at: At, shown: &[Arc<Entry>], n: usize) -> String {
        let before = shown
            .first()
            .map_or(0, |e| e.number.saturating_sub(1))
            .max(1);
        let to = if shown.is_empty() {
            n.to_string()
        } else {
            before.to_string()
        };
        page.href_with(at, &[("to", &to)])
    }

    fn paging(&self, page: Page<'_>, at: At) -> Paging {
        let last = self.first + self.entries.len();
        let after = (last < self.of).then(|| {
            let end = self.entries.last().map_or(0, |e| e.number) + PAGE;
            page.href_with(at, &[("to", &end.to_string())])
        });
        Paging {
            first: self.first + 1,
            last,
            of: self.of,
            before: (self.first > 0).then(|| Self::href(page, at, self.entries, self.first)),
            after,
        }
    }
}

#[cfg(test)]
mod tests {
    use mediation::{
        entry::{Body, Content, RoomLog},
        time::Instant,
        view::{View, Viewer},
    };

    use super::*;

    /// A room of so many entries.
    fn view(of: u64) -> View {
        let body = |event: serde_json::Value, learnt: Instant| -> Body {
            let learnt = learnt.to_string();
            serde_json::from_value(serde_json::json!({
                "by": "desk", "happened": learnt, "learnt": learnt, "standing": "witnessed",
                "terms": "in-confidence", "event": event,
            }))
            .unwrap()
        };
        let entry = |number: u64| {
            let at = Instant::from_unix(1_700_000_000 + i64::try_from(number).unwrap() * 60);
            let event = if number == 1 {
                serde_json::json!({ "kind": "room-opened", "of": {
                    "room": "south", "title": "Caucus", "code": "S", "case": "A case",
                    "members": [{ "participant": "south", "name": "The South", "kind": "party" }],
                    "place": "Geneva", "zone": "Europe/Zurich",
                } })
            } else {
                serde_json::json!({ "kind": "message-given", "of": { "from": "south", "words": "Said." } })
            };
            let content = Content::Readable(Box::new(body(event, at)));
            Arc::new(Entry::new(number, at, content))
        };
        let log = RoomLog {
            entries: (1..=of).map(entry).collect(),
        };
        View::of(&Viewer::Desk, [&log], None)
    }

    fn shown(view: &View, wanted: Wanted) -> (u64, u64, Paging) {
        let room = view.rooms.values().next().unwrap();
        let shown = Shown::of(room, wanted);
        let numbers = |e: Option<&Arc<Entry>>| e.map_or(0, |e| e.number);
        let page = Page::Room { room: "south" };
        (
            numbers(shown.entries.first()),
            numbers(shown.entries.last()),
            shown.paging(page, At::Now),
        )
    }

    #[test]
    fn a_long_log_is_read_page_by_page_from_its_end() {
        let view = view(250);
        let (first, last, ways) = shown(&view, Wanted::default());
        assert_eq!((first, last, ways.after), (239, 250, None));
        assert_eq!(ways.before.as_deref(), Some("/rooms/south?to=238"));
        let to = |n| Wanted {
            to: Some(n),
            ..Wanted::default()
        };
        let (first, last, ways) = shown(&view, to(150));
        assert_eq!((first, last), (51, 150));
        assert_eq!(ways.before.as_deref(), Some("/rooms/south?to=50"));
        assert_eq!(ways.after.as_deref(), Some("/rooms/south?to=250"));
        let (first, last, ways) = shown(&view, to(50));
        assert_eq!((first, last, ways.before), (1, 50, None));
        assert_eq!(shown(&view, to(0)).0, 1);
        assert_eq!(shown(&view, to(u64::MAX)).1, 250);
        let all = Wanted {
            all: Some(1),
            ..Wanted::default()
        };
        let (first, last, ways) = shown(&view, all);
        assert_eq!((first, last, ways.before, ways.after), (1, 250, None, None));
    }

    #[test]
    fn an_entry_is_found_on_its_page() {
        let view = view(250);
        for n in [1, 100, 101, 150, 151, 250, 9999] {
            let wanted = Wanted {
                entry: Some(n),
                ..Wanted::default()
            };
            let (first, last, _) = shown(&view, wanted);
            assert!(
                (first..=last).contains(&n.min(250)),
                "{n}: {first} to {last}"
            );
        }
    }

    #[test]
    fn what_is_shown_does_not_grow_with_the_log() {
        let words = crate::Words::default();
        let view = view(10_000);
        let room = view.rooms.values().next().unwrap();
        let reader = Reader::at_rest(words, &view);
        let page = Page::Room { room: "south" };
        let log = Shown::of(room, Wanted::default()).markup(&reader, room, page, At::Now);
        assert_eq!(log.into_string().matches("<li id=").count(), 12);
    }
}
