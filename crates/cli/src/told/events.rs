//! Every kind of event in plain words: what happened in a line, and the words that were given.

use mediation::{
    concerns::{
        agreement::ParameterValue, corrections::Effect, messages::HowFar, opening::Clearance,
    },
    entry::Terms,
    event::Event,
    words::Wording,
};

use super::{
    details::{
        accepted, act, also, body, capital, conveyed, custody, decision, drafted, list, mandate,
        parts, position, put, relayed, representative, undertaking, voice,
    },
    names::{Names, listed, plain},
    now::{asked_for, range},
};

/// What an event tells.
pub(super) struct Told {
    /// What happened, without its full stop.
    pub what: String,
    /// The words that were given.
    pub words: Option<String>,
}

/// What an event tells, to somebody who knows these names.
pub(super) fn told(event: &Event, names: &Names<'_>) -> Told {
    Told {
        what: what(event, names),
        words: words(event),
    }
}

fn what(event: &Event, names: &Names<'_>) -> String {
    match event {
        Event::CaseOpened(c) => {
            format!(
                "The case “{}” was opened, by the clock of {}",
                c.title, c.place
            )
        }
        Event::GroundRulesSet(r) => {
            let clearance = match r.clearance {
                Clearance::OneOfficer => "one officer clears",
                Clearance::TwoOfficers => "two officers clear",
            };
            format!(
                "Ground rules: {} must accept, and {clearance} what crosses",
                names.participants(&r.required)
            )
        }
        Event::OfficerAdded(o) => {
            format!(
                "{} is an officer of the desk{}",
                o.name,
                also(": ", o.role.as_ref())
            )
        }
        Event::ParticipantAdded(p) => format!("{} takes part, as {}", p.name, plain(&p.kind)),
        Event::HolderAdded(h) => {
            let through = h.through.as_ref().map(|p| names.participant(p));
            format!(
                "Holder of persons: {}{}",
                h.name,
                also("; it is reached through ", through.as_ref())
            )
        }
        Event::Noted(n) => format!("Note for the desk{}", also(": ", n.subject.as_ref())),
        Event::RoomOpened(o) => {
            let seats = listed(o.members.iter().map(|s| s.name.to_string()));
            format!("The room was opened; {seats} and the desk sit in it")
        }
        Event::RepresentativeAdded(r) => representative(r, names),
        Event::MandateRecorded(m) => mandate(m, names),
        Event::MandateEnded(e) => format!("The mandate in {} ended", names.entry(&e.mandate)),
        Event::BodyAdded(b) => body(b, names),
        Event::ChannelOpened(c) => format!(
            "Channel {} was opened to {} ({}); where it stands: {}; by what means: {}",
            c.id,
            names.participant(&c.participant),
            c.reaches,
            plain(&c.state),
            c.means
        ),
        Event::ChannelSet(s) => format!("Channel {} is now {}", s.id, plain(&s.state)),
        Event::ContactMade(c) => format!(
            "Contact: {}{}{}{}",
            plain(&c.how),
            also(" with ", c.with.as_ref()),
            also(", ", c.place.as_ref()),
            c.next_due.map_or_else(String::new, |at| format!(
                "; the next is due {}",
                names.instant(at)
            ))
        ),
        Event::Attempted(a) => format!("An attempt was not answered: {}", plain(&a.how)),
        Event::SilenceDeclared(s) if s.pending.is_empty() => {
            "The channel has fallen silent".to_owned()
        }
        Event::SilenceDeclared(s) => format!(
            "The channel has fallen silent; pending: {}",
            names.entries(&s.pending)
        ),
        Event::MessageGiven(m) => format!(
            "Message from {}{}",
            names.speaker(&m.from),
            also(": ", m.subject.as_ref())
        ),
        Event::LeaveGiven(l) => format!(
            "Leave was given for {}: it may now go {}",
            names.entry(&l.entry),
            match l.now {
                Terms::InConfidence => "no further",
                Terms::ByClearance => "further with leave",
                Terms::Substance => "further in substance",
                Terms::Open => "further and be quoted",
            }
        ),
        Event::RequestMade(r) => format!(
            "{} asks for {}{}",
            capital(&names.speaker(&r.from)),
            asked_for(r.what),
            names.by(r.due)
        ),
        Event::RequestMet(m) => format!(
            "The request in {} was {}{}",
            names.entry(&m.request),
            match m.how_far {
                HowFar::InFull => "met",
                HowFar::InPart => "met in part",
                HowFar::Refused => "refused",
                HowFar::Withdrawn => "withdrawn",
            },
            also(" with ", m.with.as_ref().map(|e| names.entry(e)).as_ref())
        ),
        Event::DemandMade(d) => {
            let parts = match d.parts.len() {
                0 | 1 => String::new(),
                n => format!(", in {n} parts"),
            };
            format!("Demand by {}{parts}", names.speaker(&d.from))
        }
        Event::AnswerGiven(a) => format!(
            "{} answers the demand in {}: {}{}",
            capital(&names.speaker(&a.from)),
            names.entry(&a.demand),
            parts(&a.parts),
            also("; it undertakes: ", a.undertaking.as_ref())
        ),
        Event::UndertakingGiven(u) => undertaking(u, names),
        Event::Performed(p) => format!(
            "The undertaking in {}: {}",
            names.entry(&p.undertaking),
            plain(&p.performance)
        ),
        Event::ActDone(a) => act(a),
        Event::ListReceived(l) => list(l, names),
        Event::EstimateGiven(e) => {
            format!("Estimate by {}: {}, {}", e.by, e.of, range(e.low, e.high))
        }
        Event::CountConfirmed(c) => format!(
            "Confirmed: {}, {} ({}){}",
            c.of,
            c.count,
            plain(&c.firmness),
            also(
                ", against the list in ",
                c.list.as_ref().map(|e| names.entry(e)).as_ref()
            )
        ),
        Event::RelayProposed(p) => format!(
            "{} proposes to carry words to room {}, {}",
            names.officer(&p.officer),
            p.to,
            voice(p.relay.voice)
        ),
        Event::RelayDeclined(r) => format!(
            "{} declines the relay proposed in {}",
            names.officer(&r.officer),
            names.entry(&r.proposal)
        ),
        Event::Conveyed(c) => conveyed(c, names),
        Event::Relayed(r) => relayed(r, names),
        Event::CustodyStep(s) => custody(s, names),
        Event::OutlineSet(o) => format!(
            "Outline: {}{}",
            o.title,
            also(
                ", in place of ",
                o.replaces.as_ref().map(|e| names.entry(e)).as_ref()
            )
        ),
        Event::Drafted(d) => drafted(d, names),
        Event::DraftPut(p) => put(p, names),
        Event::DraftCarried(c) => format!(
            "The draft in {} was put to room {}, as {}",
            names.entry(&c.draft),
            c.to.room,
            names.entry(&c.to)
        ),
        Event::OfferWithdrawn(w) => format!("The offer in {} was withdrawn", names.entry(&w.offer)),
        Event::PositionTaken(p) => position(p, names),
        Event::Commented(c) => format!(
            "{} comments on article {} of {}",
            names.participant(&c.participant),
            c.article,
            names.entry(&c.on)
        ),
        Event::BodyDecided(d) => decision(d, names),
        Event::Accepted(a) => accepted(a, names),
        Event::OfferRefused(r) => format!(
            "{} refuses the offer in {}{}",
            names.participant(&r.participant),
            names.entry(&r.offer),
            also(
                ", by ",
                r.representative.as_ref().map(|p| names.person(p)).as_ref()
            )
        ),
        Event::Concluded(c) => format!(
            "“{}” ({}) is concluded, as a {}, by the acceptances in {}",
            c.text,
            c.digest.first_eight(),
            plain(&c.form),
            names.entries(&c.acceptances)
        ),
        Event::Announced(a) => format!("The desk announces: {}", a.subject),
        Event::AnnouncementMade(a) => {
            format!(
                "It was announced in {}: {}",
                names.entries(&a.to),
                a.subject
            )
        }
        Event::RequirementSet(r) => {
            let owed = r.owed_by.as_ref().map(|p| names.participant(p));
            format!(
                "Needed before an agreement can be carried out: {} ({}){}{}",
                r.what,
                plain(&r.kind),
                also(", owed by ", owed.as_ref()),
                names.by(r.due)
            )
        }
        Event::RequirementMet(m) => format!(
            "In hand: {}{}",
            m.requirement,
            also(", with ", m.with.as_ref().map(|e| names.entry(e)).as_ref())
        ),
        Event::ParameterSet(p) => {
            let value = match &p.value {
                ParameterValue::Number(n) => n.to_string(),
                ParameterValue::Date(m) => names.moment(m),
            };
            format!("{} is {value}", p.name)
        }
        Event::Corrected(c) => {
            let void = match c.effect {
                Effect::Amended => "",
                Effect::Void => "; it is void and counts nowhere",
            };
            format!("Correction of {}: {}{void}", names.entry(&c.entry), c.wrong)
        }
        Event::AccountGiven(a) => format!("Another account of {}", names.entry(&a.of)),
        Event::BodyErased(e) => format!(
            "{} was made unreadable, on the authority of {}",
            names.entry(&e.entry),
            e.authority
        ),
    }
}

/// The words that were given, and what stands in their place where there are none.
fn words(event: &Event) -> Option<String> {
    let given = |w: Option<&Wording>| w.map(ToString::to_string);
    match event {
        Event::OutlineSet(o) => {
            let points = o.points.iter().map(|p| p.as_str().trim_end_matches('.'));
            Some(points.collect::<Vec<_>>().join("; "))
        }
        Event::RelayProposed(p) => Some(p.relay.words.to_string()),
        Event::RelayDeclined(r) => Some(r.why.to_string()),
        Event::CaseOpened(c) => given(c.about.as_ref()),
        Event::GroundRulesSet(r) => given(r.words.as_ref()),
        Event::ParticipantAdded(p) => given(p.note.as_ref()),
        Event::HolderAdded(h) => given(h.note.as_ref()),
        Event::MandateRecorded(m) => given(m.limits.as_ref()),
        Event::MandateEnded(e) => Some(e.why.to_string()),
        Event::ChannelSet(s) => given(s.why.as_ref()),
        Event::CustodyStep(s) => given(s.words.as_ref()),
        Event::Drafted(d) => given(d.note.as_ref()),
        Event::RequirementMet(m) => given(m.words.as_ref()),
        Event::ParameterSet(p) => given(p.why.as_ref()),
        other => given(other.words()),
    }
}
