//! Which form a count takes, by the plural rules of CLDR 47 (`common/supplemental/plurals.xml`).
//!
//! The rules that Fluent comes with (`intl_pluralrules` 7) look at the whole count where the Arabic
//! ones look at its remainder by a hundred, and so take everything from 100 on for one form. Our
//! Arabic strings therefore choose by `FORM($n)`, which is answered here.

use crate::Language;

/// The form of a count. Which of them a language has, and for which counts, is its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// In Arabic: nought.
    Zero,
    /// One.
    One,
    /// In Arabic: two.
    Two,
    /// In Arabic: 3 to 10, and what ends so.
    Few,
    /// In Arabic: 11 to 99, and what ends so.
    Many,
    /// Everything else, fractions included.
    Other,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Zero,
        Self::One,
        Self::Two,
        Self::Few,
        Self::Many,
        Self::Other,
    ];

    /// The form that a count takes.
    pub fn of(count: f64, language: Language) -> Self {
        let whole = count.abs();
        if whole.fract() != 0.0 || !whole.is_finite() {
            return Self::Other;
        }
        let is = |number: f64| (whole - number).abs() < 0.5;
        match language {
            Language::English if is(1.0) => Self::One,
            Language::English => Self::Other,
            Language::Arabic if is(0.0) => Self::Zero,
            Language::Arabic if is(1.0) => Self::One,
            Language::Arabic if is(2.0) => Self::Two,
            Language::Arabic => match whole % 100.0 {
                last if (3.0..=10.0).contains(&last) => Self::Few,
                last if last >= 11.0 => Self::Many,
                _ => Self::Other,
            },
        }
    }

    /// Its name in CLDR and in Fluent.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Zero => "zero",
            Self::One => "one",
            Self::Two => "two",
            Self::Few => "few",
            Self::Many => "many",
            Self::Other => "other",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(language: Language, counts: &[f64], form: Form) {
        for &count in counts {
            assert_eq!(Form::of(count, language), form, "{count} in {language:?}");
        }
    }

    /// The samples that CLDR 47 gives for `ar`.
    #[test]
    fn arabic_counts_as_cldr_says() {
        let arabic = |counts: &[f64], form| all(Language::Arabic, counts, form);
        arabic(&[0.0], Form::Zero);
        arabic(&[1.0], Form::One);
        arabic(&[2.0], Form::Two);
        arabic(
            &[3.0, 10.0, 103.0, 110.0, 1_003.0, 1_010.0, 8_507.0],
            Form::Few,
        );
        arabic(
            &[11.0, 26.0, 99.0, 111.0, 199.0, 1_011.0, 8_576.0],
            Form::Many,
        );
        arabic(
            &[
                100.0,
                101.0,
                102.0,
                200.0,
                202.0,
                300.0,
                502.0,
                600.0,
                1_000.0,
                1_002.0,
                10_000.0,
                1_000_000.0,
            ],
            Form::Other,
        );
        arabic(
            &[0.1, 0.9, 1.1, 1.7, 10.1, 100.5, f64::NAN, f64::INFINITY],
            Form::Other,
        );
    }

    /// The samples that CLDR 47 gives for `en`, for counts without a fraction.
    #[test]
    fn english_counts_as_cldr_says() {
        let english = |counts: &[f64], form| all(Language::English, counts, form);
        english(&[1.0], Form::One);
        english(
            &[0.0, 2.0, 16.0, 100.0, 101.0, 1_000.0, 0.1, 1.5],
            Form::Other,
        );
    }

    #[test]
    fn from_three_on_a_count_and_the_same_with_hundreds_before_it_take_one_form() {
        for count in 3..100 {
            for hundreds in [100, 700, 8_500, 1_000_000] {
                let of = |n: i32| Form::of(f64::from(n), Language::Arabic);
                assert_eq!(of(count), of(hundreds + count), "{count} and {hundreds}");
            }
        }
    }
}
