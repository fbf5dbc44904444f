//! Texts for property tests: anything at all, and texts made of what names are made of, so that the
//! rules are reached.

use proptest::prelude::*;

/// Any text, half of them made of letters, marks and words that the rules are about.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        ".{0,24}",
        proptest::collection::vec(piece(), 0..10).prop_map(|pieces| pieces.concat()),
    ]
}

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z]{1,5}",
        "[ '\"./,;|()-]",
        "[À-ɏ]",
        "[\u{400}-\u{4ff}]{1,4}",
        "[\u{591}-\u{5f4}]{1,4}",
        "[\u{620}-\u{6ff}]{1,4}",
        "[\u{e00}-\u{e5b}]{1,4}",
        "[\u{300}-\u{36f}\u{200b}-\u{200f}]",
        "[\u{fb1d}-\u{fdff}\u{fe70}-\u{fefc}]",
        proptest::sample::select(vec![
            "al-",
            "El ",
            "Abu ",
            "Abd ",
            "bin ",
            "Dr ",
            "ال",
            "عبد ",
            "أبو ",
            "بن ",
            "בן ",
            "ה",
            "ד\"ר ",
            "г-н ",
            "นาย",
            "oghlu ",
            " de ",
            "Mc",
            " aka ",
        ])
        .prop_map(str::to_owned),
    ]
}
