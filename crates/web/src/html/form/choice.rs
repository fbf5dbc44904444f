//! Fields that are chosen from. A choice that is not open stays in its place, disabled, with the
//! reason and what would open it.

use maud::{Markup, html};

use super::Field;

/// A choice.
#[derive(Clone, Debug)]
pub struct Choice {
    /// The value that the form sends.
    pub value: String,
    /// Its words, or its mark.
    pub said: Markup,
    /// A line below.
    pub note: Option<String>,
    /// Whether it can be chosen.
    pub open: Open,
}

/// Whether a choice can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Open {
    /// It can.
    Yes,
    /// It cannot, and this is why.
    No(String),
}

/// How the choices are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// One below the other.
    Column,
    /// In a row.
    Row,
    /// One below the other with room for long notes.
    Roomy,
}

impl Choice {
    /// An open choice in plain words.
    pub fn new(value: impl Into<String>, said: impl Into<String>) -> Self {
        let said: String = said.into();
        Self {
            value: value.into(),
            said: html! { (said) },
            note: None,
            open: Open::Yes,
        }
    }

    /// An open choice with a mark.
    pub fn marked(value: impl Into<String>, said: Markup) -> Self {
        Self {
            value: value.into(),
            said,
            note: None,
            open: Open::Yes,
        }
    }

    /// With a line below.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    /// Not open, and why.
    #[must_use]
    pub fn closed(mut self, why: impl Into<String>) -> Self {
        self.open = Open::No(why.into());
        self
    }

    fn is_closed(&self) -> bool {
        self.open != Open::Yes
    }
}

/// One of several, as a list that opens.
pub fn select(field: &Field, choices: &[Choice], chosen: &str) -> Markup {
    html! {
        div class=[field.class()] {
            label for=(field.control()) { (field.label) }
            select id=(field.control()) name=(field.name)
                aria-describedby=[field.described()] aria-invalid=[field.invalid()] {
                @for choice in choices {
                    option value=(choice.value) selected[choice.value == chosen] disabled[choice.is_closed()] {
                        (choice.said)
                        @if let Open::No(why) = &choice.open { ": " (why) }
                    }
                }
            }
            (field.hint_line())
            (field.error_line())
        }
    }
}

/// One of several, all in sight.
pub fn radios(field: &Field, choices: &[Choice], chosen: Option<&str>, layout: Layout) -> Markup {
    let picked: Vec<&str> = chosen.into_iter().collect();
    picks(field, "radio", choices, &picked, layout)
}

/// Any of several.
pub fn checks(field: &Field, choices: &[Choice], chosen: &[&str], layout: Layout) -> Markup {
    picks(field, "checkbox", choices, chosen, layout)
}

fn picks(field: &Field, kind: &str, choices: &[Choice], chosen: &[&str], layout: Layout) -> Markup {
    let class = match layout {
        Layout::Column => "pick",
        Layout::Row => "pick row",
        Layout::Roomy => "pick roomy",
    };
    // Radio buttons are wrong as a group, boxes one by one.
    let (role, group_wrong, each_wrong) = match kind {
        "radio" => (Some("radiogroup"), field.invalid(), None),
        _ => (None, None, field.invalid()),
    };
    html! {
        fieldset id=(field.control()) class=[field.class()] role=[role]
            aria-labelledby={ (field.control()) "-legend" } aria-describedby=[field.described()]
            aria-invalid=[group_wrong] {
            legend id={ (field.control()) "-legend" } { (field.label) }
            (field.hint_line())
            div class=(class) {
                @for choice in choices {
                    label {
                        input type=(kind) name=(field.name) value=(choice.value)
                            checked[chosen.contains(&choice.value.as_str()) && !choice.is_closed()]
                            disabled[choice.is_closed()]
                            aria-invalid=[each_wrong];
                        span { (choice.said) }
                        @if let Some(note) = &choice.note { small { (note) } }
                        @if let Open::No(why) = &choice.open { small { (why) } }
                    }
                }
            }
            (field.error_line())
        }
    }
}
