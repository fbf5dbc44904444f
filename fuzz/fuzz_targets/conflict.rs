//! Any bytes, as a conflict: read, analysed as far as it is small, and told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::{
    document,
    stability::{Conflict, Model, report},
    watch::Unwatched,
};

fuzz_target!(|bytes: &[u8]| {
    let Ok(conflict) = document::read::<Conflict>(bytes) else {
        return;
    };
    let Ok(model) = Model::read(&conflict, &Unwatched) else {
        return;
    };
    if model.states().len() <= 256 {
        let _ = report(&model, None, &Unwatched);
    }
});
