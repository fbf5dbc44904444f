//! What a header says: the longest phrase known that stands in it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use super::{
    super::{FieldKind, mapping::Meaning},
    phrases::{ALIASES, LANGUAGES, PHRASES},
};
use crate::{
    date::{DatePart, Order},
    signs::{digit, fold},
};

/// What was found in a header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    pub meaning: Meaning,
    /// The phrase, as the tables have it.
    pub phrase: String,
    /// Whether the header says nothing else but a number or a language.
    pub whole: Whole,
    /// Whether it names other names of the same person.
    pub alias: Alias,
}

/// Whether a phrase is all of a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Whole {
    Whole,
    Part,
}

/// Whether a header names other names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Alias {
    No,
    Yes,
}

/// The meaning of a header; none if no word in it is known.
pub(super) fn find(header: &str) -> Option<Found> {
    let words = words(header);
    let mut best: Option<(usize, usize, &Entry)> = None;
    for start in 0..words.len() {
        for end in start + 1..=words.len().min(start + LONGEST) {
            let phrase = words.get(start..end).unwrap_or_default().join(" ");
            let Some(entry) = KNOWN.get(&phrase) else {
                continue;
            };
            // More words say more; of as many words the rarer kind of phrase, then the longer.
            let weight = (end - start) * 1000 + entry.weight() + phrase.chars().count();
            if best.is_none_or(|(most, ..)| weight > most) {
                best = Some((weight, end - start, entry));
            }
        }
    }
    let (_, length, entry) = best?;
    let other = words.iter().filter(|word| !says_nothing(word)).count();
    Some(Found {
        meaning: entry.meaning,
        phrase: entry.phrase.to_owned(),
        whole: if other <= length {
            Whole::Whole
        } else {
            Whole::Part
        },
        alias: entry.alias,
    })
}

/// The languages that a header names, as words; none for most.
pub(super) fn languages(header: &str) -> Vec<String> {
    let words = words(header);
    let is_language = |word: &&String| LANGUAGE_WORDS.contains(word.as_str());
    words.iter().filter(is_language).cloned().collect()
}

struct Entry {
    meaning: Meaning,
    phrase: &'static str,
    alias: Alias,
}

impl Entry {
    /// A word for a whole name or for the row gives way to any other ("name of prison", "phone no").
    fn weight(&self) -> usize {
        match self.meaning {
            Meaning::RowId => 0,
            Meaning::Field(FieldKind::FullName) if self.alias == Alias::No => 100,
            Meaning::Field(FieldKind::EventDate | FieldKind::EventPlace) => 200,
            Meaning::Field(_) | Meaning::Age | Meaning::HouseNumber | Meaning::LeftOut => 300,
        }
    }
}

/// No phrase has more words.
const LONGEST: usize = 6;

static KNOWN: LazyLock<BTreeMap<String, Entry>> = LazyLock::new(|| {
    let mut known = BTreeMap::new();
    let name = Meaning::Field(FieldKind::FullName);
    let aliases = ALIASES.iter().map(|line| (name, *line, Alias::Yes));
    let phrases = PHRASES
        .iter()
        .flat_map(|(meaning, lines)| lines.iter().map(|line| (*meaning, *line, Alias::No)));
    for (meaning, line, alias) in aliases.chain(phrases) {
        for phrase in line.split('|') {
            known.entry(words(phrase).join(" ")).or_insert(Entry {
                meaning,
                phrase,
                alias,
            });
        }
    }
    known
});

static LANGUAGE_WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let phrases = LANGUAGES.iter().flat_map(|line| line.split('|'));
    phrases.flat_map(words).collect()
});

/// The order of day, month and year that a header asks for: "(DD/MM/YYYY)", "jj/mm/aaaa".
pub(super) fn order(header: &str) -> Option<Order> {
    use DatePart::{Day, Month, Year};
    let pieces: Vec<Option<DatePart>> = words(header).iter().map(|word| piece(word)).collect();
    pieces.windows(3).find_map(|three| match three {
        [Some(Day), Some(Month), Some(Year)] => Some(Order::DayMonthYear),
        [Some(Month), Some(Day), Some(Year)] => Some(Order::MonthDayYear),
        [Some(Year), Some(Month), Some(Day)] => Some(Order::YearMonthDay),
        [Some(Year), Some(Day), Some(Month)] => Some(Order::YearDayMonth),
        _ => None,
    })
}

/// The one piece of a date that a header names ("Date of birth / Day"), with its other words in order;
/// none where it names several, or none.
pub(super) fn part(header: &str) -> Option<(DatePart, Vec<String>)> {
    let words = words(header);
    let mut parts: Vec<DatePart> = words.iter().filter_map(|word| piece(word)).collect();
    parts.dedup();
    let [part] = *parts.as_slice() else {
        return None;
    };
    let says = |word: &String| piece(word).is_none() && !says_nothing(word);
    let mut others: Vec<String> = words.into_iter().filter(says).collect();
    others.sort_unstable();
    others.dedup();
    Some((part, others))
}

fn piece(word: &str) -> Option<DatePart> {
    match word {
        "d" | "dd" | "day" | "jj" | "jour" | "dia" | "tag" | "дд" | "день" | "число" | "gg"
        | "gun" | "يوم" | "روز" | "יום" | "วัน" => Some(DatePart::Day),
        "m" | "mm" | "month" | "monat" | "mois" | "mes" | "мм" | "месяц" | "місяць" | "ay"
        | "شهر" | "ماه" | "חודש" | "เดือน" => Some(DatePart::Month),
        "y" | "yy" | "yyyy" | "year" | "jahr" | "aaaa" | "annee" | "ano" | "гг" | "гггг"
        | "рррр" | "год" | "рік" | "yil" | "سنه" | "عام" | "سال" | "שנה" | "שנת" | "ปี" => {
            Some(DatePart::Year)
        }
        _ => None,
    }
}

/// Words that may stand beside a phrase without adding to it.
fn says_nothing(word: &str) -> bool {
    word.chars().all(char::is_numeric)
        || LANGUAGE_WORDS.contains(word)
        || piece(word).is_some()
        || matches!(
            word,
            "the" | "of" | "a" | "le" | "la" | "de" | "du" | "in" | "person" | "s"
        )
}

/// The words of a header, folded: parted at signs, at digits and at the humps of `dateOfBirth`, with
/// the article of Arabic and Hebrew words off. Thai is written without spaces, so a Thai word is cut
/// where a known phrase stands in it.
fn words(header: &str) -> Vec<String> {
    let mut parted = String::new();
    let mut before = ' ';
    for c in header.chars() {
        let hump = before.is_lowercase() && c.is_uppercase();
        let number = digit(before).is_some() != digit(c).is_some() && !before.is_whitespace();
        if hump || number {
            parted.push(' ');
        }
        let sign = !(c.is_alphanumeric() || is_joining(c));
        parted.push(if sign { ' ' } else { c });
        before = c;
    }
    parted.split_whitespace().flat_map(word).collect()
}

/// Marks over and under letters, apostrophes and geresh inside words; the hash and numero signs.
fn is_joining(c: char) -> bool {
    matches!(c, '\'' | '’' | '"' | '״' | '׳' | '#' | '№' | '°')
        || matches!(c, '\u{0300}'..='\u{036F}' | '\u{0591}'..='\u{05C7}' | '\u{064B}'..='\u{0670}')
        || matches!(c, '\u{0E31}'..='\u{0E4E}' | '\u{200C}')
}

fn word(word: &str) -> Vec<String> {
    let folded = fold(word);
    if folded.chars().any(|c| matches!(c, '\u{0E01}'..='\u{0E2E}')) {
        return thai(&folded);
    }
    let bare = folded
        .strip_prefix("ال")
        .or_else(|| folded.strip_prefix('ה'))
        .filter(|rest| rest.chars().count() >= 2);
    let bare = bare.map(str::to_owned).unwrap_or(folded);
    if bare.is_empty() {
        Vec::new()
    } else {
        vec![bare]
    }
}

/// The known phrases in a run of Thai, the longest first at each place; what is between is one word.
fn thai(run: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut between = String::new();
    let mut rest = run;
    while let Some(c) = rest.chars().next() {
        let known = THAI.iter().find(|phrase| rest.starts_with(phrase.as_str()));
        if let Some(phrase) = known {
            if !between.is_empty() {
                words.push(std::mem::take(&mut between));
            }
            words.push(phrase.clone());
            rest = rest.get(phrase.len()..).unwrap_or_default();
        } else {
            between.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
        }
    }
    if !between.is_empty() {
        words.push(between);
    }
    words
}

/// All Thai words of the tables, the longest first.
static THAI: LazyLock<Vec<String>> = LazyLock::new(|| {
    let phrases = PHRASES.iter().flat_map(|(_, lines)| lines.iter());
    let lines = phrases.chain(ALIASES).chain(LANGUAGES);
    let words = lines.flat_map(|line| line.split(['|', ' ']));
    let thai = |word: &&str| word.chars().any(|c| matches!(c, '\u{0E01}'..='\u{0E2E}'));
    let mut words: Vec<String> = words.filter(thai).map(fold).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words.dedup();
    words
});

#[cfg(test)]
mod tests;
