//! Words that say that nothing is known. They are missing values, not values: two persons of unknown
//! birthplace do not agree on it.

use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

use super::FieldKind;
use crate::signs::{digit, fold};

/// Whether a cell says that nothing is known.
pub(super) fn is_missing(cell: &str, kind: FieldKind) -> bool {
    let cell = cell.trim();
    // Long cells say something; this spares folding them.
    if cell.is_empty() {
        return true;
    }
    if cell.chars().nth(LONGEST).is_some() {
        return false;
    }
    if is_another_word(cell) {
        return false;
    }
    if !cell.chars().any(char::is_alphanumeric) {
        return true;
    }
    // No word below is a number: this spares folding most dates and codes, and looking them up.
    let number = cell.bytes().all(|b| b.is_ascii_digit());
    let word = if number {
        Cow::Borrowed(cell)
    } else {
        Cow::Owned(fold(cell))
    };
    let is_among = |words: &BTreeSet<String>| !number && words.contains(&*word);
    match kind {
        FieldKind::BirthDate | FieldKind::EventDate => {
            is_among(&UNKNOWN) || is_among(&SHORT) || is_filler_number(cell)
        }
        FieldKind::IdentityNumber | FieldKind::Telephone | FieldKind::Postcode => {
            is_among(&UNKNOWN) || is_among(&SHORT) || is_filler_code(cell)
        }
        // "No" and "none" may be answers there.
        FieldKind::Other => is_among(&UNKNOWN),
        // Na, Nan, No and Null are names.
        FieldKind::FullName
        | FieldKind::GivenName
        | FieldKind::FatherName
        | FieldKind::GrandfatherName
        | FieldKind::FamilyName
        | FieldKind::MotherName => is_among(&UNKNOWN) || is_crossed_out(&word),
        FieldKind::Sex
        | FieldKind::BirthPlace
        | FieldKind::Residence
        | FieldKind::Address
        | FieldKind::EventPlace
        | FieldKind::Nationality => is_among(&UNKNOWN) || is_among(&SHORT) || is_crossed_out(&word),
    }
}

/// No word below has more letters.
const LONGEST: usize = 24;

/// Whether a word of plain letters begins and is as long as no word below: most names, and it spares
/// folding them.
fn is_another_word(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    let first = bytes.first().map(u8::to_ascii_lowercase);
    let known = first.and_then(|first| BEGINNINGS.get(usize::from(first.checked_sub(b'a')?)));
    // Crossed out is what is only X.
    first != Some(b'x')
        && known.is_some_and(|lengths| lengths >> bytes.len().min(31) & 1 == 0)
        && bytes.iter().all(u8::is_ascii_alphabetic)
}

/// By first letter, the lengths of the words below, as bits.
static BEGINNINGS: LazyLock<[u32; 26]> = LazyLock::new(|| {
    let mut lengths = [0; 26];
    for word in UNKNOWN.iter().chain(SHORT.iter()) {
        let first = word.bytes().next().and_then(|b| b.checked_sub(b'a'));
        if let Some(of_first) = first.and_then(|at| lengths.get_mut(usize::from(at))) {
            *of_first |= 1 << word.len().min(31);
        }
    }
    lengths
});

/// 0000-00-00, 00/00/0000, 9999, 99-99-9999: what programs put where no date is.
fn is_filler_number(cell: &str) -> bool {
    let mut digits = cell.chars().filter(|c| !"/-. :".contains(*c)).map(digit);
    let first = digits.next().flatten();
    matches!(first, Some(0 | 9)) && digits.clone().count() > 0 && digits.all(|d| d == first)
        || cell == "0"
}

/// Noughts alone, or the same digit or letter X at least five times.
fn is_filler_code(cell: &str) -> bool {
    let signs: Vec<char> = cell.chars().filter(|c| c.is_alphanumeric()).collect();
    match signs.split_first() {
        Some((first, rest)) if rest.iter().all(|c| c == first) => {
            digit(*first) == Some(0) || rest.len() >= 4 || matches!(first, 'x' | 'X')
        }
        _ => false,
    }
}

fn is_crossed_out(word: &str) -> bool {
    word.len() >= 2 && word.chars().all(|c| c == 'x') || word.chars().all(|c| c == '0')
}

static UNKNOWN: LazyLock<BTreeSet<String>> = LazyLock::new(|| set(&UNKNOWN_WORDS));
static SHORT: LazyLock<BTreeSet<String>> = LazyLock::new(|| set(&SHORT_WORDS));

fn set(words: &[&str]) -> BTreeSet<String> {
    let words = words.iter().flat_map(|line| line.split('|'));
    words.map(fold).collect()
}

/// What no name, place or answer is.
const UNKNOWN_WORDS: [&str; 10] = [
    "n/a|unknown|unk|unkn|not known|not available|not applicable|not given|not stated|not recorded\
     |not specified|unspecified|undisclosed|no data|no information|#n/a|missing value|tbc|tbd|n/k",
    "inconnu|inconnue|non connu|non renseigné|non précisé|sans objet|néant|n/d",
    "desconocido|desconocida|no consta|sin datos|se desconoce|no disponible",
    "غير معروف|غير معروفة|غير معلوم|مجهول|مجهولة|لا يعرف|غير متوفر|غير متوفرة|غير محدد|لا توجد معلومات\
     |بلا|غير مذكور",
    "לא ידוע|לא ידועה|אין נתונים|אין מידע|לא נמסר|לא צוין|לא רלוונטי",
    "неизвестно|неизвестен|неизвестна|неизв|нет данных|нет сведений|не указано|не указан|не установлено|н/д",
    "невідомо|невідомий|немає даних|не вказано|не встановлено",
    "نامعلوم|نامشخص|ناشناس|اطلاعات ندارد",
    "bilinmiyor|bilinmeyen|belirtilmemiş|belirsiz|veri yok",
    "ไม่ทราบ|ไม่ระบุ|ไม่มีข้อมูล|ไม่ปรากฏ",
];

/// What may be an answer elsewhere, but no date, number or place.
const SHORT_WORDS: [&str; 2] = [
    "na|null|nan|none|nil|no|missing|aucun|aucune|ninguno|لا يوجد|لايوجد|אין|нет|нету|немає|ні|ندارد|هیچ|yok|ไม่มี|nd|s/d",
    "unknown date|date unknown|x",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_below_is_taken_for_another() {
        let words = || UNKNOWN.iter().chain(SHORT.iter());
        for word in words() {
            for cell in [word.clone(), word.to_uppercase()] {
                assert!(!is_another_word(&cell), "{cell}");
            }
        }
        assert!(words().any(|word| word.bytes().all(|b| b.is_ascii_alphabetic())));
        assert!(words().all(|word| word.bytes().any(|b| !b.is_ascii_digit())));
        for name in ["Yusuf", "Maryam", "Abdulrahman"] {
            assert!(is_another_word(name), "{name}");
            assert_eq!(fold(name), name.to_ascii_lowercase());
        }
    }

    #[test]
    fn words_for_unknown_are_missing_in_each_language() {
        for cell in [
            "",
            " ",
            "-",
            "—",
            "?",
            "...",
            "N/A",
            "Unknown",
            "UNKNOWN ",
            "inconnu",
            "غير معروف",
            "غير معروفة",
            "לא ידוע",
            "нет данных",
            "Невідомо",
            "نامعلوم",
            "bilinmiyor",
            "ไม่ทราบ",
        ] {
            assert!(is_missing(cell, FieldKind::BirthPlace), "{cell}");
            assert!(is_missing(cell, FieldKind::FullName), "{cell}");
        }
    }

    #[test]
    fn fillers_are_missing_where_they_can_be_nothing_else() {
        for cell in [
            "0000-00-00",
            "00/00/0000",
            "9999",
            "99.99.9999",
            "0",
            "٠٠٠٠",
        ] {
            assert!(is_missing(cell, FieldKind::BirthDate), "{cell}");
        }
        for cell in ["0", "000000000", "999999999", "xxx"] {
            assert!(is_missing(cell, FieldKind::IdentityNumber), "{cell}");
        }
        assert!(!is_missing("9", FieldKind::BirthDate));
        assert!(!is_missing("1999", FieldKind::BirthDate));
        assert!(!is_missing("0001", FieldKind::IdentityNumber));
    }

    #[test]
    fn names_and_answers_are_kept() {
        assert!(!is_missing("Na", FieldKind::FamilyName));
        assert!(!is_missing("No", FieldKind::FamilyName));
        assert!(!is_missing("no", FieldKind::Other));
        assert!(is_missing("нет", FieldKind::Residence));
    }
}
