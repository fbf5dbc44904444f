//! Extended Date/Time Format (ISO 8601-2:2019, level 1, as the Library of Congress gives it): digits
//! left open (`198X`, `1984-XX`), uncertain and approximate (`1984?`, `1984~`, `1984%`), intervals
//! (`1984/1986`, `1984/..`), seasons (`1984-21`). Only forms that no other notation uses are read here.

use super::{CivilDay, PartialDate};

/// How many years on either side "about" means. Stated in `docs/lists.md`.
pub(super) const ABOUT_YEARS: i16 = 2;

/// Reads a cell that is written in a form of EDTF; none if it is not. `latest` is the last year that
/// an open interval reaches.
pub(super) fn read(text: &str, latest: i16) -> Option<PartialDate> {
    let text = text.trim();
    if !text.is_ascii() || text.len() > 24 {
        return None;
    }
    if let Some((from, to)) = text.split_once('/') {
        return interval(from.trim(), to.trim(), latest);
    }
    let marked = text.trim_end_matches(['~', '?', '%']);
    let open = marked.bytes().any(|b| matches!(b, b'X' | b'x' | b'u'));
    let season = season(marked);
    if marked.len() == text.len() && !open && season.is_none() {
        return None;
    }
    let date = season.or_else(|| single(marked))?;
    let about = text.get(marked.len()..)?.contains(['~', '%']);
    Some(if about { approximate(date) } else { date })
}

/// A date that is only about right: a day stands for its month, a month for its year, a year for
/// [`ABOUT_YEARS`] on either side.
pub(super) fn approximate(date: PartialDate) -> PartialDate {
    match date {
        PartialDate::Day { year, month, .. } => PartialDate::Month { year, month },
        PartialDate::Month { year, .. } => PartialDate::Year(year),
        PartialDate::Year(year) => PartialDate::Span(
            year.saturating_sub(ABOUT_YEARS),
            year.saturating_add(ABOUT_YEARS),
        ),
        PartialDate::Span(..) | PartialDate::Written { .. } => date,
    }
}

/// Both ends begin with a year of four digits, else it is no interval but a date with slashes.
fn interval(from: &str, to: &str, latest: i16) -> Option<PartialDate> {
    let end = |text: &str| single(text.trim_end_matches(['~', '?', '%']));
    let open = |text: &str| text.is_empty() || text == "..";
    let (first, last) = match (open(from), open(to)) {
        (false, false) => (end(from)?.years().0, end(to)?.years().1),
        (false, true) => (end(from)?.years().0, latest),
        (true, false) => {
            let last = end(to)?.years().1;
            (last.saturating_sub(100), last)
        }
        (true, true) => return None,
    };
    match first {
        _ if first > last => None,
        _ if from == to => end(from),
        _ if first == last => Some(PartialDate::Year(first)),
        _ => Some(PartialDate::Span(first, last)),
    }
}

/// `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, with X for digits left open.
fn single(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let (first, last) = year(parts.next()?)?;
    let exact = first == last;
    let month = parts.next();
    let day = parts.next();
    if parts.next().is_some() {
        return None;
    }
    let whole = if exact {
        PartialDate::Year(first)
    } else {
        PartialDate::Span(first, last)
    };
    match (part(month)?, part(day)?) {
        // A day of an unknown month says no more than the year.
        (Part::Open, _) => Some(whole),
        (Part::Given(month), day) if exact && (1..=12).contains(&month) => match day {
            Part::Given(day) => CivilDay::new(first, month, day).map(PartialDate::from),
            Part::Open => Some(PartialDate::Month { year: first, month }),
        },
        (Part::Given(_), _) => None,
    }
}

/// A month or a day.
enum Part {
    Given(u8),
    /// Left open, or not there.
    Open,
}

fn part(text: Option<&str>) -> Option<Part> {
    match text {
        None | Some("XX" | "xx" | "uu") => Some(Part::Open),
        Some(text) if text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit()) => {
            text.parse().ok().map(Part::Given)
        }
        Some(_) => None,
    }
}

fn year(text: &str) -> Option<(i16, i16)> {
    let digits = text.trim_end_matches(['X', 'x', 'u']);
    let open = text.len() - digits.len();
    let fits = text.len() == 4 && open <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
    let first: i16 = fits.then(|| digits.parse().ok()).flatten()?;
    let scale = 10_i16.pow(u32::try_from(open).ok()?);
    let (first, last) = (first * scale, first * scale + scale - 1);
    ((1800..=2100).contains(&last)).then_some((first, last))
}

fn season(text: &str) -> Option<PartialDate> {
    let (year_text, season) = text.split_once('-')?;
    let (first, last) = year(year_text)?;
    (first == last && matches!(season, "21" | "22" | "23" | "24"))
        .then_some(PartialDate::Year(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_edtf_are_read() {
        let cases = [
            ("1984~", PartialDate::Span(1982, 1986)),
            ("1984?", PartialDate::Year(1984)),
            ("1984%", PartialDate::Span(1982, 1986)),
            ("198X", PartialDate::Span(1980, 1989)),
            ("19XX", PartialDate::Span(1900, 1999)),
            ("1984-XX", PartialDate::Year(1984)),
            ("1984-XX-12", PartialDate::Year(1984)),
            ("1984-05-XX", month(1984, 5)),
            ("1984-05~", PartialDate::Year(1984)),
            ("1984-05-07~", month(1984, 5)),
            ("1984/1986", PartialDate::Span(1984, 1986)),
            ("1984/..", PartialDate::Span(1984, 2026)),
            ("../1984", PartialDate::Span(1884, 1984)),
            ("1984-05-01/1984-05-31", PartialDate::Year(1984)),
            ("1984-21", PartialDate::Year(1984)),
        ];
        for (text, date) in cases {
            assert_eq!(read(text, 2026), Some(date), "{text}");
        }
    }

    fn month(year: i16, month: u8) -> PartialDate {
        PartialDate::Month { year, month }
    }

    #[test]
    fn what_is_not_only_edtf_is_left_to_others() {
        for text in [
            "1984",
            "1984-05",
            "1984/05",
            "9/4/1956",
            "198Y",
            "1984-31",
            "1986/1984",
            "/",
            "X",
        ] {
            assert_eq!(read(text, 2026), None, "{text}");
        }
    }
}
