//! Which letters of two spellings differ: an alignment with the fewest changes (Levenshtein 1966),
//! of letters as they are read, so that capitals, accents and vowel marks are no difference.
//! Nothing is marked where marks would say no more than the words beside them: in two scripts, or
//! where more than half would be marked.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// A stretch of a spelling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Its letters, as they came.
    pub text: String,
    /// How they stand to the other spelling.
    pub standing: Standing,
}

/// How a stretch stands to the other spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// The other has it too.
    Common,
    /// The other has nothing, or something else, in its place.
    Differs,
}

/// Spellings longer than this are not aligned.
const LONGEST: usize = 80;

/// Both spellings in stretches; none where nothing is to be marked.
pub fn differing(left: &str, right: &str) -> Option<(Vec<Stretch>, Vec<Stretch>)> {
    let (a, b) = (letters(left), letters(right));
    if a.is_empty() || b.is_empty() || a.len() > LONGEST || b.len() > LONGEST {
        return None;
    }
    let (in_a, in_b) = align(&a, &b);
    let marked = |marks: &[Standing]| marks.iter().filter(|m| **m == Standing::Differs).count();
    let (of_a, of_b) = (marked(&in_a), marked(&in_b));
    if of_a + of_b == 0 || of_a * 2 > a.len() || of_b * 2 > b.len() {
        return None;
    }
    Some((stretches(&a, &in_a), stretches(&b, &in_b)))
}

/// A letter with its marks, and what it is read as.
struct Letter {
    text: String,
    read: Vec<char>,
}

fn letters(text: &str) -> Vec<Letter> {
    let mut made: Vec<Letter> = Vec::new();
    for sign in text.chars().take(LONGEST * 4) {
        let silent = is_combining_mark(sign) || sign == TATWEEL;
        match made.last_mut() {
            Some(last) if silent => last.text.push(sign),
            _ => made.push(Letter {
                text: sign.to_string(),
                read: read(sign),
            }),
        }
    }
    made
}

/// Lengthens an Arabic word on paper and says nothing.
const TATWEEL: char = '\u{640}';

fn read(sign: char) -> Vec<char> {
    sign.to_lowercase()
        .nfkd()
        .filter(|&c| !is_combining_mark(c))
        .collect()
}

/// Walks back through the table of distances; where ways are equal a change comes before a gap.
fn align(a: &[Letter], b: &[Letter]) -> (Vec<Standing>, Vec<Standing>) {
    let rows = distances(a, b);
    let at = |i: usize, j: usize| rows.get(i).and_then(|row| row.get(j)).copied().unwrap_or(0);
    let (mut in_a, mut in_b) = (Vec::new(), Vec::new());
    let (mut i, mut j) = (a.len(), b.len());
    while i > 0 || j > 0 {
        let both = i.checked_sub(1).zip(j.checked_sub(1));
        let step = both.map(|(x, y)| (at(x, y), same(a, b, x, y)));
        let here = at(i, j);
        if let Some((before, equal)) = step
            && here == before + u16::from(!equal)
        {
            let standing = if equal {
                Standing::Common
            } else {
                Standing::Differs
            };
            in_a.push(standing);
            in_b.push(standing);
            (i, j) = (i - 1, j - 1);
        } else if i > 0 && here == at(i - 1, j) + 1 {
            in_a.push(Standing::Differs);
            i -= 1;
        } else {
            in_b.push(Standing::Differs);
            j = j.saturating_sub(1);
        }
    }
    in_a.reverse();
    in_b.reverse();
    (in_a, in_b)
}

fn same(a: &[Letter], b: &[Letter], i: usize, j: usize) -> bool {
    match (a.get(i), b.get(j)) {
        (Some(a), Some(b)) => a.read == b.read,
        _ => false,
    }
}

fn distances(a: &[Letter], b: &[Letter]) -> Vec<Vec<u16>> {
    let mut rows: Vec<Vec<u16>> = vec![(0..).take(b.len() + 1).collect()];
    for (i, letter) in (1u16..).zip(a) {
        let above = rows.last().cloned().unwrap_or_default();
        let mut row = vec![i];
        for ((other, &corner), &over) in b.iter().zip(&above).zip(above.iter().skip(1)) {
            let beside = row.last().copied().unwrap_or(i);
            let change = corner + u16::from(letter.read != other.read);
            row.push(change.min(over + 1).min(beside + 1));
        }
        rows.push(row);
    }
    rows
}

fn stretches(letters: &[Letter], marks: &[Standing]) -> Vec<Stretch> {
    let mut made: Vec<Stretch> = Vec::new();
    for (letter, &standing) in letters.iter().zip(marks) {
        match made.last_mut() {
            Some(last) if last.standing == standing => last.text.push_str(&letter.text),
            _ => made.push(Stretch {
                text: letter.text.clone(),
                standing,
            }),
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A spelling with what differs in brackets.
    fn bracketed(stretches: &[Stretch]) -> String {
        stretches
            .iter()
            .map(|s| match s.standing {
                Standing::Common => s.text.clone(),
                Standing::Differs => format!("[{}]", s.text),
            })
            .collect()
    }

    fn check(left: &str, right: &str, expected: Option<(&str, &str)>) {
        let found = differing(left, right).map(|(a, b)| (bracketed(&a), bracketed(&b)));
        let found = found.as_ref().map(|(a, b)| (a.as_str(), b.as_str()));
        assert_eq!(found, expected, "{left} and {right}");
    }

    #[test]
    fn the_letters_that_differ_are_marked_and_no_others() {
        check("Haddad", "Hadad", Some(("Ha[d]dad", "Hadad")));
        check(
            "1984-03-12",
            "1984-03-21",
            Some(("1984-03-[12]", "1984-03-[21]")),
        );
        check("سمير", "سميره", Some(("سمير", "سمير[ه]")));
        check("Schwartz", "Shwarts", Some(("S[c]hwart[z]", "Shwart[s]")));
    }

    #[test]
    fn capitals_accents_and_vowel_marks_are_no_difference() {
        check("LÉVY", "Levy", None);
        check("مُحَمَّد", "محمد", None);
        check("محمـــد", "محمد", None);
    }

    #[test]
    fn nothing_is_marked_where_marks_would_say_nothing() {
        check("Haddad", "حداد", None);
        check("Miller", "Okafor", None);
        check("", "Okafor", None);
        check(&"a".repeat(10_000), "a", None);
    }

    proptest::proptest! {
        #[test]
        fn stretches_are_the_spelling_again_and_alternate(a in "[a-dA-Dאبسé -]{0,12}", b in "[a-dA-Dאبسé -]{0,12}") {
            let Some((left, right)) = differing(&a, &b) else { return Ok(()) };
            for (stretches, text) in [(&left, &a), (&right, &b)] {
                let again: String = stretches.iter().map(|s| s.text.as_str()).collect();
                proptest::prop_assert_eq!(&again, text);
                proptest::prop_assert!(stretches.windows(2).all(|w| w[0].standing != w[1].standing));
            }
            let common = |stretches: &[Stretch]| -> Vec<char> {
                let kept = stretches.iter().filter(|s| s.standing == Standing::Common);
                kept.flat_map(|s| s.text.chars()).flat_map(read).collect()
            };
            proptest::prop_assert_eq!(common(&left), common(&right));
        }
    }
}
