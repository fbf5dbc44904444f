//! How two values of one field are compared: into a few levels, from the same to different.

mod across;
mod dates;
mod parts;
mod places;
mod readings;
mod sound;
mod texts;
mod whole;

pub use dates::DayDates;
pub use parts::NameParts;
pub use places::Places;
pub use texts::Texts;
pub use whole::WholeNames;

/// How well two values of a field agree: 1 is best. [`Level::NONE`] where one is missing, which
/// speaks neither for nor against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(pub u8);

impl Level {
    /// Nothing to compare.
    pub const NONE: Self = Self(0);
    /// The same value.
    pub const SAME: Self = Self(1);
}

/// What a level of some field means; a report puts it into words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Agreement {
    /// One side says nothing.
    Missing,
    /// The same, letter by letter in normal form.
    Same,
    /// Another form of the same name: a pet form, another language or script.
    OtherForm,
    /// One letter or digit differs, or two stand the other way round.
    OneSign,
    /// Few letters differ.
    Close,
    /// More letters differ, but it may be the same.
    Alike,
    /// One is a part of the other.
    Part,
    /// Given name and family name stand in each other's place.
    Exchanged,
    /// The same day with day and month the other way round.
    DayMonthExchanged,
    /// The same month and year, another day.
    SameMonth,
    /// The same day and month, a year more or less.
    SameDayNextYear,
    /// The same day and month, another year.
    SameDayOfYear,
    /// The same year.
    SameYear,
    /// A year more or less.
    NextYear,
    /// Year and month agree; one of the two says no day.
    CompatibleMonth,
    /// The year agrees; one of the two says no more.
    CompatibleYear,
    /// One of the two is a span of years, such as an age makes, and the other lies in it or overlaps it.
    WithinSpan,
    /// Different.
    Different,
}

impl Agreement {
    /// Whether only values that are known in part agree so, however well they do: then what is
    /// known of them says nothing about the persons, and what agrees is held against its like.
    pub const fn is_of_parts(self) -> bool {
        match self {
            Self::CompatibleMonth | Self::CompatibleYear | Self::WithinSpan | Self::NextYear => {
                true
            }
            Self::Missing
            | Self::Same
            | Self::OtherForm
            | Self::OneSign
            | Self::Close
            | Self::Alike
            | Self::Part
            | Self::Exchanged
            | Self::DayMonthExchanged
            | Self::SameMonth
            | Self::SameDayNextYear
            | Self::SameDayOfYear
            | Self::SameYear
            | Self::Different => false,
        }
    }
}

/// A coarse code of each value, for finding pairs in lists too long to compare all.
pub struct Coarse {
    /// By value; [`crate::list::MISSING`] where there is none.
    pub of_value: Vec<u32>,
}

/// Finds the values like another among many.
pub trait Among: Sync {
    /// Every one of them that does not differ from `a`, with its level, in their order.
    fn alike(&self, a: u32, found: &mut Vec<(u32, Level)>);
}

/// Looks at each.
struct EachOf<'a, C: ?Sized> {
    comparator: &'a C,
    others: &'a [u32],
}

impl<C: Comparator + ?Sized> Among for EachOf<'_, C> {
    fn alike(&self, a: u32, found: &mut Vec<(u32, Level)>) {
        self.comparator.alike(a, self.others, found);
    }
}

/// Compares the values of one field.
pub trait Comparator: Sync + Send {
    /// What its levels mean, from level 1 on; the last is [`Agreement::Different`].
    fn scale(&self) -> &'static [Agreement];

    /// The level of two values. Symmetric.
    fn level(&self, a: u32, b: u32) -> Level;

    /// The levels of many pairs of values, in their order.
    fn levels(&self, pairs: &[(u32, u32)], levels: &mut Vec<Level>) {
        levels.extend(pairs.iter().map(|&(a, b)| self.level(a, b)));
    }

    /// Every value among `others` that does not differ from `a`, with its level, in the order of
    /// `others`.
    fn alike(&self, a: u32, others: &[u32], found: &mut Vec<(u32, Level)>) {
        let different = self.different();
        let levels = others.iter().map(|&b| (b, self.level(a, b)));
        found.extend(levels.filter(|&(_, level)| level < different));
    }

    /// Prepares `others`, which are in rising order, so that those like one value after another are
    /// found among them.
    fn among<'a>(&'a self, others: &'a [u32]) -> Box<dyn Among + 'a> {
        Box::new(EachOf {
            comparator: self,
            others,
        })
    }

    /// Evidence of each level in bits, where it is known before anything is learnt.
    fn given(&self) -> Option<Vec<f64>> {
        None
    }

    /// Evidence of two values in bits, where it is known more finely than by level.
    fn bits(&self, _a: u32, _b: u32) -> Option<f64> {
        None
    }

    /// A digest of what a value says, the same wherever and whenever it is computed.
    fn content(&self, value: u32) -> u64;

    /// A coarser code of each value that misspelling mostly leaves alone, where there is one.
    fn coarse(&self) -> Option<Coarse> {
        None
    }

    /// The level of values that differ.
    fn different(&self) -> Level {
        Level(u8::try_from(self.scale().len()).unwrap_or(u8::MAX))
    }
}

/// Shows `then` each of those for which `is_it` says yes, with its place, in their order. Whether it does
/// is hard to foretell, so that it is asked of many at once, and one is shown after the other then.
fn each_that<T>(all: &[T], is_it: impl Fn(&T) -> bool, mut then: impl FnMut(usize, &T)) {
    for (from, few) in (0..).step_by(64).zip(all.chunks(64)) {
        let bits = (0..).zip(few).map(|(at, one)| u64::from(is_it(one)) << at);
        let mut left = bits.fold(0, |all, bit| all | bit);
        while left != 0 {
            let at = left.trailing_zeros() as usize;
            left &= left - 1;
            if let Some(one) = few.get(at) {
                then(from + at, one);
            }
        }
    }
}

/// The values at these places, in their order, each once, and `a` where it is one of them. `others` are
/// in rising order.
fn taken(others: &[u32], a: u32, mut places: Vec<u32>) -> impl Iterator<Item = u32> {
    let own = others.binary_search(&a).ok();
    places.extend(own.and_then(|at| u32::try_from(at).ok()));
    places.sort_unstable();
    places.dedup();
    places
        .into_iter()
        .filter_map(|place| others.get(place as usize).copied())
}
