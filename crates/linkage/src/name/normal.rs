//! The normal form of a text, by script: what is left is what tells one name from another, and two
//! ways to write the same letters are one. Only forms are dealt with here; what a word means for a
//! name (title, article, ancestor) is `parse`'s.

use super::Script;
use super::words::words;

/// A text in normal form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Normal {
    /// Its words in lower case, one space between them; empty where the text has no letter or
    /// digit.
    pub text: String,
    /// The script of most of its letters; [`Script::Other`] where it has none.
    pub script: Script,
    /// Whether its letters are of one script.
    pub mixed: Mixture,
}

/// Whether letters of several scripts stand in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mixture {
    /// All are of one script.
    One,
    /// A word had letters of another script that look like its own (Cyrillic о for Latin o). They
    /// have been folded: to be shown to whoever keeps the list.
    Disguised,
    /// Letters of several scripts, which nothing could be done about: two spellings in one cell, or
    /// a word that mixes them.
    Several,
}

/// The normal form of a text: Unicode's NFKC, lower case, and the folds of each script that
/// `docs/names.md` lists. Hyphens and other signs part words; apostrophes and vowel marks go.
/// The normal form of a normal form is itself.
///
/// ```
/// use linkage::name::{Script, normal};
/// assert_eq!(normal("Gülşen O’Brien-Süß").text, "gulsen obrien suss");
/// let arabic = normal("أحــمَد");
/// assert_eq!((arabic.text.as_str(), arabic.script), ("احمد", Script::Arabic));
/// ```
pub fn normal(text: &str) -> Normal {
    if text.is_ascii() {
        return ascii(text);
    }
    let words = words(text);
    Normal {
        script: words.census.majority(),
        mixed: words.mixture(),
        text: words.text,
    }
}

/// What nearly all cells of a Latin list are: no Unicode needed.
fn ascii(text: &str) -> Normal {
    let mut out = String::with_capacity(text.len());
    let mut script = Script::Other;
    let mut apart = false;
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            if apart && !out.is_empty() {
                out.push(' ');
            }
            apart = false;
            if byte.is_ascii_alphabetic() {
                script = Script::Latin;
            }
            out.push(char::from(byte.to_ascii_lowercase()));
        } else if byte != b'\'' && byte != b'`' {
            apart = true;
        }
    }
    Normal {
        text: out,
        script,
        mixed: Mixture::One,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(script: Script, cases: &[(&str, &str)]) {
        for (written, expected) in cases {
            let normal = normal(written);
            assert_eq!(normal.text, *expected, "{written}");
            assert_eq!(normal.script, script, "{written}");
        }
    }

    #[test]
    fn latin() {
        check(
            Script::Latin,
            &[
                ("José", "jose"),
                ("Jose\u{301}", "jose"),
                ("SØREN", "soren"),
                ("Weiß", "weiss"),
                ("WEIẞ", "weiss"),
                ("Yıldız", "yildiz"),
                ("İBRAHİM", "ibrahim"),
                ("Nguyễn Văn Đức", "nguyen van duc"),
                ("O'Brien", "obrien"),
                ("O’Brien", "obrien"),
                ("O´Brien", "obrien"),
                ("ʿAlī", "ali"),
                ("Muḥammad", "muhammad"),
                ("Ṣāliḥ al-Ḥāʾik", "salih al haik"),
                ("Anne-Marie", "anne marie"),
                ("Anne\u{2011}Marie", "anne marie"),
                ("Əliyev", "aliyev"),
                ("Łukasz", "lukasz"),
                ("Þórður", "thordur"),
                ("ＡＨＭＥＤ", "ahmed"),
                ("\u{202e}Karim\u{202c}", "karim"),
                ("Ka\u{200b}rim", "karim"),
                ("Mu\u{fffd}oz", "muoz"),
            ],
        );
    }

    #[test]
    fn arabic() {
        check(
            Script::Arabic,
            &[
                ("أَحْمَد", "احمد"),
                ("مـحـمـد", "محمد"),
                ("إبراهيم", "ابراهيم"),
                ("آمنة", "امنه"),
                ("ٱلله", "الله"),
                ("رؤوف", "رووف"),
                ("عائشة", "عايشه"),
                ("موسى", "موسي"),
                ("علاء", "علا"),
                ("علی", "علي"),
                ("کریم", "كريم"),
                ("پرویز", "پرويز"),
                ("بیگم", "بيگم"),
                ("چنگیز ژاله", "چنگيز ژاله"),
                ("فضہ", "فضه"),
                ("ﻣﺤﻤﺪ", "محمد"),
                ("عبد\u{200f} الله", "عبد الله"),
                ("علی‌رضا", "عليرضا"),
            ],
        );
    }

    #[test]
    fn hebrew() {
        check(
            Script::Hebrew,
            &[
                ("שָׁלוֹם", "שלומ"),
                ("יוסף", "יוספ"),
                ("ג'ורג'", "ג׳ורג׳"),
                ("ג׳ורג׳", "ג׳ורג׳"),
                ("ג’ורג’", "ג׳ורג׳"),
                ("צ'רלי", "צ׳רלי"),
                ("ח'אלד", "חאלד"),
                ("ד\"ר", "דר"),
                ("ד״ר", "דר"),
                ("בן־דוד", "בנ דוד"),
                ("בן-דוד", "בנ דוד"),
                ("\u{fb2a}רה", "שרה"),
                ("אײזיק", "אייזיק"),
            ],
        );
    }

    #[test]
    fn cyrillic() {
        check(
            Script::Cyrillic,
            &[
                ("Фёдор", "федор"),
                ("Сергій", "сергий"),
                ("Ґалаґан", "галаган"),
                ("Євген", "евген"),
                ("Дем’янчук", "демянчук"),
                ("Їжакевич", "ижакевич"),
                ("Быкаў", "быкау"),
                ("Ива\u{301}нов", "иванов"),
                ("Николай", "николай"),
                ("Николаи\u{306}", "николай"),
                ("Назарбаев Нұрсұлтан", "назарбаев нурсултан"),
            ],
        );
    }

    #[test]
    fn thai() {
        check(
            Script::Thai,
            &[
                ("น้ำ", "น้ำ"),
                ("นํ้า", "น้ำ"),
                ("น\u{e49}\u{e33}", "น้ำ"),
                ("เเก้ว", "แก้ว"),
                ("สมชาย  ใจดี", "สมชาย ใจดี"),
                ("ที\u{e48}", "ที\u{e48}"),
                ("ท\u{e48}ี", "ที\u{e48}"),
            ],
        );
    }

    #[test]
    fn other_scripts_keep_their_marks() {
        assert_eq!(normal("मोहन").text, "मोहन");
        assert_eq!(normal("Γιώργος").text, "γιωργοσ");
        assert_eq!(normal("김철수").text, "김철수");
    }

    #[test]
    fn look_alikes_are_folded_and_said() {
        // Cyrillic а and о.
        let disguised = normal("Kаrimоv Ali");
        assert_eq!(disguised.text, "karimov ali");
        assert_eq!(disguised.mixed, Mixture::Disguised);
        assert_eq!(normal("Karimov").mixed, Mixture::One);
        assert_eq!(normal("Каримов").mixed, Mixture::One);
        assert_eq!(normal("Karim كريم").mixed, Mixture::Several);
        assert_eq!(normal("Karimكريم").text, "karim كريم");
    }

    #[test]
    fn nothing_left_is_empty() {
        for nothing in ["", "  ", "-", "—", "'", "\u{202e}", "؟"] {
            assert_eq!(normal(nothing).text, "", "{nothing:?}");
        }
    }

    proptest! {
        #[test]
        fn a_normal_form_is_its_own(text in super::super::strategies::any_text()) {
            let once = normal(&text);
            let twice = normal(&once.text);
            prop_assert_eq!(&once.text, &twice.text);
        }

        #[test]
        fn words_stand_one_space_apart(text in super::super::strategies::any_text()) {
            let text = normal(&text).text;
            prop_assert!(!text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  "));
        }

        #[test]
        fn the_fast_path_says_the_same(text in "[ -~]{0,20}") {
            let fast = ascii(&text);
            let cut = words(&text);
            let slow = super::super::words::any(&text);
            prop_assert_eq!(&fast.text, &slow.text);
            prop_assert_eq!(fast.script, slow.census.majority());
            prop_assert_eq!(&cut.text, &slow.text);
            prop_assert_eq!(cut.spans, slow.spans);
        }
    }
}
