//! A plan file: whatever it says, it is refused with its places or checked whole, for the desk and for
//! each party.
#![no_main]

use libfuzzer_sys::fuzz_target;
use planner::{
    check::{check, check_for},
    plan,
};

fuzz_target!(|bytes: &[u8]| {
    let plan = match plan::read(bytes) {
        Ok(plan) => plan,
        Err(error) => {
            assert!(!error.to_string().is_empty());
            return;
        }
    };
    let report = check(&plan);
    for panel in &report.panels {
        assert_eq!(panel.rows.len(), report.moves.len() + 1);
    }
    for party in plan.party_ids() {
        assert!(check_for(&plan, party).panels.len() <= 1);
    }
});
