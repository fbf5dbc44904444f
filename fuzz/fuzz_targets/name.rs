//! Any text as a cell of each kind of name, and its spellings aligned with each other.
#![no_main]

use libfuzzer_sys::fuzz_target;
use linkage::list::FieldKind;
use linkage::name::{AlignParams, align, clusters_of, normal, parse_cell};

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let once = normal(&text);
    assert_eq!(normal(&once.text).text, once.text);
    for kind in [
        FieldKind::FullName,
        FieldKind::GivenName,
        FieldKind::FatherName,
        FieldKind::FamilyName,
    ] {
        let Some(name) = parse_cell(&text, kind) else {
            continue;
        };
        assert!(!name.spellings.is_empty());
        for one in &name.spellings {
            assert!(!one.is_empty());
            for token in one {
                assert!(!token.text.is_empty() && !token.text.contains(' '));
                assert_eq!(normal(&token.text).text, token.text);
                assert!(clusters_of(&token.text).is_sorted());
            }
            for other in &name.spellings {
                let params = AlignParams::default();
                let score = |a: &str, b: &str| if a == b { 10.0 } else { -8.0 };
                let there = align(one, other, &|i, j| score(&one[i].text, &other[j].text), &params);
                let back = align(other, one, &|i, j| score(&other[i].text, &one[j].text), &params);
                assert_eq!((there.bits, there.order), (back.bits, back.order));
            }
        }
    }
});
