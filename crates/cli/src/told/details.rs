//! The parts of what an event tells that have parts of their own.

use mediation::concerns::{
    acceptances::Accepted,
    custody::{Comparison, CustodyStep, Step},
    decisions::{DecisionOutcome, RecordDecision},
    demands::PartAnswer,
    lists::{Mismatch, RecordList},
    people::{AddBody, AddRepresentative, Origin, RecordMandate, Weight},
    positions::TakePosition,
    relays::{Conveyed, ConveyedAs, HowExact, Relayed, Voice},
    texts::{DraftPut, Drafted, Finality},
    undertakings::{ActKind, CategoryCount, RecordAct, Undertake},
};

use super::{
    names::{Names, listed, plain},
    now::asked_for,
};

/// `: what`, where there is something.
pub(super) fn also(before: &str, what: Option<&impl ToString>) -> String {
    what.map_or_else(String::new, |w| format!("{before}{}", w.to_string()))
}

pub(super) fn representative(r: &AddRepresentative, names: &Names<'_>) -> String {
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

pub(super) fn mandate(m: &RecordMandate, names: &Names<'_>) -> String {
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

pub(super) fn body(b: &AddBody, names: &Names<'_>) -> String {
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

pub(super) fn parts(parts: &[PartAnswer]) -> String {
    let told = |p: &PartAnswer| {
        let words = also(" (", p.words.as_ref());
        let end = if words.is_empty() { "" } else { ")" };
        format!("part {} {}{words}{end}", p.part, plain(&p.outcome))
    };
    listed(parts.iter().map(told))
}

pub(super) fn undertaking(u: &Undertake, names: &Names<'_>) -> String {
    format!(
        "{} by {}{}{}",
        capital(&plain(&u.kind)),
        names.speaker(&u.from),
        names.by(u.due),
        also(", on condition: ", u.condition.as_ref())
    )
}

pub(super) fn act(a: &RecordAct) -> String {
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

pub(super) fn counted(before: &str, counts: &[CategoryCount]) -> String {
    if counts.is_empty() {
        return String::new();
    }
    let each = counts.iter().map(|c| format!("{} {}", c.count, c.category));
    format!("{before}{}", listed(each))
}

pub(super) fn list(l: &RecordList, names: &Names<'_>) -> String {
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

pub(super) fn voice(voice: Voice) -> &'static str {
    match voice {
        Voice::Attributed => "as the words of whoever spoke them",
        Voice::NonPaper => "as a non-paper",
        Voice::Proposal => "as the mediator’s own proposal",
    }
}

pub(super) fn conveyed(c: &Conveyed, names: &Names<'_>) -> String {
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

pub(super) fn relayed(r: &Relayed, names: &Names<'_>) -> String {
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
        also(
            "; cleared by ",
            r.cleared.as_ref().map(|c| names.officer(&c.by)).as_ref()
        )
    )
}

pub(super) fn custody(s: &CustodyStep, names: &Names<'_>) -> String {
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

pub(super) fn drafted(d: &Drafted, names: &Names<'_>) -> String {
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

pub(super) fn put(p: &DraftPut, names: &Names<'_>) -> String {
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

pub(super) fn position(p: &TakePosition, names: &Names<'_>) -> String {
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

pub(super) fn decision(d: &RecordDecision, names: &Names<'_>) -> String {
    let outcome = match &d.outcome {
        DecisionOutcome::Approved => "approved".to_owned(),
        DecisionOutcome::ApprovedWithModifications(changes) => format!(
            "approved with modifications ({}), which make another text",
            changes.len()
        ),
        DecisionOutcome::Refused => "refused".to_owned(),
    };
    let votes = d.votes.map(|v| {
        let abstained = v.abstained.map(|n| format!(", {n} abstained"));
        format!(
            "{} for, {} against{}",
            v.in_favour,
            v.against,
            abstained.unwrap_or_default()
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

pub(super) fn accepted(a: &Accepted, names: &Names<'_>) -> String {
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
pub(super) fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
