//! The fields that are made of several: the answer to each part of a demand, a text in all its
//! languages, changes to the articles of a version.

use std::sync::Arc;

use maud::{Markup, html};
use mediation::{
    concerns::{demands::DemandState, texts::Version},
    ids::EntryRef,
    words::{Language, Title, Wording},
};
use serde_json::{Map, Value, json};

use super::{
    Place, articles,
    forms::picks,
    read::{self, Wrong},
    spec::{Pick, Spec},
};
use crate::{
    Lang, Sent,
    html::{
        Fault,
        form::{Choice, Field, Layout, Typing, radios, text as line, textarea},
        own,
    },
    i18n::Key,
};

/// The demand that a field names.
fn demand<'a>(place: &Place<'a>, reference: &str) -> Option<&'a DemandState> {
    let reference: EntryRef = reference.parse().ok()?;
    let room = place.desk.view.rooms.get(&reference.room)?;
    room.demands.all.get(&reference.number)
}

/// The version that a field names.
fn version<'a>(place: &Place<'a>, reference: &str) -> Option<&'a Version> {
    let reference: EntryRef = reference.parse().ok()?;
    let room = place.desk.view.rooms.get(&reference.room)?;
    room.texts.versions.get(&reference.number)
}

pub(super) fn answers(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    of: &str,
) -> Result<Option<Value>, Wrong> {
    let parts = demand(place, sent.get(of)).map_or(0, |d| d.parts.len());
    let mut all = Vec::new();
    for n in 1..=parts {
        let outcome = sent.get(&format!("{}-{n}-outcome", spec.name));
        if outcome.is_empty() {
            continue;
        }
        let mut answer = json!({ "part": n, "outcome": outcome });
        let within = format!("-{n}-words");
        let words = sent.get(&format!("{}{within}", spec.name));
        let words = read::checked(place, words, |s| Wording::new(s).map(|_| ()))
            .map_err(|wrong| Wrong { within, ..wrong })?;
        if let (Some(words), Value::Object(answer)) = (words, &mut answer) {
            answer.insert("words".to_owned(), words);
        }
        all.push(answer);
    }
    Ok((!all.is_empty()).then_some(Value::Array(all)))
}

/// The fields for the answer to each part.
pub(super) fn draw_answers(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    of: &str,
    faults: &[Fault],
) -> Markup {
    let words = place.words();
    let Some(demand) = demand(place, sent.get(of)) else {
        return html! { p.hint id=(spec.name) { (words.t("form-choose-demand")) } };
    };
    html! {
        fieldset id=(spec.name) {
            legend { (words.t(spec.label)) }
            (super::draw::error_line(spec.name, faults))
            div.grid {
                @for (at, part) in demand.parts.iter().enumerate() {
                    @let n = at + 1;
                    @let stem = format!("{}-{n}", spec.name);
                    p.quote dir="auto" { (part) }
                    @let outcome = Field::new(format!("{stem}-outcome"), words.t_args("form-part", &[("n", n.into())]));
                    @let not_yet = std::iter::once(Choice::new("", words.t("form-part-open")));
                    @let choices: Vec<Choice> = not_yet.chain(choices(place, picks::OUTCOME)).collect();
                    (radios(&outcome, &choices, Some(sent.get(&outcome.name)), Layout::Row))
                    @let more = Field::new(format!("{stem}-words"), words.t("form-part-words"))
                        .error(super::draw::error(&format!("{stem}-words"), faults));
                    (line(&more, Typing::Words, sent.get(&more.name)))
                }
            }
        }
    }
}

fn choices(place: &Place<'_>, picks: &'static [Pick]) -> Vec<Choice> {
    picks
        .iter()
        .map(|pick| Choice::new(pick.value, place.words().t(pick.said)))
        .collect()
}

/// The languages of the case.
fn languages(place: &Place<'_>) -> Vec<Language> {
    let case = place.desk.view.desk.opening.case.as_ref();
    case.map_or_else(Vec::new, |c| c.languages.clone())
}

/// A language by its own name, where that is known.
pub(crate) fn own_name(lang: &Language) -> String {
    Lang::from_tag(lang.as_str()).map_or_else(|| lang.to_string(), |l| l.own_name().to_owned())
}

pub(super) fn text(place: &Place<'_>, spec: &Spec, sent: &Sent) -> Result<Option<Value>, Wrong> {
    let (mut title, mut named, mut all) = (Map::new(), Vec::new(), Vec::new());
    for lang in languages(place) {
        let (in_title, in_body) = (format!("-title-{lang}"), format!("-articles-{lang}"));
        let body = sent.get(&format!("{}{in_body}", spec.name));
        let head = sent.get(&format!("{}{in_title}", spec.name)).trim();
        if body.trim().is_empty() && head.is_empty() {
            continue;
        }
        let head = read::checked(place, head, |s| Title::new(s).map(|_| ()));
        let head =
            head.and_then(|h| h.map_or_else(|| read::wrong(place, Key("fault-missing")), Ok));
        title.insert(
            lang.to_string(),
            head.map_err(|wrong| Wrong {
                within: in_title,
                ..wrong
            })?,
        );
        let typed = articles::read(body).map_err(|bad| Wrong {
            within: in_body,
            said: place
                .words()
                .t_args("fault-heading", &[("line", bad.0.into())]),
        })?;
        named.push(json!(lang));
        all.push((lang.to_string(), typed));
    }
    Ok((!named.is_empty())
        .then(|| json!({ "title": title, "languages": named, "articles": articles::joined(&all) })))
}

/// The fields of a whole text, language by language.
pub(super) fn draw_text(place: &Place<'_>, spec: &Spec, sent: &Sent, faults: &[Fault]) -> Markup {
    let words = place.words();
    let base = version(place, sent.get("from"));
    html! {
        fieldset id=(spec.name) {
            legend { (words.t(spec.label)) }
            @if let Some(hint) = spec.hint { span.hint { (words.t(hint)) } }
            (super::draw::error_line(spec.name, faults))
            div.grid {
                @for lang in languages(place) {
                    @let title = format!("{}-title-{lang}", spec.name);
                    @let old = base.and_then(|v| v.text.title.get(&lang)).map_or("", |t| t.as_str());
                    @let field = Field::new(&title, words.t_args("form-title-in", &[("language", own_name(&lang).into())]))
                        .error(super::draw::error(&title, faults));
                    (line(&field, Typing::Words, if sent.has(&title) { sent.get(&title) } else { old }))
                    @let body = format!("{}-articles-{lang}", spec.name);
                    @let old = base.map_or_else(String::new, |v| articles::written(&v.text, &lang));
                    @let field = Field::new(&body, words.t_args("form-articles-in", &[("language", own_name(&lang).into())]))
                        .error(super::draw::error(&body, faults));
                    (textarea(&field, if sent.has(&body) { sent.get(&body) } else { &old }))
                }
            }
        }
    }
}

pub(super) fn changes(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    of: &str,
) -> Result<Option<Value>, Wrong> {
    let Some(version) = version(place, sent.get(of)) else {
        return Ok(None);
    };
    let mut all = Vec::new();
    for (at, article) in version.text.articles.iter().enumerate() {
        let mut changed = Map::new();
        for lang in &version.text.languages {
            let Some(old) = article.words.get(lang) else {
                continue;
            };
            let within = format!("-{at}-{lang}");
            let name = format!("{}{within}", spec.name);
            if !sent.has(&name) || sent.get(&name) == old.as_str() {
                continue;
            }
            let new = read::checked(place, sent.get(&name), |s| Wording::new(s).map(|_| ()))
                .and_then(|n| n.map_or_else(|| read::wrong(place, Key("fault-article-empty")), Ok))
                .map_err(|wrong| Wrong { within, ..wrong })?;
            changed.insert(lang.to_string(), new);
        }
        if !changed.is_empty() {
            all.push(json!({ "article": article.number, "words": changed }));
        }
    }
    Ok((!all.is_empty()).then_some(Value::Array(all)))
}

/// The articles of a version, to be written over.
pub(super) fn draw_changes(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    of: &str,
    faults: &[Fault],
) -> Markup {
    let words = place.words();
    let Some(version) = version(place, sent.get(of)) else {
        return html! { p.hint id=(spec.name) { (words.t("form-choose-version")) } };
    };
    let text = Arc::clone(&version.text);
    html! {
        fieldset id=(spec.name) {
            legend { (words.t(spec.label)) }
            @if let Some(hint) = spec.hint { span.hint { (words.t(hint)) } }
            (super::draw::error_line(spec.name, faults))
            div.grid {
                @for (at, article) in text.articles.iter().enumerate() {
                    @for (lang, old) in text.languages.iter().filter_map(|l| Some((l, article.words.get(l)?))) {
                        @let name = format!("{}-{at}-{lang}", spec.name);
                        @let label = words.t_args("form-article-in", &[
                            ("number", article.number.to_string().into()),
                            ("language", own_name(lang).into()),
                        ]);
                        @let field = Field::new(&name, label).error(super::draw::error(&name, faults));
                        (textarea(&field, if sent.has(&name) { sent.get(&name) } else { old.as_str() }))
                    }
                }
            }
        }
    }
}

/// The words of a version, as the paper in hand has them.
pub(super) fn version_sheet(version: &Version) -> Markup {
    html! {
        @for lang in &version.text.languages {
            div.legal lang=(lang) dir="auto" {
                @if let Some(title) = version.text.title.get(lang) { p { b { (own(title.as_str())) } } }
                @for article in &version.text.articles {
                    h4 { (own(article.number.as_str())) ". " @if let Some(h) = article.heading.get(lang) { (h) } }
                    @if let Some(w) = article.words.get(lang) {
                        @for p in w.as_str().split("\n\n") { p { (p) } }
                    }
                }
            }
        }
    }
}

/// The version that a field names, for the page that confirms.
pub(super) fn named_version<'a>(place: &Place<'a>, reference: &str) -> Option<&'a Version> {
    version(place, reference)
}
