//! The sheet of a report: the parts of the product's own sheet that a report needs, taken from where
//! it stands, and what a report has of its own. It stands in the page, and the page's own policy
//! allows nothing but it.

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

/// The product's sheet, in numbered sections. One file for the pages of the desk and for reports.
const PRODUCT: &str = include_str!("../../web/assets/style.css");
const OWN: &str = include_str!("../assets/report.css");

/// The sections of the product's sheet that a report needs, by the beginning of their headings.
const NEEDED: [&str; 8] = [
    "/* 1. Roles",
    "/* 2. Ground",
    "/* 3. Frame",
    "/* 6. Tables",
    "/* 7. The log",
    "/* 11. Charts",
    "/* 13. Narrow",
    "/* 14. Print",
];

/// The whole sheet of a report, with what is laid down for this one report at its end.
pub fn sheet(of_this_report: &str) -> String {
    let mut made = String::new();
    for section in sections().filter(|s| NEEDED.iter().any(|head| s.starts_with(head))) {
        made.push_str(section);
    }
    made.push_str(OWN);
    made.push_str(of_this_report);
    made
}

/// The policy under which a report is shown: nothing is fetched, nothing runs, nothing is sent, and
/// no style applies but the one with this digest.
pub fn policy(sheet: &str) -> String {
    let digest = STANDARD.encode(Sha256::digest(sheet));
    format!("default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'")
}

/// The product's sheet cut before each numbered heading.
fn sections() -> impl Iterator<Item = &'static str> {
    let mut rest = PRODUCT;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let heads = rest.match_indices("\n/* ").map(|(at, _)| at + 1);
        let end = heads
            .filter(|&at| at > 0 && is_heading(rest.get(at..).unwrap_or_default()))
            .min()
            .unwrap_or(rest.len());
        let (section, after) = rest.split_at(end);
        rest = after;
        Some(section)
    })
}

/// `/* 7. The log ---`: a number, a point and a rule.
fn is_heading(text: &str) -> bool {
    let line = text.lines().next().unwrap_or_default();
    let number = line.trim_start_matches("/* ");
    number.starts_with(|c: char| c.is_ascii_digit()) && line.contains(". ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_section_that_is_needed_is_there() {
        let all: Vec<_> = sections().collect();
        assert_eq!(all.concat(), PRODUCT);
        for head in NEEDED {
            assert_eq!(
                all.iter().filter(|s| s.starts_with(head)).count(),
                1,
                "{head}"
            );
        }
        let sheet = sheet("");
        assert!(sheet.contains(".sec {") && !sheet.contains(".sheet.out"));
        assert_eq!(sheet.matches('{').count(), sheet.matches('}').count());
    }

    #[test]
    fn the_sheet_ends_no_element_and_fetches_nothing() {
        let sheet = sheet("");
        for never in [
            "</",
            "<!",
            "@import",
            "@font-face",
            "url(http",
            "url(//",
            "url(data",
        ] {
            assert!(!sheet.contains(never), "{never}");
        }
    }
}
