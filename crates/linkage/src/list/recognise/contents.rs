//! What the cells of a column look like, from its distinct texts and how often they stand.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::{
    super::{FieldKind, mapping::Sign, missing, sex},
    header,
};
use crate::{
    date::{self, PartialDate, Reading, Style},
    name::Script,
    signs::digit,
    table::{EMPTY, Table},
};

/// About so many distinct texts are looked at: enough to tell, and a million rows stay cheap.
const LOOKED_AT: usize = 2000;

/// What is known about the cells of a column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Contents {
    /// Records that have something here.
    filled: usize,
    /// Distinct texts, all of the column.
    distinct: usize,
    /// Those that were looked at.
    seen: usize,
    dates: usize,
    small_numbers: usize,
    sexes: usize,
    numbers: usize,
    with_letters: usize,
    with_digits: usize,
    words: usize,
    letters: usize,
    lengths: (usize, usize),
    years: (i16, i16),
    by_script: [usize; 6],
    counting: bool,
}

impl Contents {
    pub fn of(table: &Table, column: usize) -> Self {
        let said = |text: &&str| !missing::is_missing(text, FieldKind::FullName);
        let texts: Vec<&str> = sample(table, column).into_iter().filter(said).collect();
        let filled = (0..table.len())
            .filter(|&record| table.text_id(record, column) != EMPTY)
            .count();
        let mut contents = Self {
            filled,
            distinct: table.distinct_len(column).saturating_sub(1),
            seen: 0,
            dates: 0,
            small_numbers: 0,
            sexes: 0,
            numbers: 0,
            with_letters: 0,
            with_digits: 0,
            words: 0,
            letters: 0,
            lengths: (usize::MAX, 0),
            years: (i16::MAX, i16::MIN),
            by_script: [0; 6],
            counting: counts_up(table, column),
        };
        for text in &texts {
            contents.look(text);
        }
        contents.look_for_dates(&texts);
        contents
    }

    fn look(&mut self, text: &str) {
        let text = text.trim();
        self.seen += 1;
        let (mut digits, mut letters, mut others) = (0, 0, 0);
        for c in text.chars() {
            if digit(c).is_some() {
                digits += 1;
            } else if c.is_alphabetic() {
                letters += 1;
                if let Some(script) = Script::of_letter(c)
                    && let Some(count) = self.by_script.get_mut(script as usize)
                {
                    *count += 1;
                }
            } else if !c.is_whitespace() && !"-/.,()+".contains(c) {
                others += 1;
            }
        }
        let number = digits > 0 && letters == 0 && others == 0;
        self.numbers += usize::from(number);
        self.small_numbers += usize::from(number && digits <= 2);
        self.with_letters += usize::from(letters > 0);
        self.with_digits += usize::from(digits > 0);
        self.words += text.split_whitespace().count();
        self.letters += letters;
        self.sexes += usize::from(sex::sex(text).is_some());
        let length = digits + letters;
        self.lengths = (self.lengths.0.min(length), self.lengths.1.max(length));
    }

    fn look_for_dates(&mut self, texts: &[&str]) {
        // Short numbers are years, serial days or postcodes as well as dates: they tell nothing.
        let long = |text: &&&str| text.chars().filter(|c| c.is_alphanumeric()).count() >= 6;
        let texts: Vec<&str> = texts.iter().filter(long).copied().collect();
        let style = Style {
            reading: Reading::Dates,
            ..Style::default()
        };
        let column = date::column::read(&texts, &style);
        for dates in column.cells.iter().flatten() {
            if let Some(first @ (PartialDate::Day { .. } | PartialDate::Month { .. })) =
                dates.0.first()
            {
                self.dates += 1;
                let (year, _) = first.years();
                self.years = (self.years.0.min(year), self.years.1.max(year));
            }
        }
    }

    /// Whether at least nine in ten of the texts looked at are such.
    fn nearly_all(&self, such: usize) -> bool {
        such * 10 >= self.seen * 9
    }

    pub fn is_empty(&self) -> bool {
        self.seen == 0
    }

    pub fn are_dates(&self) -> bool {
        !self.is_empty() && self.dates * 10 >= self.seen * 8
    }

    /// Not one in five could be a date of any kind: no digits, or hardly any.
    pub fn are_no_dates(&self) -> bool {
        !self.is_empty() && self.with_digits * 5 < self.seen
    }

    pub fn are_ages(&self) -> bool {
        !self.is_empty() && self.nearly_all(self.small_numbers) && self.distinct <= 120
    }

    pub fn count_up(&self) -> bool {
        self.counting
    }

    /// Words in a cell, on average, times ten.
    pub fn words_of_ten(&self) -> usize {
        (self.words * 10).checked_div(self.seen).unwrap_or(0)
    }

    /// Nearly every record has its own, of digits alone and of one length.
    pub fn are_identity_numbers(&self) -> bool {
        self.are_distinct()
            && self.nearly_all(self.numbers)
            && self.lengths.0 >= 5
            && self.lengths.1 - self.lengths.0 <= 1
    }

    fn are_distinct(&self) -> bool {
        self.filled >= 5 && self.distinct * 20 >= self.filled * 19
    }

    /// The script of most letters; none where there are no letters.
    pub fn script(&self) -> Option<usize> {
        let most = self
            .by_script
            .iter()
            .copied()
            .max()
            .filter(|&most| most > 0)?;
        self.by_script.iter().position(|&count| count == most)
    }

    /// Whether the years reach back as birthdays do: over fifteen years at least, and not only lately.
    pub fn span_lives(&self) -> bool {
        self.years.1.saturating_sub(self.years.0) >= 15
    }

    /// What the cells say by themselves.
    pub fn sign(&self) -> Sign {
        let ten = self.words_of_ten();
        if self.is_empty() {
            Sign::Empty
        } else if self.nearly_all(self.sexes) && self.distinct <= 8 {
            Sign::Sexes
        } else if self.are_dates() {
            Sign::Dates
        } else if self.counting {
            Sign::Counting
        } else if self.are_identity_numbers() {
            Sign::DistinctNumbers
        } else if self.are_distinct()
            && self.nearly_all(self.with_digits)
            && self.nearly_all(self.with_letters)
            && ten <= 12
        {
            Sign::DistinctCodes
        } else if self.letters > self.seen * 60 || ten >= 90 {
            Sign::LongText
        } else if self.nearly_all(self.with_letters)
            && self.with_digits * 10 <= self.seen
            && ten >= 18
            && self.distinct * 2 >= self.filled
        {
            Sign::ManyNames
        } else if self.are_ages() {
            Sign::SmallNumbers
        } else if self.nearly_all(self.numbers) {
            Sign::Numbers
        } else if self.filled >= 20 && self.distinct * 20 <= self.filled {
            Sign::FewValues
        } else {
            Sign::Words
        }
    }
}

/// The texts that are looked at: all, or of many those that a hash picks, so that the order of the rows
/// changes nothing.
fn sample(table: &Table, column: usize) -> Vec<&str> {
    let texts = table.distinct(column).skip(1);
    let every = (table.distinct_len(column) / LOOKED_AT) as u64 + 1;
    let hasher = FixedState::default();
    let picked = |text: &&str| every == 1 || hasher.hash_one(text) % every == 0;
    texts.filter(picked).collect()
}

/// Whole numbers, all different, that hardly leave one out: 1 to 800 for 800 rows, some struck out.
/// The order of the rows does not matter, so a list that was sorted by name is told too.
fn counts_up(table: &Table, column: usize) -> bool {
    let (mut count, mut least, mut most) = (0_u64, u64::MAX, 0_u64);
    for text in table.distinct(column).skip(1) {
        let Some(number) = whole_number(text) else {
            return false;
        };
        count += 1;
        least = least.min(number);
        most = most.max(number);
    }
    let filled = (0..table.len()).filter(|&record| table.text_id(record, column) != EMPTY);
    count >= 3 && most - least < count + count / 4 && filled.count() as u64 == count
}

fn whole_number(text: &str) -> Option<u64> {
    let digits = text.trim().trim_end_matches('.');
    let mut number = None;
    for c in digits.chars() {
        let worth = u64::from(digit(c)?);
        number = Some(
            number
                .unwrap_or(0_u64)
                .checked_mul(10)?
                .checked_add(worth)?,
        );
    }
    number
}

/// Whether two columns say the same in two spellings: by the languages that their headers name, or
/// by the scripts of their cells.
pub(super) fn spell_differently(
    (header, contents): (&str, &Contents),
    (other_header, other): (&str, &Contents),
) -> bool {
    let (a, b) = (header::languages(header), header::languages(other_header));
    let named = a != b && !(a.is_empty() && b.is_empty());
    let scripts = contents.script().zip(other.script());
    named || scripts.is_some_and(|(a, b)| a != b)
}
