//! What the system says back: a refusal, a form that needs another look, an entry recorded.

use maud::{Markup, html};

use super::section::kept;
use crate::i18n::Words;

/// A refusal: what was refused, the rule, and what can be done. That nothing was recorded is
/// always said.
#[derive(Clone, Debug)]
pub struct Refused {
    /// What was refused.
    pub what: String,
    /// The rule, in the case's own names.
    pub why: String,
    /// What can be done, each a clause after "You can".
    pub can: Vec<Markup>,
}

/// The refusal.
pub fn refused(words: Words, refusal: &Refused) -> Markup {
    html! {
        div.says.refused role="alert" {
            h3 { (words.t_args("says-refused", &[("what", refusal.what.clone().into())])) }
            p { (refusal.why) " " (words.t("says-nothing-recorded")) }
            @match refusal.can.as_slice() {
                [] => {}
                [only] => p { b { (words.t("says-you-can")) } " " (only) },
                several => { p { b { (words.t("says-you-can")) } } ul { @for way in several { li { (way) } } } },
            }
        }
    }
}

/// One field that needs another look.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The id of the field.
    pub field: String,
    /// Its label.
    pub label: String,
    /// What is wrong with this value.
    pub wrong: String,
}

/// The faults of a form, on top of it, each a link to its field. Nothing where there are none.
pub fn faults(words: Words, faults: &[Fault]) -> Markup {
    if faults.is_empty() {
        return html! {};
    }
    html! {
        div.says.warn role="alert" {
            h3 { (words.t_args("says-faults", &[("n", faults.len().into())])) }
            ul { @for fault in faults { li { a href={ "#" (fault.field) } { (fault.label) } ": " (kept(&fault.wrong)) } } }
            p { (words.t("says-nothing-recorded")) }
        }
    }
}

/// What was recorded: the head ("Recorded as H 46, Monday 19:41"), and the receipt and who can
/// read it.
pub fn done(head: &str, body: &Markup) -> Markup {
    html! { div.says.done role="status" { h3 { (head) } p { (body) } } }
}

/// Something to know before going on.
pub fn warn(head: &str, body: &Markup) -> Markup {
    html! { div.says.warn { h3 { (head) } p { (body) } } }
}
