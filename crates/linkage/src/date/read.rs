//! What one cell may mean, before the column is asked: its shape, which needs no decision.

use thiserror::Error;

use super::{
    CivilDay, PartialDate,
    age::Age,
    calendar::{Calendar, MonthNo},
    edtf, gematria,
    months::{self, Meaning},
    scan::{Number, Token, fold, plain, scan},
};

/// Why a cell is no date. It stays as it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Error)]
pub enum DateFault {
    /// Nothing in it is a date in a notation that is known.
    #[error("this is no date in a notation that is known")]
    Unreadable,
    /// It has the form of a date, and there is no such day, month or year.
    #[error("there is no such date")]
    Impossible,
    /// It lies after the day of the list.
    #[error("this lies after the day of the list")]
    InFuture,
    /// A day and month without a year.
    #[error("there is no year")]
    NoYear,
    /// An age, and the day on which it was true is not known.
    #[error("an age needs the day on which it was true: give the column `as-of=` in the mapping")]
    AgeWithoutDay,
}

/// Whether a cell means its date exactly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bound {
    Exactly,
    About,
    Before,
    After,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// Three numbers.
    Three([Number; 3]),
    /// Six digits in a row, which may also be a year and a month.
    Six([Number; 3], Number, u8),
    /// A month by name, in one calendar or in either of several.
    Named {
        day: Option<u8>,
        months: Vec<(Calendar, MonthNo)>,
        year: Number,
    },
    /// A month by number.
    Month { month: u8, year: Number },
    /// A year.
    Year(Number),
    /// From a year to a year.
    Years(Number, Number),
    /// A date that needs no more.
    Settled(PartialDate),
    /// Years of age.
    Age(Age),
    /// One or two digits, which only an age can be.
    BareAge(u32, u32),
    /// Days since 30 December 1899, as spreadsheets count.
    Serial(u32),
}

/// A cell's form, with what its small words add.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell {
    pub form: Form,
    pub era: Option<Calendar>,
    pub bound: Bound,
}

/// Reads the form of a cell. `latest` is the last year that a date may have.
pub(super) fn cell(text: &str, latest: i16) -> Result<Cell, DateFault> {
    let flat = plain(text);
    if let Some(date) = edtf::read(&flat, latest) {
        return Ok(Cell {
            form: Form::Settled(date),
            era: None,
            bound: Bound::Exactly,
        });
    }
    let tokens = scan(text).ok_or(DateFault::Unreadable)?;
    Parts::of(&tokens)?.cell()
}

/// The pieces by kind.
#[derive(Default)]
struct Parts {
    numbers: Vec<Number>,
    months: Option<Vec<(Calendar, MonthNo)>>,
    /// How many numbers stood before the month.
    before_month: usize,
    era: Option<Calendar>,
    bound: Option<Bound>,
    unit: Option<Unit>,
    /// Set by a year in Hebrew letters.
    letters: Option<Calendar>,
    /// What stands between two numbers.
    joint: Option<Joint>,
}

/// What stands between two numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    /// A dash, a slash, or a word such as "or": from one to the other.
    Span,
    /// A dot or a comma.
    Dot,
}

/// What a word says that a number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// "The year 84".
    Year,
    /// "34 years", which may also follow a date.
    Years,
    /// "34 years old".
    YearsOld,
    /// "6 months".
    MonthsOld,
}

impl Parts {
    fn of(tokens: &[Token]) -> Result<Self, DateFault> {
        let mut parts = Self::default();
        let mut rest = tokens;
        while let Some((first, after)) = rest.split_first() {
            rest = match first {
                Token::Number(number) => {
                    parts.numbers.push(*number);
                    after
                }
                Token::Sign(sign) => {
                    parts.sign(*sign)?;
                    after
                }
                Token::Word { raw, .. } => {
                    let taken = parts.phrase(rest);
                    if taken == 0 {
                        parts.hebrew_number(raw)?;
                    }
                    rest.get(taken.max(1)..).unwrap_or_default()
                }
            };
        }
        Ok(parts)
    }

    fn sign(&mut self, sign: char) -> Result<(), DateFault> {
        match sign {
            '~' | '≈' => self.bound = Some(Bound::About),
            '<' => self.bound = Some(Bound::Before),
            '>' => self.bound = Some(Bound::After),
            '-' | '/' => self.joint = Some(Joint::Span),
            '.' | ',' => self.joint = self.joint.or(Some(Joint::Dot)),
            '،' | ';' | ':' | '\\' | '(' | ')' | '[' | ']' | '_' | '|' | '?' | '\'' | '"' | '’'
            | '‘' | '`' | '׳' | '״' | '°' | 'º' | 'ª' | '*' => {}
            _ => return Err(DateFault::Unreadable),
        }
        Ok(())
    }

    /// Takes the longest phrase of words that is known; says how many tokens it has.
    fn phrase(&mut self, tokens: &[Token]) -> usize {
        for length in (1..=tokens.len().min(5)).rev() {
            let Some(words) = tokens.get(..length) else {
                continue;
            };
            let Some(phrase) = joined(words) else {
                continue;
            };
            let known = months::meaning(&phrase).or_else(|| prefixed(&phrase));
            let marked = matches!(words, [Token::Word { raw, .. }] if is_hebrew_number(raw));
            if let Some(meaning) = known.filter(|m| !marked || matches!(m, Meaning::Month(_))) {
                self.take(meaning);
                return length;
            }
        }
        0
    }

    fn take(&mut self, meaning: &Meaning) {
        match meaning {
            Meaning::Month(months) => {
                self.before_month = self.numbers.len();
                // A second month word is a second date: `cell` refuses it.
                match &mut self.months {
                    None => self.months = Some(months.clone()),
                    Some(known) => known.retain(|month| months.contains(month)),
                }
            }
            Meaning::Era(calendar) => self.era = Some(*calendar),
            Meaning::About => self.bound = Some(Bound::About),
            Meaning::Before => self.bound = Some(Bound::Before),
            Meaning::After => self.bound = Some(Bound::After),
            Meaning::YearsOld => self.unit = Some(Unit::YearsOld),
            Meaning::MonthsOld => self.unit = Some(Unit::MonthsOld),
            Meaning::Year if self.numbers.is_empty() => {
                self.unit = self.unit.or(Some(Unit::Year));
            }
            Meaning::Year => self.unit = self.unit.or(Some(Unit::Years)),
            Meaning::Or => self.joint = Some(Joint::Span),
            Meaning::Filler => {}
        }
    }

    fn hebrew_number(&mut self, raw: &str) -> Result<(), DateFault> {
        let bare = raw.trim_start_matches(gematria::is_mark);
        let number = |value, digits| Number { value, digits };
        let without_in = bare.strip_prefix('ב').unwrap_or(bare);
        let year = gematria::year(bare).or_else(|| gematria::year(without_in));
        if let Some(year) = year {
            self.letters = Some(Calendar::Hebrew);
            self.numbers.push(number(year, 4));
            return Ok(());
        }
        let day = gematria::value(bare).filter(|day| (1..=30).contains(day));
        self.numbers
            .push(number(day.ok_or(DateFault::Unreadable)?, 2));
        Ok(())
    }

    fn cell(self) -> Result<Cell, DateFault> {
        let form = match &self.months {
            Some(months) => self.named(months)?,
            None => self.numeric()?,
        };
        Ok(Cell {
            form,
            era: self.era.or(self.letters),
            bound: self.bound.unwrap_or(Bound::Exactly),
        })
    }

    fn named(&self, months: &[(Calendar, MonthNo)]) -> Result<Form, DateFault> {
        if months.is_empty() {
            return Err(DateFault::Unreadable);
        }
        let is_year = |n: &Number| n.digits >= 3 || n.value > 31;
        let (day, year) = match self.numbers.as_slice() {
            [only] if is_year(only) || self.unit == Some(Unit::Year) => (None, *only),
            // "May 84" is a month of a year and "84 May" is too, but "May 12" lacks its year.
            [] | [_] => return Err(DateFault::NoYear),
            [a, b] if is_year(a) && !is_year(b) => (Some(b), *a),
            [a, b] if is_year(b) && !is_year(a) => (Some(a), *b),
            // "9 May 12" and "May 9 12": the year stands last; "12 9 May" is none of ours.
            [a, b] if !is_year(a) && !is_year(b) && self.before_month < 2 => (Some(a), *b),
            _ => return Err(DateFault::Unreadable),
        };
        let day = day.map(|day| u8::try_from(day.value)).transpose();
        Ok(Form::Named {
            day: day.map_err(|_| DateFault::Impossible)?,
            months: months.to_vec(),
            year,
        })
    }

    fn numeric(&self) -> Result<Form, DateFault> {
        match (self.unit, self.numbers.as_slice()) {
            (Some(Unit::MonthsOld), &[n]) if n.digits <= 4 => Ok(Form::Age(Age::Months(n.value))),
            (Some(Unit::YearsOld | Unit::Years), &[n]) if n.digits <= 3 => {
                Ok(Form::Age(Age::Years(n.value, n.value)))
            }
            (Some(Unit::MonthsOld), &[years, months]) if years.digits <= 2 && months.value < 12 => {
                Ok(Form::Age(Age::Months(years.value * 12 + months.value)))
            }
            (Some(Unit::YearsOld | Unit::Years), &[a, b]) if a.digits <= 3 && b.digits <= 3 => {
                let to = if self.joint == Some(Joint::Span) {
                    b
                } else {
                    a
                };
                Ok(Form::Age(Age::Years(a.value, to.value)))
            }
            (_, &[a, b, c]) => Ok(three([a, b, c])),
            (_, &[a, b]) => self.two(a, b),
            (_, &[only]) => self.one(only),
            (_, _) => Err(DateFault::Unreadable),
        }
    }

    fn two(&self, a: Number, b: Number) -> Result<Form, DateFault> {
        let month = |n: Number| u8::try_from(n.value).ok().filter(|m| (1..=12).contains(m));
        match (a.digits, b.digits) {
            (4, 4) if self.joint == Some(Joint::Span) => Ok(Form::Years(a, b)),
            (4, 1 | 2) => match month(b) {
                Some(month) => Ok(Form::Month { month, year: a }),
                // "1984-86": the second year without its century.
                None if self.joint == Some(Joint::Span)
                    && b.digits == 2
                    && b.value > a.value % 100 =>
                {
                    let value = a.value - a.value % 100 + b.value;
                    Ok(Form::Years(a, Number { value, digits: 4 }))
                }
                None => Err(DateFault::Impossible),
            },
            (1 | 2, 4) => {
                let month = month(a).ok_or(DateFault::Impossible)?;
                Ok(Form::Month { month, year: b })
            }
            (1 | 2, 1 | 2) => match month(a) {
                Some(month) if b.value > 31 => Ok(Form::Month { month, year: b }),
                // 34.5 is 34 full years.
                _ if self.joint == Some(Joint::Dot) => Ok(Form::BareAge(a.value, a.value)),
                _ => Ok(Form::BareAge(a.value, b.value)),
            },
            (5, 1) if b.value == 0 => Ok(Form::Serial(a.value)),
            _ => Err(DateFault::Unreadable),
        }
    }

    fn one(&self, n: Number) -> Result<Form, DateFault> {
        let part = |value, digits| Number { value, digits };
        let (high, middle, low) = (n.value / 10_000, n.value / 100 % 100, n.value % 100);
        match n.digits {
            8 => {
                let first = [part(high, 4), part(middle, 2), part(low, 2)];
                let (day, month, year) = (n.value / 1_000_000, high % 100, n.value % 10_000);
                let last = [part(day, 2), part(month, 2), part(year, 4)];
                let year_first = is_year(high) && !super::Order::possible(first).is_empty();
                let year_last = is_year(year) && !super::Order::possible(last).is_empty();
                Ok(three(if year_last && !year_first {
                    last
                } else {
                    first
                }))
            }
            6 => {
                let three = [part(high, 2), part(middle, 2), part(low, 2)];
                let month = u8::try_from(low).map_err(|_| DateFault::Unreadable)?;
                Ok(Form::Six(three, part(n.value / 100, 4), month))
            }
            5 => Ok(Form::Serial(n.value)),
            4 => Ok(Form::Year(n)),
            2 if self.unit.is_some() || self.era.is_some() => Ok(Form::Year(n)),
            1..=3 => Ok(Form::BareAge(n.value, n.value)),
            _ => Err(DateFault::Unreadable),
        }
    }
}

/// Three numbers; noughts in place of what is not known (00/00/1956) make a month or a year of them.
fn three(numbers: [Number; 3]) -> Form {
    let [first, middle, last] = numbers;
    let month = |n: Number| u8::try_from(n.value).ok().filter(|m| (1..=12).contains(m));
    match (first.digits, last.digits) {
        (4, _) if middle.value == 0 => Form::Year(first),
        (4, _) if last.value == 0 => match month(middle) {
            Some(month) => Form::Month { month, year: first },
            None => Form::Three(numbers),
        },
        (_, 4) if middle.value == 0 => Form::Year(last),
        (_, 4) if first.value == 0 => match month(middle) {
            Some(month) => Form::Month { month, year: last },
            None => Form::Three(numbers),
        },
        (_, _) => Form::Three(numbers),
    }
}

/// The words of some tokens as one phrase; none if anything but words and hyphens stands there.
fn joined(tokens: &[Token]) -> Option<String> {
    let mut phrase = String::new();
    let last = tokens.len().saturating_sub(1);
    for (at, token) in tokens.iter().enumerate() {
        match token {
            Token::Word { folded, .. } => phrase = phrase + " " + folded,
            // "كانون 2": the number of a month of two.
            Token::Number(n) if n.value <= 2 && n.digits == 1 && at > 0 && at == last => {
                phrase = format!("{phrase} {}", n.value);
            }
            Token::Sign('-') if at > 0 && at < last => {}
            Token::Sign(_) | Token::Number(_) => return None,
        }
    }
    Some(fold(&phrase))
}

/// A Hebrew month or era word with "in" or "of" before it.
fn prefixed(word: &str) -> Option<&'static Meaning> {
    let bare = word.strip_prefix(['ב', 'ל'])?;
    months::meaning(bare).filter(|meaning| matches!(meaning, Meaning::Month(_)))
}

/// Whether a Hebrew word has the mark of a number (ב׳, ט״ו), which a word does not have.
fn is_hebrew_number(raw: &str) -> bool {
    raw.contains(gematria::is_mark) && gematria::value(raw).is_some()
}

/// Whether four digits may be a year in some calendar.
fn is_year(value: u32) -> bool {
    calendar_of(value).is_some()
}

/// The years that each calendar has in lists. They do not overlap, but for the lunar and the solar
/// Hijri, between which the column decides.
pub(super) fn calendar_of(year: u32) -> Option<Calendar> {
    match year {
        1250..=1500 => Some(Calendar::Hijri),
        1800..=2100 => Some(Calendar::Gregorian),
        2343..=2643 => Some(Calendar::Buddhist),
        5560..=5860 => Some(Calendar::Hebrew),
        _ => None,
    }
}

/// The calendar that allows most days: to tell which orders of numbers are possible.
pub(super) fn likely_calendar(year: Number) -> Calendar {
    match calendar_of(year.value) {
        Some(Calendar::Hijri) if year.digits == 4 => Calendar::Persian,
        Some(calendar) if year.digits == 4 => calendar,
        _ => Calendar::Gregorian,
    }
}

/// Days as spreadsheets count them, from 1 March 1900 on; none before, where they count wrongly.
pub(super) fn serial(days: u32) -> Option<CivilDay> {
    let start = CivilDay::new(1899, 12, 30)?;
    (61..=100_000)
        .contains(&days)
        .then(|| start.plus(i64::from(days)))?
}
