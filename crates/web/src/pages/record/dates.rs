//! What was typed for a date, as the domain writes one: the clock is that of the place of the
//! case. Whether it is a date is the domain's to say.

use jiff::{civil, tz::TimeZone};
use mediation::time::{Instant, Moment};

use crate::{html::form::DateValue, i18n::Key, when::Certainty};

/// Which field of a date needs another look, what was typed there, and why it is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct DateFault {
    /// `day` or `time`.
    pub part: &'static str,
    /// What was typed.
    pub typed: String,
    /// Why.
    pub why: Key,
}

impl DateFault {
    /// A day that may be known only in part.
    fn loose(typed: &str) -> Self {
        Self::at("day", typed, Key("fault-day"))
    }

    /// A day that must be whole.
    fn exact(typed: &str) -> Self {
        Self::at("day", typed, Key("fault-day-exact"))
    }

    fn time(typed: &str) -> Self {
        Self::at("time", typed, Key("fault-time"))
    }

    fn at(part: &'static str, typed: &str, why: Key) -> Self {
        Self {
            part,
            typed: typed.to_owned(),
            why,
        }
    }
}

/// A date as far as it is known; `None` where nothing was typed.
pub(crate) fn moment(typed: &DateValue, zone: &TimeZone) -> Result<Option<String>, Vec<DateFault>> {
    let (day, time) = (western(&typed.day), western(&typed.time));
    if day.is_empty() {
        return if time.is_empty() && typed.part.is_empty() {
            Ok(None)
        } else {
            Err(vec![DateFault::at("day", "", Key("fault-day-missing"))])
        };
    }
    let known = Certainty::ALL
        .into_iter()
        .find(|known| known.value() == typed.known)
        .unwrap_or(Certainty::Exactly);
    let mark = match known {
        Certainty::About => "~",
        Certainty::NotCertain => "?",
        Certainty::Exactly | Certainty::Before | Certainty::After => "",
    };
    let said = if time.is_empty() {
        let bounds: Vec<String> = day
            .split('/')
            .map(|bound| format!("{}{mark}", bound.trim()))
            .collect();
        bounds.join("/")
    } else {
        format!("{}{mark}", there(&day, &time, zone)?)
    };
    let said = match known {
        Certainty::Before => format!("../{said}"),
        Certainty::After => format!("{said}/.."),
        Certainty::Exactly | Certainty::About | Certainty::NotCertain => said,
    };
    let said = if time.is_empty() && !typed.part.is_empty() {
        format!("{said} {}", typed.part)
    } else {
        said
    };
    match said.parse::<Moment>() {
        Ok(_) => Ok(Some(said)),
        Err(_) => Err(vec![DateFault::loose(&typed.day)]),
    }
}

/// A day and a time, both known; `None` where nothing was typed.
pub(crate) fn instant(
    typed: &DateValue,
    zone: &TimeZone,
) -> Result<Option<String>, Vec<DateFault>> {
    let (day, time) = (western(&typed.day), western(&typed.time));
    match (day.is_empty(), time.is_empty()) {
        (true, true) => Ok(None),
        (true, false) => {
            let mut faults = vec![DateFault::at("day", "", Key("fault-day-missing"))];
            faults.extend(clock(&time).err());
            Err(faults)
        }
        (false, true) => {
            let mut faults: Vec<DateFault> = civil_day(&day).err().into_iter().collect();
            faults.push(DateFault::at("time", "", Key("fault-time-missing")));
            Err(faults)
        }
        (false, false) => {
            let said = there(&day, &time, zone)?;
            match said.parse::<Instant>() {
                Ok(_) => Ok(Some(said)),
                Err(_) => Err(vec![DateFault::exact(&day)]),
            }
        }
    }
}

/// A day and a time by the clock of a place, with its offset on that day.
fn there(day: &str, time: &str, zone: &TimeZone) -> Result<String, Vec<DateFault>> {
    // Both are looked at, so that nobody mends one only to be told of the other.
    let (date, hour) = match (civil_day(day), clock(time)) {
        (Ok(date), Ok(hour)) => (date, hour),
        (date, hour) => return Err(date.err().into_iter().chain(hour.err()).collect()),
    };
    let at = zone
        .to_ambiguous_timestamp(date.to_datetime(hour))
        .compatible()
        .map_err(|_| vec![DateFault::exact(day)])?;
    Ok(crate::when::machine(at, zone))
}

fn civil_day(day: &str) -> Result<civil::Date, DateFault> {
    day.parse().map_err(|_| DateFault::exact(day))
}

fn clock(time: &str) -> Result<civil::Time, DateFault> {
    civil::Time::strptime("%H:%M", time).map_err(|_| DateFault::time(time))
}

/// Digits of Arabic and Persian keyboards as those of the record; nothing else is changed.
pub(crate) fn western(text: &str) -> String {
    text.trim()
        .chars()
        .map(|c| match c {
            '\u{660}'..='\u{669}' => digit(u32::from(c) - 0x660),
            '\u{6f0}'..='\u{6f9}' => digit(u32::from(c) - 0x6f0),
            other => other,
        })
        .collect()
}

fn digit(value: u32) -> char {
    char::from_digit(value, 10).unwrap_or('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(day: &str, time: &str, known: &str, part: &str) -> DateValue {
        DateValue {
            day: day.to_owned(),
            time: time.to_owned(),
            known: known.to_owned(),
            part: part.to_owned(),
        }
    }

    #[test]
    fn a_date_is_written_as_far_as_it_is_known() {
        let doha = crate::when::zone("Asia/Qatar");
        let said = |d, t, k, p| moment(&typed(d, t, k, p), &doha);
        assert_eq!(
            said("2023-11-20", "13:20", "exactly", ""),
            Ok(Some("2023-11-20T13:20+03:00".into()))
        );
        assert_eq!(
            said("2023-11-15", "", "about", ""),
            Ok(Some("2023-11-15~".into()))
        );
        assert_eq!(
            said("٢٠٢٣-١١-١٥", "", "", "morning"),
            Ok(Some("2023-11-15 morning".into()))
        );
        assert_eq!(
            said("2023-11-21", "", "before", ""),
            Ok(Some("../2023-11-21".into()))
        );
        assert_eq!(
            said("2023-11-14/2023-11-15", "", "", ""),
            Ok(Some("2023-11-14/2023-11-15".into()))
        );
        assert_eq!(said("", "", "", ""), Ok(None));
    }

    #[test]
    fn what_is_wrong_is_named_in_both_fields_at_once() {
        let doha = crate::when::zone("Asia/Qatar");
        let loose = |d, t| moment(&typed(d, t, "", ""), &doha).unwrap_err();
        let exact = |d, t| instant(&typed(d, t, "", ""), &doha).unwrap_err();
        let missing = |part, why| DateFault::at(part, "", Key(why));
        assert_eq!(loose("", "10:00"), [missing("day", "fault-day-missing")]);
        assert_eq!(loose("2023-11-31", ""), [DateFault::loose("2023-11-31")]);
        assert_eq!(loose("2023-11-20", "25:00"), [DateFault::time("25:00")]);
        let both = [DateFault::exact("2023-11-31"), DateFault::time("25:70")];
        assert_eq!(loose("2023-11-31", "25:70"), both);
        assert_eq!(exact("2023-11-31", "25:70"), both);
        assert_eq!(
            exact("2023-11-20", ""),
            [missing("time", "fault-time-missing")]
        );
        assert_eq!(
            exact("2023", ""),
            [
                DateFault::exact("2023"),
                missing("time", "fault-time-missing"),
            ]
        );
    }
}
