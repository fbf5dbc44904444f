//! Signs in a text that deceive the eye: invisible ones, and letters of two scripts in one word.

use linkage::problem::{Fault, is_invisible};

/// What in this text is to be looked at. Nothing is changed.
pub(crate) fn faults(text: &str) -> impl Iterator<Item = Fault> {
    let plain = text.is_ascii();
    let invisible = !plain && has_invisible(text) || plain && text.bytes().any(is_control);
    let mixed = !plain && text.split(|c: char| !c.is_alphabetic()).any(is_mixed);
    let lost = !plain && text.contains(char::REPLACEMENT_CHARACTER);
    [
        (invisible, Fault::Invisible),
        (mixed, Fault::MixedScripts),
        (lost, Fault::NotText),
        (text.starts_with('='), Fault::FormulaText),
    ]
    .into_iter()
    .filter_map(|(is_so, fault)| is_so.then_some(fault))
}

fn is_control(byte: u8) -> bool {
    byte < b' ' && !matches!(byte, b'\t' | b'\n' | b'\r') || byte == 0x7F
}

/// The joiners between two Arabic or Indic letters belong to the spelling (Persian writes them
/// inside words); anywhere else nobody sees them.
fn has_invisible(text: &str) -> bool {
    let mut before = ' ';
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        let joins = matches!(sign, '\u{200C}' | '\u{200D}')
            && is_joined_script(before)
            && signs.peek().copied().is_some_and(is_joined_script);
        let control = sign.is_control() && !matches!(sign, '\t' | '\n' | '\r');
        if control || is_invisible(sign) && !joins {
            return true;
        }
        before = sign;
    }
    false
}

fn is_joined_script(sign: char) -> bool {
    matches!(sign, '\u{0600}'..='\u{08FF}' | '\u{0900}'..='\u{0DFF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}')
}

/// Scripts whose letters are taken for each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Alike {
    Latin,
    Greek,
    Cyrillic,
}

/// Whether one word has letters of two scripts that look alike.
fn is_mixed(word: &str) -> bool {
    let mut scripts = word.chars().filter_map(alike);
    scripts
        .next()
        .is_some_and(|first| scripts.any(|other| other != first))
}

fn alike(sign: char) -> Option<Alike> {
    match sign {
        'A'..='Z' | 'a'..='z' | '\u{00C0}'..='\u{024F}' | '\u{1E00}'..='\u{1EFF}' => {
            Some(Alike::Latin)
        }
        '\u{0370}'..='\u{03FF}' | '\u{1F00}'..='\u{1FFF}' => Some(Alike::Greek),
        '\u{0400}'..='\u{052F}' | '\u{1C80}'..='\u{1C8F}' => Some(Alike::Cyrillic),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[Fault]) {
        assert_eq!(faults(text).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn what_deceives_the_eye_is_found() {
        check("Ali\u{202E}123", &[Fault::Invisible]);
        check("م\u{200F}حمد", &[Fault::Invisible]);
        check("Ив\u{0061}нов", &[Fault::MixedScripts]);
        check("a\u{0}b", &[Fault::Invisible]);
        check("Sal\u{FFFD}m", &[Fault::NotText]);
        check("=\"00123\"", &[Fault::FormulaText]);
    }

    #[test]
    fn what_only_looks_strange_is_left_alone() {
        check("محمد Ahmad Иванов", &[]);
        check("علی\u{200C}رضا", &[]);
        check("two\nlines", &[]);
        check("Ōe Κενζαβυρω", &[]);
    }
}
