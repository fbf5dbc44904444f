//! Fields that are typed in.

use maud::{Markup, html};

use super::Field;

/// What is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Typing {
    /// Words, in whatever direction they run.
    Words,
    /// Figures, dates, digests and codes: left to right on every page.
    LeftToRight,
    /// Something that nobody should read over a shoulder.
    Secret,
}

/// One line.
pub fn text(field: &Field, typing: Typing, value: &str) -> Markup {
    let (kind, dir, complete, spell) = match typing {
        Typing::Words => ("text", "auto", None, None),
        Typing::LeftToRight => ("text", "ltr", Some("off"), Some("false")),
        Typing::Secret => ("password", "ltr", Some("off"), Some("false")),
    };
    html! {
        div class=[field.class()] {
            label for=(field.control()) { (field.label) }
            input type=(kind) id=(field.control()) name=(field.name) value=(value) dir=(dir)
                autocomplete=[complete] spellcheck=[spell]
                aria-describedby=[field.described()] aria-invalid=[field.invalid()];
            (field.hint_line())
            (field.error_line())
        }
    }
}

/// A long answer: the hint stands above it.
pub fn textarea(field: &Field, value: &str) -> Markup {
    html! {
        div class=[field.class()] {
            label for=(field.control()) { (field.label) }
            (field.hint_line())
            // The first newline after the tag is dropped by every browser: one of ours, so that
            // none of theirs is.
            textarea id=(field.control()) name=(field.name) dir="auto"
                aria-describedby=[field.described()] aria-invalid=[field.invalid()] { "\n" (value) }
            (field.error_line())
        }
    }
}

/// What the form carries along unseen.
pub fn hidden(name: &str, value: &str) -> Markup {
    html! { input type="hidden" name=(name) value=(value); }
}
