//! Look-alikes: letters of Latin, Cyrillic and Greek that print alike, so that a word may hold some
//! of another script without anybody seeing it. After Unicode's confusables (UTS 39), cut down to
//! letters that keyboards have.

use super::Script;

/// Cyrillic and the Latin letter that looks like it. Capitals by themselves: В looks like B, в like
/// no b.
const PAIRS: &[(char, char)] = &[
    ('А', 'A'),
    ('В', 'B'),
    ('Е', 'E'),
    ('З', '3'),
    ('І', 'I'),
    ('Ј', 'J'),
    ('К', 'K'),
    ('М', 'M'),
    ('Н', 'H'),
    ('О', 'O'),
    ('Р', 'P'),
    ('С', 'C'),
    ('Ѕ', 'S'),
    ('Т', 'T'),
    ('У', 'Y'),
    ('Х', 'X'),
    ('а', 'a'),
    ('е', 'e'),
    ('і', 'i'),
    ('ј', 'j'),
    ('к', 'k'),
    ('о', 'o'),
    ('р', 'p'),
    ('с', 'c'),
    ('ѕ', 's'),
    ('у', 'y'),
    ('х', 'x'),
    ('ԁ', 'd'),
    ('һ', 'h'),
    ('ӏ', 'l'),
    ('Ӏ', 'I'),
    ('ԛ', 'q'),
    ('ԝ', 'w'),
    ('ё', 'ë'),
    ('ї', 'ï'),
];

/// Greek and the Latin letter that looks like it.
const GREEK: &[(char, char)] = &[
    ('Α', 'A'),
    ('Β', 'B'),
    ('Ε', 'E'),
    ('Ζ', 'Z'),
    ('Η', 'H'),
    ('Ι', 'I'),
    ('Κ', 'K'),
    ('Μ', 'M'),
    ('Ν', 'N'),
    ('Ο', 'O'),
    ('Ρ', 'P'),
    ('Τ', 'T'),
    ('Υ', 'Y'),
    ('Χ', 'X'),
    ('α', 'a'),
    ('ι', 'i'),
    ('κ', 'k'),
    ('ν', 'v'),
    ('ο', 'o'),
    ('ρ', 'p'),
    ('υ', 'u'),
    ('χ', 'x'),
];

/// Brings the letters of a word to one script, if those of the other all have a look-alike there:
/// to the script of most of its letters first, else to the other. Says which script that was; none
/// where neither will do, and then the word stands as it was.
pub(super) fn unify(word: &mut [char], majority: Script) -> Option<Script> {
    let order = match majority {
        Script::Cyrillic => [Script::Cyrillic, Script::Latin],
        Script::Latin | Script::Arabic | Script::Hebrew | Script::Thai | Script::Other => {
            [Script::Latin, Script::Cyrillic]
        }
    };
    let target = order
        .into_iter()
        .find(|target| word.iter().all(|letter| as_if(*letter, *target).is_some()))?;
    for letter in word {
        if let Some(plain) = as_if(*letter, target) {
            *letter = plain;
        }
    }
    Some(target)
}

/// The letter itself if it is of the script or of none, else its look-alike there.
fn as_if(letter: char, target: Script) -> Option<char> {
    match Script::of_letter(letter) {
        None => Some(letter),
        Some(script) if script == target => Some(letter),
        Some(_) => {
            let latin = to_latin(letter).unwrap_or(letter);
            if target == Script::Latin {
                (latin != letter).then_some(latin)
            } else {
                PAIRS
                    .iter()
                    .find(|(_, of_latin)| *of_latin == latin)
                    .map(|(cyrillic, _)| *cyrillic)
            }
        }
    }
}

fn to_latin(letter: char) -> Option<char> {
    PAIRS
        .iter()
        .chain(GREEK)
        .find(|(other, _)| *other == letter)
        .map(|(_, latin)| *latin)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unified(word: &str, majority: Script) -> (String, Option<Script>) {
        let mut letters: Vec<char> = word.chars().collect();
        let script = unify(&mut letters, majority);
        (letters.into_iter().collect(), script)
    }

    #[test]
    fn a_disguised_word_is_brought_to_the_script_of_most_letters() {
        // Cyrillic а, о and К within Latin; Latin a and o within Cyrillic.
        let (word, script) = unified("Kаrimоv", Script::Latin);
        assert_eq!((word.as_str(), script), ("Karimov", Some(Script::Latin)));
        let (word, script) = unified("Кaримoв", Script::Cyrillic);
        assert_eq!((word.as_str(), script), ("Каримов", Some(Script::Cyrillic)));
        let (word, script) = unified("Κarim", Script::Latin);
        assert_eq!((word.as_str(), script), ("Karim", Some(Script::Latin)));
    }

    #[test]
    fn the_other_script_serves_where_most_letters_are_ambiguous() {
        // A, H, P and O are Latin but could be Cyrillic; Ж could be nothing else.
        let (word, script) = unified("AHPOЖ", Script::Latin);
        assert_eq!((word.as_str(), script), ("АНРОЖ", Some(Script::Cyrillic)));
    }

    #[test]
    fn letters_without_a_look_alike_stay() {
        assert_eq!(unified("Zжz", Script::Latin), ("Zжz".to_owned(), None));
    }
}
