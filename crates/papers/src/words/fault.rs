//! What is wrong with a part of a list, in words. A kind that is new to `linkage` is told here too, or
//! this does not compile.

use linkage::problem::Fault;

use crate::i18n::{Key, Strings};

/// What was found and what was done about it, without a full stop.
pub fn fault(fault: Fault, strings: Strings) -> String {
    strings.t(match fault {
        Fault::NotText => Key("fault-not-text"),
        Fault::EncodingGuessed => Key("fault-encoding-guessed"),
        Fault::NoRows => Key("fault-no-rows"),
        Fault::TitleRow => Key("fault-title-row"),
        Fault::HeaderJoined => Key("fault-header-joined"),
        Fault::HeaderMissing => Key("fault-header-missing"),
        Fault::HeaderEmpty => Key("fault-header-empty"),
        Fault::HeaderTwice => Key("fault-header-twice"),
        Fault::HeaderAgain => Key("fault-header-again"),
        Fault::TotalsRow => Key("fault-totals-row"),
        Fault::BlankRows => Key("fault-blank-rows"),
        Fault::MergedDown => Key("fault-merged-down"),
        Fault::MergedAcross => Key("fault-merged-across"),
        Fault::Formula => Key("fault-formula"),
        Fault::FormulaWithoutValue => Key("fault-formula-without-value"),
        Fault::FormulaText => Key("fault-formula-text"),
        Fault::CellError => Key("fault-cell-error"),
        Fault::CellUnreadable => Key("fault-cell-unreadable"),
        Fault::NumberRounded => Key("fault-number-rounded"),
        Fault::HiddenRow => Key("fault-hidden-row"),
        Fault::HiddenColumn => Key("fault-hidden-column"),
        Fault::HiddenSheet => Key("fault-hidden-sheet"),
        Fault::OtherHeader => Key("fault-other-header"),
        Fault::RowLong => Key("fault-row-long"),
        Fault::RowShort => Key("fault-row-short"),
        Fault::QuoteOpen => Key("fault-quote-open"),
        Fault::ManyLines => Key("fault-many-lines"),
        Fault::CutOff => Key("fault-cut-off"),
        Fault::Invisible => Key("fault-invisible"),
        Fault::MixedScripts => Key("fault-mixed-scripts"),
        Fault::DateUnreadable => Key("fault-date-unreadable"),
        Fault::DateImpossible => Key("fault-date-impossible"),
        Fault::DateInFuture => Key("fault-date-in-future"),
        Fault::DateWithoutYear => Key("fault-date-without-year"),
        Fault::DayWithoutMonth => Key("fault-day-without-month"),
        Fault::DatesDiffer => Key("fault-dates-differ"),
        Fault::AgeWithoutDay => Key("fault-age-without-day"),
        Fault::DateOrder => Key("fault-date-order"),
        Fault::DateOrderOpen => Key("fault-date-order-open"),
        Fault::DateOrderContradicted => Key("fault-date-order-contradicted"),
        Fault::ShortYears => Key("fault-short-years"),
        Fault::HijriDates => Key("fault-hijri-dates"),
        Fault::HijriOpen => Key("fault-hijri-open"),
        Fault::OtherCalendar => Key("fault-other-calendar"),
        Fault::SerialDates => Key("fault-serial-dates"),
        Fault::AgesCounted => Key("fault-ages-counted"),
        Fault::FirstOfJanuary => Key("fault-first-of-january"),
        Fault::NothingToCompare => Key("fault-nothing-to-compare"),
        Fault::ColumnSaysNothing => Key("fault-column-says-nothing"),
        Fault::MoreOfThese => Key("fault-more-of-these"),
    })
}
