//! Any bytes, as a conflict's file: refused with its places, or analysed as far as it is small, and told.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::{
    stability::{read, report},
    watch::Unwatched,
};

fuzz_target!(|bytes: &[u8]| {
    let model = match read(bytes, None, &Unwatched) {
        Ok(model) => model,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    if model.states().len() <= 256 {
        let _ = report(&model, None, &Unwatched);
    }
});
