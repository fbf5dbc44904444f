//! What people decided, in words.

use linkage::decide::{Decision, Verdict, Why};

use crate::{
    cell,
    i18n::{Key, Strings},
};

/// The name of the string of a decision.
pub(crate) const fn verdict_key(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Same => Key("verdict-same"),
        Verdict::Different => Key("verdict-different"),
        Verdict::Relatives => Key("verdict-relatives"),
        Verdict::CannotTell => Key("verdict-cannot-tell"),
    }
}

/// The word for a decision.
pub fn verdict(verdict: Verdict, strings: Strings) -> String {
    strings.t(verdict_key(verdict))
}

/// "Decided by Noor, 2024-03-01: same", without the reason, which is theirs.
pub fn decided(decision: &Decision, strings: Strings) -> String {
    let by = match decision.by.trim() {
        "" => strings.t("decided-by-nobody"),
        by => cell::plainly(by),
    };
    let verdict = verdict(decision.verdict, strings);
    match decision.when.trim() {
        "" => strings.with("decided", &[("by", by.into()), ("verdict", verdict.into())]),
        when => strings.with(
            "decided-when",
            &[
                ("by", by.into()),
                ("when", cell::plainly(when).into()),
                ("verdict", verdict.into()),
            ],
        ),
    }
}

/// Why a decision does not fit, without a full stop.
pub fn misfit(why: Why, strings: Strings) -> String {
    strings.t(match why {
        Why::NoColumns => Key("misfit-no-columns"),
        Why::NoSuchVerdict => Key("misfit-no-such-verdict"),
        Why::NoKey => Key("misfit-no-key"),
        Why::OtherList => Key("misfit-other-list"),
        Why::NoSuchRow => Key("misfit-no-such-row"),
        Why::OneEntry => Key("misfit-one-entry"),
    })
}
