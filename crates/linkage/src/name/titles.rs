//! Titles, forms of address, suffixes, and what lists write where there is no name. In normal form;
//! a title of several words has one space between them.

use std::sync::LazyLock;

/// How sure it is that a word before a name is no part of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Title {
    /// It goes wherever a name remains.
    Sure,
    /// It is a name as well (Sayyid, Malik): it goes where two names remain.
    Maybe,
}

/// The longest title with which words begin, and how many words it has. Titles of several words
/// are known by what follows the first.
pub(super) fn title<'a>(
    mut words: impl Iterator<Item = &'a str> + Clone,
) -> Option<(Title, usize)> {
    let first = words.next()?;
    let from = TITLES.partition_point(|(known, _)| *known < first);
    let alike = TITLES.get(from..)?.iter().map_while(|(known, kind)| {
        let rest = known.strip_prefix(first)?;
        (rest.is_empty() || rest.starts_with(' ')).then_some((rest, kind))
    });
    alike
        .filter(|(rest, _)| {
            let mut words = words.clone();
            rest.split_ascii_whitespace()
                .all(|part| words.next() == Some(part))
        })
        .last()
        .map(|(rest, kind)| (*kind, rest.split(' ').count()))
}

/// All titles, sorted; a space comes before every letter, so the longer of two stands behind.
static TITLES: LazyLock<Vec<(&str, Title)>> = LazyLock::new(|| {
    let sure = SURE.iter().map(|known| (*known, Title::Sure));
    let maybe = MAYBE.iter().map(|known| (*known, Title::Maybe));
    let mut all: Vec<_> = sure.chain(maybe).collect();
    all.sort_unstable_by_key(|(known, _)| *known);
    all
});

/// Whether a word behind a name is no part of it: junior, of blessed memory, doctor of.
pub(super) fn is_suffix(word: &str) -> bool {
    SUFFIXES.binary_search(&word).is_ok()
}

/// Whether a whole cell says that the name is not known.
pub(super) fn is_no_name(cell: &str) -> bool {
    NO_NAMES.binary_search(&cell).is_ok()
}

/// A Thai name without the form of address that is written together with it. Not where what is left
/// begins with a sign that hangs on the letter before: then that letter was the name's.
pub(super) fn thai_without_title(word: &str) -> &str {
    for known in THAI_JOINED {
        if let Some(rest) = word.strip_prefix(known)
            && rest.chars().count() >= 2
            && !rest.starts_with(|c| matches!(c, '\u{e30}'..='\u{e3a}' | '\u{e45}'..='\u{e4e}'))
        {
            return rest;
        }
    }
    word
}

/// The longest first.
const THAI_JOINED: &[&str] = &["เด็กหญิง", "เด็กชาย", "นางสาว", "นาง", "นาย"];

const SURE: &[&str] = &[
    // English, French, German, Spanish.
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "rev",
    "reverend",
    "hon",
    "capt",
    "captain",
    "col",
    "colonel",
    "maj",
    "major",
    "general",
    "lt",
    "lieutenant",
    "sgt",
    "sergeant",
    "cpl",
    "corporal",
    "pvt",
    "engr",
    "adv",
    "the late",
    "late",
    "martyr",
    "mme",
    "mlle",
    "mgr",
    "monsieur",
    "madame",
    "mademoiselle",
    "docteur",
    "herr",
    "frau",
    "sra",
    "senor",
    "senora", // Arabic, Persian, Turkish, in Latin letters.
    "sheikh",
    "sheik",
    "shaikh",
    "shaykh",
    "cheikh",
    "shekh",
    "hajji",
    "haji",
    "hadji",
    "hajj",
    "haj",
    "hadj",
    "alhaji",
    "alhajj",
    "al haj",
    "al hajj",
    "el haj",
    "el hajj",
    "el hadj",
    "el hadji",
    "hajja",
    "hajjah",
    "ustaz",
    "ustad",
    "ustadh",
    "ayatollah",
    "hojjatoleslam",
    "mullah",
    "mulla",
    "mollah",
    "mawlawi",
    "maulvi",
    "maulana",
    "mawlana",
    "qari",
    "al sayyid",
    "al sayed",
    "el sayed",
    "al sayyida",
    "al shahid",
    "al shaheed",
    "muhandis",
    "khanum",
    "khanom",
    "hoca", // Russian and Hebrew, in Latin letters.
    "gospodin",
    "gospozha",
    "grazhdanin",
    "rabbi",
    "reb",
    "rabbanit",
    "harav", // Arabic.
    "السيد",
    "السيده",
    "الشيخ",
    "الشيخه",
    "شيخ",
    "الحاج",
    "الحاجه",
    "حاج",
    "حاجي",
    "الدكتور",
    "الدكتوره",
    "دكتور",
    "دكتوره",
    "د",
    "الاستاذ",
    "الاستاذه",
    "استاذ",
    "المهندس",
    "المهندسه",
    "مهندس",
    "الشهيد",
    "الشهيده",
    "المرحوم",
    "المرحومه",
    "الاسير",
    "الاسيره",
    "المعتقل",
    "الطفل",
    "الطفله",
    "الانسه",
    "العقيد",
    "العميد",
    "المقدم",
    "الرايد",
    "النقيب",
    "الملازم",
    "اللوا",
    "المحامي",
    "الاخ",
    "الاخت",
    "ايه الله",
    "حجه الاسلام",
    "الملا",
    "ملا", // Persian.
    "اقاي",
    "خانم",
    "دكتر",
    "جناب",
    "حجت الاسلام", // Hebrew.
    "דר",
    "מר",
    "גב",
    "גברת",
    "הרב",
    "הרבנית",
    "רבי",
    "פרופ",
    "פרופסור",
    "עוד",
    "אדונ",
    "סרנ",
    "רסנ",
    "סגנ",
    "רב סרנ",
    "אלופ",
    "סמל",
    "סמר",
    "טוראי",
    "שיח",
    "חאג",
    "חאג׳",
    "הנער",
    "הילד",
    "הילדה", // Russian, Ukrainian.
    "г н",
    "г жа",
    "господин",
    "госпожа",
    "гражданин",
    "гражданка",
    "гр",
    "гр н",
    "гр ка",
    "доктор",
    "др",
    "д р",
    "профессор",
    "проф",
    "товарищ",
    "тов",
    "пан",
    "пани",
    "капитан",
    "майор",
    "лейтенант",
    "полковник",
    "сержант",
    "рядовой",
    "старшина",
    "генерал",
    "прапорщик",
    "шейх",
    "хаджи",
    "хадж",
    "мулла",
    "устаз", // Thai.
    "นาย",
    "นาง",
    "นางสาว",
    "น ส",
    "คุณ",
    "เด็กชาย",
    "เด็กหญิง",
    "ด ช",
    "ด ญ",
    "ดร",
    "ด ร",
    "พระ",
    "ม ร ว",
    "ม ล",
    "ร ต อ",
    "พล อ",
    "พ ต อ",
];

const MAYBE: &[&str] = &[
    "aga",
    "agha",
    "bey",
    "don",
    "dona",
    "fr",
    "imam",
    "khoja",
    "lalla",
    "mirza",
    "moulay",
    "mulay",
    "rav",
    "sayed",
    "sayyed",
    "sayyid",
    "sayyida",
    "seyed",
    "seyyed",
    "seyyid",
    "shahid",
    "sidi",
    "syed",
    "سيد",
    "سيده",
    "الامير",
    "الامام",
    "ميرزا",
    "مير",
    "م",
    "ا",
    "اغا",
    "سيدي",
    "مولاي",
    "شهيد",
    "ר",
    "имам",
    "сайид",
    "сейид",
    "мирза",
];

const SUFFIXES: &[&str] = &[
    "ii",
    "iii",
    "jnr",
    "jr",
    "junior",
    "md",
    "phd",
    "senior",
    "snr",
    "sr",
    "бей",
    "мл",
    "младший",
    "старший",
    "היד",
    "זל",
    "יחי",
    "שליטא",
];

const NO_NAMES: &[&str] = &[
    "anonymous",
    "bilinmiyor",
    "desconocido",
    "inconnu",
    "n a",
    "n n",
    "na",
    "nil",
    "nn",
    "no name",
    "none",
    "not available",
    "not known",
    "null",
    "unidentified",
    "unk",
    "unknown",
    "unnamed",
    "невидомий",
    "невидомо",
    "неизвестен",
    "неизвестно",
    "неизвестный",
    "нет",
    "нет данных",
    "אלמוני",
    "אלמונית",
    "לא ידוע",
    "ללא שמ",
    "بدون اسم",
    "غير معروف",
    "غير معروفه",
    "لا يوجد",
    "مجهول",
    "مجهول الهويه",
    "مجهوله",
    "مجهوله الهويه",
    "ناشناس",
    "نامشخص",
    "ไม่ทราบ",
    "ไม่ทราบชื่อ",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::normal;

    #[test]
    fn tables_are_in_normal_form_and_sorted_where_searched() {
        for word in SURE
            .iter()
            .chain(MAYBE)
            .chain(SUFFIXES)
            .chain(NO_NAMES)
            .chain(THAI_JOINED)
        {
            assert_eq!(normal(word).text, **word);
        }
        assert!(SUFFIXES.is_sorted());
        assert!(NO_NAMES.is_sorted());
    }

    #[test]
    fn the_longest_title_is_taken() {
        assert_eq!(
            title(["al", "haj", "ali"].into_iter()),
            Some((Title::Sure, 2))
        );
        assert_eq!(
            title(["sayyid", "ali"].into_iter()),
            Some((Title::Maybe, 1))
        );
        assert_eq!(title(["ali"].into_iter()), None);
    }

    #[test]
    fn a_thai_title_is_cut_off_where_a_name_is_left() {
        assert_eq!(thai_without_title("นายสมชาย"), "สมชาย");
        assert_eq!(thai_without_title("นางสาวมาลี"), "มาลี");
        assert_eq!(thai_without_title("นายิกา"), "นายิกา");
        assert_eq!(thai_without_title("นาย"), "นาย");
    }
}
