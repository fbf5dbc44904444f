//! The text: its versions, one of them against the one before, who stands how, what a body
//! changed and who must be told, what acceptance still takes, and what was agreed.

mod agreement;
pub(crate) mod articles;
pub(crate) mod brackets;
mod changes;
pub(crate) mod compare;
mod file;
mod offers;
mod version;

use axum::{
    Router,
    extract::{Path, Query, State},
    http::StatusCode,
    response::Response,
    routing::get,
};
use maud::{Markup, html};
use mediation::{
    concerns::{progress::Drafts, texts::Version},
    ids::TextId,
};

use crate::{
    guard::{self, html_page},
    html::{self, Hears, Side, Title, page, section, title},
    routes::{Page, pattern},
    site::{DeskVisit, Site, Under},
    story::names,
    tongue::dir,
    visit::Visit,
};

pub(crate) fn routes() -> Router<Site> {
    Router::new()
        .route(pattern::TEXT, get(latest))
        .route(pattern::VERSION, get(numbered))
        .route(pattern::VERSION_FILE, get(file::download))
}

/// Which of several texts.
#[derive(serde::Deserialize)]
struct Asked {
    text: Option<String>,
    /// A version by itself, against none.
    alone: Option<String>,
}

async fn latest(State(site): State<Site>, Query(asked): Query<Asked>, visit: Visit) -> Response {
    show(&site, visit, None, &asked)
        .await
        .unwrap_or_else(|turned_away| *turned_away)
}

async fn numbered(
    State(site): State<Site>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
    visit: Visit,
) -> Response {
    show(&site, visit, Some(&number), &asked)
        .await
        .unwrap_or_else(|turned_away| *turned_away)
}

async fn show(
    site: &Site,
    visit: Visit,
    number: Option<&str>,
    asked: &Asked,
) -> Result<Response, Box<Response>> {
    let words = visit.words;
    let desk = site.desk(visit).await?;
    let ids = desk
        .view
        .desk_room()
        .map(|r| r.texts.ids())
        .unwrap_or_default();
    let id = match asked.text.as_deref() {
        Some(wanted) => ids.iter().find(|id| id.as_str() == wanted),
        None => ids.first(),
    };
    let drafts = id.and_then(|id| Drafts::of(&desk.view, id).map(|d| (id, d)));
    let body = match (drafts, number) {
        (Some((id, drafts)), number) => {
            let chosen = choose(&drafts, number, asked.alone.is_some())
                .ok_or_else(|| guard::absent(words))?;
            render(&desk, &ids, id, &drafts, &chosen)
        }
        (None, None) if asked.text.is_none() => nothing(&desk),
        (None, _) => return Err(Box::new(guard::absent(words))),
    };
    Ok(html_page(StatusCode::OK, &body))
}

/// The version shown, the one before it, and whether it is the one that counts now, or a later one.
struct Chosen<'a> {
    version: &'a Version,
    before: Option<&'a Version>,
    last: bool,
}

fn choose<'a>(drafts: &Drafts<'a>, number: Option<&str>, alone: bool) -> Option<Chosen<'a>> {
    let versions = drafts.versions();
    let current = drafts.current()?.number;
    let place = match number {
        None => versions.iter().position(|v| v.number == current)?,
        Some(number) => {
            let number: u32 = number.parse().ok()?;
            versions.iter().position(|v| v.version == number)?
        }
    };
    Some(Chosen {
        version: versions.get(place)?,
        before: place
            .checked_sub(1)
            .filter(|_| !alone)
            .and_then(|p| versions.get(p))
            .copied(),
        last: versions.get(place)?.number >= current,
    })
}

fn nothing(desk: &DeskVisit) -> Markup {
    let (visit, words) = (&desk.visit, desk.visit.words());
    let tabs = visit.desk_tabs(Under::Text);
    let head = words.t("tab-text");
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, Hears::Desk);
    let heading = Title {
        over: visit.case.as_ref().map(|case| html! { bdi { (case) } }),
        head: head.clone(),
        lead: None,
        clock: Some(visit.clock(&desk.view)),
    };
    let write = words.t("text-write-first");
    page(
        &frame,
        &html! {
            (title(&heading))
            (html::empty(&words.t("text-none")))
            @if visit.is_present() { p.after.noprint { a href=(draft_form(desk)) { (write) } } }
        },
    )
}

fn draft_form(desk: &DeskVisit) -> String {
    desk.visit.href(Page::Record {
        room: "desk",
        command: "draft",
    })
}

fn render(
    desk: &DeskVisit,
    ids: &[TextId],
    id: &TextId,
    drafts: &Drafts<'_>,
    chosen: &Chosen<'_>,
) -> Markup {
    let (visit, words) = (&desk.visit, desk.visit.words());
    let tabs = visit.desk_tabs(Under::Text);
    let head = heading_of(desk, chosen.version);
    let frame = visit.frame(&head, visit.desk_reader(), &tabs, Hears::Desk);
    let heading = Title {
        over: Some(over(desk)),
        head: head.clone(),
        lead: Some(version::lead(desk, drafts, chosen)),
        clock: Some(visit.clock(&desk.view)),
    };
    page(
        &frame,
        &html! {
            (title(&heading))
            @if ids.len() > 1 { (others(desk, ids, id)) }
            (section(
                &Side {
                    id: "versions",
                    head: words.t("text-versions"),
                    note: Some(readings(desk, drafts, id, chosen)),
                },
                &rail(desk, drafts, id, chosen),
            ))
            (version::against(desk, drafts, chosen))
            (changes::sections(desk, drafts, chosen))
            (version::particulars(desk, drafts, id, chosen))
            @if chosen.last {
                (offers::section_of(desk, drafts))
                (agreement::sections(desk, id))
            }
        },
    )
}

/// The title of a text in the language of the page, else in its own first.
fn heading_of(desk: &DeskVisit, version: &Version) -> String {
    let (text, tag) = (&version.text, desk.visit.words().lang().tag());
    let own = text.title.iter().find(|(l, _)| l.as_str() == tag);
    let first = || {
        text.languages
            .first()
            .and_then(|l| text.title.get_key_value(l))
    };
    own.or_else(first)
        .map(|(l, title)| {
            // A title in another direction than the page keeps its own.
            let mark = if dir(l.as_str()) == "rtl" {
                '\u{2067}'
            } else {
                '\u{2066}'
            };
            if dir(l.as_str()) == desk.visit.words().lang().dir() {
                title.to_string()
            } else {
                format!("{mark}{title}\u{2069}")
            }
        })
        .unwrap_or_default()
}

fn over(desk: &DeskVisit) -> Markup {
    let case = desk.visit.case.as_deref().unwrap_or_default();
    html! {
        (desk.visit.words().t("text-over")) " "
        a href=(desk.visit.href(Page::Desk)) { bdi { (case) } }
    }
}

/// Where there are several texts: the agreement and its side letters.
fn others(desk: &DeskVisit, ids: &[TextId], id: &TextId) -> Markup {
    let label = desk.visit.words().t("text-several");
    html! {
        nav.noprint aria-label=(label) {
            p.meta {
                (label) ": "
                @for (place, one) in ids.iter().enumerate() {
                    @if place > 0 { " · " }
                    @if one == id { b { bdi { (one.as_str()) } } }
                    @else {
                        a href=(Page::Text.href_with(desk.visit.at, &[("text", one.as_str())])) { bdi { (one.as_str()) } }
                    }
                }
            }
        }
    }
}

/// The address of a version of a text.
fn version_href(desk: &DeskVisit, id: &TextId, number: u32) -> String {
    let number = number.to_string();
    let page = Page::Version { version: &number };
    page.href_with(desk.visit.at, &[("text", id.as_str())])
}

/// "2 with 3, 3 with 4, 4 alone": the last two against the ones before them, and what is shown by
/// itself.
fn readings(desk: &DeskVisit, drafts: &Drafts<'_>, id: &TextId, chosen: &Chosen<'_>) -> Markup {
    let words = desk.visit.words();
    let versions = drafts.versions();
    let pairs = versions.windows(2).rev().take(2).rev();
    let alone = chosen.version.version.to_string();
    let clean = Page::Version { version: &alone };
    let clean = clean.href_with(desk.visit.at, &[("text", id.as_str()), ("alone", "1")]);
    html! {
        span.noprint {
            @for pair in pairs { @if let [old, new] = pair {
                a.nb href=(version_href(desk, id, new.version)) {
                    (words.t_plain("text-with", &[("old", old.version.into()), ("new", new.version.into())]))
                } (words.t("kind-joint"))
            } }
            a.nb href=(clean) { (words.t_plain("text-alone", &[("version", chosen.version.version.into())])) }
        }
    }
}

fn rail(desk: &DeskVisit, drafts: &Drafts<'_>, id: &TextId, chosen: &Chosen<'_>) -> Markup {
    let words = desk.visit.words();
    let one = |v: &Version| html::Version {
        number: v.version.to_string(),
        href: (v.number != chosen.version.number).then(|| version_href(desk, id, v.version)),
        when: crate::adapt::moment(words, &v.when, &desk.visit.calendar),
        note: v
            .drafted
            .as_ref()
            .and_then(|d| d.note.as_ref())
            .map(|note| names::inline(note.as_str(), 240))
            .unwrap_or_default(),
        stands: v.number == chosen.version.number,
    };
    let versions: Vec<_> = drafts.versions().into_iter().map(one).collect();
    html! {
        (html::article::rail(&versions))
        @if desk.visit.is_present() {
            p.after.noprint { a href=(draft_form(desk)) { (words.t("text-write-next")) } }
        }
    }
}
