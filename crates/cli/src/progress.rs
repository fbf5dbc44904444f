//! Progress of long work, on standard error, and only where somebody is looking.

use std::{fmt::Write, time::Duration};

use indicatif::{FormattedDuration, ProgressBar, ProgressState, ProgressStyle};

/// How a bar of one part of the work is shown: with what is left of that part, as it is said.
pub fn style_of_part(said: fn(&str) -> String) -> Option<ProgressStyle> {
    let style = ProgressStyle::with_template("{msg} {bar:30} {percent} %{left}").ok()?;
    Some(style.with_key(
        "left",
        move |state: &ProgressState, shown: &mut dyn Write| {
            // A bar that cannot be written is not shown.
            let _ = shown.write_str(&left(state.eta(), said));
        },
    ))
}

/// What is left of a part: nothing is said of less than a second, nor where it is not known yet.
fn left(eta: Duration, said: fn(&str) -> String) -> String {
    if eta < Duration::from_secs(1) {
        return String::new();
    }
    // In digits, which both languages read.
    said(&FormattedDuration(eta).to_string())
}

/// In English.
pub fn left_of_this(time: &str) -> String {
    format!(", {time} left of this")
}

/// A bar for so many steps.
pub fn bar(steps: usize, what: &'static str) -> ProgressBar {
    let bar = ProgressBar::new(u64::try_from(steps).unwrap_or(u64::MAX));
    if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos} of {len}, {eta} left") {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_said_of_less_than_a_second() {
        let of = |eta| left(eta, left_of_this);
        assert_eq!(of(Duration::ZERO), "");
        assert_eq!(of(Duration::from_millis(400)), "");
        assert_eq!(of(Duration::from_secs(1)), ", 00:00:01 left of this");
        assert_eq!(of(Duration::from_secs(90)), ", 00:01:30 left of this");
    }
}
