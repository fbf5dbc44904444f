//! Words for the sexes.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::signs::fold;

/// The word that stands for a cell in normal form: `male` or `female`; none for any other word,
/// which is kept as it is.
pub(super) fn sex(cell: &str) -> Option<&'static str> {
    SEXES.get(&fold(cell)).copied()
}

/// ISO/IEC 5218: 1 is male, 2 is female; 0 and 9 say nothing. Only where a column has no other value.
pub(super) fn numbered(cell: &str) -> Option<&'static str> {
    match cell.trim() {
        "1" | "١" | "۱" => Some("male"),
        "2" | "٢" | "۲" => Some("female"),
        _ => None,
    }
}

static SEXES: LazyLock<BTreeMap<String, &str>> = LazyLock::new(|| {
    let words = |words: &'static str, sex| words.split('|').map(move |word| (fold(word), sex));
    words(MALE, "male").chain(words(FEMALE, "female")).collect()
});

const MALE: &str = "male|m|man|men|boy|boys|homme|masculin|h|garçon|hombre|masculino|varón|v|ذكر|ذكور|رجل|ولد\
                    |זכר|ז|גבר|בן|мужской|мужчина|муж|м|мальчик|чоловіча|чоловік|чол|ч|хлопець|مرد|مذکر|پسر\
                    |erkek|e|bay|ชาย|ช|mr|mann|männlich";

const FEMALE: &str = "female|f|woman|women|girl|girls|femme|féminin|fille|mujer|femenino|hembra|أنثى|انثى|إناث\
                      |اناث|امرأة|بنت|נקבה|נ|אישה|אשה|בת|женский|женщина|жен|ж|девочка|жіноча|жінка|жін|дівчина\
                      |زن|مونث|مؤنث|دختر|kadın|k|kız|bayan|หญิง|ญ|mrs|ms|frau|weiblich|w";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sexes_are_read_in_each_language() {
        for word in [
            "M",
            "male",
            "Homme",
            "ذكر",
            "זכר",
            "мужской",
            "чоловіча",
            "مرد",
            "Erkek",
            "ชาย",
        ] {
            assert_eq!(sex(word), Some("male"), "{word}");
        }
        for word in [
            "F",
            "Female",
            "féminin",
            "أنثى",
            "נקבה",
            "ж",
            "жіноча",
            "زن",
            "Kadın",
            "หญิง",
        ] {
            assert_eq!(sex(word), Some("female"), "{word}");
        }
        assert_eq!(sex("other"), None);
        assert_eq!(numbered("2"), Some("female"));
    }
}
