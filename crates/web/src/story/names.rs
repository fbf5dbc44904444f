//! How people, rooms and entries are named in a sentence, from one viewer's view.

use maud::{Markup, html};
use mediation::{
    concerns::people::Origin,
    ids::{EntryRef, ParticipantId, RepresentativeId},
    view::{Room, View, Viewer},
    words::ArticleNumber,
};

use crate::{
    i18n::{Lang, Words},
    routes::{At, Page},
};

/// A participant's name.
pub(crate) fn participant(view: &View, p: &ParticipantId) -> String {
    view.participant_name(p)
        .map_or_else(|| p.to_string(), ToString::to_string)
}

/// A representative's name, and that the person is invented where that is so.
pub(crate) fn representative(words: Words, room: &Room, r: &RepresentativeId) -> String {
    let Some(found) = room.people.representatives.get(r) else {
        return r.to_string();
    };
    let name = found.person.name.to_string();
    match found.person.origin {
        Origin::Real => name,
        Origin::Invented => words.t_args("story-invented", &[("name", name.into())]),
    }
}

/// A participant's name within an English sentence: some names of states take an article there.
pub(crate) fn with_article(words: Words, name: &str) -> String {
    let plural_or_union = ["United ", "Netherlands", "Philippines"];
    match words.lang() {
        Lang::English if plural_or_union.iter().any(|n| name.starts_with(n)) => {
            format!("the {name}")
        }
        Lang::English => in_sentence(name),
        Lang::Arabic => name.to_owned(),
    }
}

/// An English sentence begins with a capital, whatever it begins with.
pub(crate) fn sentence(said: &str) -> String {
    let Some((at, first)) = said.char_indices().find(|(_, c)| c.is_alphanumeric()) else {
        return said.to_owned();
    };
    let (before, after) = said.split_at(at);
    let rest = after.get(first.len_utf8()..).unwrap_or_default();
    format!("{before}{}{rest}", first.to_uppercase())
}

/// What begins a sentence, within one.
pub(crate) fn uncapitalised(said: &str) -> String {
    let mut letters = said.chars();
    match letters.next() {
        Some(first) => first.to_lowercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// A name that begins with "The", within an English sentence.
pub(crate) fn in_sentence(name: &str) -> String {
    match name.strip_prefix("The ") {
        Some(rest) => format!("the {rest}"),
        None => name.to_owned(),
    }
}

/// A title that begins with an article, within an English sentence.
pub(crate) fn titled(title: &str) -> String {
    match title.split_once(' ') {
        Some(("The" | "A" | "An", _)) => uncapitalised(title),
        _ => title.to_owned(),
    }
}

/// Who sits in a room with the desk, by name.
pub(crate) fn seats(words: Words, room: &Room) -> String {
    words.list(&seated(room))
}

/// Who sits in a room with the desk, in a sentence.
pub(crate) fn members(words: Words, room: &Room) -> String {
    let names: Vec<String> = seated(room)
        .iter()
        .map(|name| with_article(words, name))
        .collect();
    words.list(&names)
}

fn seated(room: &Room) -> Vec<String> {
    let opened = room.opened.iter();
    opened
        .flat_map(|o| &o.members)
        .map(|seat| seat.name.to_string())
        .collect()
}

/// The number of an entry: with its room's letters, unless the reader sits in one room only.
pub(crate) fn number(view: &View, entry: &EntryRef) -> String {
    let code = view.rooms.get(&entry.room).map_or("", Room::code);
    match view.viewer {
        Viewer::Participant(_) if view.rooms.len() < 2 => entry.number.to_string(),
        Viewer::Participant(_) | Viewer::Desk => format!("{code}\u{a0}{}", entry.number),
    }
}

/// The address of an entry on the page of its room, as this viewer reaches it.
pub(crate) fn href(view: &View, at: At, entry: &EntryRef) -> String {
    let number = entry.number.to_string();
    let room = entry.room.as_str();
    let page = match &view.viewer {
        Viewer::Desk => Page::Room { room },
        Viewer::Participant(p) => Page::AsRoom {
            participant: p.as_str(),
            room,
        },
    };
    format!("{}#n{number}", page.href_with(at, &[("entry", &number)]))
}

/// A link to an entry, by its number.
pub(crate) fn link(view: &View, at: At, entry: &EntryRef) -> Markup {
    html! { a href=(href(view, at, entry)) { (number(view, entry)) } }
}

/// Words within a line: as given, but for line breaks; what is very long is cut, and seen to be.
pub(crate) fn inline(words: &str, most: usize) -> String {
    let mut said = String::new();
    for word in words.split_whitespace() {
        if said.len() + word.len() > most.saturating_mul(2) || said.chars().count() > most {
            said.push_str(" […]");
            break;
        }
        if !said.is_empty() {
            said.push(' ');
        }
        said.push_str(word);
    }
    said
}

/// "Article 4", "Articles 2, 4 and 5", in the language of the page.
pub(crate) fn articles(words: Words, numbers: &[&ArticleNumber]) -> String {
    if let [only] = numbers {
        return words.t_plain("text-article", &[("number", only.to_string().into())]);
    }
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    words.t_plain("text-articles", &[("numbers", words.list(&numbers).into())])
}
