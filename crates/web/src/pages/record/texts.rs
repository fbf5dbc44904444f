//! The fields of a text: all of it in every language of the case, or one that is on record to be
//! written over. What is typed is the text as it should be; the core tells what changed.

use std::{collections::BTreeMap, sync::Arc};

use maud::{Markup, html};
use mediation::{
    concerns::texts::Version,
    ids::EntryRef,
    text::{Article, Text},
    words::{ArticleNumber, Language, Title, Wording},
};
use serde_json::{Map, Value, json};

use super::{
    Place, annexes, articles,
    draw::{error, error_line},
    read::{self, Wrong},
    spec::Spec,
};
use crate::{
    Sent,
    html::{
        Fault,
        form::{Choice, Field, Layout, Typing, checks, select, text as line, textarea},
        own,
    },
    i18n::{Key, Words},
    pages::text::compare,
    tongue::{cited, tongue},
};

/// What the fields of a text are called, behind the name of the whole.
const STRUCK: &str = "-struck";
const BEFORE: &str = "-before";
const ANNEXES: &str = "-annexes";

/// The version that a field names.
pub(super) fn version<'a>(place: &Place<'a>, reference: &str) -> Option<&'a Version> {
    let reference: EntryRef = reference.parse().ok()?;
    let room = place.desk.view.rooms.get(&reference.room)?;
    room.texts.versions.get(&reference.number)
}

/// The languages of the case.
fn languages(place: &Place<'_>) -> Vec<Language> {
    let case = place.desk.view.desk.opening.case.as_ref();
    case.map_or_else(Vec::new, |c| c.languages.clone())
}

/// A fault in one of the fields of a text.
fn within(within: String) -> impl FnOnce(Wrong) -> Wrong {
    move |wrong| Wrong { within, ..wrong }
}

/// The articles typed in one field, each under its heading.
fn typed(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    field: String,
) -> Result<Vec<articles::Typed>, Wrong> {
    articles::read(sent.get(&format!("{}{field}", spec.name))).map_err(|bad| Wrong {
        within: field,
        said: place
            .words()
            .t_args("fault-heading", &[("line", bad.0.into())]),
        also: None,
    })
}

/// The annexes typed in their field, as a case file writes them.
fn typed_annexes(place: &Place<'_>, spec: &Spec, sent: &Sent) -> Result<Value, Wrong> {
    annexes::read(sent.get(&format!("{}{ANNEXES}", spec.name))).map_err(|bad| Wrong {
        within: ANNEXES.to_owned(),
        also: None,
        said: place.words().t_args(
            match bad {
                annexes::BadAnnex::NoHeading(_) => Key("fault-annex-heading"),
                annexes::BadAnnex::NoDigest(_) => Key("fault-annex-digest"),
            },
            &[("line", bad.line().into())],
        ),
    })
}

pub(super) fn whole(place: &Place<'_>, spec: &Spec, sent: &Sent) -> Result<Option<Value>, Wrong> {
    let (mut title, mut named, mut all) = (Map::new(), Vec::new(), Vec::new());
    for lang in languages(place) {
        let (in_title, in_body) = (format!("-title-{lang}"), format!("-articles-{lang}"));
        let head = sent.get(&format!("{}{in_title}", spec.name)).trim();
        if sent
            .get(&format!("{}{in_body}", spec.name))
            .trim()
            .is_empty()
            && head.is_empty()
        {
            continue;
        }
        let head = read::checked(place, head, |s| Title::new(s).map(|_| ()))
            .and_then(|h| h.map_or_else(|| read::wrong(place, Key("fault-missing")), Ok))
            .map_err(within(in_title))?;
        title.insert(lang.to_string(), head);
        named.push(json!(lang));
        all.push((lang.to_string(), typed(place, spec, sent, in_body)?));
    }
    let annexes = typed_annexes(place, spec, sent)?;
    Ok((!named.is_empty()).then(|| {
        json!({ "title": title, "languages": named, "articles": articles::joined(&all), "annexes": annexes })
    }))
}

/// The fields of a whole text, language by language.
pub(super) fn draw_whole(place: &Place<'_>, spec: &Spec, sent: &Sent, faults: &[Fault]) -> Markup {
    let words = place.words();
    let base = version(place, sent.get("from"));
    html! {
        fieldset id=(spec.name) {
            legend { (words.t(spec.label)) }
            @if let Some(hint) = spec.hint { span.hint { (words.t(hint)) } }
            (error_line(spec.name, faults))
            div.grid {
                @for lang in languages(place) {
                    @let title = format!("{}-title-{lang}", spec.name);
                    @let old = base.and_then(|v| v.text.title.get(&lang)).map_or("", |t| t.as_str());
                    @let field = Field::new(&title, words.t_args("form-title-in", &[("language", tongue(&lang).name.into())]))
                        .error(error(&title, faults));
                    (line(&field, Typing::Words, kept(sent, &title, old)))
                    @let body = format!("{}-articles-{lang}", spec.name);
                    @let old = base.map_or_else(String::new, |v| articles::written(&v.text, &lang));
                    @let field = Field::new(&body, words.t_args("form-articles-in", &[("language", tongue(&lang).name.into())]))
                        .error(error(&body, faults));
                    (textarea(&field, kept(sent, &body, &old)))
                }
                (draw_annexes(place, spec, sent, base.map(|v| &*v.text), faults))
            }
        }
    }
}

/// What was typed, or what stood there before anything was.
fn kept<'a>(sent: &'a Sent, name: &str, old: &'a str) -> &'a str {
    if sent.has(name) { sent.get(name) } else { old }
}

fn draw_annexes(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    base: Option<&Text>,
    faults: &[Fault],
) -> Markup {
    let words = place.words();
    let name = format!("{}{ANNEXES}", spec.name);
    let old = base.map_or_else(String::new, annexes::written);
    let label = words.t_plain(
        "form-optional",
        &[("label", words.t("form-annexes").into())],
    );
    let field = Field::new(&name, label)
        .hint(words.t("form-annexes.hint"))
        .error(error(&name, faults));
    textarea(&field, kept(sent, &name, &old))
}

/// The text as it should be, written over a version: the changes that lead to it.
pub(super) fn changes(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    of: &str,
) -> Result<Option<Value>, Wrong> {
    let Some(version) = version(place, sent.get(of)) else {
        return Ok(None);
    };
    let struck: Vec<&str> = sent.all(&format!("{}{STRUCK}", spec.name)).collect();
    let mut text = Text::clone(&version.text);
    for (at, article) in text.articles.iter_mut().enumerate() {
        if struck.contains(&article.number.as_str()) {
            continue;
        }
        for lang in &version.text.languages {
            over(
                place,
                spec,
                sent,
                &format!("-{at}-heading-{lang}"),
                &mut article.heading,
                lang,
                |t| Title::new(t),
            )?;
            over(
                place,
                spec,
                sent,
                &format!("-{at}-{lang}"),
                &mut article.words,
                lang,
                |t| Wording::new(t),
            )?;
        }
    }
    text.articles
        .retain(|a| !struck.contains(&a.number.as_str()));
    let new = new_articles(place, spec, sent, &version.text)?;
    let before = sent.get(&format!("{}{BEFORE}", spec.name));
    let at = text
        .articles
        .iter()
        .position(|a| a.number.as_str() == before);
    let at = at.unwrap_or(text.articles.len());
    text.articles.splice(at..at, new);
    if sent.has(&format!("{}{ANNEXES}", spec.name)) {
        text.annexes =
            domain(place, typed_annexes(place, spec, sent)?).map_err(within(ANNEXES.to_owned()))?;
    }
    let changes = version.text.changes_to(&text);
    Ok((!changes.is_empty()).then(|| json!(changes)))
}

/// Takes what was typed over the words of one language, or over a heading.
fn over<T: std::fmt::Display>(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    field: &str,
    old: &mut BTreeMap<Language, T>,
    lang: &Language,
    read: impl Fn(&str) -> Result<T, mediation::NotTaken>,
) -> Result<(), Wrong> {
    let name = format!("{}{field}", spec.name);
    let typed = sent.get(&name);
    if !sent.has(&name) || old.get(lang).is_none_or(|o| o.to_string() == typed) {
        return Ok(());
    }
    read::checked(place, typed, |s| read(s).map(|_| ()))
        .and_then(|n| n.map_or_else(|| read::wrong(place, Key("fault-article-empty")), Ok))
        .map_err(within(field.to_owned()))?;
    if let Ok(new) = read(typed) {
        old.insert(lang.clone(), new);
    }
    Ok(())
}

/// The articles typed as new, in every language of the text.
fn new_articles(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    text: &Text,
) -> Result<Vec<Article>, Wrong> {
    let mut all = Vec::new();
    for lang in &text.languages {
        all.push((
            lang.to_string(),
            typed(place, spec, sent, format!("-new-{lang}"))?,
        ));
    }
    let first = text.languages.first().map(|l| format!("-new-{l}"));
    domain(place, articles::joined(&all)).map_err(within(first.unwrap_or_default()))
}

/// What was typed, in the domain's own types.
fn domain<T: serde::de::DeserializeOwned>(place: &Place<'_>, value: Value) -> Result<T, Wrong> {
    serde_json::from_value(value).map_err(|cause| Wrong {
        within: String::new(),
        said: place
            .words()
            .t_args("fault-not-taken", &[("why", cause.to_string().into())]),
        also: None,
    })
}

/// The articles of a version, to be written over, struck out and added to.
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
            (error_line(spec.name, faults))
            div.grid {
                @for (at, article) in text.articles.iter().enumerate() {
                    (draw_article(place, spec, sent, &text, at, article, faults))
                }
                (draw_struck(place, spec, sent, &text))
                (draw_new(place, spec, sent, &text, faults))
                (draw_annexes(place, spec, sent, Some(&text), faults))
            }
        }
    }
}

fn draw_article(
    place: &Place<'_>,
    spec: &Spec,
    sent: &Sent,
    text: &Text,
    at: usize,
    article: &Article,
    faults: &[Fault],
) -> Markup {
    let words = place.words();
    let label = |key: Key, lang: &Language| {
        let args = [
            ("number", article.number.to_string().into()),
            ("language", tongue(lang).name.into()),
        ];
        words.t_args(key, &args)
    };
    html! { @for lang in &text.languages {
        @if let Some(old) = article.heading.get(lang) {
            @let name = format!("{}-{at}-heading-{lang}", spec.name);
            @let field = Field::new(&name, label(Key("form-heading-in"), lang)).error(error(&name, faults));
            (line(&field, Typing::Words, kept(sent, &name, old.as_str())))
        }
        @if let Some(old) = article.words.get(lang) {
            @let name = format!("{}-{at}-{lang}", spec.name);
            @let field = Field::new(&name, label(Key("form-article-in"), lang)).error(error(&name, faults));
            (textarea(&field, kept(sent, &name, old.as_str())))
        }
    } }
}

/// An article, to choose it by.
fn choice(words: Words, key: Key, number: &ArticleNumber) -> Choice {
    Choice::new(
        number.as_str(),
        words.t_args(key, &[("number", number.to_string().into())]),
    )
}

fn draw_struck(place: &Place<'_>, spec: &Spec, sent: &Sent, text: &Text) -> Markup {
    let words = place.words();
    let name = format!("{}{STRUCK}", spec.name);
    let label = words.t_plain("form-optional", &[("label", words.t("form-struck").into())]);
    let all: Vec<Choice> = text
        .articles
        .iter()
        .map(|a| choice(words, Key("text-article"), &a.number))
        .collect();
    let ticked: Vec<&str> = sent.all(&name).collect();
    checks(&Field::new(&name, label), &all, &ticked, Layout::Row)
}

fn draw_new(place: &Place<'_>, spec: &Spec, sent: &Sent, text: &Text, faults: &[Fault]) -> Markup {
    let words = place.words();
    let before = format!("{}{BEFORE}", spec.name);
    let last = std::iter::once(Choice::new("", words.t("form-new-last")));
    let places: Vec<Choice> = last
        .chain(
            text.articles
                .iter()
                .map(|a| choice(words, Key("form-new-before-article"), &a.number)),
        )
        .collect();
    html! {
        @for lang in &text.languages {
            @let name = format!("{}-new-{lang}", spec.name);
            @let label = words.t_args("form-new-in", &[("language", tongue(lang).name.into())]);
            @let field = Field::new(&name, words.t_plain("form-optional", &[("label", label.into())]))
                .hint(words.t("form-new-hint"))
                .error(error(&name, faults));
            (textarea(&field, sent.get(&name)))
        }
        (select(&Field::new(&before, words.t("form-new-before")), &places, sent.get(&before)))
    }
}

/// The words of a version, as the paper in hand has them.
pub(super) fn version_sheet(words: Words, version: &Version) -> Markup {
    html! {
        @for lang in &version.text.languages {
            div.legal lang=(lang) dir="auto" {
                @if let Some(title) = version.text.title.get(lang) { p { b { (own(title.as_str())) } } }
                @for article in &version.text.articles {
                    h4 { span.meta { (cited(lang, &article.number)) } "\u{2002}" @if let Some(h) = article.heading.get(lang) { (h) } }
                    @if let Some(w) = article.words.get(lang) {
                        @for p in w.as_str().split("\n\n") { p { (p) } }
                    }
                }
            }
        }
        (compare::annexes(words, &version.text, None))
    }
}
