//! Single values held against what can stand in their place.

use super::{
    forms::Form,
    near::nearest,
    scalar,
    tree::{Style, Text},
    typographic, when,
};
use crate::{decimal::Decimal, range::Range};

/// Whether a value can stand where these forms can.
pub fn stands(forms: &[Form], text: &Text) -> bool {
    if is_of_names(forms) {
        return why_no_name(text).is_none();
    }
    forms.iter().any(|form| accepts(form, text))
}

/// Whether a value is read as a number that could be another, where these forms can stand.
pub fn may_be_misread(forms: &[Form], text: &Text) -> bool {
    if is_of_names(forms) {
        return why_no_name(text).is_some();
    }
    let as_number = |form: &Form| matches!(form, Form::Number | Form::Range | Form::Whole { .. });
    scalar::is_misread(&text.says) && forms.iter().any(as_number)
}

/// Why a value cannot stand at its place.
#[derive(Debug, PartialEq, Eq)]
pub enum Why {
    /// It is not of the form.
    Form(String),
    /// It is of the form, and there is no such thing.
    Value(String),
}

/// Why a value cannot stand where these forms can.
pub fn why_not(forms: &[Form], text: &Text) -> Option<Why> {
    if is_of_names(forms) {
        return why_no_name(text).map(Why::Form);
    }
    let there_is_none = forms.iter().find_map(|form| match form {
        Form::Day => when::no_such_day(&text.says),
        Form::Time => when::no_such_time(&text.says),
        Form::Nothing
        | Form::Words
        | Form::Number
        | Form::Range
        | Form::Whole { .. }
        | Form::YesOrNo
        | Form::OneOf(_)
        | Form::List(_)
        | Form::Keyed(_)
        | Form::Thing(..) => None,
    });
    if let Some(none) = there_is_none {
        return Some(Why::Value(none));
    }
    let why = || forms.iter().find_map(|form| why_not_one(form, text));
    wrongly_quoted(forms, text).or_else(why).map(Why::Form)
}

/// What could stand there without the quotation marks of a word processor.
fn wrongly_quoted(forms: &[Form], text: &Text) -> Option<String> {
    let (_, bare) = typographic::quoted(&text.says).filter(|_| text.style == Style::Plain)?;
    let plain = Text {
        says: bare.to_owned(),
        style: Style::Plain,
    };
    let time = forms.iter().any(|form| matches!(form, Form::Time));
    let written = if time {
        format!("\"{bare}\"")
    } else {
        bare.to_owned()
    };
    stands(forms, &plain).then(|| {
        format!("stands between quotation marks of a word processor, which enclose nothing here. Write {written}.")
    })
}

/// Whether what stands there is a name, which may be a number.
fn is_of_names(forms: &[Form]) -> bool {
    let number = |form: &Form| matches!(form, Form::Whole { .. });
    let words = |form: &Form| matches!(form, Form::Words);
    forms.iter().any(number) && forms.iter().any(words)
}

/// Why a value is no name: it is written plainly, and is read as a number that could be another, or as
/// something that is no name.
fn why_no_name(text: &Text) -> Option<String> {
    const AS_NAME: &str = "Where it is a name and no number, put it into quotation marks.";
    let says = text.says.as_str();
    if text.style == Style::Quoted {
        return None;
    }
    if ["true", "false"].contains(&says.to_ascii_lowercase().as_str()) {
        return Some(
            "is read as yes or no. Where it is a name, put it into quotation marks.".to_owned(),
        );
    }
    let is_plain = |number: i64| number.to_string() == says;
    if !scalar::is_taken_for_number(says) || says.parse().is_ok_and(is_plain) {
        return None;
    }
    let is_plain = !scalar::is_misread(says);
    let digits = |b: u8| b.is_ascii_digit() || b == b'-';
    let why = match Decimal::parse(says).filter(|_| is_plain) {
        Some(number) if number.places() > 0 => "is not a whole number.".to_owned(),
        _ if is_plain && says.bytes().all(digits) => "is more than can be counted with.".to_owned(),
        _ => match scalar::number_meant(says) {
            Some(meant) => format!("could be read as another number. {meant}"),
            None => "is read as a number, and is no whole one.".to_owned(),
        },
    };
    Some(format!("{why} {AS_NAME}"))
}

/// Whether a value is one of a form.
pub fn accepts(form: &Form, text: &Text) -> bool {
    match form {
        Form::Words => true,
        Form::Day => text.says.len() == 10 && text.says.parse::<jiff::civil::Date>().is_ok(),
        Form::Time => when::time(&text.says).is_some(),
        Form::Number => Decimal::parse(&text.says).is_some(),
        Form::Range => Range::parse(&text.says).is_some(),
        Form::Whole { least } => {
            let number: Option<i64> = text.says.parse().ok();
            let most = i64::from(u32::MAX);
            text.style == Style::Plain
                && !scalar::is_misread(&text.says)
                && number.is_some_and(|number| number >= *least && (*least < 0 || number <= most))
        }
        Form::OneOf(words) => words.contains(&text.says.as_str()),
        Form::YesOrNo => matches!(text.says.as_str(), "true" | "false"),
        Form::Nothing | Form::List(_) | Form::Keyed(_) | Form::Thing(..) => false,
    }
}

/// Why a value is none of a form, where that form is for single values.
fn why_not_one(form: &Form, text: &Text) -> Option<String> {
    let said = text.says.as_str();
    let meant = |meant: Option<String>| meant.map_or_else(String::new, |it| format!(" {it}"));
    Some(match form {
        Form::Day => format!(
            "is no day.{}",
            meant(when::day_meant(said).map(|day| format!("Write {day}.")))
        ),
        Form::Time => format!(
            "is no time of day.{}",
            meant(when::time_meant(said).map(|time| format!("Write \"{time}\".")))
        ),
        Form::Number => format!("is no number.{}", meant(scalar::number_meant(said))),
        Form::Range => format!(
            "is neither a number nor a range.{}",
            meant(scalar::number_meant(said))
        ),
        Form::Whole { least } => whole(text, *least),
        Form::OneOf(words) => {
            let near = nearest(said, words.iter().copied());
            format!(
                "is not one of the words that can stand here.{}",
                meant(near.map(|near| format!("Probably {near} is meant.")))
            )
        }
        Form::YesOrNo => "is neither true nor false.".to_owned(),
        Form::Words | Form::Nothing | Form::List(_) | Form::Keyed(_) | Form::Thing(..) => {
            return None;
        }
    })
}

fn whole(text: &Text, least: i64) -> String {
    let said = text.says.trim();
    if text.style == Style::Quoted && said.parse::<u32>().is_ok() {
        return format!("stands between quotation marks. Write the number without: {said}.");
    }
    match Decimal::parse(said) {
        Some(number) if number.places() > 0 => "is not a whole number.".to_owned(),
        Some(number) if number < Decimal::whole(least) => {
            format!("is below {least}, and it counts something.")
        }
        Some(_) => "is more than can be counted with.".to_owned(),
        None if Range::parse(said).is_some() => {
            "is a range, and a count has to be known.".to_owned()
        }
        None => match scalar::number_meant(said) {
            Some(meant) => format!("is no whole number. {meant}"),
            None if !said.is_empty() && said.bytes().all(|b| b.is_ascii_digit()) => {
                "is more than can be counted with.".to_owned()
            }
            None => "is no whole number.".to_owned(),
        },
    }
}
