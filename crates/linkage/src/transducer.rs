//! Two tokens of names: how much the letters of one speak for or against its being the other, across
//! scripts or within Latin, in bits. Tables are data (`data/names.model`), read here and learnt in
//! `train`; `docs/name-model.md` says from what, how, and where they fail. Which tokens of two names
//! stand for each other is `name`'s.

mod alphabet;
mod exact;
mod format;
mod frequency;
mod lattice;
mod model;
mod nearest;
mod ngram;
mod pair;
mod prepared;
pub mod train;
mod units;

pub use format::Unreadable;
pub use model::{Model, Scratch};
pub use nearest::{Near, Nearest, Reach};
pub use prepared::Prepared;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Script::{Arabic, Cyrillic, Hebrew, Latin};

    #[test]
    fn the_builtin_model_is_whole() {
        let bytes = include_bytes!("../data/names.model");
        Model::from_bytes(bytes).unwrap();
    }

    /// What runs a model, by file. Training may differ between machines; its bytes are what counts.
    const RUN: [(&str, &str); 10] = [
        ("alphabet", include_str!("transducer/alphabet.rs")),
        ("exact", include_str!("transducer/exact.rs")),
        ("format", include_str!("transducer/format.rs")),
        ("frequency", include_str!("transducer/frequency.rs")),
        ("lattice", include_str!("transducer/lattice.rs")),
        ("model", include_str!("transducer/model.rs")),
        ("nearest", include_str!("transducer/nearest.rs")),
        ("ngram", include_str!("transducer/ngram.rs")),
        ("pair", include_str!("transducer/pair.rs")),
        ("prepared", include_str!("transducer/prepared.rs")),
    ];

    /// The functions of the standard library whose last bits depend on the platform.
    const UNLIKE: [&str; 12] = [
        "log2", "log10", "ln", "ln_1p", "log", "exp", "exp2", "exp_m1", "powf", "powi", "tanh",
        "cbrt",
    ];

    #[test]
    fn nothing_that_runs_a_model_calls_what_differs_between_machines() {
        let units = ("units", include_str!("transducer/units.rs"));
        let run: Vec<(&str, &str)> = RUN.into_iter().chain([units]).collect();
        for line in include_str!("transducer.rs").lines() {
            let name = line.trim_start_matches("pub ").strip_prefix("mod ");
            if let Some(name) = name.and_then(|name| name.strip_suffix(';')) {
                let looked_at = name == "train" || run.iter().any(|(file, _)| *file == name);
                assert!(looked_at, "{name} is not looked at here");
            }
        }
        for (file, source) in run {
            let source = source.split("#[cfg(test)]").next().unwrap_or_default();
            for name in UNLIKE {
                let called = [
                    format!(".{name}("),
                    format!("f32::{name}"),
                    format!("f64::{name}"),
                ];
                let found = called.iter().find(|call| source.contains(call.as_str()));
                assert_eq!(found, None, "in {file}: use exact::log2 and exact::power");
            }
        }
    }

    #[test]
    fn one_name_in_two_scripts_gains_and_two_names_lose() {
        let model = Model::builtin();
        let same = [
            (("muhammad", Latin), ("محمد", Arabic)),
            (("ibrahim", Latin), ("ابراهيم", Arabic)),
            (("goldstein", Latin), ("גולדשטיינ", Hebrew)),
            (("yitzhak", Latin), ("יצחק", Hebrew)),
            (("shevchenko", Latin), ("шевченко", Cyrillic)),
            (("schwartz", Latin), ("shvarts", Latin)),
            (("ابراهيم", Arabic), ("ибрагим", Cyrillic)),
            (("يوسف", Arabic), ("יוספ", Hebrew)),
        ];
        for (a, b) in same {
            assert!(model.bits(a, b) > 5.0, "{a:?} {b:?} {}", model.bits(a, b));
            assert!((model.bits(a, b) - model.bits(b, a)).abs() < f32::EPSILON);
        }
        let other = [
            (("muhammad", Latin), ("خالد", Arabic)),
            (("goldstein", Latin), ("כהנ", Hebrew)),
            (("ivanov", Latin), ("шевченко", Cyrillic)),
        ];
        for (a, b) in other {
            assert!(model.bits(a, b) < -3.0, "{a:?} {b:?} {}", model.bits(a, b));
        }
    }
}
