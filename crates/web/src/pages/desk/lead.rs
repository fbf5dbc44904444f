//! One sentence, or three at the most: what matters now.

use maud::{Markup, html};
use mediation::{
    Digest,
    agenda::{Matter, Pending},
};

use crate::{adapt, site::DeskVisit};

const MOST: usize = 3;

/// The lead of the desk's page.
pub(super) fn lead(desk: &DeskVisit, agenda: &[Pending<'_>]) -> Markup {
    let mut said = agreement(desk);
    said.extend(offers(desk, agenda));
    said.extend(agenda.iter().filter_map(|p| silence(desk, &p.matter)));
    said.extend(agenda.iter().filter_map(|p| nobody(desk, &p.matter)));
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
            let value = |v| adapt::parameter(words, v, &desk.visit.calendar);
            said.push(words.t_args(
                "lead-moved",
                &[
                    ("what", last.name.to_string().into()),
                    ("before", value(&before.value).into()),
                    ("after", value(&last.value).into()),
                ],
            ));
        }
    }
    said
}

/// One sentence for each version that is out, with everybody to whom it was put.
fn offers(desk: &DeskVisit, agenda: &[Pending<'_>]) -> Vec<String> {
    use mediation::concerns::texts::Finality;
    let words = desk.visit.words();
    let mut out: Vec<(Finality, u32, Digest, Vec<String>)> = Vec::new();
    for pending in agenda {
        let Matter::Offer { room, version } = pending.matter else {
            continue;
        };
        let Some(offer) = version.offer else { continue };
        let who = adapt::with(&desk.view, room);
        let number = adapt::desk_version(&desk.view, version).unwrap_or(version.version);
        match out
            .iter_mut()
            .find(|(f, _, d, _)| *f == offer.finality && *d == version.digest)
        {
            Some((.., names)) => names.push(who),
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

fn silence(desk: &DeskVisit, matter: &Matter<'_>) -> Option<String> {
    let Matter::Silence { room, channel } = matter else {
        return None;
    };
    let c = room.channels.all.get(*channel)?;
    let words = desk.visit.words();
    let who = adapt::with(&desk.view, room);
    Some(words.t_args(
        "lead-silent",
        &[
            ("who", who.into()),
            ("reaches", c.opened.reaches.to_string().into()),
        ],
    ))
}

fn nobody(desk: &DeskVisit, matter: &Matter<'_>) -> Option<String> {
    let Matter::NobodyMayBind { participant, .. } = matter else {
        return None;
    };
    let who = adapt::name(&desk.view, participant);
    Some(
        desk.visit
            .words()
            .t_args("lead-nobody", &[("who", who.into())]),
    )
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
