//! The heading of a participant's first page: what was put to it, and whether it has answered.

use maud::{Markup, html};
use mediation::{
    concerns::texts::{Finality, OfferState},
    ids::ParticipantId,
};

use super::offer::Put;
use crate::{
    adapt,
    entries::Reader,
    when::{self, Minutes},
};

/// The title, and the sentence below it.
pub(super) fn heading(
    r: &Reader<'_>,
    me: &ParticipantId,
    put: Option<&Put<'_>>,
) -> (String, Markup) {
    let words = r.words;
    let Some(put) = put else {
        return (
            words.t("portal-nothing"),
            html! { (words.t("portal-nothing.lead")) },
        );
    };
    let n = [("version", put.version.version.into())];
    if let Some(answer) = put.answer(me) {
        let link = r.link(put.room, answer.number);
        let standing = crate::html::standing(words, adapt::standing(answer.standing));
        return if answer.accepted.is_some() {
            (
                words.t_plain("portal-accepted", &n),
                html! { (words.t("portal-accepted-lead")) " " (link) ", " (standing) },
            )
        } else {
            (
                words.t_plain("portal-refused", &n),
                html! { (words.t("portal-refused-lead")) " " (link) ", " (standing) },
            )
        };
    }
    match put.room.texts.offer_state(put.version, r.now) {
        None => (
            words.t("portal-comment"),
            html! { (words.t_plain("portal-comment-lead", &n)) },
        ),
        Some(OfferState::Expired) => (
            words.t_plain("portal-expired", &n),
            html! { (words.t("portal-ended")) },
        ),
        Some(OfferState::Withdrawn) => (
            words.t_plain("portal-withdrawn", &n),
            html! { (words.t("portal-ended")) },
        ),
        Some(OfferState::Stands | OfferState::Superseded) => {
            (words.t("portal-offer"), html! { (stands(r, put)) })
        }
    }
}

/// "Version 4, final. It stands until …: another 16 h 5 min. You have not answered it."
fn stands(r: &Reader<'_>, put: &Put<'_>) -> String {
    let words = r.words;
    let n = [("version", put.version.version.into())];
    let last = put
        .version
        .offer
        .is_some_and(|o| o.finality == Finality::Final);
    let what = if last {
        words.t_plain("portal-offer-final", &n)
    } else {
        words.t_plain("portal-offer-open", &n)
    };
    let until = match put.version.offer.and_then(|o| o.expires) {
        None => words.t("portal-until-withdrawn"),
        Some(until) => {
            let left = Minutes::between(r.now.timestamp(), until.timestamp());
            words.t_plain(
                "portal-until",
                &[
                    ("when", r.stamp(until).into()),
                    ("left", when::since(words, left).into()),
                ],
            )
        }
    };
    format!("{what} {until} {}", words.t("portal-not-answered"))
}
