//! The frame of every page: who is reading, where else to go, who hears what is said here, and
//! at which moment the case is looked at.

use maud::{DOCTYPE, Markup, html};

use crate::{
    assets,
    html::chart::{self, Drawings},
    i18n::{Lang, Words},
    routes::{self, pattern},
    visit::Visit,
};

/// A page, but for its matter.
#[derive(Clone, Debug)]
pub struct Frame<'a> {
    /// The language of the page.
    pub words: Words,
    /// The title of the window.
    pub title: &'a str,
    /// Who reads, at the end of the first line.
    pub who: Option<Who>,
    /// The pages of this case, or the parts of this page.
    pub tabs: &'a [Tab],
    /// Who hears what is said here.
    pub hears: Hears,
    /// Whether somebody is looking back.
    pub looking: Looking,
    /// The address of this page, to come back to after a change of language.
    pub here: &'a str,
    /// Whether drawings are shown, so that the foot can offer the other.
    pub drawings: Drawings,
    /// Where the desk looks at the page of somebody else.
    pub seen_as: Option<SeenAs>,
    /// Words at the foot, in whatever language they were given.
    pub foot: Option<String>,
    /// The moment at which the page stands, for the head of every printed sheet.
    pub stands: Option<String>,
}

impl<'a> Frame<'a> {
    /// The frame of a page outside every room, for this visit; the rest is filled in where there
    /// is more to say.
    pub fn of(visit: &'a Visit, title: &'a str) -> Self {
        Self {
            words: visit.words,
            title,
            who: None,
            tabs: &[],
            hears: Hears::NoRoom,
            looking: Looking::Now,
            here: &visit.here,
            drawings: visit.drawings,
            seen_as: None,
            foot: None,
            stands: None,
        }
    }
}

/// Who is reading.
#[derive(Clone, Debug)]
pub struct Who {
    /// The name, and for whom.
    pub said: Markup,
}

/// What the desk is told above a page that is shown as somebody else would see it. It is not a part
/// of that page.
#[derive(Clone, Debug)]
pub struct SeenAs {
    /// "Shown as Hamas would see it."
    pub said: String,
    /// The way back.
    pub back: String,
}

/// A link in the line below the brand.
#[derive(Clone, Debug)]
pub struct Tab {
    /// Its word.
    pub said: String,
    /// Its address.
    pub href: String,
    /// Whether it is this page.
    pub here: bool,
}

/// Who hears what is said on a page: one line, two, or three, and always in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Hears {
    /// The page belongs to no room.
    NoRoom,
    /// The desk's own room.
    Desk,
    /// The desk and one participant, as the desk reads it.
    Caucus(String),
    /// The desk and several participants, as the desk reads it.
    Plenary(Vec<String>),
    /// The desk and the reader, in a participant's own words.
    You,
    /// The desk, the reader and others.
    YouAnd(Vec<String>),
    /// A page written for one participant, from all the rooms where it sits.
    Reader(String),
}

/// Whether a page shows the present or an earlier moment.
#[derive(Clone, Debug)]
pub enum Looking {
    /// Outside every case: there is no other moment.
    Now,
    /// The present of a case, which can be written to.
    Present {
        /// The moment as the form holds it, `2023-11-20 19:40`.
        value: String,
    },
    /// The case as it stood: what to say, and the ways to another moment and back.
    Back {
        /// The moment in words: "Monday 20 November 2023, 19:40 in Doha".
        moment: String,
        /// The moment as the form holds it, `2023-11-20 19:40`.
        value: String,
        /// This page in the present.
        now: String,
    },
}

/// The heading of a page.
#[derive(Clone, Debug, Default)]
pub struct Title {
    /// What this belongs to.
    pub over: Option<Markup>,
    /// The title.
    pub head: String,
    /// One sentence: what matters now.
    pub lead: Option<Markup>,
    /// What time it is there, from `when::clock`.
    pub clock: Clock,
}

/// The clock of a heading, where there is one.
pub type Clock = Option<Markup>;

/// The whole page.
pub fn page(frame: &Frame<'_>, main: &Markup) -> Markup {
    let words = frame.words;
    html! {
        (DOCTYPE)
        html lang=(words.lang().tag()) dir=(words.lang().dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (frame.title) }
                link rel="stylesheet" href=(assets::style_href());
            }
            body {
                a.skip href="#main" { (words.t("skip")) }
                (chart::definitions())
                (sheet_head(frame))
                (seen_as(frame))
                (top(frame))
                (hears(words, &frame.hears))
                (looking(frame))
                main.wrap id="main" { (main) }
                (foot(frame))
            }
        }
    }
}

/// The title block that opens the matter.
pub fn title(title: &Title) -> Markup {
    html! {
        div.title {
            div {
                @if let Some(over) = &title.over { p.over { (over) } }
                h1 { (title.head) }
            }
            @if let Some(clock) = &title.clock { p.clock { (clock) } }
            @if let Some(lead) = &title.lead { p.lead { (lead) } }
        }
    }
}

fn top(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    html! {
        header.top {
            div.wrap.bar {
                a.brand href="/" { (brand()) (words.t("brand")) }
                div.who {
                    @if let Some(who) = &frame.who { span { (who.said) } " " }
                    @for lang in Lang::ALL {
                        @if lang != words.lang() {
                            a href=(routes::language(lang, frame.here)) lang=(lang.tag()) hreflang=(lang.tag()) { (lang.own_name()) } " "
                        }
                    }
                    @if frame.who.is_some() && frame.seen_as.is_none() {
                        form method="post" action=(pattern::CLOSE) { button.plain { (words.t("close-desk")) } }
                    }
                }
            }
            @if !frame.tabs.is_empty() {
                nav.tabs.wrap aria-label=(words.t("tabs-label")) { ul {
                    @for tab in frame.tabs {
                        li { a href=(tab.href) aria-current=[tab.here.then_some("page")] { (tab.said) } }
                    }
                } }
            }
        }
    }
}

/// Printed at the head of every sheet and nowhere else: of what it is a part, who reads it, and
/// at which moment it stands. A sheet that falls out of the pile says whose it is.
fn sheet_head(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    let who = rule(words, &frame.hears);
    html! {
        div.sheethead aria-hidden="true" { div {
            span { b { (words.t("brand")) } (words.t("kind-joint")) bdi { (frame.title) } }
            @if let Some(stands) = &frame.stands { span { (stands) } }
            @if let Some((_, said)) = &who { p { (said) } }
        } @if let Some((lines, _)) = &who { div class=(lines) {} } }
    }
}

/// Three stations and the line between them.
fn brand() -> Markup {
    html! {
        svg viewBox="0 0 40 16" aria-hidden="true" focusable="false" {
            g fill="none" stroke="currentColor" stroke-width="1.5" {
                circle cx="5" cy="8" r="3.6" {}
                circle cx="35" cy="8" r="3.6" {}
                path d="M8.6 8h6.8M24.6 8h6.8" {}
            }
            circle cx="20" cy="8" r="4.6" fill="currentColor" {}
        }
    }
}

/// The rule under the heading.
pub fn hears(words: Words, hears: &Hears) -> Markup {
    let Some((class, said)) = rule(words, hears) else {
        return html! {};
    };
    html! { aside class=(class) aria-label=(words.t("hears-label")) { div.wrap { (said) } } }
}

/// The same rule as a sample, on the page of the marks.
pub fn hears_sample(words: Words, hears: &Hears) -> Markup {
    let Some((class, said)) = rule(words, hears) else {
        return html! {};
    };
    html! { div class={ (class) " demo" } { div.wrap { (said) } } }
}

fn rule(words: Words, hears: &Hears) -> Option<(&'static str, Markup)> {
    let (class, who, rest) = match hears {
        Hears::NoRoom => return None,
        Hears::Desk => ("hears", words.t("hears-desk"), words.t("hears-desk.rest")),
        Hears::Caucus(with) => (
            "hears caucus",
            words.t_args("hears-caucus", &[("with", with.clone().into())]),
            words.t("hears-caucus.rest"),
        ),
        Hears::Plenary(with) => (
            "hears plenary",
            words.t_args("hears-plenary", &[("with", words.list(with).into())]),
            words.t("hears-plenary.rest"),
        ),
        Hears::You => (
            "hears caucus",
            words.t("hears-you"),
            words.t("hears-you.rest"),
        ),
        Hears::YouAnd(others) => (
            "hears plenary",
            words.t_args("hears-you-and", &[("others", words.list(others).into())]),
            words.t("hears-you-and.rest"),
        ),
        Hears::Reader(who) => (
            "hears caucus",
            words.t_args("hears-reader", &[("who", who.clone().into())]),
            words.t_args("hears-reader.rest", &[("who", who.clone().into())]),
        ),
    };
    Some((class, html! { b { (who) } " " (rest) }))
}

/// The desk's own line above somebody else's page; on paper that page is alone.
fn seen_as(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    html! {
        @if let Some(seen) = &frame.seen_as {
            aside.moment.noprint aria-label=(words.t("seen-as-label")) { div.wrap {
                p { (seen.said) }
                a href=(seen.back) { (words.t("seen-as-back")) }
            } }
        }
    }
}

fn looking(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    let Looking::Back { moment, value, now } = &frame.looking else {
        return html! {};
    };
    // Whoever the page is shown for writes nothing here at any moment.
    let rest = frame
        .seen_as
        .is_none()
        .then(|| words.t("looking-back.rest"));
    html! {
        aside.moment aria-label=(words.t("looking-label")) {
            div.wrap {
                p { b { (words.t_args("looking-back", &[("moment", moment.clone().into())])) } @if let Some(rest) = rest { " " span.noprint { (rest) } } }
                a href=(now) { (words.t("looking-now")) }
                (another(words, value))
            }
        }
    }
}

/// The way to the case as it stood at another moment.
fn another(words: Words, value: &str) -> Markup {
    html! {
        details.another { summary { (words.t("looking-at")) } form method="get" {
            label.vh for="look-at" { (words.t("looking-at")) }
            input type="text" dir="ltr" autocomplete="off" spellcheck="false" id="look-at" name="at" value=(value);
            button.btn.second { (words.t("looking-go")) }
        } }
    }
}

fn foot(frame: &Frame<'_>) -> Markup {
    let words = frame.words;
    html! {
        footer.wrap { div.foot {
            @if let Some(foot) = &frame.foot { p dir="auto" { (foot) } }
            @if let Looking::Present { value } = &frame.looking { (another(words, value)) }
            p.ways.noprint {
                a href=(pattern::MARKS) { (words.t("foot-marks")) } " "
                @match frame.drawings {
                    Drawings::Shown => a href=(routes::drawings("tables", frame.here)) { (words.t("foot-tables")) },
                    Drawings::AsTables => a href=(routes::drawings("shown", frame.here)) { (words.t("foot-drawings")) },
                }
            }
        } }
    }
}
