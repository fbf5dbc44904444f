//! Outlines, drafts, texts as they were put to a room, offers and their withdrawal.

use maud::{Markup, html};
use mediation::{
    concerns::texts::{
        DraftCarried, DraftPut, Drafted, Finality, OfferState, Outline, Version, WithdrawOffer,
    },
    view::{Room, Viewer},
};

use super::{
    reader::{Reader, quote_if},
    told::{Here, Told},
};
use crate::{
    html::{log::say, own, section::digest_short},
    routes::Page,
};

pub(super) fn outline(r: &Reader<'_>, at: Here<'_>, e: &Outline) -> Told {
    let replaced = at
        .room
        .texts
        .outlines
        .range(at.number + 1..)
        .find(|(_, o)| o.replaces.as_ref().is_some_and(|x| x.number == at.number))
        .map(|(n, _)| *n);
    Told::new(r.words.t("entry-outline"))
        .beside_if(
            e.replaces
                .as_ref()
                .map(|x| html! { (r.words.t("entry-replaces")) " " (r.entry(x)) }),
        )
        .beside_if(
            replaced.map(|n| html! { (r.words.t("entry-replaced-by")) " " (r.link(at.room, n)) }),
        )
        .gist(own(e.title.as_str()))
        .body(html! {
            (say(&own(e.title.as_str())))
            ol.points { @for point in &e.points { li.quote dir="auto" { (point) } } }
        })
}

pub(super) fn drafted(r: &Reader<'_>, at: Here<'_>, e: &Drafted) -> Told {
    let words = r.words;
    let put: Vec<_> = at.room.texts.put_to(at.number).collect();
    Told::new(words.t("entry-drafted"))
        .beside_if(e.from.as_ref().map(
            |f| html! { (words.t("entry-made-from")) " " (r.entry(f)) },
        ))
        .gist(version_words(r, at.room, at.number))
        .body(html! {
            (say(&html! { (version(r, at.room, at.number)) (words.t("entry-comma")) (words.t("entry-digest")) " " (digest_short(&e.digest.to_hex())) }))
            @if let Some(note) = &e.note { p.say dir="auto" { (note) } }
            @if !put.is_empty() { p.say.sub { (words.t("entry-put-to")) " " (r.entries(put)) } }
        })
}

pub(super) fn put(r: &Reader<'_>, at: Here<'_>, e: &DraftPut) -> Told {
    let words = r.words;
    let state = at
        .room
        .texts
        .versions
        .get(&at.number)
        .and_then(|v| at.room.texts.offer_state(v, r.now));
    let told = match &e.offer {
        None => Told::new(words.t("entry-put")).beside(html! { (words.t("entry-for-comment")) }),
        Some(offer) => {
            let finality = match offer.finality {
                Finality::Final => Some(html! { (words.t("entry-final")) }),
                Finality::Open => None,
            };
            Told::new(words.t("entry-offer"))
                .beside_if(finality)
                .beside_if(offer.expires.map(
                    |until| html! { (words.t_plain("entry-until", &[("when", r.stamp(until).into())])) },
                ))
                .beside_if(state.and_then(|s| ended(r, s)))
        }
    };
    told.gist(version_words(r, at.room, at.number)).body(html! {
        (say(&html! { (version(r, at.room, at.number)) (words.t("entry-comma")) (words.t("entry-digest")) " " (digest_short(&e.digest.to_hex())) }))
        (quote_if(e.words.as_ref()))
    })
}

/// What became of an offer that no longer stands.
fn ended(r: &Reader<'_>, state: OfferState) -> Option<Markup> {
    let said = match state {
        OfferState::Stands => return None,
        OfferState::Expired => r.words.t("entry-offer-expired"),
        OfferState::Withdrawn => r.words.t("entry-offer-withdrawn"),
        OfferState::Superseded => r.words.t("entry-offer-superseded"),
    };
    Some(html! { (said) })
}

pub(super) fn carried(r: &Reader<'_>, e: &DraftCarried) -> Told {
    let said = html! {
        (r.entry(&e.draft)) " " (r.words.t("entry-to-where")) " " (r.entry(&e.to))
    };
    Told::new(r.words.t("entry-draft-carried"))
        .gist(said.clone())
        .body(say(&html! {
            (r.words.t_args("entry-carried-to", &[("room", r.room_title(&e.to.room).into())])) ": " (said)
        }))
}

pub(super) fn withdrawn(r: &Reader<'_>, at: Here<'_>, e: &WithdrawOffer) -> Told {
    Told::new(r.words.t("entry-withdrawn"))
        .beside(r.entry(&e.offer))
        .gist(version_words(r, at.room, e.offer.number))
        .body(quote_if(e.words.as_ref()))
}

/// "Version 4", as the room of the entry counts, linked to where the reader can read it.
pub(super) fn version(r: &Reader<'_>, room: &Room, number: u64) -> Markup {
    linked(r, room, number, &version_words(r, room, number))
}

/// The same within a sentence.
pub(super) fn version_in_linked(r: &Reader<'_>, room: &Room, number: u64) -> Markup {
    linked(r, room, number, &version_in(r, room, number))
}

fn linked(r: &Reader<'_>, room: &Room, number: u64, said: &Markup) -> Markup {
    match address(r, room, number) {
        Some(href) => html! { a href=(href) { (said) } },
        None => said.clone(),
    }
}

/// "Version 4", as the room of the entry counts.
pub(super) fn version_words(r: &Reader<'_>, room: &Room, number: u64) -> Markup {
    let Some(v) = room.texts.versions.get(&number) else {
        return html! { (r.words.t("entry-a-text")) };
    };
    let several = room.texts.ids().len() > 1;
    html! {
        (r.words.t_plain("entry-version", &[("n", v.version.into())]))
        @if several { " (" (own(v.id.as_str())) ")" }
    }
}

/// "version 4", within a sentence.
pub(super) fn version_in(r: &Reader<'_>, room: &Room, number: u64) -> Markup {
    let Some(v) = room.texts.versions.get(&number) else {
        return html! { (r.words.t("entry-a-text.in")) };
    };
    html! { (r.words.t_plain("entry-version.in", &[("n", v.version.into())])) }
}

/// Where a version is read: the desk reads its own draft; a participant, the file of what was put
/// to it.
fn address(r: &Reader<'_>, room: &Room, number: u64) -> Option<String> {
    if let Viewer::Participant(p) = &r.view.viewer {
        let entry = number.to_string();
        return Some(r.page(Page::AsTextFile {
            participant: p.as_str(),
            room: room.name.as_str(),
            entry: &entry,
        }));
    }
    let own = if room.name.is_desk() {
        room.texts.versions.get(&number)
    } else {
        desk_draft(r, room, number)
    }?;
    let version = own.version.to_string();
    Some(r.page(Page::Version { version: &version }))
}

fn desk_draft<'a>(r: &Reader<'a>, room: &Room, number: u64) -> Option<&'a Version> {
    let desk = r.view.desk_room()?;
    let (draft, _) = desk
        .texts
        .carried
        .iter()
        .find(|(_, to)| to.room == room.name && to.number == number)?;
    desk.texts.versions.get(draft)
}
