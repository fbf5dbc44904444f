//! Who reads an entry, and how the things of the case are named for them: the desk by room and
//! number, a participant by the number in its own room. A participant's reader holds that
//! participant's view and nothing else.

use maud::{Markup, html};
use mediation::{
    entry::Speaker,
    ids::{EntryRef, ParticipantId, RepresentativeId, RoomName},
    time::{Instant, Moment},
    view::{Room, View, Viewer},
    words::Wording,
};

use crate::{
    Lang, Words, adapt,
    html::{invented, log, own},
    routes::{At, Page},
    site::CaseVisit,
    story::names,
    when::Calendar,
};

/// How many entries a page of a log shows where an earlier part of it is asked for.
pub(crate) const PAGE: u64 = 100;
/// How many stand on a room's page: the newest of them.
pub(crate) const NEWEST: u64 = 12;

/// Who reads.
pub(crate) struct Reader<'a> {
    /// The words of the reader's language.
    pub words: Words,
    /// What the reader can know.
    pub view: &'a View,
    /// The clock of the case.
    pub calendar: Calendar,
    /// The moment looked at, or the present.
    pub now: Instant,
    at: At,
}

impl<'a> Reader<'a> {
    /// Whoever this view is made for, on a page of the case.
    pub fn of(visit: &CaseVisit, view: &'a View) -> Self {
        Self {
            words: visit.words(),
            view,
            calendar: visit.calendar.clone(),
            now: visit.now,
            at: visit.at,
        }
    }

    /// Whoever this view is made for, outside any page.
    #[cfg(test)]
    pub fn at_rest(words: Words, view: &'a View) -> Self {
        let now = Instant::from_unix(0);
        Self {
            words,
            view,
            calendar: Calendar::new(jiff::tz::TimeZone::UTC, now.timestamp()),
            now,
            at: At::Now,
        }
    }

    /// Whether the desk reads.
    pub fn is_desk(&self) -> bool {
        matches!(self.view.viewer, Viewer::Desk)
    }

    /// Whether this is the present, which alone can be written to.
    pub fn is_present(&self) -> bool {
        self.at == At::Now
    }

    /// The number of an entry: `H 46` for the desk, `46` for a participant.
    pub fn number(&self, room: &Room, number: u64) -> String {
        if self.is_desk() {
            format!("{}\u{a0}{number}", room.code())
        } else {
            number.to_string()
        }
    }

    fn room_page<'b>(&'b self, room: &'b Room) -> Page<'b> {
        let name = room.name.as_str();
        match &self.view.viewer {
            Viewer::Desk => Page::Room { room: name },
            Viewer::Participant(p) => Page::AsRoom {
                participant: p.as_str(),
                room: name,
            },
        }
    }

    /// Where a room's log is read.
    pub fn room_href(&self, room: &Room) -> String {
        self.room_page(room).href(self.at)
    }

    /// Where a receipt for an entry is had.
    pub fn receipt_href(&self, room: &Room, number: u64) -> String {
        let (name, entry) = (room.name.as_str(), number.to_string());
        let page = match &self.view.viewer {
            Viewer::Desk => Page::Receipt {
                room: name,
                entry: &entry,
            },
            Viewer::Participant(p) => Page::AsReceipt {
                participant: p.as_str(),
                room: name,
                entry: &entry,
            },
        };
        page.path()
    }

    /// Where an entry is read.
    pub fn href(&self, room: &Room, number: u64) -> String {
        let page = self.room_page(room);
        let last = room.entries.last().map_or(0, |e| e.number);
        let href = if number + NEWEST > last {
            page.href(self.at)
        } else {
            page.href_with(self.at, &[("entry", &number.to_string())])
        };
        format!("{href}#n{number}")
    }

    /// The address of a page at the moment looked at.
    pub fn page(&self, page: Page<'_>) -> String {
        page.href(self.at)
    }

    /// An entry of a room, as a link.
    pub fn link(&self, room: &Room, number: u64) -> Markup {
        html! { a.nb href=(self.href(room, number)) { bdi { (self.number(room, number)) } } }
    }

    /// That an entry was corrected, wherever it counts: what it says is not what is held any more.
    pub fn corrected(&self, room: &Room, number: u64) -> Markup {
        let last = room
            .corrections
            .corrected
            .get(&number)
            .and_then(|c| c.last());
        html! { @if let Some((by, _)) = last {
            " " span.late { (self.words.t("entry-corrected-by")) " " (self.link(room, *by)) }
        } }
    }

    /// An entry, as a link where the reader can know it.
    pub fn entry(&self, entry: &EntryRef) -> Markup {
        html! { @if let Some(room) = self.view.rooms.get(&entry.room) { (self.link(room, entry.number)) } }
    }

    /// Several entries, as links.
    pub fn entries<'b>(&self, entries: impl IntoIterator<Item = &'b EntryRef>) -> Markup {
        html! {
            @for (place, entry) in entries.into_iter().enumerate() {
                @if place > 0 { (self.words.t("entry-comma")) }
                (self.entry(entry))
            }
        }
    }

    /// A participant by its name.
    pub fn participant(&self, p: &ParticipantId) -> String {
        self.view
            .participant_name(p)
            .map_or_else(|| p.to_string(), ToString::to_string)
    }

    /// Whose words, by name.
    pub fn speaker(&self, speaker: &Speaker) -> String {
        match speaker {
            Speaker::Desk => self.words.t("entry-the-desk"),
            Speaker::Participant(p) => self.participant(p),
        }
    }

    /// A representative by name, marked where the person is invented.
    pub fn person(&self, room: &Room, id: &RepresentativeId) -> Markup {
        match room.people.representatives.get(id) {
            Some(r) => named(self.words, r.person.name.as_str(), r.person.origin),
            None => own(id.as_str()),
        }
    }

    /// A room by its title.
    pub fn room_title(&self, name: &RoomName) -> String {
        let title = self
            .view
            .rooms
            .get(name)
            .and_then(|r| r.opened.as_ref())
            .map(|o| o.title.to_string());
        match title {
            Some(title) => title,
            None if name.is_desk() => self.words.t("entry-desk-room"),
            None => name.to_string(),
        }
    }

    /// The same within a sentence: "the caucus with Israel".
    pub fn room_in_sentence(&self, name: &RoomName) -> String {
        let title = self.room_title(name);
        let kinds = ["Caucus ", "Plenary"];
        match self.words.lang() {
            Lang::English if kinds.iter().any(|kind| title.starts_with(kind)) => {
                format!("the {}", names::uncapitalised(&title))
            }
            Lang::English => names::in_sentence(&title),
            Lang::Arabic => title,
        }
    }

    /// When something happened, as it is known.
    pub fn moment(&self, m: &Moment) -> Markup {
        adapt::moment(self.words, m, &self.calendar)
    }

    /// When something came, by the day where that is known to the minute.
    pub fn came(&self, m: &Moment) -> String {
        adapt::came(self.words, m, &self.calendar)
    }

    /// A point in time in words.
    pub fn stamp(&self, at: Instant) -> String {
        adapt::stamp(self.words, at, &self.calendar)
    }
}

/// A person's name, marked where it is invented.
pub(super) fn named(
    words: Words,
    name: &str,
    origin: mediation::concerns::people::Origin,
) -> Markup {
    use mediation::concerns::people::Origin;
    match origin {
        Origin::Real => own(name),
        Origin::Invented => html! { (own(name)) " " (invented(words)) },
    }
}

/// Words as they were given, in paragraphs.
pub(super) fn quote(said: &Wording) -> Markup {
    html! { @for part in paragraphs(said.as_str()) { (log::quote(part, None)) } }
}

/// Words as they were given, if there are any.
pub(super) fn quote_if(said: Option<&Wording>) -> Markup {
    html! { @if let Some(said) = said { (quote(said)) } }
}

/// The beginning of words as they were given, if there are any.
pub(super) fn quote_gist(said: Option<&Wording>) -> Markup {
    html! { @if let Some(said) = said { (begins(said)) } }
}

/// The beginning of words as they were given, within a line of the desk's.
pub(super) fn begins(said: &Wording) -> Markup {
    html! { q dir="auto" { (clipped(said.as_str())) } }
}

/// Words in paragraphs: an empty line parts two.
pub(super) fn paragraphs(said: &str) -> impl Iterator<Item = &str> {
    said.split("\n\n")
        .map(str::trim)
        .filter(|part| !part.is_empty())
}

const CLIP: usize = 160;

/// The first words, to the end of one of them.
fn clipped(said: &str) -> String {
    let flat: String = said.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= CLIP {
        return flat;
    }
    let head: String = flat.chars().take(CLIP).collect();
    let cut = head.rfind(' ').unwrap_or(head.len());
    format!("{} …", head.get(..cut).unwrap_or(&head))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_word_is_not_cut_in_the_middle_of_a_letter() {
        assert_eq!(clipped("a  b\nc"), "a b c");
        let long = "نص ".repeat(100);
        let cut = clipped(&long);
        assert!(cut.ends_with("نص …"), "{cut}");
        assert!(clipped(&"x".repeat(500)).chars().count() <= CLIP + 2);
    }

    #[test]
    fn an_empty_line_parts_two_paragraphs() {
        assert_eq!(
            paragraphs("a\nb\n\n\n c \n").collect::<Vec<_>>(),
            ["a\nb", "c"]
        );
    }
}
