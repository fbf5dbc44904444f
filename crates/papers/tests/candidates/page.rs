//! The page: well formed, by itself, the same in both languages, and what it says.

use linkage::findings::{Band, Findings};
use papers::{
    Language,
    candidates::{Most, html},
};

use crate::{
    markup::{self, Page},
    sample,
};

fn page(findings: &Findings, language: Language) -> (String, Page) {
    let text = html(findings, language, Most::default());
    let page = markup::read(&text);
    (text, page)
}

/// The page without its sheet, one element to a line.
fn shown(findings: &Findings, language: Language) -> String {
    let (text, _) = page(findings, language);
    let (head, rest) = text.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    let head = head.split_once("sha256-").unwrap();
    let after = head.1.split_once('\'').unwrap().1;
    let whole = format!("{}sha256-…'{after}{body}", head.0);
    let lines = whole
        .replace("<li", "\n<li")
        .replace("<tr", "\n<tr")
        .replace("<section", "\n\n<section");
    lines
        .replace("<p", "\n<p")
        .replace("<h", "\n<h")
        .replace("<svg", "\n<svg")
}

#[test]
fn two_lists_in_english() {
    insta::assert_snapshot!(shown(&sample::two_lists(), Language::English));
}

#[test]
fn two_lists_in_arabic() {
    insta::assert_snapshot!(shown(&sample::two_lists(), Language::Arabic));
}

#[test]
fn one_list_in_english() {
    insta::assert_snapshot!(shown(&sample::one_list(), Language::English));
}

#[test]
fn one_list_in_arabic() {
    insta::assert_snapshot!(shown(&sample::one_list(), Language::Arabic));
}

#[test]
fn what_people_decided() {
    for language in Language::ALL {
        let (text, page) = page(&sample::decided(), language);
        assert_eq!(page.count("script") + page.count("b>"), 0);
        assert!(!text.contains('\u{202E}'));
        let (_, body) = text.split_once("id=\"decisions\"").unwrap();
        let (section, _) = body.split_once("</section>").unwrap();
        insta::assert_snapshot!(
            format!("what_people_decided_{}", language.tag()),
            section
                .replace("<p", "\n<p")
                .replace("<tr", "\n<tr")
                .replace("<li", "\n<li")
        );
    }
    let (text, page) = page(&sample::decided(), Language::English);
    for said in [
        "Decided by \u{2068}Noor\u{2069}, \u{2068}2024-03-01\u{2069}: \u{2068}same\u{2069}",
        "Decided by \u{2068}somebody unnamed\u{2069}: \u{2068}relatives\u{2069}",
        "People differ on this pair.",
        "Likely begins where at most one candidate in \u{2068}1,000\u{2069}",
        "corrected by what people decided on \u{2068}2\u{2069} pairs",
    ] {
        assert!(text.contains(said), "{said}");
    }
    assert!(!page.words.contains("nothing has been decided"));
    assert!(page.words.contains("People have decided on 4 pairs"));
}

#[test]
fn nothing_found() {
    insta::assert_snapshot!(shown(&sample::nothing_found(), Language::English));
}

#[test]
fn a_page_stands_by_itself() {
    for language in Language::ALL {
        let (text, page) = page(&sample::two_lists(), language);
        for name in [
            "script", "link", "img", "iframe", "object", "embed", "base", "form", "image", "use",
        ] {
            assert_eq!(page.count(name), 0, "{name}");
        }
        assert_eq!(page.count("style"), 1);
        for attribute in [
            "style",
            "src",
            "srcset",
            "onload",
            "onclick",
            "action",
            "background",
        ] {
            assert_eq!(page.attribute(attribute).count(), 0, "{attribute}");
        }
        assert!(page.attribute("href").all(|href| href.starts_with('#')));
        assert!(
            !text.contains("{$") && !text.contains("{ $"),
            "a variable was not filled in"
        );
    }
}

#[test]
fn the_policy_allows_the_page_its_own_sheet_and_nothing_else() {
    use base64::{Engine, engine::general_purpose::STANDARD};
    use sha2::{Digest, Sha256};
    let (text, page) = page(&sample::two_lists(), Language::English);
    let sheet = text
        .split_once("<style>")
        .unwrap()
        .1
        .split_once("</style>")
        .unwrap()
        .0;
    let digest = STANDARD.encode(Sha256::digest(sheet));
    let policy = page.attribute("content").next().unwrap();
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
        )
    );
    // A policy binds what comes after it.
    assert!(text.find("Content-Security-Policy") < text.find("<style>"));
}

#[test]
fn every_link_leads_somewhere_and_no_name_is_given_twice() {
    for findings in [
        sample::two_lists(),
        sample::one_list(),
        sample::nothing_found(),
        sample::decided(),
    ] {
        let (_, page) = page(&findings, Language::English);
        let mut ids: Vec<&str> = page.attribute("id").collect();
        for href in page.attribute("href") {
            assert!(ids.contains(&&href[1..]), "{href}");
        }
        for labels in page
            .attribute("aria-labelledby")
            .flat_map(str::split_whitespace)
        {
            assert!(ids.contains(&labels), "{labels}");
        }
        let all = ids.len();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all);
    }
}

#[test]
fn machines_propose() {
    let findings = sample::two_lists();
    let (_, english) = page(&findings, Language::English);
    let words = english.words.to_lowercase();
    assert!(words.contains("nothing has been decided"));
    assert!(words.contains("the program proposes and persons decide"));
    for never in ["match", "merged", "identified", "successfully"] {
        assert!(!words.contains(never), "{never}");
    }
}

#[test]
fn arabic_is_turned_round_and_drawings_with_it() {
    let findings = sample::two_lists();
    let [(_, english), (_, arabic)] = Language::ALL.map(|l| page(&findings, l));
    assert_eq!(arabic.attribute("dir").next(), Some("rtl"));
    assert_eq!(arabic.attribute("lang").next(), Some("ar"));
    let edges = |page: &Page| -> Vec<f64> {
        let rects = page.elements.iter().filter(|(name, _)| name == "rect");
        let of = |attributes: &[(String, String)], key: &str| {
            let value = attributes.iter().find(|(k, _)| k == key);
            value.map(|(_, v)| v.trim_end_matches('%').parse::<f64>().unwrap())
        };
        let bars = rects.filter_map(|(_, a)| Some((of(a, "x")?, of(a, "width")?)));
        bars.map(|(x, width)| x + width / 2.0).collect()
    };
    let (left, right) = (edges(&english), edges(&arabic));
    assert!(left.len() > 20 && left.len() == right.len());
    for (a, b) in left.iter().zip(&right) {
        assert!((a + b - 100.0).abs() < 0.21, "{a} and {b}");
    }
}

#[test]
fn bars_add_up_to_the_sum_without_gaps() {
    let (_, page) = page(&sample::two_lists(), Language::English);
    let rects: Vec<_> = page
        .elements
        .iter()
        .filter(|(name, _)| name == "rect")
        .collect();
    let mut way_out: Option<&str> = None;
    let mut joined = 0;
    for (_, attributes) in rects {
        let of = |key: &str| {
            attributes
                .iter()
                .find(|(k, _)| k == key)
                .map(|(_, v)| v.as_str())
        };
        match (of("class"), of("x")) {
            (Some("i"), at) => {
                assert_eq!(
                    way_out, at,
                    "a step begins elsewhere than the last one ended"
                );
                joined += 1;
            }
            (Some("o"), at) => way_out = at,
            _ => {}
        }
    }
    assert_eq!(
        joined,
        5 * 8,
        "seven fields and the sum, of five candidates"
    );
}

#[test]
fn room_is_given_first_to_what_is_to_be_looked_at() {
    let findings = sample::many(40);
    let most = Most {
        in_full: 10,
        in_brief: 12,
    };
    let text = html(&findings, Language::English, most);
    let page = markup::read(&text);
    assert_eq!(page.attribute("class").filter(|c| *c == "pair").count(), 10);
    let review = findings
        .candidates
        .iter()
        .filter(|c| c.band == Band::Review);
    let first: Vec<usize> = review.take(10).map(|c| c.number).collect();
    for number in first {
        assert!(text.contains(&format!("<li id=\"c{number}\">")), "{number}");
    }
    let listed = page
        .attribute("id")
        .filter(|id| id.starts_with('c') && id[1..].parse::<u32>().is_ok());
    assert_eq!(listed.count(), 22);
    assert!(page.words.contains("more candidates are not on this page"));
}

#[test]
fn two_thousand_in_full_stay_below_ten_megabytes() {
    let findings = sample::many(2_000);
    for language in Language::ALL {
        let most = Most {
            in_full: 2_000,
            in_brief: 0,
        };
        let bytes = html(&findings, language, most).len();
        assert!(bytes < 10_000_000, "{language:?}: {bytes}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let findings = sample::two_lists();
    for language in Language::ALL {
        assert_eq!(page(&findings, language).0, page(&findings, language).0);
    }
}
