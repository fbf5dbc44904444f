//! Two tokens of names: how much the letters of one speak for or against its being the other, across
//! scripts or within Latin, in bits. Tables are data (`data/names.model`), read here and learnt in
//! `train`; `docs/name-model.md` says from what, how, and where they fail. Which tokens of two names
//! stand for each other is `name`'s.

mod alphabet;
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
