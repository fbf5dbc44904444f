//! Forms: label above, hint and error beside the field and tied to it, and beside the button who
//! can read what will be recorded. What a value must be is the domain's to say.

mod choice;
mod date;
mod text;

pub use choice::{Choice, Layout, Open, checks, radios, select};
pub use date::{DateField, DateValue, When, date, date_and_time};
pub use text::{Typing, hidden, text, textarea};

use maud::{Markup, html};

use super::section::kept;
use crate::i18n::Words;

/// A field: its name, its words, and what was wrong with what was sent.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// The name that the form sends.
    pub name: String,
    /// The id, where the name occurs in two forms of one page.
    pub id: Option<String>,
    /// The label.
    pub label: String,
    /// A line of help.
    pub hint: Option<String>,
    /// What is wrong with this value.
    pub error: Option<String>,
    /// How wide.
    pub width: Width,
}

/// How wide a field is, in a grid that has one column on a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Width {
    /// All of it.
    #[default]
    Whole,
    /// Two thirds.
    TwoThirds,
    /// Half.
    Half,
    /// A third.
    Third,
}

impl Field {
    /// A field of this name and label.
    pub fn new(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            ..Self::default()
        }
    }

    /// With a line of help.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// With what is wrong, if anything is.
    #[must_use]
    pub fn error(mut self, error: Option<String>) -> Self {
        self.error = error;
        self
    }

    /// With an id of its own.
    #[must_use]
    pub fn id(mut self, id: impl Into<String>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// Of this width.
    #[must_use]
    pub fn width(mut self, width: Width) -> Self {
        self.width = width;
        self
    }

    /// The id of its control.
    pub fn control(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.name)
    }

    fn hint_id(&self) -> String {
        format!("{}-hint", self.control())
    }

    fn error_id(&self) -> String {
        format!("{}-error", self.control())
    }

    /// The ids that describe its control.
    fn described(&self) -> Option<String> {
        match (&self.hint, &self.error) {
            (None, None) => None,
            (Some(_), None) => Some(self.hint_id()),
            (None, Some(_)) => Some(self.error_id()),
            (Some(_), Some(_)) => Some(format!("{} {}", self.hint_id(), self.error_id())),
        }
    }

    fn invalid(&self) -> Option<&'static str> {
        self.error.is_some().then_some("true")
    }

    fn hint_line(&self) -> Markup {
        html! { @if let Some(hint) = &self.hint { span.hint id=(self.hint_id()) { (kept(hint)) } } }
    }

    fn error_line(&self) -> Markup {
        html! { @if let Some(error) = &self.error { span.err id=(self.error_id()) { (kept(error)) } } }
    }

    const fn class(&self) -> Option<&'static str> {
        match self.width {
            Width::Whole => None,
            Width::TwoThirds => Some("g4"),
            Width::Half => Some("g3"),
            Width::Third => Some("g2"),
        }
    }
}

/// A form that records something. Its fields are set in a grid.
pub fn form(action: &str, fields: &Markup, acts: &Markup) -> Markup {
    html! {
        form method="post" action=(action) accept-charset="utf-8" {
            div.grid { (fields) }
            (acts)
        }
    }
}

/// The button says what will be recorded; beside it, who can read it and that it stays.
pub fn acts(button: &str, beside: &str) -> Markup {
    html! { div.acts { button.btn { (button) } p.meta { (beside) } } }
}

/// A button, a second way on, and who can read it.
pub fn acts_two(button: &str, second: (&str, &str), beside: &str) -> Markup {
    let (said, action) = second;
    html! {
        div.acts {
            button.btn { (button) }
            button.btn.second formaction=(action) formnovalidate { (said) }
            p.meta { (beside) }
        }
    }
}

/// Who can read what will be recorded, and that it cannot be changed.
pub fn readers(words: Words, readers: &[String]) -> String {
    match readers {
        [] => words.t("readers-desk"),
        several => words.t_args("readers-several", &[("who", words.list(several).into())]),
    }
}
