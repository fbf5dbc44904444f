//! Consonant skeletons: what is left of a name when vowels, doubled letters and the finer
//! differences of consonants are taken away, in one Latin alphabet for four scripts. Version 1:
//! what stands here must not change without a new version of every key set that rests on it.

use crate::name::{Script, Token};

/// The skeleton of a token; the token itself where its script has no table or nothing is left.
pub fn skeleton(token: &Token) -> String {
    let map: fn(char) -> Option<&'static str> = match token.script {
        Script::Latin => return or_whole(latin(&token.text), token),
        Script::Arabic => arabic,
        Script::Hebrew => hebrew,
        Script::Cyrillic => cyrillic,
        Script::Thai | Script::Other => return token.text.clone(),
    };
    or_whole(joined(token.text.chars().filter_map(map)), token)
}

fn or_whole(skeleton: String, token: &Token) -> String {
    if skeleton.is_empty() {
        token.text.clone()
    } else {
        skeleton
    }
}

/// The pieces one after another, a letter that repeats the one before it left out.
fn joined<'a>(pieces: impl Iterator<Item = &'a str>) -> String {
    let mut all = String::new();
    for letter in pieces.flat_map(str::chars) {
        if !all.ends_with(letter) {
            all.push(letter);
        }
    }
    all
}

/// Latin: digraphs first, then letters. Marks have been folded before, as normal forms do.
fn latin(text: &str) -> String {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        if let Some((digraph, piece)) = DIGRAPHS.iter().find(|(d, _)| rest.starts_with(d)) {
            pieces.push(*piece);
            rest = rest.get(digraph.len()..).unwrap_or_default();
        } else {
            pieces.extend(latin_letter(letter));
            rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        }
    }
    joined(pieces.into_iter())
}

const DIGRAPHS: [(&str, &str); 17] = [
    ("shch", "s"),
    ("tsch", "s"),
    ("sch", "s"),
    ("sh", "s"),
    ("ch", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("zh", "s"),
    ("ts", "s"),
    ("tz", "s"),
    ("ck", "k"),
    ("dj", "g"),
    ("ou", ""),
    ("ei", ""),
];

const fn latin_letter(letter: char) -> Option<&'static str> {
    Some(match letter {
        'b' | 'p' | 'v' => "b",
        'c' | 'k' | 'q' => "k",
        'd' => "d",
        'f' => "f",
        'g' | 'j' => "g",
        'l' => "l",
        'm' => "m",
        'n' => "n",
        'r' => "r",
        's' | 'z' => "s",
        't' => "t",
        'x' => "ks",
        _ => return None,
    })
}

const fn arabic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ب' | 'پ' | 'ڤ' => "b",
        'ت' | 'ط' | 'ث' | 'ة' => "t",
        'ج' | 'گ' | 'غ' => "g",
        'خ' | 'ك' | 'ک' | 'ق' | 'چ' => "k",
        'د' | 'ض' | 'ذ' => "d",
        'ر' => "r",
        'ز' | 'س' | 'ص' | 'ش' | 'ژ' | 'ظ' => "s",
        'ف' => "f",
        'ل' => "l",
        'م' => "m",
        'ن' => "n",
        _ => return None,
    })
}

const fn hebrew(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ב' | 'פ' | 'ף' => "b",
        'ג' => "g",
        'ד' => "d",
        'ז' | 'ס' | 'צ' | 'ץ' | 'ש' => "s",
        'ט' | 'ת' => "t",
        'כ' | 'ך' | 'ק' | 'ח' => "k",
        'ל' => "l",
        'מ' | 'ם' => "m",
        'נ' | 'ן' => "n",
        'ר' => "r",
        _ => return None,
    })
}

const fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'б' | 'п' | 'в' => "b",
        'г' | 'ґ' => "g",
        'д' => "d",
        'ж' | 'з' | 'с' | 'ц' | 'ш' | 'щ' => "s",
        'к' | 'х' | 'ч' => "k",
        'л' => "l",
        'м' => "m",
        'н' => "n",
        'р' => "r",
        'т' => "t",
        'ф' => "f",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Part;

    fn of(text: &str, script: Script) -> String {
        skeleton(&Token {
            text: text.to_owned(),
            script,
            part: Part::Plain,
        })
    }

    #[test]
    fn spellings_of_one_name_often_share_a_skeleton() {
        assert_eq!(of("mohammed", Script::Latin), of("muhamad", Script::Latin));
        assert_eq!(of("yusuf", Script::Latin), "sf");
        assert_eq!(of("يوسف", Script::Arabic), "sf");
        assert_eq!(of("khalid", Script::Latin), of("خالد", Script::Arabic));
        assert_eq!(of("david", Script::Latin), "dbd");
        assert_eq!(of("ivanov", Script::Latin), of("иванов", Script::Cyrillic));
        assert_eq!(of("shmuel", Script::Latin), of("שמואל", Script::Hebrew));
    }

    #[test]
    fn nothing_is_left_empty() {
        assert_eq!(of("aya", Script::Latin), "aya");
        assert_eq!(of("สมชาย", Script::Thai), "สมชาย");
    }
}
