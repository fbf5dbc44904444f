//! What only the desk reads beside an entry of a room that others sit in: where it was carried to,
//! where it came from, on what terms, and who cleared it. Gathered once for a page of a log.

use std::collections::{BTreeMap, BTreeSet};

use maud::{Markup, html};
use mediation::{
    concerns::relays::Relayed,
    entry::Entry,
    ids::EntryRef,
    view::{Room, View},
};

use super::{names, reader::Reader, relays};

/// The crossings that touch the entries of one room: the desk's entry and the crossing.
#[derive(Default)]
pub(crate) struct Crossed<'a> {
    out: BTreeMap<u64, Vec<(u64, &'a Relayed)>>,
    brought: BTreeMap<u64, (u64, &'a Relayed)>,
    drafts: BTreeMap<u64, u64>,
}

impl<'a> Crossed<'a> {
    /// Those of some entries of a room. Nothing where the viewer is not the desk: a participant's
    /// view holds no crossing.
    pub(crate) fn of_room(view: &'a View, room: &Room, shown: &[std::sync::Arc<Entry>]) -> Self {
        let numbers: BTreeSet<u64> = shown.iter().map(|e| e.number).collect();
        let here = |e: &EntryRef| e.room == room.name && numbers.contains(&e.number);
        let mut crossed = Self::default();
        for (number, relayed) in &view.desk.crossings.relayed {
            for source in relayed.from.iter().filter(|s| here(&s.entry)) {
                let out = crossed.out.entry(source.entry.number).or_default();
                out.push((*number, relayed));
            }
            if here(&relayed.to) {
                crossed
                    .brought
                    .insert(relayed.to.number, (*number, relayed));
            }
        }
        let carried = view.desk_room().map(|d| d.texts.carried.as_slice());
        for (draft, to) in carried.unwrap_or_default() {
            if here(to) {
                crossed.drafts.insert(to.number, *draft);
            }
        }
        crossed
    }

    /// What only the desk reads of an entry.
    pub(super) fn of(&self, r: &Reader<'_>, room: &Room, entry: &Entry) -> Option<Markup> {
        if room.name.is_desk() {
            return None;
        }
        let n = entry.number;
        let desk = r.view.desk_room()?;
        let mut said = Vec::new();
        for (number, relayed) in self.out.get(&n).into_iter().flatten() {
            said.push(went(r, desk, *number, relayed));
        }
        if let Some((number, relayed)) = self.brought.get(&n) {
            said.push(came(r, desk, *number, relayed));
        }
        if let Some(draft) = self.drafts.get(&n) {
            said.push(html! { (r.words.t("entry-draft-of-desk")) " " (r.link(desk, *draft)) "." });
        }
        (!said.is_empty())
            .then(|| html! { @for (place, one) in said.iter().enumerate() { @if place > 0 { " " } (one) } })
    }
}

/// "Carried to Israel verbatim, attributed: I 39 (D 190)."
fn went(r: &Reader<'_>, desk: &Room, number: u64, x: &Relayed) -> Markup {
    let to = r.words.t_args(
        "entry-carried-to",
        &[("room", r.room_in_sentence(&x.to.room).into())],
    );
    html! {
        (to) (r.words.t("entry-comma")) (relays::how_told(r, x.wording, x.voice)) ": "
        (r.entry(&x.to)) " (" (r.link(desk, number)) ")." (cleared(r, x))
    }
}

/// "Came from U 12, told not to be quoted (D 190)."
fn came(r: &Reader<'_>, desk: &Room, number: u64, x: &Relayed) -> Markup {
    let words = r.words;
    html! {
        @if x.from.is_empty() { (words.t("entry-came-own")) } @else {
            (words.t("entry-came-from")) " "
            @for (place, source) in x.from.iter().enumerate() {
                @if place > 0 { (words.t("entry-comma")) }
                (r.entry(&source.entry))
                @if let Some(terms) = source.terms { " (" (words.t(names::terms(terms))) ")" }
            }
        }
        ": " (relays::how_told(r, x.wording, x.voice))
        " (" (r.link(desk, number)) ")." (cleared(r, x))
    }
}

fn cleared(r: &Reader<'_>, x: &Relayed) -> Markup {
    html! {
        @if let Some(c) = &x.cleared {
            " " (r.words.t_args("entry-cleared-by", &[("who", relays::officer(r, &c.by).into())])) " (" (r.entry(&c.proposal)) ")."
        }
    }
}
