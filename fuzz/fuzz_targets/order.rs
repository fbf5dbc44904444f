//! An instance of the order search, and the order of a plan file: whatever they say, they are refused or
//! put in order, and an order keeps to what it was asked and is bound by what is proved of it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::{
    order::{
        Effort, Outcome, Wish,
        bounds::{Aim, Caps},
        instance, order,
        report::order_of,
    },
    plan,
    watch::Unwatched,
};

const EFFORT: Effort = Effort { cells: 100_000, openings: 500, exchanges: 100, seed: 0 };

fuzz_target!(|bytes: &[u8]| {
    if let Ok(problem) = instance::read(bytes) {
        for aim in [Aim::Exposure, Aim::Guarantee] {
            let wish = Wish { aim, caps: Caps::Kept, effort: EFFORT };
            if let Ok(Outcome::Ordered(found)) = order(&problem, &wish, &Unwatched) {
                assert!(found.bound <= found.value);
                assert_eq!(found.plan.check(&problem).as_ref(), Ok(&found.measured));
            }
        }
    }
    if let Ok(plan) = plan::read(bytes) {
        let _ = order_of(&plan, Aim::Exposure, Caps::Kept, EFFORT, &Unwatched);
    }
});
