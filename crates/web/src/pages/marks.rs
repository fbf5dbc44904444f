//! The key of the marks: every shape and fill with its word, the rules under a heading, and what
//! the system says back. It says nothing of any case, and needs no session.

use axum::{http::StatusCode, response::Response};
use maud::{Markup, html};

use crate::{
    guard::html_page,
    html::{
        Bracket, Claim, Drawings, Fault, Frame, Hears, Position, Refused, Side, Standing, Tab,
        Title, Undertaking, article, claim, desk_only, done, empty, facts, faults, frame, invented,
        page, position, redline, refused, section, standing, strip_key, title, undertaking,
    },
    i18n::Words,
    routes::{self, Page},
    visit::Visit,
};

/// Answers with the page.
pub async fn show(visit: Visit) -> Response {
    html_page(StatusCode::OK, &marks(&visit))
}

/// The page.
pub fn marks(visit: &Visit) -> Markup {
    let words = visit.words;
    let head = words.t("marks-title");
    let tabs = tabs(words);
    let frame = Frame {
        tabs: &tabs,
        ..Frame::of(visit, &head)
    };
    let heading = Title {
        over: None,
        head: head.clone(),
        lead: Some(html! { (words.t("marks-lead")) }),
        clock: None,
    };
    page(
        &frame,
        &html! {
            (title(&heading))
            (section(&Side::new("marks", words.t("marks-shapes"), words.t("marks-shapes.note")), &shapes(words)))
            (section(&Side::new("rooms", words.t("marks-rooms"), words.t("marks-rooms.note")), &rooms(words)))
            (section(&Side::new("text", words.t("marks-text"), words.t("marks-text.note")), &in_the_text(words)))
            (section(&Side::new("channels", words.t("marks-channels"), words.t("marks-channels.note")), &channels(visit)))
            (section(&Side::new("says", words.t("marks-says"), words.t("marks-says.note")), &says(words)))
        },
    )
}

/// The ways back to the desk, which asks of its own accord whether it is open.
fn tabs(words: Words) -> Vec<Tab> {
    [
        (words.t("tab-desk"), Page::Desk),
        (words.t("tab-rooms"), Page::Rooms),
        (words.t("tab-text"), Page::Text),
        (words.t("tab-chronicle"), Page::Chronicle),
        (words.t("tab-participants"), Page::Participants),
    ]
    .into_iter()
    .map(|(said, page)| Tab {
        said,
        href: page.path(),
        here: false,
    })
    .collect()
}

fn shapes(words: Words) -> Markup {
    let group = |head: String, rows: Vec<(Markup, String)>| {
        html! { div { h3 { (head) } dl.facts { @for (mark, means) in rows { dt { (mark) } dd { (means) } } } } }
    };
    html! {
        div.marks {
            (group(words.t("marks-circle"), Standing::ALL.map(|one| (standing(words, one), words.t(one.meaning()))).into()))
            (group(words.t("marks-square"), Position::ALL.map(|one| (position(words, one), words.t(one.meaning()))).into()))
            (group(words.t("marks-diamond"), Claim::ALL.map(|one| (claim(words, one), words.t(one.meaning()))).into()))
            (group(words.t("marks-bar"), Undertaking::ALL.map(|one| (undertaking(words, one), words.t(one.meaning()))).into()))
        }
    }
}

fn rooms(words: Words) -> Markup {
    let participants = [words.t("sample-first"), words.t("sample-second")];
    let [first, _] = &participants;
    html! {
        div.flow {
            (frame::hears_sample(words, &Hears::Desk))
            (frame::hears_sample(words, &Hears::Caucus(first.clone())))
            (frame::hears_sample(words, &Hears::Plenary(participants.to_vec())))
            (desk_only(words, &html! { (words.t("marks-hatched")) }))
            p { span.approx { (words.t("marks-about")) } " " span.meta { (words.t("marks-about.means")) } }
            p { (words.t("sample-name")) " " (invented(words)) " " span.meta { (words.t("marks-invented")) } }
        }
    }
}

fn in_the_text(words: Words) -> Markup {
    let (before, after) = (words.t("sample-before"), words.t("sample-after"));
    let brackets = [
        Bracket {
            words: words.t("sample-hour-one"),
            whose: words.t("sample-first"),
        },
        Bracket {
            words: words.t("sample-hour-two"),
            whose: words.t("sample-second"),
        },
    ];
    html! {
        (facts(&[
            (words.t("marks-redline"), html! { span.legal { (redline(&before, &after)) } }),
            (words.t("marks-bracket"), html! { span.legal { @for one in &brackets { (article::bracket(one)) " " } } }),
        ]))
    }
}

fn channels(visit: &Visit) -> Markup {
    let words = visit.words;
    html! {
        (strip_key(words, Drawings::Shown, &words.t("sample-range")))
        p.meta {
            @match visit.drawings {
                Drawings::Shown => {
                    (words.t("marks-drawings")) " "
                    a href=(routes::drawings("tables", &visit.here)) { (words.t("marks-drawings.tables")) }
                }
                Drawings::AsTables => {
                    (words.t("marks-drawings-off")) " "
                    a href=(routes::drawings("shown", &visit.here)) { (words.t("marks-drawings-off.shown")) }
                }
            }
        }
    }
}

fn says(words: Words) -> Markup {
    let refusal = Refused {
        what: words.t("sample-refused"),
        why: words.t("sample-refused.why"),
        can: vec![html! { (words.t("sample-refused.can")) }],
    };
    let wrong = [Fault {
        field: "says".to_owned(),
        label: words.t("sample-fault"),
        wrong: words.t("sample-fault.wrong"),
    }];
    html! {
        div.said {
            (refused(words, &refusal))
            (faults(words, &wrong))
            (done(&words.t("sample-done"), &html! { (words.t("sample-done.body")) }))
            div { (empty(&words.t("sample-empty"))) }
        }
    }
}
