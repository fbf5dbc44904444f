//! Ctrl-C, or the machine's asking it to end (SIGTERM): long work stops at its next opportunity, and at once when it is asked again. While files
//! take their places nothing stops it: that is short, and half of it helps nobody.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use crate::outcome::{INTERRUPTED, tell_isolated};

/// Whether the work is to stop.
#[derive(Clone, Default)]
pub struct Stop(Arc<State>);

#[derive(Default)]
struct State {
    asked: AtomicBool,
    placing: AtomicBool,
    /// What is said when it is asked for the first time.
    said: String,
    /// In how many looks it will have been asked for.
    #[cfg(test)]
    after: std::sync::atomic::AtomicU64,
}

impl Stop {
    /// Listens from now on.
    pub fn listen() -> anyhow::Result<Self> {
        Self::listen_saying("Stopping at the next opportunity. Once more stops at once.".to_owned())
    }

    /// The same, with what is said when it is asked for the first time.
    pub fn listen_saying(said: String) -> anyhow::Result<Self> {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let mut interrupts = {
            let _inside = runtime.enter();
            Interrupts::new()?
        };
        let stop = Self(Arc::new(State {
            said,
            ..State::default()
        }));
        let told = stop.clone();
        let listen = move || {
            runtime.block_on(async move {
                while interrupts.next().await {
                    told.ask();
                }
            });
        };
        std::thread::Builder::new().spawn(listen)?;
        Ok(stop)
    }

    /// Stops after so many looks.
    #[cfg(test)]
    pub fn after(looks: u64) -> Self {
        let stop = Self::default();
        stop.0.after.store(looks + 1, Ordering::Relaxed);
        stop
    }

    fn ask(&self) {
        let again = self.0.asked.swap(true, Ordering::Relaxed);
        if !again {
            tell_isolated(&self.0.said);
        } else if !self.0.placing.load(Ordering::SeqCst) {
            std::process::exit(i32::from(INTERRUPTED));
        }
    }

    /// Whether the work is to stop.
    pub fn is_asked(&self) -> bool {
        #[cfg(test)]
        if self.0.after.load(Ordering::Relaxed) > 0
            && self.0.after.fetch_sub(1, Ordering::Relaxed) == 1
        {
            self.0.asked.store(true, Ordering::Relaxed);
        }
        self.0.asked.load(Ordering::Relaxed)
    }

    /// Does what must not be left half done.
    pub fn placing<T>(&self, work: impl FnOnce() -> T) -> T {
        self.0.placing.store(true, Ordering::SeqCst);
        let done = work();
        self.0.placing.store(false, Ordering::SeqCst);
        done
    }
}

#[cfg(unix)]
struct Interrupts {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Interrupts {
    fn new() -> std::io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
        })
    }

    async fn next(&mut self) -> bool {
        let heard = tokio::select! {
            heard = self.interrupt.recv() => heard,
            heard = self.terminate.recv() => heard,
        };
        heard.is_some()
    }
}

#[cfg(not(unix))]
struct Interrupts;

#[cfg(not(unix))]
impl Interrupts {
    fn new() -> std::io::Result<Self> {
        Ok(Self)
    }

    async fn next(&mut self) -> bool {
        tokio::signal::ctrl_c().await.is_ok()
    }
}
