//! One version: its sentence under the title, its articles against the version before, and its
//! digest with the very bytes that were hashed.

use maud::{Markup, html};
use mediation::{
    concerns::{progress::Drafts, texts::Version},
    ids::TextId,
};

use super::{Chosen, agreement, articles, compare, offers};
use crate::{
    html::{self, Position, Side, facts, position, section},
    routes::Page,
    site::DeskVisit,
    story::names,
    tongue::tongue,
};

/// The sentence under the title: how much of it there is, and what is open.
pub(super) fn lead(desk: &DeskVisit, drafts: &Drafts<'_>, chosen: &Chosen<'_>) -> Markup {
    let (words, version) = (desk.visit.words(), chosen.version);
    let text = &version.text;
    let articles = words.t_plain("text-size-articles", &[("n", text.articles.len().into())]);
    let languages = words.t_plain("text-size-languages", &[("n", text.languages.len().into())]);
    let parts = [
        ("articles", articles.into()),
        ("languages", languages.into()),
    ];
    let size = words.t_plain("text-size", &parts);
    let open = text.bracketed();
    let number = ("version", version.version.into());
    let brackets = if open.is_empty() {
        words.t_args("text-no-brackets", &[number])
    } else {
        let articles = names::articles(words, &open);
        words.t_args(
            "text-open-brackets",
            &[number, ("articles", articles.into())],
        )
    };
    let waiting: Vec<String> = drafts
        .to_be_told(version)
        .iter()
        .filter(|t| t.told.is_none())
        .map(|t| names::with_article(words, &names::participant(&desk.view, t.participant)))
        .collect();
    let concluded = desk.view.desk.agreement.on(&version.id);
    let concluded = concluded.filter(|(_, _, c)| c.digest == version.digest);
    html! {
        (size) " " (brackets)
        @if let Some((number, ..)) = concluded {
            @if let Some(on) = agreement::day(desk, *number) { " " (words.t_args("text-was-concluded", &[("when", on.into())])) }
        }
        " " (words.t("text-participants-see"))
        @if chosen.last && !waiting.is_empty() {
            " " (words.t_args("text-waiting", &[("who", words.list(&waiting).into())]))
        }
    }
}

/// The articles, with the version before struck through them.
pub(super) fn against(desk: &DeskVisit, drafts: &Drafts<'_>, chosen: &Chosen<'_>) -> Markup {
    let words = desk.visit.words();
    let number = ("version", chosen.version.version.into());
    let head = match chosen.before {
        None => words.t_args("text-version-head", &[number]),
        Some(before) => words.t_args("text-against", &[number, ("before", before.version.into())]),
    };
    let key = html! {
        ul.key aria-label=(words.t("key-label")) {
            @if chosen.before.is_some() {
                li { ins { (words.t("text-key-added")) } }
                li { del { (words.t("text-key-struck-out")) } }
            }
            @if !chosen.version.text.bracketed().is_empty() {
                li { span.brk { "[" (words.t("text-key-bracket")) " " small { (words.t("text-key-whose")) } "]" } }
            }
            @for one in [Position::Agreed, Position::AdReferendum, Position::Reserved, Position::Refused] {
                li { (position(words, one)) }
            }
        }
    };
    let body = articles::articles(desk, drafts, chosen.version, chosen.before);
    html::section::wide_section(
        "articles",
        &head,
        &key,
        &html! { (body) (compare::annexes(words, &chosen.version.text, chosen.before.map(|b| &*b.text))) },
    )
}

/// The version alone: its digest in full, its languages, the file, and what acceptance takes.
pub(super) fn particulars(
    desk: &DeskVisit,
    drafts: &Drafts<'_>,
    id: &TextId,
    chosen: &Chosen<'_>,
) -> Markup {
    let (words, version) = (desk.visit.words(), chosen.version);
    let number = version.version.to_string();
    let open = version.text.bracketed();
    let concluded = desk.view.desk.agreement.on(&version.id);
    let concluded = concluded.filter(|(_, _, c)| c.digest == version.digest);
    let concluded = concluded.and_then(|(number, ..)| agreement::day(desk, *number));
    let note = match concluded {
        Some(on) => words.t_args("text-concluded-on", &[("when", on.into())]),
        None if open.is_empty() => words.t("text-can-be-put"),
        None => words.t("text-cannot-be-offered"),
    };
    let file =
        Page::VersionFile { version: &number }.href_with(desk.visit.at, &[("text", id.as_str())]);
    let rows = [
        (
            words.t("text-digest"),
            html! {
                (html::digest(&version.digest.to_hex())) br;
                span.meta { (words.t("text-digest.means")) }
            },
        ),
        (words.t("text-languages"), languages(desk, version)),
        (words.t("text-put-to"), put_to(desk, drafts, chosen)),
        (
            words.t("text-file"),
            html! {
                a href=(file) download=(format!("version-{number}.txt")) { bdi { "version-" (number) ".txt" } } br;
                span.meta { (words.t("text-file.means")) }
            },
        ),
    ];
    let side = Side::new(
        "version",
        words.t_args("text-version-head", &[("version", version.version.into())]),
        note,
    );
    section(
        &side,
        &html! {
            (facts(&rows))
            @if chosen.last { (offers::ratification(desk, drafts, version)) }
        },
    )
}

fn languages(desk: &DeskVisit, version: &Version) -> Markup {
    let words = desk.visit.words();
    let tongues: Vec<_> = version.text.languages.iter().map(tongue).collect();
    html! {
        @for (place, one) in tongues.iter().enumerate() {
            @if place > 0 { " · " }
            span lang=(one.tag) dir=(one.dir) { (one.name) }
        }
        @if tongues.len() > 1 { (words.t("kind-joint")) (words.t("text-equally-authentic")) }
    }
}

/// In which rooms it stands, each with its number there.
fn put_to(desk: &DeskVisit, drafts: &Drafts<'_>, chosen: &Chosen<'_>) -> Markup {
    let (words, version) = (desk.visit.words(), chosen.version);
    let puts = drafts.puts(version);
    html! {
        @if puts.is_empty() { span.quiet { (words.t("text-put-to-nobody")) } }
        @for (place, put) in puts.iter().enumerate() {
            @let entry = mediation::ids::EntryRef::new(put.room.name.clone(), put.version.number);
            @if place > 0 { br; }
            (names::link(&desk.view, desk.visit.at, &entry)) " "
            bdi { (names::seats(words, put.room)) }
            @if put.version.version != version.version {
                (words.t("kind-joint"))
                span.meta { (words.t_args("text-there-version", &[("version", put.version.version.into())])) }
            }
        }
        @if desk.visit.is_present() && chosen.last {
            @for room in desk.view.rooms.values().filter(|r| !r.name.is_desk() && !puts.iter().any(|p| p.room.name == r.name)) {
                span.noprint {
                    br;
                    a href=(desk.visit.href(Page::Record { room: room.name.as_str(), command: "put-draft" })) {
                        (words.t_args("text-put", &[("who", names::members(words, room).into())]))
                    }
                }
            }
        }
    }
}
