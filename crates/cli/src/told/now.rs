//! What a view says as it stands, in plain words.

use std::fmt::Write as _;

use mediation::{concerns::messages::RequestFor, ids::EntryRef};

use super::{
    gist,
    names::{Names, plain},
};
use crate::state::{AgreementNow, Channel, Demanded, Numbers, Offer, RoomState, State};

/// Whose view it is, of which case, and when.
pub(super) fn head(out: &mut String, state: &State, names: &Names<'_>) {
    if let Some(title) = &state.title {
        let _ = writeln!(out, "{title}");
    }
    let who = state.viewer.as_ref();
    let who = who.map_or_else(|| "the desk".to_owned(), |p| names.participant(p));
    let when = state.as_known_on.map_or_else(
        || format!("now ({})", names.instant(state.at)),
        |at| format!("on {}", names.instant(at)),
    );
    let _ = writeln!(
        out,
        "What {who} could know {when}. Times are by the clock of {}.",
        names.place()
    );
}

/// What stands: the agreement, the numbers, and each room.
pub(super) fn stands(out: &mut String, state: &State, names: &Names<'_>) {
    let _ = writeln!(out, "\nAs it stands");
    if let Some(a) = &state.agreement {
        agreement(out, a, names);
    }
    for n in &state.numbers {
        numbers(out, n, names);
    }
    for room in &state.rooms {
        stands_in(out, room, names);
    }
}

fn agreement(out: &mut String, a: &AgreementNow, names: &Names<'_>) {
    if a.concluded.is_empty() {
        let _ = writeln!(out, "  Agreement: none is concluded.");
    }
    let executable = if a.executable {
        "it can be carried out: nothing is missing"
    } else {
        "it cannot be carried out yet"
    };
    for c in &a.concluded {
        let _ = writeln!(
            out,
            "  Agreement: “{}” ({}) is concluded, as {} says; {executable}.",
            c.text,
            c.digest.first_eight(),
            names.entry(&c.entry)
        );
    }
    for r in a.requirements.iter().filter(|r| r.met.is_none()) {
        let owed = r.owed_by.as_ref();
        let owed = owed.map_or_else(|| "the desk".to_owned(), |p| names.participant(p));
        let _ = writeln!(
            out,
            "  Missing: {} ({}), owed by {owed}{}. {}",
            r.what,
            plain(&r.sort),
            names.by(r.due),
            names.entry(&r.entry)
        );
    }
}

fn numbers(out: &mut String, n: &Numbers, names: &Names<'_>) {
    let _ = writeln!(out, "  How many: {}", n.of);
    for c in &n.confirmed {
        let _ = writeln!(
            out,
            "    Confirmed: {}, {}. {}{}",
            c.count,
            plain(&c.firmness),
            names.entry(&c.entry),
            corrected(&c.corrected_by, names)
        );
    }
    if n.confirmed.is_empty() {
        let _ = writeln!(out, "    Confirmed: none.");
    }
    for e in &n.estimates {
        let _ = writeln!(
            out,
            "    Estimate by {}, {}: {}. {}{}",
            e.whose,
            names.moment(&e.happened),
            range(e.low, e.high),
            names.entry(&e.entry),
            corrected(&e.corrected_by, names)
        );
    }
}

fn corrected(by: &[EntryRef], names: &Names<'_>) -> String {
    if by.is_empty() {
        return String::new();
    }
    format!(" Corrected by {}.", names.entries(by))
}

/// An estimate's two ends in words.
pub(super) fn range(low: Option<u64>, high: Option<u64>) -> String {
    match (low, high) {
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low} to {high}"),
        (Some(low), None) => format!("at least {low}"),
        (None, Some(high)) => format!("at most {high}"),
        (None, None) => "no number".to_owned(),
    }
}

fn stands_in(out: &mut String, room: &RoomState, names: &Names<'_>) {
    if room.is_quiet() {
        return;
    }
    let title = room.title.as_ref();
    let title = title.map_or("The desk’s own room", |t| t.as_str());
    let _ = writeln!(out, "  {title}");
    for c in &room.channels {
        channel(out, c, names);
    }
    for r in &room.requests {
        let _ = writeln!(
            out,
            "    Open request: {} asks for {}{}. {}\n        {}",
            names.speaker(&r.from),
            asked_for(r.what),
            names.by(r.due),
            names.entry(&r.entry),
            gist(r.words.as_str())
        );
    }
    for d in &room.demands {
        demand(out, d, names);
    }
    for u in &room.undertakings {
        let so_far = u.performance.as_ref();
        let so_far = so_far.map_or_else(String::new, |p| format!("; so far: {}", plain(p)));
        let _ = writeln!(
            out,
            "    Open {}: by {}{}{so_far}. {}\n        {}",
            plain(&u.sort),
            names.speaker(&u.from),
            names.by(u.due),
            names.entry(&u.entry),
            gist(u.words.as_str())
        );
    }
    for o in &room.offers {
        offer(out, o, names);
    }
}

/// What a request is for, with its article.
pub(super) fn asked_for(what: RequestFor) -> &'static str {
    use RequestFor as R;
    match what {
        R::List => "a list",
        R::ProofOfLife => "a proof of life",
        R::Clarification => "a clarification",
        R::Answer => "an answer",
        R::Other => "something",
    }
}

fn channel(out: &mut String, c: &Channel, names: &Names<'_>) {
    let heard = c.last_heard.as_ref().map_or_else(
        || "not heard through it yet".to_owned(),
        |m| format!("last heard {}", names.moment(m)),
    );
    let due = match (c.next_due, c.overdue_seconds) {
        (Some(at), Some(_)) => format!("; contact was due {}, and is overdue", names.instant(at)),
        (Some(at), None) => format!("; contact is due {}", names.instant(at)),
        (None, _) => String::new(),
    };
    let _ = writeln!(
        out,
        "    Channel {} to {} ({}): {}; {heard}{due}. By what means: {}. {}",
        c.name,
        names.participant(&c.participant),
        c.reaches,
        plain(&c.state),
        c.means,
        names.entry(&c.entry)
    );
    if let Some(s) = &c.silence {
        let pending = if s.pending.is_empty() {
            String::new()
        } else {
            format!("; pending: {}", names.entries(&s.pending))
        };
        let _ = writeln!(
            out,
            "        Silent since {}; attempts since: {}{pending}. {}",
            names.moment(&s.since),
            s.attempts,
            names.entry(&s.entry)
        );
    }
}

fn demand(out: &mut String, d: &Demanded, names: &Names<'_>) {
    let _ = writeln!(
        out,
        "    Open demand: by {}. {}",
        names.speaker(&d.from),
        names.entry(&d.entry)
    );
    for p in &d.parts {
        let answer = p.answer.as_ref().map_or_else(
            || "no answer".to_owned(),
            |a| format!("{} in {}", plain(&a.outcome), names.entry(&a.entry)),
        );
        let _ = writeln!(
            out,
            "        Part {}: {answer}. {}",
            p.number,
            gist(p.words.as_str())
        );
    }
}

fn offer(out: &mut String, o: &Offer, names: &Names<'_>) {
    let until = o.expires;
    let until = until.map_or_else(String::new, |at| format!(", until {}", names.instant(at)));
    let _ = writeln!(
        out,
        "    Offer of “{}”, version {} ({}), {}{until}: {}. {}",
        o.text,
        o.version,
        o.digest.first_eight(),
        plain(&o.finality),
        if o.state == "expired" && !o.answers.is_empty() {
            "answered, and run out since"
        } else {
            o.state
        },
        names.entry(&o.entry)
    );
    for a in &o.answers {
        let _ = writeln!(
            out,
            "        {} {} it ({}). {}",
            names.participant(&a.participant),
            a.says,
            plain(&a.standing),
            names.entry(&a.entry)
        );
    }
    if o.answers.is_empty() {
        let _ = writeln!(out, "        No answer.");
    }
}
