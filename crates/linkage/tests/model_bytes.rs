//! A name model from bytes that somebody made, and words that nobody is called: refused or used,
//! never a crash, never a number that is none. The model that is spoilt here is learnt from invented
//! words, since the one that ships is too large to be spoilt often.

use std::{collections::BTreeMap, sync::LazyLock};

use linkage::{
    name::Script,
    transducer::{
        Model, Nearest, Prepared, Reach, Scratch, Unreadable,
        train::{Kind, Params, Source, train},
    },
    watch::Unwatched,
};
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// Eight bytes of name and one of version stand before what can be spoilt.
const HEAD: usize = 9;

/// Letters that stand for each other in the invented words.
const LETTERS: [(&str, &str); 12] = [
    ("a", "א"),
    ("b", "ב"),
    ("g", "ג"),
    ("d", "ד"),
    ("o", "ו"),
    ("z", "ז"),
    ("y", "י"),
    ("l", "ל"),
    ("m", "מ"),
    ("n", "נ"),
    ("r", "ר"),
    ("sh", "ש"),
];

/// A model of invented words, without its digest.
static SMALL: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let mut state = 1_usize;
    let mut letter = || {
        state = state * 75 % 65_537;
        LETTERS
            .get(state % LETTERS.len())
            .copied()
            .unwrap_or_default()
    };
    let pairs = (0..700).map(|at| {
        let letters: Vec<(&str, &str)> = (0..3 + at % 4).map(|_| letter()).collect();
        letters.into_iter().unzip()
    });
    let source = Source {
        script: Script::Hebrew,
        of: Kind::Persons,
        pairs: pairs.collect(),
    };
    let params = Params {
        rounds: 3,
        queries: 40,
        ..Params::default()
    };
    let mut bytes = train(&[source], &params, &Unwatched)
        .map(|trained| trained.bytes)
        .unwrap_or_default();
    bytes.truncate(bytes.len().saturating_sub(32));
    bytes
});

/// With the digest that belongs to it.
fn sealed(mut content: Vec<u8>) -> Vec<u8> {
    let digest = Sha256::digest(&content);
    content.extend(digest);
    content
}

/// Looks at words with a model, whatever it is.
fn used(model: &Model) {
    let mut scratch = Scratch::default();
    for latin in ["shalom", "a", "", "bagdadmornaly"] {
        for native in ["שלומ", "א", "", "צצצ"] {
            let bits = model.bits((latin, Script::Latin), (native, Script::Hebrew));
            assert!(bits.is_finite(), "{latin} {native} {bits}");
        }
        assert!(model.rarity(latin, Script::Latin).is_finite());
    }
    let ready = ["שלומ", "מלונ", "גדיא"].map(|t| Prepared::new(model, t, Script::Hebrew));
    let query = Prepared::new(model, "malon", Script::Latin);
    Nearest::new(&ready, Reach::default()).above(&query, -20.0, &mut scratch);
}

#[test]
fn the_small_model_knows_its_words() {
    let model = Model::from_bytes(&sealed(SMALL.clone())).unwrap();
    used(&model);
    assert!(model.bits(("shalom", Script::Latin), ("שאלומ", Script::Hebrew)) > 5.0);
    assert!(model.bits(("shalom", Script::Latin), ("גדיא", Script::Hebrew)) < 0.0);
}

#[test]
fn cut_short_anywhere_it_is_refused() {
    for length in (HEAD..SMALL.len()).step_by(7) {
        let read = Model::from_bytes(&sealed(SMALL[..length].to_vec()));
        assert!(
            matches!(read, Err(Unreadable::Malformed(_))),
            "{length} bytes"
        );
    }
}

/// Sixty thousand units of which no two share their letters would want a table of milliards.
#[test]
fn a_table_too_large_is_refused() {
    let mut bytes = SMALL[..HEAD].to_vec();
    for _ in 0..4 {
        // No letters; two models of one symbol with nothing in them; no tokens.
        bytes.extend([0, 1, 0, 0, 1, 0, 0, 0]);
    }
    bytes.extend([1, 0, 2]);
    bytes.extend([0xe0, 0xd4, 0x03]);
    for unit in 0..60_000_u16 {
        let [high, low] = unit.to_be_bytes();
        bytes.extend([3, 1 + high / 2, 1 + low / 2, 1 + high % 2 * 2 + low % 2]);
        bytes.extend([3, 1 + high / 2, 1 + low / 2, 1 + high % 2 * 2 + low % 2]);
        bytes.extend([0, 0]);
    }
    bytes.extend([1, 0, 0]);
    bytes.extend([0; 44]);
    assert!(matches!(
        Model::from_bytes(&sealed(bytes)),
        Err(Unreadable::Malformed(_))
    ));
}

fn any_token() -> impl Strategy<Value = (String, Script)> {
    prop_oneof![
        ("[a-z]{0,48}", Just(Script::Latin)),
        ("[aeiou]{30,60}", Just(Script::Latin)),
        ("[ء-ي]{0,48}", Just(Script::Arabic)),
        ("[א-ת]{0,48}", Just(Script::Hebrew)),
        ("[а-я]{0,48}", Just(Script::Cyrillic)),
        ("[ก-ฮ]{0,8}", Just(Script::Thai)),
        (".{0,20}", Just(Script::Latin)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn spoilt_bytes_are_refused_or_used(
        edits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
    ) {
        let mut bytes = SMALL.clone();
        for (at, byte) in edits {
            let at = HEAD + at.index(bytes.len() - HEAD);
            bytes[at] = byte;
        }
        if let Ok(model) = Model::from_bytes(&sealed(bytes)) {
            used(&model);
        }
    }

    #[test]
    fn bits_are_numbers_and_the_same_either_way(a in any_token(), b in any_token()) {
        let model = Model::builtin();
        let there = model.bits((&a.0, a.1), (&b.0, b.1));
        let back = model.bits((&b.0, b.1), (&a.0, a.1));
        prop_assert!(there.is_finite());
        prop_assert_eq!(there.to_bits(), back.to_bits());
    }

    #[test]
    fn what_the_search_finds_has_the_bits_of_comparing(
        query in "[a-z]{1,20}",
        words in prop::collection::vec("[א-ת]{1,20}", 1..30),
    ) {
        let model = Model::builtin();
        let ready: Vec<Prepared<'_>> = words
            .iter()
            .map(|word| Prepared::new(model, word, Script::Hebrew))
            .collect();
        let query = Prepared::new(model, &query, Script::Latin);
        let mut scratch = Scratch::default();
        let near = Nearest::new(&ready, Reach::default()).above(&query, -12.0, &mut scratch);
        prop_assert!(near.is_sorted_by(|a, b| a.bits >= b.bits));
        for found in near {
            let bits = query.bits(&ready[found.at as usize], &mut scratch);
            prop_assert_eq!(bits.to_bits(), found.bits.to_bits());
        }
    }

    #[test]
    fn with_patience_without_end_the_search_misses_nothing(
        latin in prop::collection::vec("[a-z]{1,12}", 1..8),
        hebrew in prop::collection::vec("[אבגדהוזחטיכלמנסעפצקרשת]{1,10}", 1..8),
    ) {
        let model = Model::builtin();
        let prepare = |words: &[String], script| -> Vec<Prepared<'_>> {
            words.iter().map(|word| Prepared::new(model, word, script)).collect()
        };
        let (latin, hebrew) = (prepare(&latin, Script::Latin), prepare(&hebrew, Script::Hebrew));
        let reach = Reach { patience: 120, slack: 200.0 };
        let mut scratch = Scratch::default();
        for (queries, words) in [(&latin, &hebrew), (&hebrew, &latin)] {
            let nearest = Nearest::new(words, reach);
            for query in queries {
                let found: BTreeMap<u32, f32> = nearest
                    .candidates(query, -20.0)
                    .iter()
                    .map(|near| (near.at, near.bits))
                    .collect();
                for (at, word) in (0..).zip(words) {
                    let quick = query.quick(word, &mut scratch);
                    match found.get(&at) {
                        Some(bits) => prop_assert!((quick - bits).abs() < 0.01),
                        None => prop_assert!(quick < -19.99, "{quick}"),
                    }
                }
            }
        }
    }
}
