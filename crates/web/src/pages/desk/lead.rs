//! One sentence, or three at the most: what matters now.

use maud::{Markup, html};
use mediation::{
    Digest,
    agenda::{Matter, Pending},
};

use crate::{
    adapt,
    i18n::{Lang, Words},
    site::DeskVisit,
    story::names,
};

const MOST: usize = 3;

/// The lead of the desk's page.
pub(super) fn lead(desk: &DeskVisit, agenda: &[Pending<'_>]) -> Markup {
    let mut said = agreement(desk);
    let agreed = |p: &&Pending<'_>| matches!(p.matter, Matter::Conclude { .. });
    said.extend(
        agenda
            .iter()
            .find(agreed)
            .map(|_| desk.visit.words().t("lead-agreed")),
    );
    said.extend(offers(desk, agenda));
    said.extend(silences(desk, agenda));
    said.extend(nobody(desk, agenda));
    if said.is_empty() {
        said.push(otherwise(desk, agenda));
    }
    said.truncate(MOST);
    html! { @for sentence in said { (sentence) " " } }
}

fn agreement(desk: &DeskVisit) -> Vec<String> {
    let words = desk.visit.words();
    let agreement = &desk.view.desk.agreement;
    if agreement.concluded.is_none() {
        return Vec::new();
    }
    let missing = agreement.missing().count();
    let state = if missing == 0 {
        words.t("lead-executable")
    } else {
        words.t_args("lead-concluded", &[("n", missing.into())])
    };
    let mut said = vec![state];
    for values in agreement.parameters.values() {
        if let [.., (_, _, before), (_, _, last)] = values.as_slice() {
            let value = |v| adapt::parameter_long(words, v, &desk.visit.calendar);
            said.push(words.t_args(
                "lead-moved",
                &[
                    ("what", thing(words, last.name.as_str()).into()),
                    ("before", value(&before.value).into()),
                    ("after", value(&last.value).into()),
                ],
            ));
        }
    }
    said
}

/// "First day", as an English sentence begins with it: "The first day".
fn thing(words: Words, name: &str) -> String {
    let mut letters = name.chars();
    match (words.lang(), letters.next(), letters.next()) {
        (Lang::English, Some(first), Some(second))
            if second.is_lowercase() && !name.starts_with("The ") =>
        {
            format!("The {}{}", first.to_lowercase(), letters_after(name, first))
        }
        _ => name.to_owned(),
    }
}

fn letters_after(name: &str, first: char) -> &str {
    name.strip_prefix(first).unwrap_or(name)
}

/// One sentence for each version that is out, with everybody to whom it was put.
fn offers(desk: &DeskVisit, agenda: &[Pending<'_>]) -> Vec<String> {
    use mediation::concerns::texts::Finality;
    let words = desk.visit.words();
    let mut out: Vec<(Finality, u32, Digest, Vec<String>)> = Vec::new();
    for pending in agenda {
        let Matter::Offer {
            version,
            participant,
            ..
        } = &pending.matter
        else {
            continue;
        };
        let Some(offer) = version.offer else { continue };
        let who = adapt::name(&desk.view, participant);
        let who = names::with_article(words, &who);
        let number = adapt::desk_version(&desk.view, version).unwrap_or(version.version);
        match out
            .iter_mut()
            .find(|(f, _, d, _)| *f == offer.finality && *d == version.digest)
        {
            Some((.., all)) if all.contains(&who) => {}
            Some((.., all)) => all.push(who),
            None => out.push((offer.finality, number, version.digest, vec![who])),
        }
    }
    let sentence = |(finality, number, _, who): (Finality, u32, Digest, Vec<String>)| {
        let arguments = [("version", number.into()), ("who", words.list(&who).into())];
        match finality {
            Finality::Final => words.t_args("lead-last-offer", &arguments),
            Finality::Open => words.t_args("lead-offer", &arguments),
        }
    };
    out.into_iter().map(sentence).collect()
}

/// One sentence for each participant that cannot be reached, whichever of its channels are silent.
fn silences(desk: &DeskVisit, agenda: &[Pending<'_>]) -> Vec<String> {
    let words = desk.visit.words();
    let mut out: Vec<(String, Vec<String>)> = Vec::new();
    for pending in agenda {
        let Matter::Silence { room, channel } = pending.matter else {
            continue;
        };
        let Some(c) = room.channels.all.get(channel) else {
            continue;
        };
        let who = adapt::name(&desk.view, &c.opened.participant);
        let reaches = c.opened.reaches.to_string();
        match out.iter_mut().find(|(name, _)| *name == who) {
            Some((_, all)) => all.push(reaches),
            None => out.push((who, vec![reaches])),
        }
    }
    out.into_iter()
        .map(|(who, reaches)| {
            let who = names::sentence(&names::with_article(words, &who));
            if let [one, other] = reaches.as_slice() {
                let both = [
                    ("who", who.into()),
                    ("one", one.clone().into()),
                    ("other", other.clone().into()),
                ];
                return words.t_args("lead-silent-both", &both);
            }
            let reaches = words.list(&reaches);
            words.t_args(
                "lead-silent",
                &[("who", who.into()), ("reaches", reaches.into())],
            )
        })
        .collect()
}

/// One sentence for all whom nobody may bind.
fn nobody(desk: &DeskVisit, agenda: &[Pending<'_>]) -> Option<String> {
    let words = desk.visit.words();
    let mut who: Vec<String> = Vec::new();
    for pending in agenda {
        if let Matter::NobodyMayBind { participant, .. } = &pending.matter {
            let name = names::with_article(words, &adapt::name(&desk.view, participant));
            if !who.contains(&name) {
                who.push(name);
            }
        }
    }
    (!who.is_empty()).then(|| words.t_args("lead-nobody", &[("who", words.list(&who).into())]))
}

fn otherwise(desk: &DeskVisit, agenda: &[Pending<'_>]) -> String {
    let words = desk.visit.words();
    let late = agenda
        .iter()
        .filter(|p| p.due.is_some_and(|d| d < desk.visit.now))
        .count();
    if late > 0 {
        words.t_args("lead-late", &[("n", late.into())])
    } else if agenda.is_empty() {
        words.t("lead-nothing")
    } else {
        words.t_args("lead-open", &[("n", agenda.len().into())])
    }
}
