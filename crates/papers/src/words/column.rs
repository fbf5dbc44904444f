//! What a column was taken for and why, in words.

use linkage::list::{Meaning, Reason, Sign};

use super::field;
use crate::{
    cell,
    i18n::{Key, Strings},
};

/// What a column was taken for.
pub fn meaning(meaning: Meaning, strings: Strings) -> String {
    strings.t(match meaning {
        Meaning::Field(kind) => return field(kind, strings),
        Meaning::Age => Key("taken-for-age"),
        Meaning::HouseNumber => Key("taken-for-house-number"),
        Meaning::RowId => Key("taken-for-row-id"),
        Meaning::LeftOut => Key("taken-for-nothing"),
    })
}

/// Whether it says something about a person.
pub const fn is_used(meaning: Meaning) -> bool {
    match meaning {
        Meaning::Field(_) | Meaning::Age | Meaning::HouseNumber => true,
        Meaning::RowId | Meaning::LeftOut => false,
    }
}

/// Why. A word of the header is quoted, harmless and isolated.
pub fn reason(reason: &Reason, strings: Strings) -> String {
    let quoted = |key: &'static str, word: &str| {
        strings.with(Key(key), &[("word", cell::plainly(word).into())])
    };
    match reason {
        Reason::Header(word) => quoted("reason-header", word),
        Reason::HeaderPart(word) => quoted("reason-header-part", word),
        Reason::HeaderAgainst(word, sign) => strings.with(
            "reason-header-against",
            &[
                ("word", cell::plainly(word).into()),
                ("cells", self::sign(*sign, strings).into()),
            ],
        ),
        Reason::Beside(word) => quoted("reason-beside", word),
        Reason::Contents(sign) => strings.with(
            "reason-contents",
            &[("cells", self::sign(*sign, strings).into())],
        ),
        Reason::Repeats => strings.t("reason-repeats"),
        Reason::Nothing => strings.t("reason-nothing"),
        Reason::Said => strings.t("reason-said"),
    }
}

/// What the cells of a column look like.
fn sign(sign: Sign, strings: Strings) -> String {
    strings.t(match sign {
        Sign::Empty => Key("cells-empty"),
        Sign::Dates => Key("cells-dates"),
        Sign::NoDates => Key("cells-no-dates"),
        Sign::SmallNumbers => Key("cells-small-numbers"),
        Sign::Sexes => Key("cells-sexes"),
        Sign::Counting => Key("cells-counting"),
        Sign::DistinctNumbers => Key("cells-distinct-numbers"),
        Sign::DistinctCodes => Key("cells-distinct-codes"),
        Sign::ManyNames => Key("cells-many-names"),
        Sign::FewValues => Key("cells-few-values"),
        Sign::LongText => Key("cells-long-text"),
        Sign::Words => Key("cells-words"),
        Sign::Numbers => Key("cells-numbers"),
    })
}
