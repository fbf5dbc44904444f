//! Long work of the planner: how far it is, on standard error and only where somebody is looking; and
//! whether it is to stop, because somebody asked or because the time that was given is over.

use std::{
    sync::{
        Mutex,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use indicatif::{ProgressBar, ProgressStyle};
use papers::{Language, plan::terminal};
use planner::watch::{Stage, Stopped, Watch};

use crate::{
    progress::{left_of_this, style_of_part},
    stop::Stop,
};

/// A number of seconds as somebody gives it: a whole one, or one with a point.
pub fn seconds(given: &str) -> Result<Duration, String> {
    const MOST: u64 = 1_000_000_000;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let (whole, part) = given.split_once('.').unwrap_or((given, "0"));
    let read: Option<f64> = given.parse().ok().filter(|_| digits(whole) && digits(part));
    let read = read.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
    read.filter(|seconds| seconds.as_secs() <= MOST).ok_or_else(|| {
        format!("write a number of seconds up to {MOST}, in digits and with a point where it is no whole one: 90, or 1.5")
    })
}

/// Watches one piece of work.
pub struct Watched {
    stop: Stop,
    until: Option<Instant>,
    over: AtomicBool,
    language: Language,
    now: Mutex<Option<(Stage, ProgressBar)>>,
}

impl Watched {
    /// Until somebody asks to stop, or the time is over.
    pub fn new(stop: Stop, most: Option<Duration>, language: Language) -> Self {
        Self {
            stop,
            until: most.and_then(|most| Instant::now().checked_add(most)),
            over: AtomicBool::new(false),
            language,
            now: Mutex::new(None),
        }
    }

    /// Whether it ended before its end, and why.
    pub fn ended(&self) -> Ended {
        if self.stop.is_asked() {
            Ended::Asked
        } else if self.over.load(Ordering::Relaxed) {
            Ended::TimeOver
        } else {
            Ended::Done
        }
    }

    fn show(&self, stage: Stage, done: u64, of: u64) {
        // A thread that finds another one telling has nothing to add.
        let Ok(mut now) = self.now.try_lock() else {
            return;
        };
        match &mut *now {
            Some((told, bar)) if *told == stage => {
                bar.set_length(of);
                bar.set_position(done.max(bar.position()));
            }
            other => {
                if let Some((_, bar)) = other {
                    bar.finish_and_clear();
                }
                *other = Some((stage, bar(stage, done, of, self.language)));
            }
        }
    }
}

/// How watched work ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It came to its end.
    Done,
    /// Somebody asked it to stop.
    Asked,
    /// The time that was given is over.
    TimeOver,
}

impl Watch for Watched {
    fn at(&self, stage: Stage, done: u64, of: u64) -> Result<(), Stopped> {
        if self.stop.is_asked() {
            return Err(Stopped);
        }
        if self.until.is_some_and(|until| Instant::now() >= until) {
            self.over.store(true, Ordering::Relaxed);
            return Err(Stopped);
        }
        self.show(stage, done, of);
        Ok(())
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if let Ok(now) = self.now.get_mut()
            && let Some((_, bar)) = now
        {
            bar.finish_and_clear();
        }
    }
}

fn bar(stage: Stage, done: u64, of: u64, language: Language) -> ProgressBar {
    let (bar, style) = if of == 0 {
        let template = terminal::so_far("{msg}", "{pos}", language);
        let style = ProgressStyle::with_template(&template);
        (ProgressBar::new_spinner(), style.ok())
    } else {
        let left = match language {
            Language::English => left_of_this,
            Language::Arabic => |time: &str| terminal::left(time, Language::Arabic),
        };
        (ProgressBar::new(of), style_of_part(left))
    };
    if let Some(style) = style {
        bar.set_style(style);
    }
    bar.set_message(terminal::doing(stage, language));
    bar.set_position(done);
    bar.reset_eta();
    bar
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_are_whole_or_have_a_point() {
        for (given, milliseconds) in [("0", 0), ("90", 90_000), ("1.5", 1_500), ("0.25", 250)] {
            assert_eq!(
                seconds(given),
                Ok(Duration::from_millis(milliseconds)),
                "{given}"
            );
        }
        for given in [
            "",
            "-1",
            "1,5",
            ".5",
            "5.",
            "1e3",
            "0x10",
            "inf",
            "1m",
            "9999999999",
            "1.5.2",
        ] {
            assert!(
                seconds(given).is_err_and(|said| said.contains("1.5")),
                "{given}"
            );
        }
    }
}
