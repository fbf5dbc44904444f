//! The pieces of a cell sorted by kind: numbers, a month, and what the small words say. What they mean
//! together stands in `read`.

use super::{
    calendar::{Calendar, MonthNo},
    gematria,
    months::{self, Meaning},
    read::{Bound, DateFault},
    scan::{Number, Token, fold},
};

/// The pieces by kind.
#[derive(Default)]
pub(super) struct Parts {
    pub numbers: Vec<Number>,
    pub months: Option<Vec<(Calendar, MonthNo)>>,
    /// How many numbers stood before the month.
    pub before_month: usize,
    pub era: Option<Calendar>,
    pub bound: Option<Bound>,
    pub unit: Option<Unit>,
    /// Set by a year in Hebrew letters.
    pub letters: Option<Calendar>,
    /// What stands between two numbers.
    pub joint: Option<Joint>,
}

/// What stands between two numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A dash, a slash, or a word such as "or": from one to the other.
    Span,
    /// A dot or a comma.
    Dot,
}

/// What a word says that a number counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
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
    pub fn of(tokens: &[Token]) -> Result<Self, DateFault> {
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
