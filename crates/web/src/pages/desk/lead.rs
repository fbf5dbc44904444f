//! One sentence, or three at the most: what matters now.

use maud::{Markup, html};
use mediation::agenda::{Matter, Pending};

use crate::{adapt, site::DeskVisit};

const MOST: usize = 3;

/// The lead of the desk's page.
pub(super) fn lead(desk: &DeskVisit, agenda: &[Pending<'_>]) -> Markup {
    let mut said = agreement(desk);
    said.extend(agenda.iter().filter_map(|p| offer(desk, &p.matter)));
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
            let value = |v| adapt::parameter(words, v, &desk.visit.zone);
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

fn offer(desk: &DeskVisit, matter: &Matter<'_>) -> Option<String> {
    use mediation::concerns::texts::Finality;
    let Matter::Offer { room, version } = matter else {
        return None;
    };
    let words = desk.visit.words();
    let who = adapt::with(&desk.view, room);
    let arguments = [("version", version.version.into()), ("who", who.into())];
    Some(match version.offer?.finality {
        Finality::Final => words.t_args("lead-last-offer", &arguments),
        Finality::Open => words.t_args("lead-offer", &arguments),
    })
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
