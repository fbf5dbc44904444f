//! Any bytes, as guesses about a plan of three stages.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::{
    document,
    forecast::{Guesses, Items, Party, Section, Setting, Stage, Stake, forecast},
    range::Range,
    watch::Unwatched,
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(mut section) = document::read::<Section>(bytes) else {
        return;
    };
    // Many draws are many of the same.
    section.draws = Some(100);
    if let Some(history) = &mut section.history {
        history.paths = Some(100);
    }
    let stage = |at: u32| Stage {
        name: format!("{at}"),
        day: at,
        slack: at,
        stakes: vec![Stake {
            exposure: 5,
            range: None,
            walk_away: i64::from(at) - 1,
        }],
        items: vec![Items {
            name: String::new(),
            count: 9,
            deliverable: Range::parse("0.9 to 1").expect("a range"),
        }],
    };
    let party = Party {
        name: String::new(),
        gain: 10,
    };
    let setting = Setting::new(vec![party], (0..3).map(stage).collect()).expect("a setting");
    if let Ok(guesses) = Guesses::read(&section, &setting) {
        let found = forecast(&setting, &guesses, &Unwatched);
        let all = found.complete.band;
        assert!(all.low >= 0.0 && all.high <= 1.0 + 1e-9);
    }
});
