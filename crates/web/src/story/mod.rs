//! The story of a case in sentences, made from one viewer's view and nothing else: the same words
//! for the desk and for a participant, each from the rooms where that reader sits.
//!
//! `told` chooses what is told and in which order, `parts` divides it; a sentence for each kind of
//! entry stands in the file of its concern.

mod deeds;
pub(crate) mod names;
mod opening;
mod parts;
mod talk;
mod teller;
mod texts;
mod told;

use jiff::tz::TimeZone;
use maud::{Markup, html};
use mediation::{concerns::rooms::RoomKind, event::Event, ids::EntryRef, view::View};

use crate::{
    adapt,
    html::{Part, Passage},
    i18n::Words,
    routes::At,
    when::{self, Calendar, Known, Length},
};
use teller::Teller;
use told::Told;

/// How many entries one page tells.
pub(crate) const PAGE: usize = 100;
/// How many paragraphs stand under one date at most.
const UNDER_ONE_DATE: usize = 8;

/// A page of the story.
pub(crate) struct Story {
    /// Its parts.
    pub parts: Vec<Part>,
    /// The place of the first entry told on this page, from 1; 0 where there is none.
    pub first: usize,
    /// The place of the last.
    pub last: usize,
    /// How many are told in all.
    pub of: usize,
    /// When the first and the last of all happened.
    pub span: Option<(Known, Known)>,
    /// From which rooms it is written: the room's name and its title.
    pub rooms: Vec<mediation::ids::RoomName>,
}

/// How much of the story is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Much {
    /// One page of it, from 1.
    Page(usize),
    /// All of it, for paper.
    Whole,
}

/// The story that a view tells, or one page of it. `None` where there is no such page.
pub(crate) fn story(
    words: Words,
    view: &View,
    calendar: &Calendar,
    at: At,
    much: Much,
) -> Option<Story> {
    let all = told::told(view, calendar);
    let heads = parts::heads(words, &all, calendar);
    let (from, length) = match much {
        Much::Page(page) => (page.checked_sub(1)?.checked_mul(PAGE)?, PAGE),
        Much::Whole => (0, all.len()),
    };
    let until = from.saturating_add(length).min(all.len());
    if from > 0 && from >= all.len() {
        return None;
    }
    let teller = Teller {
        words,
        view,
        calendar,
    };
    let mut parts: Vec<Part> = Vec::new();
    let mut under = Under::default();
    let page: Vec<_> = all.iter().zip(&heads).skip(from).take(length).collect();
    let mut at_once = 0;
    for (place, (told, head)) in page.iter().enumerate() {
        if at_once > 0 {
            at_once -= 1;
            continue;
        }
        // Rooms, and channels, that were opened on one day are told in one sentence.
        let rest = page.get(place..).unwrap_or_default();
        let run = rest
            .iter()
            .take_while(|(one, head_of)| head_of == head && together(&teller, told, one))
            .map(|(one, _)| *one)
            .collect::<Vec<_>>();
        if parts.last().is_none_or(|p| p.head != **head) {
            parts.push(Part {
                head: (*head).clone(),
                passages: Vec::new(),
            });
            under = Under::default();
        }
        if let Some(part) = parts.last_mut() {
            if run.len() > 1 {
                at_once = run.len() - 1;
                tell_run(&teller, at, &run, part, &mut under);
            } else {
                tell(&teller, at, told, part, &mut under);
            }
        }
    }
    let day = |t: &Told<'_>| date_of(t, calendar);
    Some(Story {
        parts,
        first: if all.is_empty() { 0 } else { from + 1 },
        last: until,
        of: all.len(),
        span: all.first().map(day).zip(all.last().map(day)),
        rooms: view.rooms.keys().cloned().collect(),
    })
}

/// The date under which the last passage stands.
#[derive(Default)]
struct Under {
    date: String,
}

fn tell(teller: &Teller<'_>, at: At, told: &Told<'_>, part: &mut Part, under: &mut Under) {
    let paragraphs = sentences(teller, told);
    if !paragraphs.is_empty() {
        told_as(teller, at, told, paragraphs, part, under);
    }
}

/// The entry as it is cited, and where it is read.
fn reference(teller: &Teller<'_>, at: At, told: &Told<'_>) -> (String, String) {
    let entry = EntryRef::new(told.room.name.clone(), told.entry.number);
    (
        names::number(teller.view, &entry),
        names::href(teller.view, at, &entry),
    )
}

fn told_as(
    teller: &Teller<'_>,
    at: At,
    told: &Told<'_>,
    paragraphs: Vec<Markup>,
    part: &mut Part,
    under: &mut Under,
) {
    let known = date_of(told, teller.calendar);
    let date = when::known_words(teller.words, &known, Length::Long);
    let standing = adapt::standing(told.body.standing);
    let reference = reference(teller, at, told);
    let same_date = under.date == date;
    // What was said in several rooms in the same words is told once.
    if let Some(last) = part.passages.last_mut()
        && same_date
        && last.standing == standing
        && paragraphs
            .iter()
            .all(|p| last.paragraphs.iter().any(|q| q.0 == p.0))
    {
        last.entries.push(reference);
        return;
    }
    if let Some(last) = part.passages.last_mut()
        && same_date
        && last.standing == standing
        && last.paragraphs.len() < UNDER_ONE_DATE
    {
        last.paragraphs.extend(paragraphs);
        last.entries.push(reference);
        return;
    }
    let shown = when::known(teller.words, &known, Length::Long);
    part.passages.push(Passage {
        // The date stands once; whoever cannot see the page hears it each time.
        date: if same_date {
            html! { span.vh { (shown) } }
        } else {
            shown
        },
        paragraphs,
        entries: vec![reference],
        standing,
    });
    under.date = date;
}

/// Whether one entry is told in one sentence with another.
fn together(teller: &Teller<'_>, first: &Told<'_>, other: &Told<'_>) -> bool {
    let alike = match (&first.body.event, &other.body.event) {
        (Event::RoomOpened(_), Event::RoomOpened(_)) => [first, other]
            .iter()
            .all(|t| t.room.kind() == RoomKind::Caucus),
        (Event::ChannelOpened(_), Event::ChannelOpened(_)) => true,
        _ => false,
    };
    let date = |t: &Told<'_>| {
        let known = date_of(t, teller.calendar);
        when::known_words(teller.words, &known, Length::Long)
    };
    alike && first.body.standing == other.body.standing && date(first) == date(other)
}

/// Tells a run of such entries.
fn tell_run(teller: &Teller<'_>, at: At, run: &[&Told<'_>], part: &mut Part, under: &mut Under) {
    let Some((first, others)) = run.split_first() else {
        return;
    };
    let paragraph = teller.opened_together(run);
    told_as(teller, at, first, paragraph, part, under);
    if let Some(last) = part.passages.last_mut() {
        last.entries
            .extend(others.iter().map(|t| reference(teller, at, t)));
    }
}

/// The day on which something happened, as it was known; a story does not give the minute.
fn date_of(told: &Told<'_>, zone: &TimeZone) -> Known {
    let mut known = adapt::known(&told.body.happened, zone);
    known.time = None;
    known.instant = None;
    known
}

/// What one entry tells, with what was said of it since.
fn sentences(teller: &Teller<'_>, told: &Told<'_>) -> Vec<Markup> {
    let mut said = teller.heard_again(told);
    said.extend(one(teller, told));
    if !said.is_empty() {
        said.extend(teller.since(told));
    }
    said
}

fn one(t: &Teller<'_>, told: &Told<'_>) -> Vec<Markup> {
    match &told.body.event {
        Event::CaseOpened(c) => t.case_opened(c),
        Event::GroundRulesSet(r) => t.ground_rules(r),
        Event::HolderAdded(h) => t.holder(h),
        Event::Noted(n) => t.noted(n),
        Event::RoomOpened(_) => t.room_opened(told),
        Event::MandateRecorded(m) => t.mandate(told, m),
        Event::MandateEnded(m) => t.mandate_ended(told, m),
        Event::ChannelOpened(c) => t.channel_opened(c),
        Event::ContactMade(c) => t.contact(told, c),
        Event::SilenceDeclared(s) => t.silence(told, s),
        Event::MessageGiven(m) => t.message(told, m),
        Event::RequestMade(r) => t.request(told, r),
        Event::RequestMet(m) => t.request_met(told, m),
        Event::DemandMade(d) => t.demand(told, d),
        Event::AnswerGiven(a) => t.answer(told, a),
        Event::UndertakingGiven(u) => t.undertaking(u),
        Event::Performed(p) => t.performed(told, p),
        Event::ActDone(a) => Teller::act(a),
        Event::ListReceived(l) => t.list(l),
        Event::EstimateGiven(e) => t.estimate(e),
        Event::CountConfirmed(c) => t.count(c),
        Event::Conveyed(c) => t.conveyed(told, c),
        Event::CustodyStep(s) => t.read_back(s),
        Event::OutlineSet(o) => t.outline(o),
        Event::Drafted(d) => t.drafted(told, d),
        Event::DraftPut(p) => t.put(told, p),
        Event::OfferWithdrawn(w) => t.withdrawn(told, w),
        Event::PositionTaken(p) => t.position(told, p),
        Event::Commented(c) => t.comment(told, c),
        Event::BodyDecided(d) => t.decided(told, d),
        Event::Accepted(a) => t.accepted(told, a),
        Event::OfferRefused(r) => t.refused(told, r),
        Event::Concluded(_) => t.concluded(),
        Event::Announced(a) => t.announced(&a.subject, Some(&a.words)),
        Event::AnnouncementMade(a) => t.announcement(a),
        Event::RequirementSet(r) => t.required(r),
        Event::RequirementMet(m) => t.requirement_met(m),
        Event::ParameterSet(p) => t.parameter(told, p),
        Event::BodyErased(e) => t.erased(e),
        // Of no interest in a story, or told with the entry that they are about.
        Event::OfficerAdded(_)
        | Event::ParticipantAdded(_)
        | Event::RepresentativeAdded(_)
        | Event::BodyAdded(_)
        | Event::ChannelSet(_)
        | Event::Attempted(_)
        | Event::LeaveGiven(_)
        | Event::RelayProposed(_)
        | Event::RelayDeclined(_)
        | Event::Relayed(_)
        | Event::DraftCarried(_)
        | Event::Corrected(_)
        | Event::AccountGiven(_) => Vec::new(),
    }
}
