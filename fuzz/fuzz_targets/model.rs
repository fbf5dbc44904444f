//! Any bytes as a name model. The head and the digest are made to fit, so that what lies behind them
//! is reached; what can be read is used.
#![no_main]

use libfuzzer_sys::fuzz_target;
use linkage::{
    name::Script,
    transducer::{Model, Nearest, Prepared, Reach, Scratch},
};
use sha2::{Digest, Sha256};

fuzz_target!(|bytes: &[u8]| {
    // As it is, for what the head and the digest refuse.
    let _ = Model::from_bytes(bytes);
    let mut whole = b"namepair\x01".to_vec();
    whole.extend(bytes);
    whole.extend(Sha256::digest(&whole));
    let Ok(model) = Model::from_bytes(&whole) else {
        return;
    };
    let mut scratch = Scratch::default();
    for (native, script) in [
        ("שלומ", Script::Hebrew),
        ("محمد", Script::Arabic),
        ("юрий", Script::Cyrillic),
    ] {
        let there = model.bits(("shalom", Script::Latin), (native, script));
        let back = model.bits((native, script), ("shalom", Script::Latin));
        assert!(there.is_finite() && there.to_bits() == back.to_bits());
        let ready = [Prepared::new(&model, native, script)];
        let query = Prepared::new(&model, "yuri", Script::Latin);
        Nearest::new(&ready, Reach::default()).above(&query, -20.0, &mut scratch);
    }
});
