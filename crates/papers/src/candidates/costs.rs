//! What a threshold costs: how many candidates it leaves, how many of these are of one person and
//! how many of all such pairs are among them, as estimated without labels; as a drawing, as a
//! sentence and as a table.

use linkage::findings::{Cost, Estimated, Findings, Interval, Threshold};
use maud::{Markup, html};

use crate::{
    Language,
    i18n::{Key, Strings, bits, percent, whole},
    scale::Scale,
};

/// The section.
pub fn costs(findings: &Findings, strings: Strings) -> Markup {
    html! {
        section.sec aria-labelledby="costs" {
            div.side { h2 id="costs" { (strings.t("costs")) } p { (note(findings, strings)) } }
            div.body {
                @if findings.costs.is_empty() { p.empty { (strings.t("costs-none")) } }
                @else { (figure(findings, strings)) }
            }
        }
    }
}

fn figure(findings: &Findings, strings: Strings) -> Markup {
    let mut costs: Vec<&Cost> = findings
        .costs
        .iter()
        .filter(|c| c.bits.is_finite())
        .collect();
    costs.sort_by(|a, b| a.bits.total_cmp(&b.bits));
    let bands = [findings.bands.review, findings.bands.likely];
    let scale = Scale::over(
        costs.iter().map(|c| c.bits).chain(bands),
        strings.language(),
    );
    html! {
        figure {
            (drawing(findings, &costs, &scale, strings))
            figcaption id="costs-finding" { @for sentence in finding(findings, strings) { p { (sentence) } } }
            details.data { summary { (strings.t("chart-data")) } (table(&told(&costs, bands), strings)) }
        }
    }
}

/// What the estimate rests on.
fn note(findings: &Findings, strings: Strings) -> String {
    match findings.estimated_from {
        Estimated::Model | Estimated::Replicates => strings.t("costs-note"),
        Estimated::Reviewed => {
            let pairs = findings.decisions.estimated_with;
            strings.with("costs-note-decided", &[("n", pairs.into())])
        }
    }
}

/// What was asked of the threshold, whether that is kept, and what taking each band would cost, in a
/// sentence each.
pub fn finding(findings: &Findings, strings: Strings) -> Vec<String> {
    let threshold = &findings.threshold;
    let mut said = Vec::new();
    if findings.costs.is_empty() {
        return said;
    }
    let one = |one_in: u64| [("one", whole(one_in).into())];
    match (threshold.asked, threshold.kept) {
        (Threshold::Usual, true) => {}
        (Threshold::Usual, false) => said.push(strings.with("threshold-not-kept", &one(100))),
        (Threshold::WrongAtMost { one_in }, true) => {
            said.push(strings.with("threshold-wrong", &one(one_in)));
        }
        (Threshold::WrongAtMost { one_in }, false) => {
            said.push(strings.with("threshold-not-kept", &one(one_in)));
        }
        (Threshold::Bits { bits: from }, _) => {
            let from = [("bits", bits(from).into())];
            said.push(strings.with("threshold-bits", &from));
        }
    }
    let (likely, review) = (findings.bands.likely, findings.bands.review);
    if threshold.kept {
        said.push(sentence(
            Key("costs-likely"),
            likely,
            threshold.likely.as_ref(),
            strings,
        ));
        let names_only = threshold.likely.as_ref().map_or(0, |cost| {
            cost.candidates.saturating_sub(findings.totals.likely)
        });
        if names_only > 0 {
            said.push(strings.with("threshold-names-only", &[("n", names_only.into())]));
        }
    }
    // Where there is nothing between the bands one sentence says it all.
    if likely > review {
        said.push(sentence(
            Key("costs-review"),
            review,
            threshold.review.as_ref(),
            strings,
        ));
    }
    if findings.totals.relatives > 0 {
        said.push(strings.t("threshold-without-relatives"));
    }
    said
}

fn sentence(key: Key, from: f64, cost: Option<&Cost>, strings: Strings) -> String {
    let none = Interval {
        low: 0.0,
        mid: 0.0,
        high: 0.0,
    };
    let share = |of: fn(&Cost) -> Interval| interval(cost.map_or(none, of), strings);
    strings.with(
        key,
        &[
            ("bits", bits(from).into()),
            ("n", cost.map_or(0, |cost| cost.candidates).into()),
            ("precision", share(|cost| cost.precision).into()),
            ("recall", share(|cost| cost.recall).into()),
        ],
    )
}

/// "98.2% (96.0%–99.1%)", on one line.
pub fn interval(share: Interval, strings: Strings) -> String {
    strings
        .plain(
            "interval",
            &[
                ("mid", percent(share.mid).into()),
                ("low", percent(share.low).into()),
                ("high", percent(share.high).into()),
            ],
        )
        .replace(' ', "\u{a0}")
        .replace('–', "–\u{2060}")
}

/// Heights, from the top: percent of the drawing.
const TOP: f64 = 12.0;
const BOTTOM: f64 = 88.0;

fn y(share: f64) -> f64 {
    let share = if share.is_nan() {
        0.0
    } else {
        share.clamp(0.0, 1.0)
    };
    BOTTOM - share * (BOTTOM - TOP)
}

/// It is named by an attribute and described by the caption, because a browser that draws nothing
/// spills into the page what stands in elements.
fn drawing(findings: &Findings, costs: &[&Cost], scale: &Scale, strings: Strings) -> Markup {
    let (review, likely) = (findings.bands.review, findings.bands.likely);
    let line = |of: fn(&Cost) -> Interval| {
        let points = costs.iter().map(|cost| (cost.bits, of(cost).mid));
        polyline(points, scale)
    };
    let area = |of: fn(&Cost) -> Interval| {
        let there = costs.iter().map(|cost| (cost.bits, of(cost).low));
        let back = costs.iter().rev().map(|cost| (cost.bits, of(cost).high));
        polyline(there.chain(back), scale)
    };
    html! {
        svg.chart.costs role="img" aria-label=(strings.t("costs-title")) aria-describedby="costs-finding" {
            svg.field width="100%" height="100%" viewBox="0 0 100 100" preserveAspectRatio="none" {
                @for share in [0.0, 0.5, 1.0] { line.ln.hair x1="0" x2="100" y1=(round(y(share))) y2=(round(y(share))) {} }
                polygon points=(area(|cost| cost.precision)) {}
                polygon.two points=(area(|cost| cost.recall)) {}
                polyline.line points=(line(|cost| cost.precision)) {}
                polyline.line.two points=(line(|cost| cost.recall)) {}
            }
            @for bits in [review, likely] { line.ln.thin x1=(scale.x(bits)) x2=(scale.x(bits)) y1="6%" y2="90%" {} }
            (band_words(review, likely, scale, strings))
            (axis_words(review, likely, scale, strings))
            (line_words(costs, scale, strings))
        }
    }
}

/// The bands stand over the drawing, each over its own part where there is room for the word.
fn band_words(review: f64, likely: f64, scale: &Scale, strings: Strings) -> Markup {
    let word = |from: f64, to: f64, key: &'static str| {
        let room = (scale.at(to) - scale.at(from)).abs();
        html! {
            @if room > 14.0 {
                text.strong x=(scale.x(f64::midpoint(from, to))) y="4%" text-anchor="middle" { (strings.t(Key(key))) }
            }
        }
    };
    html! {
        (word(scale.low(), review, "chart-unlikely"))
        (word(review, likely, "chart-review"))
        (word(likely, scale.high(), "chart-likely"))
    }
}

fn axis_words(review: f64, likely: f64, scale: &Scale, strings: Strings) -> Markup {
    let far = (scale.at(likely) - scale.at(review)).abs() > 6.0;
    let dir = strings.language().dir();
    let likely_said = strings.plain("chart-bits", &[("bits", bits(likely).into())]);
    html! {
        @for (share, word) in [(1.0, "100%"), (0.5, "50%"), (0.0, "0")] {
            text.mask x=(scale.x(scale.low())) y={ (round(y(share) - 1.5)) "%" } text-anchor=(start(strings)) { (word) }
        }
        @if far { text x=(scale.x(review)) y="95%" text-anchor="middle" { (bits(review)) } }
        text x=(scale.x(likely)) y="95%" text-anchor="middle" direction=(dir) { (likely_said) }
    }
}

/// The anchor of words at the side where the page begins. The sheet has all drawings run left to
/// right, so that anchors mean the same in every language.
const fn start(strings: Strings) -> &'static str {
    match strings.language() {
        Language::English => "start",
        Language::Arabic => "end",
    }
}

/// The anchor of words at the side where the page ends.
const fn end(strings: Strings) -> &'static str {
    match strings.language() {
        Language::English => "end",
        Language::Arabic => "start",
    }
}

/// Each line is named at its end.
fn line_words(costs: &[&Cost], scale: &Scale, strings: Strings) -> Markup {
    let Some(last) = costs.last() else {
        return html! {};
    };
    let (precision, recall) = (last.precision.mid, last.recall.mid);
    // Where the lines end close to each other, the lower one is named below itself.
    let close = (precision - recall).abs() < 0.12;
    let height = |share: f64, other: f64| {
        let at = if close && share < other {
            (y(share) + 6.5).min(BOTTOM - 1.0)
        } else {
            y(share) - 2.5
        };
        format!("{}%", round(at))
    };
    let (at, anchor) = (scale.x(last.bits), end(strings));
    html! {
        text.strong.mask x=(at) y=(height(precision, recall)) text-anchor=(anchor) { (strings.t("chart-precision")) }
        text.two-word.mask x=(at) y=(height(recall, precision)) text-anchor=(anchor) { (strings.t("chart-recall")) }
    }
}

fn polyline(points: impl Iterator<Item = (f64, f64)>, scale: &Scale) -> String {
    let points: Vec<String> = points
        .map(|(bits, share)| format!("{},{}", round(scale.at(bits)), round(y(share))))
        .collect();
    points.join(" ")
}

fn round(value: f64) -> String {
    format!("{value:.1}")
}

/// From so many thresholds on the table tells those at whole bits; the workbook tells all.
const FINE: usize = 80;

/// The rows of the table: the first threshold of each whole bit, and those where bands begin.
fn told<'a>(costs: &[&'a Cost], bands: [f64; 2]) -> Vec<&'a Cost> {
    let mut whole = None;
    let told = costs.iter().copied().filter(|cost| {
        let first_of_its_bit = whole != Some(cost.bits.floor());
        whole = Some(cost.bits.floor());
        let begins = bands.iter().any(|band| (band - cost.bits).abs() < 0.05);
        costs.len() < FINE || first_of_its_bit || begins
    });
    told.collect()
}

fn table(costs: &[&Cost], strings: Strings) -> Markup {
    html! {
        table.tight.stack role="table" {
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (strings.t("head-threshold")) }
                th.b scope="col" role="columnheader" { (strings.t("head-candidates")) }
                th.b scope="col" role="columnheader" { (strings.t("chart-precision")) }
                th.b scope="col" role="columnheader" { (strings.t("chart-recall")) }
            } }
            tbody role="rowgroup" {
                @for cost in costs {
                    tr role="row" {
                        th scope="row" role="rowheader" { bdi lang="en" { (bits(cost.bits)) } }
                        td.b role="cell" data-h=(strings.t("head-candidates")) { span { (whole(cost.candidates)) } }
                        td.b role="cell" data-h=(strings.t("chart-precision")) { span { (interval(cost.precision, strings)) } }
                        td.b role="cell" data-h=(strings.t("chart-recall")) { span { (interval(cost.recall, strings)) } }
                    }
                }
            }
        }
    }
}
