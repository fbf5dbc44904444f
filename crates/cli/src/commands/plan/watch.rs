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
use planner::watch::{Stage, Stopped, Watch};

use crate::{progress::style_of_part, stop::Stop};

/// Watches one piece of work.
pub struct Watched {
    stop: Stop,
    until: Option<Instant>,
    over: AtomicBool,
    now: Mutex<Option<(Stage, ProgressBar)>>,
}

impl Watched {
    /// Until somebody asks to stop, or the time is over.
    pub fn new(stop: Stop, most: Option<Duration>) -> Self {
        Self {
            stop,
            until: most.and_then(|most| Instant::now().checked_add(most)),
            over: AtomicBool::new(false),
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
                *other = Some((stage, bar(stage, done, of)));
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

fn bar(stage: Stage, done: u64, of: u64) -> ProgressBar {
    let (bar, style) = if of == 0 {
        let style = ProgressStyle::with_template("{msg}, {pos} so far");
        (ProgressBar::new_spinner(), style.ok())
    } else {
        (ProgressBar::new(of), style_of_part())
    };
    if let Some(style) = style {
        bar.set_style(style);
    }
    bar.set_message(word(stage));
    bar.set_position(done);
    bar.reset_eta();
    bar
}

/// What is being done.
fn word(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "Reading",
        Stage::Checking => "Checking",
        Stage::Searching => "Searching",
        Stage::Proving => "Proving",
        Stage::Overstating => "Looking at overstatements",
        Stage::Forecasting => "Forecasting",
        Stage::Writing => "Writing",
    }
}
