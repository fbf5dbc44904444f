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
