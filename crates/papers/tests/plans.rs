//! Reports on plans: what they say in both languages, that nothing of another party's points stands in
//! the report for one, and that what a plan says can do no harm in them.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first fault"
)]

#[path = "plans/check.rs"]
mod check;
#[path = "plans/forecast.rs"]
mod forecast;
#[path = "support/markup.rs"]
mod markup;
#[path = "plans/order.rs"]
mod order;
#[path = "plans/packages.rs"]
mod packages;
#[path = "plans/stability.rs"]
mod stability;

/// The body of a page, one element to a line.
fn shown(page: &str) -> String {
    let (_, body) = page.split_once("</style>").unwrap();
    let mut lines = body.to_owned();
    for element in [
        "<li", "<tr", "<section", "<p", "<h", "<svg", "<text", "<poly",
    ] {
        lines = lines.replace(element, &format!("\n{element}"));
    }
    lines
}

/// A page that is well formed, asks nobody for anything, and whose links lead somewhere in it.
fn stands_alone(page: &str) {
    let read = markup::read(page);
    let outside = ["script", "img", "link"].map(|name| read.count(name));
    assert_eq!(outside, [0, 0, 0]);
    assert_eq!(read.count("h1"), 1);
    let ids: Vec<&str> = read.attribute("id").collect();
    for link in read.attribute("href") {
        let target = link.strip_prefix('#');
        assert!(target.is_some_and(|id| ids.contains(&id)), "{link}");
    }
    for described in read.attribute("aria-describedby") {
        assert!(ids.contains(&described), "{described}");
    }
}

/// A text for a terminal in Arabic: whatever in it is Latin came from the plan, or is a number, a day
/// or a formula, and is isolated, so that it turns no line round.
fn speaks_arabic(text: &str) {
    let mut deep = 0_usize;
    for (at, line) in text.lines().enumerate() {
        for sign in line.chars() {
            match sign {
                '\u{2068}' => deep += 1,
                '\u{2069}' => {
                    deep = deep
                        .checked_sub(1)
                        .expect("an isolate is closed that was opened");
                }
                // The title stands by itself; abbreviations of notions stand in brackets.
                sign if at > 0 && sign.is_ascii_lowercase() => {
                    assert!(deep > 0, "{line}");
                }
                _ => {}
            }
        }
        assert_eq!(deep, 0, "{line}");
    }
    assert!(text.chars().any(|c| ('\u{621}'..='\u{64a}').contains(&c)));
}
