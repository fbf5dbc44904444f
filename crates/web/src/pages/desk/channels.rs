//! The channels: since when nothing was heard, when contact is next due, and a strip of the days
//! before and after.

use maud::{Markup, html};
use mediation::{
    concerns::channels::{Channel, ChannelState, SignKind},
    ids::EntryRef,
    time::Instant,
    view::Room,
};

use super::why::waits;
use crate::{
    Lang, adapt,
    entries::Reader,
    html::{
        Cell, Column, Fraction, Row, Side, Silence, Strip, Table, empty, own, section, strip,
        strip::{Due, Ended, Tick},
        strip_key, strip_scale, table,
    },
    pages::promises::promises,
    routes::Page,
    site::DeskVisit,
    when::{self, Minutes},
};

const DAY: i64 = 86_400;
/// How many days a strip shows: so many before now, and one after.
const BEFORE: i64 = 7;
const DAYS: i64 = BEFORE + 1;
const SOON: Minutes = Minutes(4 * 60);

/// The days that the strips show.
struct Span {
    from: Instant,
    now: Instant,
}

impl Span {
    fn fraction(&self, at: Instant) -> Option<Fraction> {
        let offset = at.since(self.from);
        (0..=DAYS * DAY)
            .contains(&offset)
            .then(|| Fraction::of(offset, DAYS * DAY))
    }

    fn clamped(&self, at: Instant) -> Fraction {
        Fraction::of(at.since(self.from).clamp(0, DAYS * DAY), DAYS * DAY)
    }
}

/// The section.
pub(super) fn section_of(desk: &DeskVisit) -> Markup {
    let words = desk.visit.words();
    let mut rows: Vec<(bool, Instant, Row)> = Vec::new();
    let span = span(desk);
    for room in desk.view.rooms.values() {
        for channel in room
            .channels
            .all
            .values()
            .filter(|c| c.state != ChannelState::Closed)
        {
            let late =
                channel.overdue(desk.visit.now).is_some() || channel.open_silence().is_some();
            let due = channel.next_due.unwrap_or(Instant::from_unix(i64::MAX / 2));
            rows.push((!late, due, row(desk, room, channel, &span)));
        }
    }
    rows.sort_by_key(|(calm, due, _)| (*calm, *due));
    let side = Side::new(
        "channels",
        words.t("desk-channels"),
        words.t("desk-channels.note"),
    );
    if rows.is_empty() {
        return section(&side, &empty(&words.t("desk-channels-none")));
    }
    let range = range(desk, &span);
    let shown = Table {
        columns: vec![
            Column::new(words.t("desk-channel-with")),
            Column::new(words.t("desk-channel-since")).short(words.t("desk-channel-since.short")),
            Column::new(words.t("desk-channel-next")).short(words.t("desk-channel-next")),
            Column {
                head: scale(desk, &span, &range),
                short: String::new(),
                align: crate::html::Align::Start,
            },
            Column::new(words.t("desk-channel-pending"))
                .short(words.t("desk-channel-pending.short")),
        ],
        rows: rows.into_iter().map(|(_, _, row)| row).collect(),
        ..Table::default()
    };
    let key = strip_key(words, desk.visit.drawings(), &range);
    section(&side, &html! { (table(&shown)) (key) })
}

/// Whole days by the clock of the case, so that the marks stand at midnight.
fn span(desk: &DeskVisit) -> Span {
    let now = desk.visit.now;
    let here = now
        .timestamp()
        .to_zoned_datetime(desk.visit.calendar.zone.clone());
    let midnight = here
        .start_of_day()
        .map_or(now, |z| Instant::from(z.timestamp()));
    Span {
        from: midnight.plus_seconds(-(BEFORE - 1) * DAY),
        now,
    }
}

fn range(desk: &DeskVisit, span: &Span) -> String {
    let words = desk.visit.words();
    let day = |at: Instant| adapt::day(words, at, &desk.visit.calendar);
    let to = span.from.plus_seconds(DAYS * DAY - 1);
    words.t_args(
        "desk-strip-range",
        &[("from", day(span.from).into()), ("to", day(to).into())],
    )
}

fn scale(desk: &DeskVisit, span: &Span, range: &str) -> Markup {
    let words = desk.visit.words();
    let now = span.fraction(span.now);
    let ticks: Vec<Tick> = (0..DAYS)
        .step_by(2)
        .filter_map(|d| {
            let at = span.from.plus_seconds(d * DAY);
            // A month in Arabic is as long as a day of the strip: the key below names it.
            let said = if d == 0 && words.lang() == Lang::English {
                adapt::day_short(words, at, &desk.visit.calendar)
            } else {
                adapt::day_of_month(at, &desk.visit.calendar)
            };
            let place = span.fraction(at)?;
            // The word "now" stands on the same line.
            let near = now.is_some_and(|now| place.is_near(now));
            (!near).then_some(Tick { at: place, said })
        })
        .collect();
    strip_scale(
        words,
        desk.visit.drawings(),
        range,
        &ticks,
        span.fraction(span.now),
    )
}

fn row(desk: &DeskVisit, room: &Room, channel: &Channel, span: &Span) -> Row {
    let words = desk.visit.words();
    let who = adapt::name(&desk.view, &channel.opened.participant);
    let name = room.name.to_string();
    let link = html! { a href=(desk.visit.href(Page::Room { room: &name })) { (who) } };
    let drawn = drawing(desk, channel, span);
    Row::new(vec![
        Cell::Head(html! {
            (link)
            small { (own(channel.opened.reaches.as_str())) }
            @if let Some(made) = promises(&Reader::of(&desk.visit, &desk.view), room, channel) {
                small { (words.t("channel-promised")) " " (made) }
            }
        }),
        Cell::Plain(last_heard(desk, channel)),
        Cell::Plain(next_due(desk, channel)),
        Cell::Wide(strip(words, desk.visit.drawings(), &drawn)),
        Cell::Plain(pending(desk, room, channel)),
    ])
}

fn last_heard(desk: &DeskVisit, channel: &Channel) -> Markup {
    let words = desk.visit.words();
    let Some(sign) = channel.last_heard() else {
        return html! { span.quiet { (words.t("desk-not-heard")) } };
    };
    let calendar = &desk.visit.calendar;
    let came = adapt::placed(&sign.when, sign.learnt, calendar);
    let passed = Minutes::between(came.timestamp(), desk.visit.now.timestamp());
    let how = match sign.kind {
        SignKind::Heard(how) | SignKind::Attempt(how) => adapt::means(words, how),
    };
    html! { span.nb { (when::since(words, passed)) small { (adapt::came(words, &sign.when, calendar)) ", " (how) } } }
}

fn next_due(desk: &DeskVisit, channel: &Channel) -> Markup {
    let words = desk.visit.words();
    let Some(due) = channel.next_due else {
        return html! { span.quiet { (words.t("desk-no-due")) } };
    };
    let left = Minutes::between(desk.visit.now.timestamp(), due.timestamp());
    let (_, said) = when::due(words, left, SOON);
    html! { (said) small { (adapt::near(words, due, &desk.visit.calendar)) } }
}

fn pending(desk: &DeskVisit, room: &Room, channel: &Channel) -> Markup {
    let words = desk.visit.words();
    let entries: Vec<EntryRef> = match channel.open_silence() {
        Some(s) => s.pending.clone(),
        None => room
            .conversation
            .open_requests()
            .map(|r| EntryRef::new(room.name.clone(), r.number))
            .collect(),
    };
    if entries.is_empty() {
        html! { span.quiet { (words.t("desk-nothing")) } }
    } else {
        waits(desk, &entries)
    }
}

fn drawing(desk: &DeskVisit, channel: &Channel, span: &Span) -> Strip {
    let words = desk.visit.words();
    let mut drawn = Strip {
        now: span.fraction(span.now),
        ..Strip::default()
    };
    for sign in &channel.signs {
        let at = adapt::placed(&sign.when, sign.learnt, &desk.visit.calendar);
        let Some(fraction) = span.fraction(at) else {
            continue;
        };
        let said = adapt::stamp(words, at, &desk.visit.calendar);
        match sign.kind {
            SignKind::Heard(_) => {
                drawn.contacts.push(fraction);
                drawn
                    .lines
                    .push(words.t_args("strip-line-contact", &[("when", said.into())]));
            }
            SignKind::Attempt(_) => {
                drawn.attempts.push(fraction);
                drawn
                    .lines
                    .push(words.t_args("strip-line-attempt", &[("when", said.into())]));
            }
        }
    }
    for s in &channel.silences {
        let from = adapt::placed(&s.began, s.learnt, &desk.visit.calendar);
        let (to, ended) = match s.ended {
            Some((_, when, learnt)) => (
                adapt::placed(&when, learnt, &desk.visit.calendar),
                Ended::Yes,
            ),
            None => (span.now, Ended::NotYet),
        };
        if to > span.from {
            drawn.silences.push(Silence {
                from: span.clamped(from),
                to: span.clamped(to),
                ended,
            });
            let from = adapt::stamp(words, from, &desk.visit.calendar);
            let line = match ended {
                Ended::Yes => {
                    let to = adapt::stamp(words, to, &desk.visit.calendar);
                    words.t_args(
                        "strip-line-silence",
                        &[("from", from.into()), ("to", to.into())],
                    )
                }
                Ended::NotYet => words.t_args("strip-line-silent", &[("from", from.into())]),
            };
            drawn.lines.push(line);
        }
    }
    if let Some(due) = channel.next_due {
        let late = due < span.now;
        drawn.due = span
            .fraction(due)
            .map(|f| if late { Due::Passed(f) } else { Due::Ahead(f) });
        let when = adapt::stamp(words, due, &desk.visit.calendar);
        drawn
            .lines
            .push(words.t_args("strip-line-due", &[("when", when.into())]));
    }
    let day = |at: Instant| adapt::day_short(words, at, &desk.visit.calendar);
    let last = span.from.plus_seconds(DAYS * DAY - 1);
    drawn.ends = Some((day(span.from), day(last)));
    if drawn.contacts.is_empty() && drawn.attempts.is_empty() && drawn.silences.is_empty() {
        drawn.in_words = words.t_args("strip-nothing", &[("range", range(desk, span).into())]);
        return drawn;
    }
    drawn.in_words = words.t_args(
        "strip-in-words",
        &[
            ("contacts", drawn.contacts.len().into()),
            ("attempts", drawn.attempts.len().into()),
            ("silences", drawn.silences.len().into()),
            ("range", range(desk, span).into()),
        ],
    );
    drawn
}
