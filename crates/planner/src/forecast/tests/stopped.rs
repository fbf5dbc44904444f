//! Work that is stopped keeps what it has, and says how far it was.

use std::sync::atomic::{AtomicU64, Ordering};

use super::{super::*, RANGES, section, setting};
use crate::watch::{Stage, Stopped, Watch};

/// Stops once so much is done.
struct Stops {
    after: u64,
    told: AtomicU64,
}

impl Watch for Stops {
    fn at(&self, _: Stage, done: u64, _: u64) -> Result<(), Stopped> {
        let told = self.told.fetch_max(done, Ordering::Relaxed).max(done);
        if told >= self.after {
            Err(Stopped)
        } else {
            Ok(())
        }
    }
}

fn stopped(text: &str, after: u64) -> Forecast {
    let setting = setting(5, &[]);
    let guesses = Guesses::read(&section(text), &setting).unwrap();
    let told = AtomicU64::new(0);
    forecast(&setting, &guesses, &Stops { after, told })
}

#[test]
fn sets_that_were_gone_through_are_kept() {
    for after in [0, 300] {
        let found = stopped(RANGES, after);
        assert!(u64::from(found.draws) >= after.max(1) && found.draws < 2_000);
        let unfinished = found.unfinished.unwrap();
        assert_eq!((unfinished.draws, unfinished.simulated), (2_000, None));
        let (worst, best) = found.complete.bounds.unwrap();
        let band = found.complete.band;
        assert!(worst <= band.low && band.low <= band.high && band.high <= best);
        assert_eq!(found.dots.len(), 20);
    }
    assert_eq!(stopped(RANGES, u64::MAX).unfinished, None);
}

#[test]
fn courses_that_were_simulated_are_kept_with_their_standard_error() {
    let one =
        "{on-time: 0.8, breach: 0.02, resume: 0.4, give-up-after: 9, history: {retaliation: 0.2}}";
    for after in [0, 12_345] {
        let found = stopped(one, after);
        assert_eq!(found.draws, 1);
        assert_eq!(found.unfinished.unwrap().simulated, Some(100_000));
        let Method::Simulated {
            paths,
            simulated,
            standard_error,
        } = found.method
        else {
            panic!("{:?}", found.method);
        };
        assert_eq!(paths, 100_000);
        assert!(simulated >= after.max(100) && simulated < 100_000);
        let share = found.complete.band.mean;
        #[expect(clippy::cast_precision_loss, reason = "there are few")]
        let error = (share * (1.0 - share) / simulated as f64).sqrt();
        assert!((standard_error.unwrap() / error - 1.0).abs() < 1e-9);
    }
    let many = format!("{RANGES}history: {{retaliation: 0.2, paths: 2000}}\ndraws: 300\n");
    for (after, sets) in [(0, 1), (200_000, 150), (400_000, 300)] {
        let found = stopped(&many, after);
        assert!(found.draws >= sets, "{} sets", found.draws);
        let unfinished = found.unfinished.unwrap();
        assert_eq!(
            (unfinished.draws, unfinished.simulated),
            (300, Some(600_000))
        );
        let Method::Simulated { simulated, .. } = found.method else {
            panic!("{:?}", found.method);
        };
        assert!(simulated >= after && simulated < 600_000);
    }
}
