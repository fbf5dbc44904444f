//! Where the time comes from: the machine, or, in tests, a hand that is moved.

use std::sync::atomic::{AtomicI64, Ordering};

use mediation::time::Instant;

/// A source of the present, in milliseconds since 1970-01-01T00:00:00Z.
pub trait Clock: Send + Sync {
    /// The present.
    fn unix_millis(&self) -> i64;

    /// The present to the second, as the domain counts it.
    fn now(&self) -> Instant {
        Instant::from_unix(self.unix_millis().div_euclid(1000))
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn unix_millis(&self) -> i64 {
        jiff::Timestamp::now().as_millisecond()
    }
}

/// A clock that stands until it is set.
#[derive(Debug, Default)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that stands at a moment.
    pub fn at(instant: Instant) -> Self {
        Self(AtomicI64::new(instant.unix().saturating_mul(1000)))
    }

    /// Sets it.
    pub fn set(&self, instant: Instant) {
        self.0
            .store(instant.unix().saturating_mul(1000), Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn unix_millis(&self) -> i64 {
        self.0.load(Ordering::SeqCst)
    }
}
