//! What the commands on plans say on a terminal beside their reports, in the language of those.

use planner::watch::Stage;

use super::for_a_terminal;
use crate::{
    Language,
    i18n::{FluentValue, Key, Strings},
};

fn said(key: Key, arguments: &[(&'static str, FluentValue)], language: Language) -> String {
    for_a_terminal(&Strings::of(language).with(key, arguments), language)
}

/// That a file was written.
pub fn written(path: &str, language: Language) -> String {
    said(Key("plan-written"), &[("path", path.into())], language)
}

/// That the file of an order was not written, because there is none.
pub fn no_order_written(path: &str, language: Language) -> String {
    said(Key("plan-not-written"), &[("path", path.into())], language)
}

/// That a search for packages was stopped.
pub fn search_stopped(language: Language) -> String {
    said(Key("plan-search-stopped"), &[], language)
}

/// That what overstating does was not looked at for every issue, and which option does it.
pub fn overstating_left(option: &str, language: Language) -> String {
    said(
        Key("plan-overstating-left"),
        &[("option", option.into())],
        language,
    )
}

/// That work stops at its next opportunity.
pub fn stopping(language: Language) -> String {
    said(Key("plan-stopping"), &[], language)
}

/// What is being done.
pub fn doing(stage: Stage, language: Language) -> String {
    let key = match stage {
        Stage::Reading => "plan-doing-reading",
        Stage::Checking => "plan-doing-checking",
        Stage::Searching => "plan-doing-searching",
        Stage::Proving => "plan-doing-proving",
        Stage::Overstating => "plan-doing-overstating",
        Stage::Forecasting => "plan-doing-forecasting",
        Stage::Writing => "plan-doing-writing",
    };
    said(Key(key), &[], language)
}

/// How far it is, where nobody knows how far it goes.
pub fn so_far(doing: &str, done: &str, language: Language) -> String {
    let said = [("doing", doing.into()), ("done", done.into())];
    Strings::of(language).plain("plan-doing-so-far", &said)
}

/// How long it still takes.
pub fn left(time: &str, language: Language) -> String {
    Strings::of(language).plain("plan-doing-left", &[("time", time.into())])
}
