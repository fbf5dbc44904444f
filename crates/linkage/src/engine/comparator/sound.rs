//! A coarse code of a name that misspelling mostly leaves alone: its first letter and the consonants
//! after it, alike-sounding ones taken together, at most four.

use hashbrown::HashMap;

use crate::{hash::Fixed, list::MISSING, name::Name, overlap::skeleton};

/// Equal codes for texts that begin alike and sound alike.
pub fn codes<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<u32> {
    numbered(texts.map(of_sounds))
}

/// Equal numbers for equal skeletons; none for an empty one.
fn numbered(skeletons: impl Iterator<Item = String>) -> Vec<u32> {
    let mut known: HashMap<String, u32, Fixed> = HashMap::with_hasher(Fixed);
    skeletons
        .map(|skeleton| {
            if skeleton.is_empty() {
                return MISSING;
            }
            let next = u32::try_from(known.len()).unwrap_or(MISSING);
            *known.entry(skeleton).or_insert(next)
        })
        .collect()
}

/// Equal codes for names that have the same consonants, in whatever script: of the first spelling, as
/// the keys of a blind overlap have them.
pub fn shared_codes(names: &[Name]) -> Vec<u32> {
    let skeletons: Vec<String> = names
        .iter()
        .map(|name| {
            let words = name.spellings.iter().take(1).flatten();
            words.map(skeleton).collect()
        })
        .collect();
    numbered(skeletons.into_iter())
}

/// How many signs of a skeleton count.
const LENGTH: usize = 4;

fn of_sounds(text: &str) -> String {
    let mut skeleton = String::new();
    let mut last = None;
    for c in text.chars().filter(|c| c.is_alphanumeric()) {
        let sound = sound(c);
        if skeleton.is_empty() {
            skeleton.push(sound.unwrap_or(c));
        } else if let Some(sound) = sound.filter(|_| sound != last) {
            skeleton.push(sound);
        }
        last = sound;
        if skeleton.chars().count() == LENGTH {
            break;
        }
    }
    skeleton
}

/// The group of a consonant (after Soundex, Odell and Russell 1918, with h and w silent); vowels have
/// none. Letters of other scripts stand for themselves.
fn sound(c: char) -> Option<char> {
    match c {
        'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'w' => None,
        'b' | 'p' | 'f' | 'v' => Some('b'),
        'c' | 'g' | 'j' | 'k' | 'q' | 's' | 'x' | 'z' => Some('c'),
        'd' | 't' => Some('d'),
        'm' | 'n' => Some('m'),
        other => Some(other),
    }
}
