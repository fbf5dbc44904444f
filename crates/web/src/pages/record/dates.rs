//! What was typed for a date, as the domain writes one: the clock is that of the place of the
//! case. Whether it is a date is the domain's to say.

use jiff::{civil, tz::TimeZone};
use mediation::time::{Instant, Moment};

use crate::{html::form::DateValue, i18n::Key, when::Certainty};

/// Which field of a date needs another look, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateFault {
    /// `day` or `time`.
    pub part: &'static str,
    /// Why.
    pub why: Key,
}

const DAY: DateFault = DateFault {
    part: "day",
    why: Key("fault-day"),
};
const TIME: DateFault = DateFault {
    part: "time",
    why: Key("fault-time"),
};
const DAY_MISSING: DateFault = DateFault {
    part: "day",
    why: Key("fault-day-missing"),
};
const TIME_MISSING: DateFault = DateFault {
    part: "time",
    why: Key("fault-time-missing"),
};

/// A date as far as it is known; `None` where nothing was typed.
pub(crate) fn moment(typed: &DateValue, zone: &TimeZone) -> Result<Option<String>, DateFault> {
    let (day, time) = (western(&typed.day), western(&typed.time));
    if day.is_empty() {
        return if time.is_empty() && typed.part.is_empty() {
            Ok(None)
        } else {
            Err(DAY_MISSING)
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
        Err(_) => Err(DAY),
    }
}

/// A day and a time, both known; `None` where nothing was typed.
pub(crate) fn instant(typed: &DateValue, zone: &TimeZone) -> Result<Option<String>, DateFault> {
    let (day, time) = (western(&typed.day), western(&typed.time));
    match (day.is_empty(), time.is_empty()) {
        (true, true) => Ok(None),
        (true, false) => Err(DAY_MISSING),
        (false, true) => Err(TIME_MISSING),
        (false, false) => {
            let said = there(&day, &time, zone)?;
            match said.parse::<Instant>() {
                Ok(_) => Ok(Some(said)),
                Err(_) => Err(DAY),
            }
        }
    }
}

/// A day and a time by the clock of a place, with its offset on that day.
fn there(day: &str, time: &str, zone: &TimeZone) -> Result<String, DateFault> {
    let day: civil::Date = day.parse().map_err(|_| DAY)?;
    let time = civil::Time::strptime("%H:%M", time).map_err(|_| TIME)?;
    let at = zone
        .to_ambiguous_timestamp(day.to_datetime(time))
        .compatible()
        .map_err(|_| DAY)?;
    Ok(crate::when::machine(at, zone))
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
        assert_eq!(said("", "10:00", "", ""), Err(DAY_MISSING));
        assert_eq!(said("2023-11-31", "", "", ""), Err(DAY));
        assert_eq!(said("2023-11-20", "25:00", "", ""), Err(TIME));
        assert_eq!(
            instant(&typed("2023-11-20", "", "", ""), &doha),
            Err(TIME_MISSING)
        );
    }
}
