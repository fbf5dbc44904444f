//! The second page of what binds or cannot be undone: what will be recorded, in full, and one
//! button. What was typed is carried along unseen.

use maud::{Markup, html};
use mediation::{
    concerns::{
        agreement::{self, Caution},
        texts::Version,
    },
    ids::EntryRef,
};

use super::{
    Place, choices,
    sheet::Sheet,
    spec::{Kind, Pick, Source, Spec},
    texts,
};
use crate::{
    adapt,
    html::{self as parts, form, own},
};

/// The page.
pub(crate) fn page(sheet: &Sheet<'_>) -> Markup {
    let (place, words) = (sheet.place, sheet.place.words());
    let typed = sheet.form.fields.iter();
    let typed = typed.filter_map(|spec| Some((words.t(spec.label), value(sheet, spec)?)));
    let version = version(place, sheet);
    // What is read out over a telephone stands on the sheet that is read from.
    let digest = version.filter(|_| sheet.form.name != "accept");
    let digest = digest.map(|v| (words.t("text-digest"), parts::digest(&v.digest.to_hex())));
    let rows: Vec<(String, Markup)> = digest
        .into_iter()
        .chain(typed)
        .chain(super::head::facts(place, sheet.form.head, sheet.sent))
        .collect();
    let text = html! {
        (cautions(sheet))
        @if let Some(version) = version { (texts::version_sheet(words, version)) }
        (parts::facts(&rows))
    };
    let carried = html! {
        @for (name, value) in sheet.sent.fields() {
            @if name != "confirmed" && name != "show" { (form::hidden(name, value)) }
        }
    };
    let back = form_button(sheet, &carried, "show", &words.t("form-back"), "btn second");
    let go = form_button(sheet, &carried, "confirmed", &sheet.button(), "btn");
    let both = html! {
        div.acts { (go) (back) p.meta { (sheet.readers()) } }
    };
    let heading = match version {
        Some(v) => words.t_args("text-version-head", &[("version", v.version.into())]),
        None => words.t(sheet.form.title),
    };
    let heading = html! { b { (heading) } };
    sheet.framed(&parts::article::confirmation(
        words,
        &heading,
        &text,
        &html! {},
        &both,
    ))
}

/// What to know before an agreement is declared: nothing of it stands in the way.
fn cautions(sheet: &Sheet<'_>) -> Markup {
    let (place, words) = (sheet.place, sheet.place.words());
    let ("conclude", Ok(id)) = (sheet.form.name, sheet.sent.get("text").parse()) else {
        return html! {};
    };
    let said = |caution: Caution| match caution {
        Caution::ChallengeOpen(entry, until) => words.t_args(
            "caution-challenge",
            &[
                ("entry", place.cited(&entry).into()),
                (
                    "until",
                    adapt::stamp(words, until, &place.desk.visit.calendar).into(),
                ),
            ],
        ),
        Caution::NotReadBack(entry) => words.t_args(
            "caution-not-read-back",
            &[("entry", place.cited(&entry).into())],
        ),
        Caution::ReadBackDiffers(entry) => words.t_args(
            "caution-read-back-differs",
            &[("entry", place.cited(&entry).into())],
        ),
    };
    let all: Vec<String> = agreement::cautions(&place.desk.view, &id, place.now())
        .into_iter()
        .map(said)
        .collect();
    html! { @if !all.is_empty() {
        (parts::says::warn(&words.t("caution-head"), &html! { @for one in &all { (one) br; } }))
    } }
}

fn form_button(sheet: &Sheet<'_>, carried: &Markup, name: &str, said: &str, class: &str) -> Markup {
    html! {
        form method="post" action=(sheet.action()) accept-charset="utf-8" {
            (carried)
            button class=(class) name=(name) value="1" { (said) }
        }
    }
}

/// The version that is put, accepted, withdrawn or concluded.
fn version<'a>(place: &Place<'a>, sheet: &Sheet<'_>) -> Option<&'a Version> {
    ["draft", "offer"]
        .iter()
        .find_map(|field| texts::version(place, sheet.sent.get(field)))
        .or_else(|| {
            let id = sheet.sent.get("text");
            place
                .room?
                .texts
                .versions
                .values()
                .rev()
                .find(|v| v.id.as_str() == id)
        })
}

fn picked(place: &Place<'_>, picks: &[Pick], typed: &str) -> String {
    let pick = picks.iter().find(|pick| pick.value == typed);
    pick.map_or_else(|| typed.to_owned(), |pick| place.words().t(pick.said))
}

/// Everything that was ticked, each on its line.
fn several(sheet: &Sheet<'_>, spec: &Spec, source: Source) -> Option<Markup> {
    let all = choices::of(sheet.place, source);
    let said = |typed: &str| {
        let choice = all.iter().find(|choice| choice.value == typed);
        choice.map_or_else(|| own(typed), |choice| choice.said.clone())
    };
    let ticked = sheet.sent.all(spec.name).filter(|one| !one.is_empty());
    let said: Vec<Markup> = ticked.map(said).collect();
    (!said.is_empty()).then(|| html! { ul { @for one in &said { li { (one) } } } })
}

/// What was typed in a field, as it will be read.
fn value(sheet: &Sheet<'_>, spec: &Spec) -> Option<Markup> {
    let (place, typed) = (sheet.place, sheet.sent.get(spec.name));
    let words = place.words();
    let shown = match spec.kind {
        Kind::Instant | Kind::Moment => {
            let date = sheet.sent.date(spec.name);
            format!("{} {}", date.day, date.time).trim().to_owned()
        }
        Kind::Pick(picks) | Kind::Way(picks) => picked(place, picks, typed),
        Kind::Picks(picks) => {
            let ticked = sheet.sent.all(spec.name);
            let said: Vec<String> = ticked.map(|one| picked(place, picks, one)).collect();
            words.list(&said)
        }
        Kind::Several(source) => return several(sheet, spec, source),
        Kind::Choose(source) | Kind::Turn(source) => choices::of(place, source)
            .into_iter()
            .find(|choice| choice.value == typed)
            .map_or_else(|| typed.to_owned(), |choice| choice.said.into_string()),
        Kind::Secret => String::new(),
        Kind::Entry => place.typed_entry(typed).map_or_else(
            || typed.to_owned(),
            |entry: EntryRef| match place.entry(&entry) {
                Some((room, found)) => place.entry_words(room, found),
                None => place.cited(&entry),
            },
        ),
        _ => typed.to_owned(),
    };
    let shown = shown.trim();
    (!shown.is_empty()).then(|| match spec.kind {
        Kind::Words => html! { p.quote dir="auto" { (shown) } },
        Kind::Choose(_) | Kind::Turn(_) => html! { (maud::PreEscaped(shown)) },
        _ => html! { (own(shown)) },
    })
}
