//! Names of several words that are one: Abd al-Rahman, Nur al-Din, Saif Allah. However they are
//! written, each gets one form per script. Whether words stand beside each other so that they form
//! one is `grammar`'s to say.

use std::sync::LazyLock;

use super::{Script, spellings::Spellings};

static SERVED: LazyLock<Spellings> =
    LazyLock::new(|| Spellings::of(include_str!("../../data/served.txt")));
static STEMS: LazyLock<Spellings> =
    LazyLock::new(|| Spellings::of(include_str!("../../data/faith.txt")));

/// Whether the name serves by itself, without an article before it, as a second part of Abd.
pub(super) fn is_served(name: &str) -> bool {
    SERVED.find(name).is_some()
}

/// Servant of the name.
pub(super) fn servant_of(name: &str, script: Script, article: Article) -> String {
    match script {
        Script::Latin if is_allah(name) => "abdullah".to_owned(),
        Script::Latin => match (SERVED.find(name), article) {
            (Some(served), _) => ["abdal", served].concat(),
            (None, Article::Given) => ["abdal", name].concat(),
            (None, Article::None) => ["abd", name].concat(),
        },
        Script::Arabic => match article {
            _ if name == "الرحمان" || name == "رحمان" => "عبدالرحمن".to_owned(),
            Article::Given => ["عبدال", name.strip_prefix("ال").unwrap_or(name)].concat(),
            Article::None => ["عبد", name].concat(),
        },
        Script::Hebrew => match article {
            Article::None => ["עבד", name].concat(),
            Article::Given => ["עבדאל", name].concat(),
        },
        Script::Cyrillic if CYRILLIC_ALLAH.contains(&name) => "абдулла".to_owned(),
        Script::Cyrillic => ["абдул", name].concat(),
        Script::Thai | Script::Other => name.to_owned(),
    }
}

/// Whether an article stood before a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Article {
    /// It did.
    Given,
    /// It did not.
    None,
}

const CYRILLIC_ALLAH: &[&str] = &["алла", "аллах", "лла", "ллах", "улла", "уллах"];

fn is_allah(name: &str) -> bool {
    matches!(
        name,
        "allah" | "alla" | "lah" | "llah" | "lla" | "ullah" | "ollah" | "ulla"
    )
}

/// Whether a name is often followed by "of the religion".
pub(super) fn is_stem(name: &str) -> bool {
    STEMS.find(name).is_some()
}

/// The name of the religion.
pub(super) fn of_faith(stem: &str, script: Script) -> String {
    let ending = match script {
        Script::Latin => return [STEMS.find(stem).unwrap_or(stem), "aldin"].concat(),
        Script::Arabic => "الدين",
        Script::Hebrew => "אלדינ",
        Script::Cyrillic => "уддин",
        Script::Thai | Script::Other => "",
    };
    [stem, ending].concat()
}

/// The name of God.
pub(super) fn of_god(stem: &str, script: Script) -> String {
    let ending = match script {
        Script::Latin => "allah",
        Script::Arabic => "الله",
        Script::Hebrew => "אללה",
        Script::Cyrillic => "улла",
        Script::Thai | Script::Other => "",
    };
    [stem, ending].concat()
}

/// The one form of a compound that is written as one word; none where the word is none, or stands
/// in that form already.
pub(super) fn written_together(word: &str, script: Script) -> Option<String> {
    match script {
        Script::Latin => latin(word),
        Script::Arabic => (word == "عبدالرحمان").then(|| "عبدالرحمن".to_owned()),
        Script::Hebrew => ["עבדול", "עבדל"]
            .into_iter()
            .find_map(|servant| word.strip_prefix(servant))
            .filter(|name| name.chars().count() >= 3)
            .map(|name| servant_of(name, script, Article::Given)),
        Script::Cyrillic => cyrillic(word),
        Script::Thai | Script::Other => None,
    }
}

fn latin(word: &str) -> Option<String> {
    // Letters of another script among them: taking some of the Latin away could turn the rest over.
    if word.len() < 6 || !word.is_ascii() {
        return None;
    }
    if let Some(rest) = word.strip_prefix("abd") {
        return latin_servant(rest);
    }
    for ending in ["din", "deen", "dine", "dien", "deene"] {
        if let Some(before) = word.strip_suffix(ending) {
            return latin_faith(before);
        }
    }
    ["ullah", "ollah"]
        .into_iter()
        .find_map(|ending| word.strip_suffix(ending))
        .filter(|stem| stem.len() >= 2)
        .map(|stem| of_god(stem, Script::Latin))
}

/// `rest` is what follows "abd". Between it and the name stand a vowel, and l or the name's first
/// letter once more; either may be missing.
fn latin_servant(rest: &str) -> Option<String> {
    let served = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
    let bare = served.strip_prefix('l').unwrap_or(served);
    if matches!(bare, "lah" | "la" | "laye" | "lahi" | "ah" | "aye") && served.starts_with('l') {
        return Some("abdullah".to_owned());
    }
    // A name that begins with a vowel (Abdulaziz) or with l (Abdullatif), one that does not, and
    // one whose first letter was doubled (Abdurrahman, Abdesslem).
    let doubled = served
        .char_indices()
        .nth(1)
        .and_then(|(at, _)| served.get(at..));
    [Some(bare), Some(served), doubled, Some(rest)]
        .into_iter()
        .flatten()
        .find_map(|name| SERVED.find(name))
        .map(|name| ["abdal", name].concat())
}

/// `before` is what precedes "din": a stem, a vowel, and l or a second d, of which either may be
/// missing; the vowel may be the stem's own. A stem that is not known is believed only where the
/// d is doubled (Wajihuddin), for other names end in -ldin and -dine.
fn latin_faith(before: &str) -> Option<String> {
    let rest = before.strip_suffix(['d', 'l']).unwrap_or(before);
    let cut = rest.strip_suffix(['a', 'e', 'i', 'o', 'u']).unwrap_or(rest);
    let known = [cut, rest].into_iter().find_map(|stem| STEMS.find(stem));
    let doubled = before.ends_with('d') && cut.len() >= 3 && cut.len() < rest.len();
    let stem = known.or(doubled.then_some(cut))?;
    Some(of_faith(stem, Script::Latin))
}

fn cyrillic(word: &str) -> Option<String> {
    if let Some(rest) = word.strip_prefix("абд") {
        return cyrillic_servant(rest);
    }
    for (endings, of) in [
        (
            ["аддин", "еддин", "уддин", "эддин"].as_slice(),
            of_faith as fn(&str, Script) -> String,
        ),
        (["уллах", "аллах", "улла"].as_slice(), of_god),
    ] {
        if let Some(stem) = endings.iter().find_map(|end| word.strip_suffix(end))
            && stem.chars().count() >= 2
        {
            return Some(of(stem, Script::Cyrillic));
        }
    }
    None
}

fn cyrillic_servant(rest: &str) -> Option<String> {
    if ["алла", "аллах", "улла", "уллах", "олла"].contains(&rest) {
        return Some("абдулла".to_owned());
    }
    let served = rest.trim_start_matches(['а', 'у', 'е', 'э', 'о', 'и']);
    let bare = served
        .strip_prefix("ль")
        .or_else(|| served.strip_prefix('л'))
        .unwrap_or(served);
    let doubled = served
        .char_indices()
        .nth(1)
        .and_then(|(at, _)| served.get(at..));
    [Some(bare), Some(served), doubled, Some(rest)]
        .into_iter()
        .flatten()
        .find_map(|name| SERVED.find(name))
        .map(|name| servant_of(name, Script::Cyrillic, Article::Given))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn together(script: Script, words: &[&str], expected: &str) {
        for word in words {
            let form = written_together(word, script);
            assert_eq!(form.as_deref().unwrap_or(word), expected, "{word}");
        }
    }

    #[test]
    fn servants_in_one_word() {
        together(
            Script::Latin,
            &[
                "abdulrahman",
                "abdurrahman",
                "abdurahman",
                "abdelrahman",
                "abderrahmane",
                "abdrahman",
                "abdalrahman",
            ],
            "abdalrahman",
        );
        together(
            Script::Latin,
            &["abdelkader", "abdulqadir", "abdalqadir", "abdoulkader"],
            "abdalqadir",
        );
        together(
            Script::Latin,
            &[
                "abdullah",
                "abdallah",
                "abdulla",
                "abdellah",
                "abdoulaye",
                "abdollah",
            ],
            "abdullah",
        );
        together(Script::Latin, &["abdulaziz", "abdelaziz"], "abdalaziz");
        together(
            Script::Latin,
            &["abdullatif", "abdellatif", "abdulatif"],
            "abdallatif",
        );
        together(
            Script::Latin,
            &["abdesslam", "abdessalam", "abdussalam"],
            "abdalsalam",
        );
        together(
            Script::Cyrillic,
            &[
                "абдулрахман",
                "абдуррахман",
                "абдурахман",
                "абдрахман",
                "абдельрахман",
            ],
            "абдулрахман",
        );
        together(
            Script::Hebrew,
            &["עבדאלרחמנ", "עבדולרחמנ", "עבדלרחמנ"],
            "עבדאלרחמנ",
        );
    }

    #[test]
    fn the_religion_in_one_word() {
        together(
            Script::Latin,
            &[
                "nuraldin",
                "nureddin",
                "nooruddin",
                "noureddine",
                "nuruddin",
                "nuredin",
            ],
            "nuraldin",
        );
        together(
            Script::Latin,
            &["salahuddin", "salahaldin", "salaheddine"],
            "salahaldin",
        );
        together(
            Script::Latin,
            &["aladdin", "alauddin", "alaaldin", "alaeddin"],
            "alaaldin",
        );
        together(Script::Cyrillic, &["нуреддин", "нуруддин"], "нуруддин");
    }

    /// Found by the fuzz target for names: "иullah" became "иallah", all of whose Latin letters look
    /// like Cyrillic ones, so that its normal form was another word.
    #[test]
    fn a_word_of_two_scripts_is_no_compound() {
        for word in ["иullah", "абdullah", "иabdullah", "сайfuddin"] {
            assert_eq!(written_together(word, Script::Latin), None, "{word}");
        }
    }

    #[test]
    fn of_god_in_one_word() {
        together(Script::Latin, &["saifullah", "saifallah"], "saifallah");
        together(Script::Cyrillic, &["хабибулла", "хабибуллах"], "хабибулла");
    }

    #[test]
    fn other_words_stand() {
        for word in [
            "abdi",
            "abdou",
            "abdulov",
            "medin",
            "martin",
            "dineen",
            "bernardine",
            "geraldine",
            "bouldin",
        ] {
            assert_eq!(written_together(word, Script::Latin), None, "{word}");
        }
    }
}
