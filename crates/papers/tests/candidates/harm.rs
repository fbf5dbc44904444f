//! What a list says is data: whatever stands in a cell, a header, a sheet's or a file's name, the
//! page stays the same page, and no sign that cannot be seen reaches it.

use linkage::{
    findings::Findings,
    list::{Reason, Sign},
    problem::is_invisible,
};
use papers::{
    Language,
    candidates::{Most, html, text},
};
use proptest::prelude::*;

use crate::{markup, sample};

/// Puts a text into every place that comes from outside.
fn poisoned(text: &str) -> Findings {
    let mut findings = sample::one_list();
    for list in &mut findings.lists {
        text.clone_into(&mut list.name);
        text.clone_into(&mut list.digest);
        for column in &mut list.columns {
            text.clone_into(&mut column.header);
            column.reason = Reason::HeaderAgainst(text.to_owned(), Sign::Words);
        }
        for problem in &mut list.problems {
            text.clone_into(&mut problem.found);
            problem.place.sheet = Some(text.to_owned());
        }
    }
    for compared in &mut findings.comparisons {
        text.clone_into(&mut compared.left_label);
        text.clone_into(&mut compared.right_label);
    }
    let pairs = findings.candidates.iter_mut().flat_map(|candidate| {
        let runner = candidate.runner_up_of_left.as_mut().map(|r| &mut r.entry);
        [&mut candidate.left, &mut candidate.right]
            .into_iter()
            .chain(runner)
    });
    let members = findings
        .groups
        .iter_mut()
        .flat_map(|group| &mut group.entries);
    for entry in pairs.chain(members) {
        entry.place.sheet = Some(text.to_owned());
        entry.cells.fill(text.to_owned());
    }
    findings
}

fn most(in_full: usize) -> Most {
    Most {
        in_full,
        in_brief: 10,
    }
}

/// The elements of a page and their attributes, but for the place of the bars.
fn skeleton(html: &str) -> Vec<String> {
    let page = markup::read(html);
    let all = page.elements.into_iter();
    let ours = all.filter(|(name, _)| {
        !["bdi", "span", "small", "mark", "b", "code"].contains(&name.as_str())
    });
    ours.map(|(name, attributes)| {
        let mut names: Vec<String> = attributes.into_iter().map(|(key, _)| key).collect();
        names.insert(0, name);
        names.join(" ")
    })
    .collect()
}

#[test]
fn no_cell_is_read_as_markup() {
    let cells = [
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='x",
        "</style><style>*{color:red}</style>",
        "</title><h1>",
        "<!--",
        "]]>",
        "&lt;b&gt;&amp;&#60;",
        "{ $n }",
        "{\"{\"}",
    ];
    for (language, full) in Language::ALL.into_iter().flat_map(|l| [(l, 0), (l, 10)]) {
        let plain = skeleton(&html(&poisoned("x"), language, most(full)));
        for cell in cells {
            let made = html(&poisoned(cell), language, most(full));
            assert_eq!(skeleton(&made), plain, "{cell}");
            assert!(
                markup::read(&made).words.contains(cell),
                "{cell} is not shown"
            );
        }
    }
}

#[test]
fn signs_that_turn_the_reading_round_are_shown_and_not_obeyed() {
    let made = html(
        &poisoned("a\u{202E}b\u{2067}c\u{0}d"),
        Language::English,
        most(10),
    );
    assert!(!made.contains(['\u{202E}', '\u{2067}', '\u{0}']));
    let words = markup::read(&made).words;
    for sign in ["U+202E", "U+2067", "U+0000"] {
        assert!(words.contains(sign), "{sign}");
    }
}

#[test]
fn a_cell_of_ten_thousand_letters_is_cut_and_says_so() {
    let made = html(&poisoned(&"ß".repeat(10_000)), Language::English, most(10));
    assert!(made.len() < 400_000, "{}", made.len());
    assert!(markup::read(&made).words.contains("10,000"));
}

#[test]
fn every_quoted_text_is_isolated() {
    let made = html(&poisoned("شخص"), Language::English, most(10));
    let mut rest = made.as_str();
    while let Some(at) = rest.find("شخص") {
        let before = &rest[..at];
        let isolated = before.ends_with("<bdi>") || before.ends_with('\u{2068}');
        let title = before.contains("<title>") && !before.contains("</title>");
        let reason = before.ends_with("<span>");
        assert!(
            isolated || title || reason,
            "…{}",
            &before[before.len().saturating_sub(80)..]
        );
        rest = &rest[at + "شخص".len()..];
    }
}

/// Cells as nobody types them: markup, formulas, signs of direction, any letters.
fn cell() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => "[<>&\"'=+@{}$`\\\\/;-]{1,4}".boxed(),
        2 => prop::sample::select(vec!["\u{202E}", "\u{2066}", "\u{200F}", "\u{0}", "\u{1B}[31m", "\u{FFFE}", "\u{E0041}", "\r\n"])
            .prop_map(str::to_owned).boxed(),
        2 => "[a-zא-תا-ي ]{0,6}".boxed(),
        1 => any::<String>().boxed(),
    ];
    prop::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn whatever_a_list_says_the_page_stays_the_same_page(cell in cell(), arabic: bool) {
        let language = if arabic { Language::Arabic } else { Language::English };
        let said = !cell.trim().is_empty();
        let plain = skeleton(&html(&poisoned(if said { "x" } else { "" }), language, most(3)));
        let made = html(&poisoned(&cell), language, most(3));
        prop_assert_eq!(skeleton(&made), plain);
        let ours = |c: char| matches!(c, '\u{2060}' | '\u{2066}' | '\u{2068}' | '\u{2069}' | '\u{200F}' | '\u{200E}' | '\n');
        let joiner = |c: char| matches!(c, '\u{200C}' | '\u{200D}');
        let body = made.split_once("</style>").unwrap().1;
        let stray = body.chars().find(|&c| (c.is_control() || is_invisible(c)) && !ours(c) && !joiner(c));
        prop_assert_eq!(stray, None);
    }

    #[test]
    fn a_terminal_is_told_nothing_that_it_obeys(cell in cell()) {
        let told = text(&poisoned(&cell), 3);
        let stray = told.chars().find(|&c| c.is_control() && c != '\n');
        prop_assert_eq!(stray, None);
    }
}
