//! From bytes to text: by byte-order mark, as UTF-8, or by a guess that is told.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::Unreadable;

/// How many bytes at the beginning are looked at.
const LOOKED_AT: usize = 1 << 16;

/// A text, and the name of its encoding where that was guessed.
#[derive(Debug)]
pub(super) struct Decoded<'a> {
    pub text: Cow<'a, str>,
    pub guessed: Option<&'static str>,
}

/// Decodes a text. Bytes that are none stand as U+FFFD.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, Unreadable> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let bytes = bytes.get(mark..).unwrap_or_default();
        return Ok(by(encoding, bytes, None));
    }
    if let Ok(text) = std::str::from_utf8(bytes)
        && !looks_binary(bytes)
        && wide(bytes).is_none()
    {
        return Ok(Decoded {
            text: Cow::Borrowed(text),
            guessed: None,
        });
    }
    if let Some(encoding) = wide(bytes) {
        return Ok(by(encoding, bytes, Some(encoding.name())));
    }
    if looks_binary(bytes) {
        let what = "a file of bytes that are no text";
        return Err(Unreadable::NotATable { what });
    }
    if mostly_utf8(bytes) {
        return Ok(by(UTF_8, bytes, None));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    Ok(by(encoding, bytes, Some(encoding.name())))
}

fn by<'a>(
    encoding: &'static Encoding,
    bytes: &'a [u8],
    guessed: Option<&'static str>,
) -> Decoded<'a> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Decoded { text, guessed }
}

/// UTF-16 without a byte-order mark: the high bytes of a text in one script are few, and those of
/// its delimiters and line ends are nought.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..LOOKED_AT.min(bytes.len()))?;
    let pairs = head.len() / 2;
    let noughts = |at: usize| {
        head.chunks_exact(2)
            .filter(|p| p.get(at) == Some(&0))
            .count()
    };
    let (first, second) = (noughts(0), noughts(1));
    // A text without a single space, delimiter or line end is no list.
    if pairs < 2 || first.max(second) * 20 < pairs || first.min(second) > 0 {
        return None;
    }
    Some(if first > second { UTF_16BE } else { UTF_16LE })
}

fn looks_binary(bytes: &[u8]) -> bool {
    let head = bytes.get(..LOOKED_AT.min(bytes.len())).unwrap_or_default();
    let control = |b: &&u8| **b < b' ' && !matches!(**b, b'\t' | b'\n' | b'\r' | 0x0C | 0x1A);
    head.iter().filter(control).count() * 50 > head.len()
}

/// Whether the bytes are UTF-8, or were before some of them were damaged: at least as many signs beyond
/// ASCII are whole as are broken. In an older encoding hardly any is, since its letters come in runs,
/// and a letter that could begin a sign of UTF-8 is followed by another that could.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        let valid = chunk.valid();
        if !valid.is_ascii() {
            good += valid.chars().filter(|c| !c.is_ascii()).count();
        }
        bad += usize::from(!chunk.invalid().is_empty());
    }
    bad == 0 || good >= bad
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{WINDOWS_1251, WINDOWS_1252, WINDOWS_1255, WINDOWS_1256};

    #[track_caller]
    fn check_guess(encoding: &'static Encoding, text: &str) {
        let (bytes, _, lost) = encoding.encode(text);
        assert!(!lost);
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.text, text);
        assert_eq!(decoded.guessed, Some(encoding.name()));
    }

    #[test]
    fn old_encodings_are_guessed() {
        check_guess(WINDOWS_1256, "الاسم,المدينة\nمحمد أحمد,عدن\nسامي صالح,تعز\n");
        check_guess(WINDOWS_1255, "שם,עיר\nיוסף כהן,חיפה\nדוד לוי,ירושלים\n");
        check_guess(WINDOWS_1251, "Фамилия,Город\nИванов,Киев\nПетренко,Львов\n");
        check_guess(
            WINDOWS_1252,
            "Nom,Ville\nJérôme Lefèvre,Orléans\nFrançois Noël,Nîmes\n",
        );
    }

    #[test]
    fn marks_and_wide_text_are_known() {
        let text = "اسم,x\nنور,1\n";
        let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(decode(&little).unwrap().text, text);
        assert_eq!(decode(&big).unwrap().text, text);
        let marked = [&[0xFF, 0xFE], &little[..]].concat();
        let decoded = decode(&marked).unwrap();
        assert_eq!((&*decoded.text, decoded.guessed), (text, None));
        let marked = [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat();
        assert_eq!(decode(&marked).unwrap().text, text);
    }

    #[test]
    fn a_few_damaged_bytes_do_not_make_another_encoding() {
        let mut bytes = "اسم,x\nنور,1\nسامي,2\n".as_bytes().to_vec();
        bytes.insert(7, 0xFF);
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.guessed, None);
        assert!(decoded.text.contains(char::REPLACEMENT_CHARACTER));
    }

    #[test]
    fn one_name_in_utf8_weighs_as_much_as_one_damaged_byte() {
        let mut bytes = "Name,Town\nZoë Müller,Köln\nJohn Smith,York\nAnn Lee,Hull\n"
            .as_bytes()
            .to_vec();
        bytes.extend(b"J\xFFrg,Bonn\nK\xFErt,Ulm\n");
        let decoded = decode(&bytes).unwrap();
        assert_eq!(decoded.guessed, None);
        assert!(decoded.text.contains("Zoë Müller,Köln"));
        assert_eq!(decoded.text.matches(char::REPLACEMENT_CHARACTER).count(), 2);
    }

    #[test]
    fn letters_of_older_encodings_that_look_like_utf8_do_not_make_it_that() {
        // Each ends with two bytes that are one sign in UTF-8.
        check_guess(
            WINDOWS_1256,
            "الاسم,المدينة\nمحمد گرگانى,تهران\nپرويز برگ,شيراز\n",
        );
        check_guess(
            WINDOWS_1251,
            "Имя,Город\nСемён Ковалёв,Орёл\nПётр Иванов,Тула\n",
        );
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let bytes: Vec<u8> = (0..=255).cycle().take(5000).collect();
        assert!(decode(&bytes).is_err());
    }
}
