//! What was done about an entry after it stood: corrected, told otherwise by another source, made
//! unreadable. The entry stays; what came later is said below it.

use maud::{Markup, html};
use mediation::{
    concerns::corrections::{Correct, Effect, EraseEntry, OtherAccount},
    entry::Body,
    view::Room,
};

use super::{
    reader::{Reader, begins, quote},
    told::Told,
};
use crate::html::{facts, own};

pub(super) fn corrected(r: &Reader<'_>, e: &Correct) -> Told {
    let words = r.words;
    Told::new(words.t("entry-correction"))
        .beside(html! { (words.t("entry-of")) " " (r.entry(&e.entry)) })
        .gist(begins(&e.right))
        .body(html! {
            (facts(&[
                (
                    words.t("entry-wrong"),
                    html! { s { (own(e.wrong.as_str())) } },
                ),
                (words.t("entry-right"), own(e.right.as_str())),
            ]))
            @if e.effect == Effect::Void { p.say.sub { (words.t("entry-void")) } }
        })
}

pub(super) fn account(r: &Reader<'_>, e: &OtherAccount) -> Told {
    Told::new(r.words.t("entry-account"))
        .beside(html! { (r.words.t("entry-of")) " " (r.entry(&e.of)) })
        .gist(begins(&e.words))
        .body(quote(&e.words))
}

pub(super) fn erased(r: &Reader<'_>, e: &EraseEntry) -> Told {
    let words = r.words;
    Told::new(words.t("entry-erasure"))
        .beside(html! { (words.t("entry-of")) " " (r.entry(&e.entry)) })
        .gist(begins(&e.why))
        .body(facts(&[
            (words.t("entry-why"), own(e.why.as_str())),
            (words.t("entry-authority"), own(e.authority.as_str())),
        ]))
}

/// What later entries say of this one: corrections, and other accounts with their dates beside
/// its own where they disagree.
pub(super) fn since(r: &Reader<'_>, room: &Room, number: u64, body: &Body) -> Markup {
    let words = r.words;
    let corrected = room.corrections.corrected.get(&number);
    let accounts = room.corrections.accounts.get(&number);
    html! {
        @for (by, c) in corrected.into_iter().flatten() {
            p.say.sub {
                b {
                    @match c.effect {
                        Effect::Amended => (words.t("entry-corrected-by")),
                        Effect::Void => span.late { (words.t("entry-void-by")) },
                    }
                    " " (r.link(room, *by))
                } ": "
                (own(c.right.as_str()))
            }
        }
        @for a in accounts.into_iter().flatten() {
            p.say.sub {
                b { (words.t("entry-another-account")) " (" (r.link(room, a.number)) ")" }
                @if let Some(source) = &a.source { (words.t("entry-comma")) (own(source.as_str())) }
                ": " (own(a.words.as_str()))
                @if a.when != body.happened {
                    " " (words.t("entry-dates-differ")) " "
                    (r.moment(&body.happened)) (words.t("entry-dates-joint")) (r.moment(&a.when))
                }
            }
        }
    }
}

/// Who made an entry unreadable, and why.
pub(super) fn erased_by(r: &Reader<'_>, room: &Room, number: u64) -> Markup {
    let by = room.corrections.erased.get(&number);
    html! { p.say {
        (r.words.t("entry-erased"))
        @if let Some(by) = by { " " (r.link(room, *by)) }
    } }
}
