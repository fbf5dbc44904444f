//! What is worth knowing while reading a room's log: who speaks here, who must approve, what is
//! pending, the channels and their silences, outlines and lists.

use maud::{Markup, html};
use mediation::{
    agenda::Pending,
    concerns::{
        channels::{Channel, Sign, SignKind},
        people::{Mandate, Representative},
    },
    time::{Instant, Moment},
    view::Room,
};

use super::pending;
use crate::{
    adapt,
    entries::{Reader, names},
    html::{aside, claim, facts, own},
    pages::promises::promises,
    when::{self, Minutes},
};

/// The parts of the second column; a part with nothing in it is left out.
pub(super) fn parts(r: &Reader<'_>, room: &Room, agenda: &[Pending<'_>]) -> Vec<Markup> {
    let words = r.words;
    let mut parts = Vec::new();
    let mut part = |id: &str, head: String, body: Option<Markup>| {
        if let Some(body) = body {
            parts.push(aside(id, &head, &body));
        }
    };
    part("people", words.t("room-people"), people(r, room));
    part("bodies", words.t("room-bodies"), bodies(r, room));
    part(
        "pending",
        words.t("room-pending"),
        (!agenda.is_empty()).then(|| pending::list(r, agenda)),
    );
    part("channels", words.t("room-channels"), channels(r, room));
    part("numbers", words.t("room-numbers"), numbers(r, room));
    part("holders", words.t("desk-holders"), holders_of(r, room));
    part("kept", words.t("room-kept"), kept(r, room));
    parts
}

fn people(r: &Reader<'_>, room: &Room) -> Option<Markup> {
    let seats = &room.opened.as_ref()?.members;
    let several = seats.len() > 1;
    Some(html! {
        @for seat in seats {
            @let named = room.people.of(&seat.participant);
            @if several { p.sub.seat { (own(seat.name.as_str())) } }
            @if named.is_empty() { p.meta { (r.words.t("room-nobody")) } }
            @else { ul { @for one in named { (person(r, room, one)) } } }
        }
    })
}

fn person(r: &Reader<'_>, room: &Room, one: &Representative) -> Markup {
    let words = r.words;
    let id = &one.person.representative;
    let mandates: Vec<&Mandate> = room.people.standing_mandates(id, r.now).collect();
    html! { li {
        (r.person(room, id))
        small {
            @if let Some(title) = &one.person.title { (own(title.as_str())) }
            @else { (words.t(names::role(one.person.role))) }
            br; (words.t("room-mandate")) " "
            @if mandates.is_empty() { span.late { (words.t("room-mandate-none")) } }
            @for (place, m) in mandates.iter().enumerate() {
                @if place > 0 { "; " }
                @let may: Vec<String> = m.terms.may.iter().map(|a| words.t(names::act(*a))).collect();
                (words.list(&may))
                @if let Some(until) = m.terms.until { (words.t("entry-comma")) (words.t_plain("entry-until", &[("when", r.stamp(until).into())])) }
                " (" (r.link(room, m.number)) ")"
                @if let Some(limits) = &m.terms.limits { br; (words.t("room-mandate-limits")) " " (own(limits.as_str())) }
            }
        }
    } }
}

fn bodies(r: &Reader<'_>, room: &Room) -> Option<Markup> {
    let all = &room.people.bodies;
    (!all.is_empty()).then(|| {
        html! { ul { @for b in all.values() { li {
            (own(b.name.as_str()))
            small { (r.words.t(names::weight(b.weight))) (r.words.t("entry-comma")) (r.words.t(names::rule(b.rule))) }
        } } } }
    })
}

fn channels(r: &Reader<'_>, room: &Room) -> Option<Markup> {
    let all = &room.channels.all;
    (!all.is_empty())
        .then(|| html! { ul { @for c in all.values() { li { (channel(r, room, c)) } } } })
}

fn channel(r: &Reader<'_>, room: &Room, c: &Channel) -> Markup {
    let words = r.words;
    let mut rows = Vec::new();
    if let Some(s) = c.last_heard() {
        rows.push((
            words.t("room-heard"),
            html! { (r.moment(&s.when)) " (" (r.link(room, s.number)) ")" },
        ));
    }
    if let Some(due) = c.next_due {
        rows.push((words.t("room-next"), pending::left(r, due)));
    }
    let placed = |m: &Moment, learnt: Instant| adapt::placed(m, learnt, &r.calendar);
    for s in c.silences.iter().rev().take(2) {
        let until = s
            .ended
            .as_ref()
            .map_or(r.now, |(_, when, learnt)| placed(when, *learnt));
        let sign = heard_before(c, s.number);
        let since = sign.map_or_else(
            || placed(&s.began, s.learnt),
            |sign| placed(&sign.when, sign.learnt),
        );
        // Tried since the last word, as the desk counts it: also before it was called a silence.
        let after = sign.map_or(0, |sign| sign.number);
        let before = s.ended.as_ref().map_or(u64::MAX, |(number, ..)| *number);
        let attempts = c
            .signs
            .iter()
            .filter(|sign| matches!(sign.kind, SignKind::Attempt(_)))
            .filter(|sign| sign.number > after && sign.number < before)
            .count();
        let lasted = Minutes::between(since.timestamp(), until.timestamp());
        let said = words.t_plain(
            "room-silence-for",
            &[
                ("span", when::since(words, lasted).into()),
                ("n", attempts.into()),
            ],
        );
        let head = if s.ended.is_none() {
            words.t("room-silence-open")
        } else {
            words.t("room-silence-before")
        };
        rows.push((head, html! { (said) " (" (r.link(room, s.number)) ")" }));
    }
    if let Some(made) = promises(r, room, c) {
        rows.push((words.t("channel-promised"), made));
    }
    html! {
        (own(c.opened.reaches.as_str()))
        small { (words.t(names::channel_state(c.state))) (words.t("entry-comma")) (own(c.opened.means.as_str())) }
        (facts(&rows))
    }
}

/// When the participant was last heard before an entry.
fn heard_before(c: &Channel, number: u64) -> Option<&Sign> {
    c.signs
        .iter()
        .rev()
        .find(|s| s.number < number && matches!(s.kind, SignKind::Heard(_)))
}

/// The numbers of persons that were given here: each claim by itself, none in place of another.
fn numbers(r: &Reader<'_>, room: &Room) -> Option<Markup> {
    let all = &room.lists.confirmed;
    (!all.is_empty()).then(|| {
        html! { ul { @for (number, c) in all { li {
            (own(c.of.as_str())) ": " b { (c.count) }
            small { (claim(r.words, adapt::claim(c.firmness))) " " (r.link(room, *number)) }
        } } } }
    })
}

/// Who is said to hold persons and can be spoken to through whoever sits here.
fn holders_of(r: &Reader<'_>, room: &Room) -> Option<Markup> {
    let opened = room.opened.as_ref()?;
    let holders = r.view.desk.roster.holders.values();
    let here: Vec<_> = holders
        .filter(|h| h.through.as_ref().is_some_and(|p| opened.seats(p)))
        .collect();
    (!here.is_empty()).then(|| {
        html! { ul { @for h in here { li {
            (own(h.name.as_str()))
            @if let Some(note) = &h.note { small { (own(note.as_str())) } }
        } } } }
    })
}

/// Outlines and lists that stand in the log.
fn kept(r: &Reader<'_>, room: &Room) -> Option<Markup> {
    let words = r.words;
    let outlines = &room.texts.outlines;
    let lists = &room.lists.lists;
    (!outlines.is_empty() || !lists.is_empty()).then(|| html! { ul {
        @for (number, o) in outlines { li {
            (own(o.title.as_str()))
            small { (words.t("entry-outline")) (words.t("entry-comma")) (r.link(room, *number)) }
        } }
        @for (place, l) in lists.iter().enumerate() { li {
            (own(l.list.title.as_str()))
            small {
                (words.t_plain("entry-list-number", &[("n", (place + 1).into())])) (words.t("entry-comma"))
                (l.list.count) " " (words.t(names::list_kind(l.list.kind))) (words.t("entry-comma")) (r.link(room, l.number))
            }
        } }
    } })
}
