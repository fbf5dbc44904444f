//! Numbers in Hebrew letters: days (ט״ו is 15) and years (תשמ״ב is 5742, ה׳תשמ״ב too).

/// The value of a word of Hebrew letters read as a number; none if it is not one. The word has been
/// stripped of points; quotation marks of any kind inside it are skipped.
pub(super) fn value(word: &str) -> Option<u32> {
    let mut sum = 0_u32;
    let mut last = u32::MAX;
    let mut letters = 0;
    for c in word.chars().filter(|&c| !is_mark(c)) {
        let worth = letter(c)?;
        // Letters descend, but for the two spellings that avoid a name of God and the hundreds תתק.
        let falls = worth <= last && (worth < last || worth == 400);
        if !falls {
            return None;
        }
        (sum, last, letters) = (sum + worth, worth, letters + 1);
    }
    (letters > 0).then_some(sum)
}

/// A year in letters, which leave out the thousands or write them first: תשמ״ב, ה׳תשמ״ב.
pub(super) fn year(word: &str) -> Option<u32> {
    let mut rest = word;
    if let Some(after) = word.strip_prefix('ה') {
        let marked = after.trim_start_matches(is_mark);
        if marked.starts_with('ת') {
            rest = marked;
        }
    }
    value(rest)
        .filter(|v| (500..=999).contains(v))
        .map(|v| v + 5000)
}

/// Geresh and gershayim, and the signs that people type for them.
pub(super) fn is_mark(c: char) -> bool {
    matches!(
        c,
        '\'' | '"'
            | '\u{05F3}'
            | '\u{05F4}'
            | '\u{2018}'
            | '\u{2019}'
            | '\u{201C}'
            | '\u{201D}'
            | '`'
    )
}

fn letter(c: char) -> Option<u32> {
    Some(match c {
        'א' => 1,
        'ב' => 2,
        'ג' => 3,
        'ד' => 4,
        'ה' => 5,
        'ו' => 6,
        'ז' => 7,
        'ח' => 8,
        'ט' => 9,
        'י' => 10,
        'כ' | 'ך' => 20,
        'ל' => 30,
        'מ' | 'ם' => 40,
        'נ' | 'ן' => 50,
        'ס' => 60,
        'ע' => 70,
        'פ' | 'ף' => 80,
        'צ' | 'ץ' => 90,
        'ק' => 100,
        'ר' => 200,
        'ש' => 300,
        'ת' => 400,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_years_are_read() {
        assert_eq!(value("ט\"ו"), Some(15));
        assert_eq!(value("ט״ז"), Some(16));
        assert_eq!(value("כ\"ט"), Some(29));
        assert_eq!(value("ב'"), Some(2));
        assert_eq!(year("תשמ\"ב"), Some(5742));
        assert_eq!(year("ה'תשמ\"ב"), Some(5742));
        assert_eq!(year("תשל״ט"), Some(5739));
        assert_eq!(year("תשפ\"ה"), Some(5785));
    }

    #[test]
    fn words_that_are_no_numbers_are_none() {
        assert_eq!(value("משה"), None);
        assert_eq!(value("abc"), None);
        assert_eq!(value(""), None);
        assert_eq!(year("ט\"ו"), None);
    }
}
