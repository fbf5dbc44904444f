//! Arabic joins "and" to the word that follows it. Before a name in other letters the one letter
//! would stand against it as if it were a part of the name: there it stands by itself, on the
//! same line.

const AND: char = 'و';
const ISOLATES: [char; 3] = ['\u{2066}', '\u{2067}', '\u{2068}'];

/// The sentence with every "and" set apart from a name that is not in Arabic letters.
pub(crate) fn set_apart(said: &str) -> String {
    let mut out = String::with_capacity(said.len() + 4);
    let mut before = None;
    for (at, c) in said.char_indices() {
        out.push(c);
        let word = c == AND && !before.is_some_and(is_arabic);
        let after = said.get(at + c.len_utf8()..).unwrap_or_default();
        if word && names_in_other_letters(after) {
            out.push('\u{a0}');
        }
        before = Some(c);
    }
    out
}

/// Only what was filled in, and is isolated for it, is a name.
fn names_in_other_letters(after: &str) -> bool {
    let name = after.trim_start_matches(ISOLATES);
    let first = name.chars().next();
    name.len() < after.len() && first.is_some_and(|c| c.is_alphabetic() && !is_arabic(c))
}

fn is_arabic(c: char) -> bool {
    matches!(c, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn and_stands_apart_before_latin_letters_alone() {
        assert_eq!(
            set_apart("المكتب و\u{2068}Hamas\u{2069}"),
            "المكتب و\u{a0}\u{2068}Hamas\u{2069}"
        );
        for joined in [
            "المكتب و\u{2068}حماس\u{2069}",
            "ساعة و\u{2068}40\u{2069} دقيقة",
            "هو\u{2068}A\u{2069}",
            "وقال",
        ] {
            assert_eq!(set_apart(joined), joined);
        }
    }

    #[test]
    fn what_stands_apart_already_is_left() {
        let once = set_apart("\u{2068}H 1\u{2069} و\u{2068}\u{2068}H 2\u{2069}\u{2069}");
        assert_eq!(set_apart(&once), once);
        assert!(once.contains("و\u{a0}"));
    }
}
