//! Every kind of event in plain words: what happened in a line, and the words that were given.

use mediation::{
    concerns::{
        acceptances::Accepted,
        agreement::ParameterValue,
        custody::{Comparison, CustodyStep, Step},
        decisions::{DecisionOutcome, RecordDecision},
        demands::PartAnswer,
        lists::{Mismatch, RecordList},
        messages::HowFar,
        opening::Clearance,
        people::{AddBody, AddRepresentative, Origin, RecordMandate, Weight},
        positions::TakePosition,
        relays::{Conveyed, ConveyedAs, HowExact, Relayed, Voice},
        texts::{DraftPut, Drafted, Finality},
        undertakings::{ActKind, CategoryCount, RecordAct, Undertake},
    },
    event::Event,
    words::Wording,
};

use super::{
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

/// `: what`, where there is something.
fn also(before: &str, what: Option<&impl ToString>) -> String {
    what.map_or_else(String::new, |w| format!("{before}{}", w.to_string()))
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
                mediation::entry::Terms::InConfidence => "no further",
                mediation::entry::Terms::ByClearance => "further with leave",
                mediation::entry::Terms::Substance => "further in substance",
                mediation::entry::Terms::Open => "further and be quoted",
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
            p.officer,
            p.to,
            voice(p.relay.voice)
        ),
        Event::RelayDeclined(r) => format!(
            "{} declines the relay proposed in {}",
            r.officer,
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
        Event::Corrected(c) => format!("Correction of {}: {}", names.entry(&c.entry), c.wrong),
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

fn representative(r: &AddRepresentative, names: &Names<'_>) -> String {
    let invented = match r.origin {
        Origin::Real => "",
        Origin::Invented => " (invented)",
    };
    format!(
        "{}{invented} acts for {}, as {}{}",
        r.name,
        names.participant(&r.participant),
        plain(&r.role),
        also(": ", r.title.as_ref())
    )
}

fn mandate(m: &RecordMandate, names: &Names<'_>) -> String {
    let until = m.until.map(|at| names.instant(at));
    format!(
        "Mandate: {} may {}{}{}; by {}, confirmed by {}",
        names.person(&m.representative),
        listed(m.may.iter().map(|a| a.word().to_owned())),
        also(", on the text ", m.on.as_ref()),
        also(", until ", until.as_ref()),
        m.instrument,
        m.confirmed_by
    )
}

fn body(b: &AddBody, names: &Names<'_>) -> String {
    let weight = match b.weight {
        Weight::MustApprove => "must approve for",
        Weight::Advises => "advises",
    };
    format!(
        "{} {weight} {}; how it decides: {}{}{}",
        b.name,
        names.participant(&b.participant),
        plain(&b.rule),
        also(", members: ", b.members.as_ref()),
        also(", quorum: ", b.quorum.as_ref())
    )
}

fn parts(parts: &[PartAnswer]) -> String {
    let told = |p: &PartAnswer| {
        let words = also(" (", p.words.as_ref());
        let end = if words.is_empty() { "" } else { ")" };
        format!("part {} {}{words}{end}", p.part, plain(&p.outcome))
    };
    listed(parts.iter().map(told))
}

fn undertaking(u: &Undertake, names: &Names<'_>) -> String {
    format!(
        "{} by {}{}{}",
        capital(&plain(&u.kind)),
        names.speaker(&u.from),
        names.by(u.due),
        also(", on condition: ", u.condition.as_ref())
    )
}

fn act(a: &RecordAct) -> String {
    let kind = match a.kind {
        ActKind::Pilot => "Pilot",
        ActKind::Unilateral => "Unilateral act",
        ActKind::Event => "Event on the ground",
    };
    format!(
        "{kind}, by {}{}",
        a.by,
        counted("; released: ", &a.released)
    )
}

fn counted(before: &str, counts: &[CategoryCount]) -> String {
    if counts.is_empty() {
        return String::new();
    }
    let each = counts.iter().map(|c| format!("{} {}", c.count, c.category));
    format!("{before}{}", listed(each))
}

fn list(l: &RecordList, names: &Names<'_>) -> String {
    let differs = match l.mismatch() {
        None => String::new(),
        Some(Mismatch::Rows { says, has }) => format!("; it says {says} and has {has}"),
        Some(Mismatch::Categories { says, add_up }) => {
            format!("; it says {says}, and its categories add up to {add_up}")
        }
    };
    format!(
        "List from {}, of persons {}: {}, {} by its own word{}{differs}",
        names.speaker(&l.from),
        plain(&l.kind),
        l.title,
        l.count,
        counted(": ", &l.categories)
    )
}

fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Attributed => "as the words of whoever spoke them",
        Voice::NonPaper => "as a non-paper",
        Voice::Proposal => "as the mediator’s own proposal",
    }
}

fn conveyed(c: &Conveyed, names: &Names<'_>) -> String {
    let what = match &c.conveyed_as {
        ConveyedAs::Message => "Words".to_owned(),
        ConveyedAs::Demand(_) => "A demand".to_owned(),
        ConveyedAs::Answer { demand, parts: p } => {
            format!("An answer to {} ({})", names.entry(demand), parts(p))
        }
        ConveyedAs::Request { what, due } => {
            format!("A request for {}{}", asked_for(*what), names.by(*due))
        }
    };
    let whose = c.attributed_to.as_ref().map_or_else(
        || voice(c.voice).to_owned(),
        |who| format!("as the words of {who}"),
    );
    format!("{what} carried here by the desk, {whose}")
}

fn relayed(r: &Relayed, names: &Names<'_>) -> String {
    let exact = match r.wording {
        HowExact::Verbatim => "verbatim",
        HowExact::Edited => "in the desk’s wording",
        HowExact::Own => "in the desk’s own words",
    };
    let from = if r.from.is_empty() {
        String::new()
    } else {
        format!(" from {}", names.entries(r.from.iter().map(|s| &s.entry)))
    };
    let route = if r.route.is_empty() {
        String::new()
    } else {
        format!(
            "; it passed {}",
            listed(r.route.iter().map(ToString::to_string))
        )
    };
    format!(
        "Words were carried{from} to room {}, as {}, {exact}, {}{route}{}",
        r.to.room,
        names.entry(&r.to),
        voice(r.voice),
        also("; cleared by ", r.cleared.as_ref().map(|c| &c.by))
    )
}

fn custody(s: &CustodyStep, names: &Names<'_>) -> String {
    let step = match s.step {
        Step::HandedOver => "was handed to",
        Step::Delivered => "was delivered to",
        Step::ReadBack => "was read back by",
    };
    let compared = match s.comparison {
        Comparison::Same => "; it is the same",
        Comparison::Differs => "; it differs from what was sent",
        Comparison::NotCompared => "",
    };
    format!(
        "{} {step} {}{}{compared}",
        names.entry(&s.of),
        s.who,
        also(", ", s.how.as_ref())
    )
}

fn drafted(d: &Drafted, names: &Names<'_>) -> String {
    let articles = match d.text.articles.len() {
        1 => "one article".to_owned(),
        n => format!("{n} articles"),
    };
    format!(
        "Draft of “{}” ({}), {articles}{}",
        d.id,
        d.digest.first_eight(),
        also(
            ", made from ",
            d.from.as_ref().map(|e| names.entry(e)).as_ref()
        )
    )
}

fn put(p: &DraftPut, names: &Names<'_>) -> String {
    let how = match &p.offer {
        None => "for comment".to_owned(),
        Some(offer) => {
            let last = match offer.finality {
                Finality::Open => "an offer",
                Finality::Final => "a final offer",
            };
            let until = offer.expires.map(|at| names.instant(at));
            format!("as {last}{}", also(", until ", until.as_ref()))
        }
    };
    format!(
        "“{}” ({}) was put here, {how}",
        p.id,
        p.digest.first_eight()
    )
}

fn position(p: &TakePosition, names: &Names<'_>) -> String {
    let articles = if p.articles.is_empty() {
        String::new()
    } else {
        format!(
            ", articles {}",
            listed(p.articles.iter().map(ToString::to_string))
        )
    };
    format!(
        "{}{} on {}{articles}: {}",
        names.participant(&p.participant),
        also(
            ", by ",
            p.representative.as_ref().map(|r| names.person(r)).as_ref()
        ),
        names.entry(&p.on),
        plain(&p.stand)
    )
}

fn decision(d: &RecordDecision, names: &Names<'_>) -> String {
    let outcome = match &d.outcome {
        DecisionOutcome::Approved => "approved".to_owned(),
        DecisionOutcome::ApprovedWithModifications(changes) => format!(
            "approved with modifications ({}), which make another text",
            changes.len()
        ),
        DecisionOutcome::Refused => "refused".to_owned(),
    };
    let votes = d.votes.map(|v| {
        format!(
            "{} for, {} against, {} abstaining",
            v.in_favour, v.against, v.abstained
        )
    });
    let until = d.challenge_until.map(|at| names.instant(at));
    format!(
        "{} decided on {}: {outcome}{}{}",
        names.body(&d.body),
        names.entry(&d.on),
        also("; votes: ", votes.as_ref()),
        also("; it may be challenged until ", until.as_ref())
    )
}

fn accepted(a: &Accepted, names: &Names<'_>) -> String {
    let signed = if a.signature.is_some() {
        ", signed with that person’s own key"
    } else {
        ""
    };
    format!(
        "{} accepts the text in {} ({}), by {}, under the mandate in {}{signed}",
        names.participant(&a.participant),
        names.entry(&a.offer),
        a.digest.first_eight(),
        names.person(&a.representative),
        names.entry(&a.mandate)
    )
}

/// With a capital at its beginning.
fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
