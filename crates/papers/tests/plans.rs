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
