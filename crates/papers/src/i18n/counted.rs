//! Counts as the strings choose their form by them: `$n` decides the form, `$count` is how it is
//! written.
//!
//! CLDR has Arabic choose by the last two digits of a count (103 as 3, 8,576 as 76). The rules that
//! Fluent comes with (`intl_pluralrules` 7) look at the whole count instead and take everything from
//! 100 on for one form. So a count from 100 on is given to Fluent as a smaller one of the same form.

use fluent_bundle::{FluentArgs, FluentValue};

use super::numbers::grouped;

/// From here on only the last two digits say which form a count takes.
const WHOLE: f64 = 100.0;

/// The arguments as Fluent is to see them.
pub(super) fn counted<'a>(arguments: &[(&'static str, FluentValue<'a>)]) -> FluentArgs<'a> {
    let mut seen = FluentArgs::with_capacity(arguments.len() + 1);
    for (name, value) in arguments {
        match value {
            FluentValue::Number(number) if *name == "n" => {
                seen.set("n", of_same_form(number.value));
                seen.set("count", grouped(&number.as_string()));
            }
            other => seen.set(*name, other.clone()),
        }
    }
    seen
}

/// A count below or at a hundred that takes the same form.
fn of_same_form(count: f64) -> f64 {
    let last = count % WHOLE;
    match count {
        c if c < WHOLE => c,
        // One and two as last digits count like a hundred: they have no form of their own.
        _ if last < 3.0 => WHOLE,
        _ => last,
    }
}
