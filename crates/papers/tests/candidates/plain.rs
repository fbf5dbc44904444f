//! What programs and terminals read.

use papers::candidates::{json, text};

use crate::sample;

#[test]
fn a_summary_for_a_terminal() {
    insta::assert_snapshot!(text(&sample::two_lists(), 3));
}

#[test]
fn a_summary_of_what_people_decided() {
    insta::assert_snapshot!(text(&sample::decided(), 2));
}

#[test]
fn a_summary_of_nothing() {
    insta::assert_snapshot!(text(&sample::nothing_found(), 3));
}

#[test]
fn json_is_everything_and_stable() {
    let findings = sample::two_lists();
    let written = json(&findings).unwrap();
    assert_eq!(written, json(&findings).unwrap());
    let read: serde_json::Value = serde_json::from_str(&written).unwrap();
    assert_eq!(read["format"], linkage::findings::FORMAT);
    assert_eq!(read["candidates"].as_array().unwrap().len(), 5);
    assert_eq!(
        read["candidates"][3]["left"]["cells"][0],
        "<script>alert(1)</script>"
    );
    assert_eq!(read["candidates"][3]["left"]["cells"][4], "\tm");
    assert_eq!(read["totals"]["likely"], 2);
}
