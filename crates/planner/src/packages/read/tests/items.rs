//! Options of one name, as some public domains have them.

use super::*;

/// A domain with these items in its issue, and the profile of somebody with these.
fn with_items(domain: &str, profile: &str) -> [String; 2] {
    let items = |items: &str, weight: &str| {
        format!(
            "<utility_space><objective index=\"0\" name=\"root\">\n<issue index=\"1\" name=\"date\" type=\"discrete\">\n{items}</issue>\n{weight}</objective></utility_space>"
        )
    };
    let domain = items(domain, "");
    [
        format!("<negotiation_template>{domain}</negotiation_template>"),
        items(profile, "<weight index=\"1\" value=\"1\"/>"),
    ]
}

/// Public domains name options alike: `FlightBooking` writes one twice, with the same number.
#[test]
fn an_option_that_is_written_twice_is_one() {
    let [domain, profile] = with_items(
        "<item index=\"1\" value=\"2 Sep\"/><item index=\"2\" value=\"4 Sep\"/>\n<item index=\"2\" value=\"4 Sep\"/>",
        "<item index=\"1\" value=\"2 Sep\" evaluation=\"1\"/><item index=\"2\" value=\"4 Sep\" evaluation=\"2\"/>",
    );
    let reading = read(&[
        source("domain.xml", &domain),
        source("one.xml", &profile),
        source("two.xml", &profile),
    ])
    .unwrap();
    assert_eq!(reading.problem.profiles()[0].points, [[5_000, 10_000]]);
    assert_eq!(
        reading.remarks,
        [Remark::WrittenTwice {
            issue: "date".to_owned(),
            option: "4 Sep".to_owned()
        }]
    );
}

#[test]
fn options_of_one_name_are_told_apart_by_their_numbers() {
    let alike = "<item index=\"1\" value=\"2 Sep\"/><item index=\"2\" value=\"4 Sep\"/>\n<item index=\"3\" value=\"4 Sep\"/>";
    let [domain, each] = with_items(
        alike,
        "<item index=\"3\" value=\"4 Sep\" evaluation=\"4\"/><item index=\"1\" value=\"2 Sep\" evaluation=\"1\"/><item index=\"2\" value=\"4 Sep\" evaluation=\"2\"/>",
    );
    // Here the name stands once, and GENIUS knows options by their names: both are meant.
    let [_, once] = with_items(
        alike,
        "<item index=\"1\" value=\"2 Sep\" evaluation=\"4\"/><item index=\"2\" value=\"4 Sep\" evaluation=\"1\"/>",
    );
    let reading = read(&[
        source("domain.xml", &domain),
        source("each.xml", &each),
        source("once.xml", &once),
    ])
    .unwrap();
    let [each, once] = reading.problem.profiles() else {
        panic!("two parties");
    };
    assert_eq!(each.points, [[2_500, 5_000, 10_000]]);
    assert_eq!(once.points, [[10_000, 2_500, 2_500]]);
    let shown = ["4 Sep (2)".to_owned(), "4 Sep (3)".to_owned()];
    let names = &reading.problem.domain().issues()[0].options;
    assert_eq!([1, 2].map(|at| names.name(at).unwrap()), shown);
    assert_eq!(
        reading.remarks,
        [Remark::OneName {
            issue: "date".to_owned(),
            option: "4 Sep".to_owned(),
            shown: shown.to_vec()
        }]
    );
}

/// As in the public `AMPOvsCity`: one option, of one number, with two evaluations.
#[test]
fn an_option_with_two_evaluations_is_refused_by_line() {
    let [domain, profile] = with_items(
        "<item index=\"1\" value=\"0\"/><item index=\"2\" value=\"200\"/>",
        "<item index=\"1\" value=\"0\" evaluation=\"0\"/>\n<item index=\"1\" value=\"0\" evaluation=\"8\"/>\n<item index=\"2\" value=\"200\" evaluation=\"36\"/>",
    );
    let told = said(&[source("domain.xml", &domain), source("ampo.xml", &profile)]);
    assert!(
        told.contains("\n  ampo.xml, line 3, column 1 and line 4, column 1: reading the file: the option `0` (number 1) is given two evaluations, 0 and 8"),
        "{told}"
    );
    // Twice the same is no contradiction.
    let same = profile.replace("evaluation=\"8\"", "evaluation=\"0\"");
    let read = read(&[
        source("domain.xml", &domain),
        source("a", &same),
        source("b", &same),
    ]);
    assert_eq!(read.unwrap().problem.profiles()[0].points, [[0, 10_000]]);
}

/// An item need not have a number: the name alone means all that the domain calls so, that one too.
#[test]
fn an_option_without_a_number_is_meant_by_its_name() {
    let [domain, once] = with_items(
        "<item value=\"a\"/><item value=\"a\" index=\"2\"/><item value=\"a (b)\" index=\"3\"/>",
        "<item value=\"a\" index=\"1\" evaluation=\"4\"/><item value=\"a (b)\" index=\"3\" evaluation=\"1\"/>",
    );
    let [_, each] = with_items(
        "",
        "<item value=\"a\" evaluation=\"4\"/><item value=\"a\" index=\"02\" evaluation=\"2\"/>",
    );
    let reading = read(&[
        source("domain.xml", &domain),
        source("once.xml", &once),
        source("each.xml", &each),
    ])
    .unwrap();
    let [once, each] = reading.problem.profiles() else {
        panic!("two parties");
    };
    assert_eq!(once.points, [[10_000, 10_000, 2_500]]);
    assert_eq!(each.points, [[10_000, 5_000, 0]]);
}

/// XML has no base of eight.
#[test]
fn noughts_in_front_of_numbers_say_nothing() {
    let plain = boxes(
        r#"<hyperRectangle utility="7"><INCLUDES index="1" min="3" max="8"/></hyperRectangle>"#,
    );
    let mut noughts = plain.clone();
    for (from, to) in [
        ("index=\"1\"", "index=\"01\""),
        ("min=\"3\"", "min=\"+003\""),
        ("upperbound=\"9\"", "upperbound=\"0009.0\""),
        ("lowerbound=\"0\"", "lowerbound=\"-00\""),
        ("reservation value=\"0.50\"", "reservation value=\"00.50\""),
    ] {
        assert!(noughts.contains(from), "{from}");
        noughts = noughts.replace(from, to);
    }
    let points = |file: &str| {
        let read = read(&[source("one", file), source("two", file)]).unwrap();
        let profile = read.problem.profiles()[0].clone();
        (read.problem.domain().clone(), profile)
    };
    assert_eq!(points(&plain), points(&noughts));
    let no_number = noughts.replace("+003", "00x");
    assert!(said(&[source("one", &no_number)]).contains("`min` of `INCLUDES` is `00x`"));
}
