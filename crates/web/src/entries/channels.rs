//! Channels: how they stand, contacts, attempts, silences and how they ended.

use maud::{Markup, html};
use mediation::{
    concerns::channels::{
        Attempt, Channel, Contact, DeclareSilence, OpenChannel, SetChannel, Silence,
    },
    ids::ChannelId,
};

use super::{
    names,
    reader::{Reader, begins, quote_gist},
    told::{Here, Told},
};
use crate::html::{facts, log::say, own};

pub(super) fn opened(r: &Reader<'_>, e: &OpenChannel) -> Told {
    let words = r.words;
    let mut rows = vec![(words.t("entry-channel-means"), own(e.means.as_str()))];
    if let Some(known) = &e.known_to {
        rows.push((words.t("entry-channel-known"), own(known.as_str())));
    }
    if let Some(hours) = e.every_hours {
        let every = words.t_plain("entry-every-hours", &[("n", hours.0.into())]);
        rows.push((words.t("entry-channel-rhythm"), html! { (every) }));
    }
    Told::new(words.t("entry-channel"))
        .beside(html! { (words.t(names::channel_state(e.state))) })
        .beside_if(e.next_due.map(|due| due_at(r, due)))
        .gist(own(e.reaches.as_str()))
        .body(html! { (say(&own(e.reaches.as_str()))) (facts(&rows)) })
}

pub(super) fn set(r: &Reader<'_>, at: Here<'_>, e: &SetChannel) -> Told {
    Told::new(r.words.t("entry-channel"))
        .beside_if(reaches(at, Some(&e.id)))
        .beside(html! { (r.words.t(names::channel_state(e.state))) })
        .gist(quote_gist(e.why.as_ref()))
        .body(html! { @if let Some(why) = &e.why { p.say dir="auto" { (why) } } })
}

pub(super) fn contact(r: &Reader<'_>, at: Here<'_>, e: &Contact) -> Told {
    let with = e
        .with
        .as_ref()
        .map(|w| own(w.as_str()))
        .or_else(|| reaches(at, at.body.channel.as_ref()));
    let ended = silence_ended(at);
    Told::new(r.words.t("entry-contact"))
        .beside(html! {
            (r.words.t(names::means(e.how)))
            @if let Some(place) = &e.place { " " (r.words.t_args("entry-in-place", &[("place", place.as_str().into())])) }
            @if let Some(with) = with { " " (r.words.t("entry-with")) " " (with) }
        })
        .beside_if(e.next_due.map(|due| due_at(r, due)))
        .beside_if(
            ended.map(
                |s| html! { (r.words.t("entry-ends-silence")) " " (r.link(at.room, s.number)) },
            ),
        )
        .gist(begins(&e.outcome))
        .body(html! { p.say dir="auto" { (e.outcome) } })
}

pub(super) fn attempt(r: &Reader<'_>, at: Here<'_>, e: &Attempt) -> Told {
    Told::new(r.words.t("entry-attempt"))
        .beside(html! { (r.words.t(names::means(e.how))) })
        .beside_if(reaches(at, at.body.channel.as_ref()))
        .gist(quote_gist(e.note.as_ref()))
        .body(html! { @if let Some(note) = &e.note { p.say dir="auto" { (note) } } })
}

pub(super) fn silence(r: &Reader<'_>, at: Here<'_>, e: &DeclareSilence) -> Told {
    let words = r.words;
    let state = channel(at, at.body.channel.as_ref())
        .and_then(|c| c.silences.iter().find(|s| s.number == at.number));
    let end = html! {
        @if let Some((number, when, _)) = state.and_then(|s| s.ended.as_ref()) {
            (words.t("entry-silence-ended")) " " (r.moment(when)) " (" (r.link(at.room, *number)) ")"
        } @else { span.late { (words.t("entry-silence-open")) } }
    };
    let attempts = state.map_or(0, |s| s.attempts);
    Told::new(words.t("entry-silence"))
        .beside_if(reaches(at, at.body.channel.as_ref()))
        .beside(end)
        .gist(quote_gist(e.words.as_ref()))
        .body(html! {
            (say(&html! { (words.t_plain("entry-silence-attempts", &[("n", attempts.into())])) }))
            @if let Some(said) = &e.words { p.say dir="auto" { (said) } }
            @if !e.pending.is_empty() {
                p.say.sub { (words.t("entry-silence-pending")) " " (r.entries(&e.pending)) }
            }
        })
}

fn due_at(r: &Reader<'_>, due: mediation::time::Instant) -> Markup {
    html! { (r.words.t_plain("entry-next-due", &[("when", r.stamp(due).into())])) }
}

fn channel<'a>(at: Here<'a>, id: Option<&ChannelId>) -> Option<&'a Channel> {
    at.room.channels.all.get(id?)
}

/// Who is at the other end of a channel.
fn reaches(at: Here<'_>, id: Option<&ChannelId>) -> Option<Markup> {
    channel(at, id).map(|c| own(c.opened.reaches.as_str()))
}

/// The silence that an entry ended.
fn silence_ended(at: Here<'_>) -> Option<&Silence> {
    channel(at, at.body.channel.as_ref())?
        .silences
        .iter()
        .find(|s| s.ended.as_ref().is_some_and(|(n, _, _)| *n == at.number))
}
