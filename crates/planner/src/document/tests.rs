//! What is said of documents that cannot be read.

use std::collections::BTreeMap;

use super::*;

type Map = BTreeMap<String, i64>;

/// All that is wrong, as it is told.
fn said<T: DeserializeOwned + JsonSchema>(text: &str) -> String {
    match read::<T>(text.as_bytes()) {
        Ok(_) => "it is read".to_owned(),
        Err(error) => error.to_string(),
    }
}

#[test]
fn what_could_be_read_in_two_ways_is_refused_with_its_place() {
    assert_eq!(read::<Map>(b"a: 1\nb: 2\n").unwrap().len(), 2);
    for (wrong, told) in [
        (
            "a: 1\nb: 2\na: 3\n",
            "line 3, column 1: the key “a” stands twice; the first is at line 1, column 1",
        ),
        ("a: &x 1\nb: *x\n", "an anchor"),
        ("a: !t 1\n", "line 1, column"),
        (
            "a: 1\n---\nb: 2\n",
            "line 3, column 1: a second document begins here",
        ),
        ("a: 1\n\tb: 2\n", "a tab stands where the line is indented"),
    ] {
        let said = said::<Map>(wrong);
        assert!(said.contains(told), "{wrong}: {said}");
    }
}

#[test]
fn a_message_has_its_line_and_steers_no_terminal() {
    let said = said::<Map>("a: 1\nb: \"\u{1b}[2Jx\"\n");
    assert!(
        said.contains("line 2") && !said.contains('\u{1b}'),
        "{said}"
    );
    let refused = read::<Map>(b"a: 1\nb: \xff\n").unwrap_err();
    assert!(refused.to_string().contains("line 2 is not UTF-8"));
    let refused = read::<Map>(b"PK\x03\x04\xff\xfe").unwrap_err();
    assert!(
        refused
            .to_string()
            .contains("save what is in it as plain text")
    );
}
