//! How long something has been, and how far off it is.

use maud::{Markup, html};

use crate::i18n::Words;

/// A length of time in whole minutes. Negative: it lies behind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Minutes(pub i64);

impl Minutes {
    /// From one instant to another.
    pub fn between(from: jiff::Timestamp, to: jiff::Timestamp) -> Self {
        Self((to.as_second() - from.as_second()).div_euclid(60))
    }
}

/// How a time that is due is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pressing {
    /// Its time has passed.
    Late,
    /// It is near.
    Soon,
    /// There is time.
    Calm,
}

/// "7 h 40 min late", "in 16 h 20 min", with how it is to be set; `soon` says what is near.
pub fn due(words: Words, left: Minutes, soon: Minutes) -> (Pressing, Markup) {
    let span = length(words, left, Grammar::AfterAWord);
    if left.0 < 0 {
        let said = words.t_plain("span-late", &[("span", span.into())]);
        (Pressing::Late, html! { b.late.nb { (said) } })
    } else {
        let said = words.t_plain("span-ahead", &[("span", span.into())]);
        if left <= soon {
            (Pressing::Soon, html! { span.due.nb { (said) } })
        } else {
            (Pressing::Calm, html! { span.nb { (said) } })
        }
    }
}

/// "22 h 25 min": how long something has been.
pub fn since(words: Words, passed: Minutes) -> String {
    length(words, passed, Grammar::Alone)
}

/// Arabic has one form for a count that stands alone and another after a preposition.
#[derive(Clone, Copy)]
enum Grammar {
    Alone,
    AfterAWord,
}

fn length(words: Words, minutes: Minutes, grammar: Grammar) -> String {
    let all = minutes.0.unsigned_abs();
    let (days, hours, rest) = (all / 1440, all % 1440 / 60, all % 60);
    // Two figures at most: nobody counts minutes after the first day, hours after the first week
    // or days after the first year.
    if days >= 365 {
        count(words, Unit::Year, days / 365, grammar)
    } else if days >= 7 {
        count(words, Unit::Day, days, grammar)
    } else if all >= 1440 {
        pair(
            words,
            count(words, Unit::Day, days, grammar),
            (hours > 0).then(|| count(words, Unit::Hour, hours, grammar)),
        )
    } else if all >= 60 {
        pair(
            words,
            count(words, Unit::Hour, all / 60, grammar),
            (rest > 0).then(|| count(words, Unit::Minute, rest, grammar)),
        )
    } else if all > 0 {
        count(words, Unit::Minute, rest, grammar)
    } else {
        words.t("span-none")
    }
}

fn pair(words: Words, big: String, small: Option<String>) -> String {
    match small {
        Some(small) => words.t_plain("span-two", &[("big", big.into()), ("small", small.into())]),
        None => big,
    }
}

#[derive(Clone, Copy)]
enum Unit {
    Year,
    Day,
    Hour,
    Minute,
}

fn count(words: Words, unit: Unit, n: u64, grammar: Grammar) -> String {
    let n = [("n", n.into())];
    match (unit, grammar) {
        (Unit::Year, Grammar::Alone) => words.t_plain("span-years", &n),
        (Unit::Year, Grammar::AfterAWord) => words.t_plain("span-years.after", &n),
        (Unit::Day, Grammar::Alone) => words.t_plain("span-days", &n),
        (Unit::Day, Grammar::AfterAWord) => words.t_plain("span-days.after", &n),
        (Unit::Hour, Grammar::Alone) => words.t_plain("span-hours", &n),
        (Unit::Hour, Grammar::AfterAWord) => words.t_plain("span-hours.after", &n),
        (Unit::Minute, Grammar::Alone) => words.t_plain("span-minutes", &n),
        (Unit::Minute, Grammar::AfterAWord) => words.t_plain("span-minutes.after", &n),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

    fn said(lang: Lang, minutes: i64) -> String {
        due(Words::of(lang), Minutes(minutes), Minutes(180))
            .1
            .into_string()
            .replace('\u{a0}', " ")
    }

    #[test]
    fn what_is_late_and_what_is_to_come() {
        assert_eq!(
            said(Lang::English, -460),
            "<b class=\"late nb\">7 h 40 min late</b>"
        );
        assert_eq!(
            said(Lang::English, 980),
            "<span class=\"nb\">in 16 h 20 min</span>"
        );
        assert_eq!(
            said(Lang::English, 140),
            "<span class=\"due nb\">in 2 h 20 min</span>"
        );
        let long = |minutes| since(Words::default(), Minutes(minutes)).replace('\u{a0}', " ");
        assert_eq!(long(1345), "22 h 25 min");
        assert_eq!(long(4 * 1440 + 120), "4 days 2 h");
        assert_eq!(long(0), "less than a minute");
        assert_eq!(long(8 * 1440 + 120), "8 days");
        assert_eq!(long(1440 + 20 * 60 + 50), "1 day 20 h");
        assert_eq!(
            said(Lang::English, -1101 * 1440 - 19 * 60),
            "<b class=\"late nb\">3 years late</b>"
        );
    }

    #[test]
    fn arabic_counts_in_six_forms() {
        assert!(
            said(Lang::Arabic, 16 * 60 + 5).contains("بعد 16 ساعة و5 دقائق"),
            "{}",
            said(Lang::Arabic, 965)
        );
        assert!(
            said(Lang::Arabic, -120).contains("تأخير ساعتين"),
            "{}",
            said(Lang::Arabic, -120)
        );
        assert!(
            said(Lang::Arabic, 3 * 1440 + 60).contains("3 أيام وساعة"),
            "{}",
            said(Lang::Arabic, 4380)
        );
        assert_eq!(since(Words::of(Lang::Arabic), Minutes(120)), "ساعتان");
    }

    #[test]
    fn no_number_of_minutes_breaks_it() {
        for minutes in [i64::MIN, i64::MAX, -1, 1, 59, 60, 61, 1439, 1440] {
            assert!(!since(Words::default(), Minutes(minutes)).is_empty());
        }
    }
}
