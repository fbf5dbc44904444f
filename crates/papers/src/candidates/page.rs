//! The page as a whole: its head and policy, its one-sentence finding, its sections in the order in
//! which they are read, and what is said on it of machines and persons.

use linkage::findings::{Band, Candidate, Findings, Task};
use maud::{Markup, html};

use super::{
    BANDS, Most, brief, compared, costs, decided, full, groups, of_band, read, total, waterfall,
};
use crate::{
    Language, cell,
    frame::{self, Frame},
    i18n::{Key, Strings, bits},
    scale::Scale,
};

/// The page.
pub fn page(findings: &Findings, language: Language, most: Most) -> String {
    let strings = Strings::of(language);
    let parts = parts(findings, most);
    let drawn: Vec<&Candidate> = parts
        .iter()
        .flat_map(|part| &part.in_full)
        .copied()
        .collect();
    let scale = waterfall::scale(findings, &drawn, language);
    let told = parts.iter().filter(|part| is_told(part));
    let mut sections = vec![
        ("read", strings.t("read")),
        ("compared", strings.t("compared")),
        ("costs", strings.t("costs")),
    ];
    if !findings.decisions.files.is_empty() {
        sections.push(("decisions", strings.t("decisions")));
    }
    if findings.task == Task::Dedupe {
        sections.push(("groups", strings.t("groups")));
    }
    sections.extend(told.map(|part| (id(part.band), strings.t(heading_of(part.band)))));
    let frame = Frame {
        title: &plain_title(findings, strings),
        sections: &sections,
        sheet: &waterfall::lines(findings, &scale),
        foot: &[strings.t("foot-propose"), strings.t("foot-page")],
    };
    let matter = html! {
        (heading(findings, strings))
        (read::read(findings, strings))
        (compared::compared(findings, strings))
        (costs::costs(findings, strings))
        (decided::section(findings, strings))
        (groups::groups(findings, strings))
        (candidates(findings, &parts, &scale, strings))
    };
    frame::page(&frame, strings, &matter)
}

/// A band's candidates: those told in full, those told in brief, and how many are not told.
struct Part<'a> {
    band: Band,
    in_full: Vec<&'a Candidate>,
    in_brief: Vec<&'a Candidate>,
    left_out: u64,
}

/// What is to be looked at comes first; room on the page is given in that order.
fn parts(findings: &Findings, most: Most) -> Vec<Part<'_>> {
    let (mut full, mut brief) = (most.in_full, most.in_brief);
    BANDS
        .into_iter()
        .map(|band| {
            let mut in_full = of_band(findings, band);
            let mut in_brief = in_full.split_off(in_full.len().min(full));
            full -= in_full.len();
            in_brief.truncate(brief);
            brief -= in_brief.len();
            let told = (in_full.len() + in_brief.len()) as u64;
            Part {
                band,
                in_full,
                in_brief,
                left_out: total(findings, band).saturating_sub(told),
            }
        })
        .collect()
}

fn plain_title(findings: &Findings, strings: Strings) -> String {
    let names: Vec<String> = findings
        .lists
        .iter()
        .map(|l| cell::plainly(&l.name))
        .collect();
    let lists = strings.list(&names);
    strings.plain("page-title", &[("lists", lists.into())])
}

fn heading(findings: &Findings, strings: Strings) -> Markup {
    let names: Vec<String> = findings
        .lists
        .iter()
        .map(|l| cell::plainly(&l.name))
        .collect();
    let title = match findings.task {
        Task::Link => Key("title-link"),
        Task::Dedupe => Key("title-dedupe"),
    };
    html! {
        div.title {
            div {
                p.over { (strings.list(&isolated(&names))) }
                h1 { (strings.t(title)) }
            }
            p.lead { (finding(findings, strings)) }
            p.propose { (strings.t("propose")) }
        }
    }
}

/// Names of files read in their own direction.
fn isolated(names: &[String]) -> Vec<String> {
    names
        .iter()
        .map(|name| format!("\u{2068}{name}\u{2069}"))
        .collect()
}

/// The finding in one sentence.
pub fn finding(findings: &Findings, strings: Strings) -> String {
    let totals = findings.totals;
    let decided = findings.decisions.pairs;
    if totals.likely + totals.review == 0 && decided == 0 {
        return strings.t("lead-none");
    }
    // Relatives are looked at too, but the costs leave them out, and so does what is said of these.
    let review = totals.review.saturating_sub(totals.relatives);
    let likely = strings.with("lead-likely", &[("n", totals.likely.into())]);
    let review = strings.with("lead-review", &[("n", review.into())]);
    let both = [("likely", likely.into()), ("review", review.into())];
    let mut said = if decided == 0 {
        vec![strings.plain("lead", &both)]
    } else {
        vec![strings.plain("lead-decided", &both)]
    };
    if totals.relatives > 0 {
        said.push(strings.plain("lead-relatives", &[("n", totals.relatives.into())]));
    }
    if decided > 0 {
        said.push(strings.plain("decisions-finding", &[("n", decided.into())]));
    }
    said.join(" ")
}

fn candidates(findings: &Findings, parts: &[Part<'_>], scale: &Scale, strings: Strings) -> Markup {
    html! {
        @if parts.iter().any(|part| !part.in_full.is_empty()) { (how_to_read(findings, strings)) }
        @for part in parts.iter().filter(|part| is_told(part)) {
            section aria-labelledby=(id(part.band)) {
                div.head {
                    h2 id=(id(part.band)) { (strings.t(heading_of(part.band))) }
                    p.meta { (count(findings, part.band, strings)) }
                }
                @if !part.in_full.is_empty() { (full::candidates(findings, &part.in_full, scale, strings)) }
                @if !part.in_brief.is_empty() {
                    (brief::table(findings, &part.in_brief, part.in_full.is_empty(), strings))
                }
                @if part.left_out > 0 {
                    p.empty { (strings.with("left-out", &[("n", part.left_out.into())])) }
                }
            }
        }
    }
}

/// How many candidates a band has, and how many of them look like relatives.
fn count(findings: &Findings, band: Band, strings: Strings) -> String {
    let all = strings.with("band-count", &[("n", total(findings, band).into())]);
    let relatives = findings.totals.relatives;
    if band != Band::Review || relatives == 0 {
        return all;
    }
    let relatives = strings.with("band-relatives", &[("n", relatives.into())]);
    format!("{all}{}{relatives}", strings.t("joint"))
}

/// Of what is unlikely there may be very many, none of them listed: then it is no part of the page.
fn is_told(part: &Part<'_>) -> bool {
    let listed = !part.in_full.is_empty() || !part.in_brief.is_empty();
    match part.band {
        Band::Likely | Band::Review => listed || part.left_out > 0,
        Band::Unlikely => listed,
    }
}

fn how_to_read(findings: &Findings, strings: Strings) -> Markup {
    let bands = [
        ("review", bits(findings.bands.review).into()),
        ("likely", bits(findings.bands.likely).into()),
    ];
    html! {
        section.sec.tail aria-labelledby="how" {
            div.side { h2 id="how" { (strings.t("how-to-read")) } }
            div.body.how-read {
                p { (strings.t("how-bits")) }
                p { (strings.t("how-rarity")) }
                p { (strings.t("how-letters")) }
                p { (strings.with("how-bars", &bands)) }
            }
        }
    }
}

const fn id(band: Band) -> &'static str {
    match band {
        Band::Likely => "likely",
        Band::Review => "review",
        Band::Unlikely => "unlikely",
    }
}

const fn heading_of(band: Band) -> Key {
    match band {
        Band::Likely => Key("band-likely"),
        Band::Review => Key("band-review"),
        Band::Unlikely => Key("band-unlikely"),
    }
}
