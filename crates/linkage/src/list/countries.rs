//! Countries and nationalities: a code, a name and the word for who is of a country are one, in whatever
//! language. The table is `data/countries.txt`; Arabic, Persian and Hebrew words that follow a rule
//! (لبنان, لبناني) are made here.

use std::{collections::BTreeMap, sync::LazyLock};

use super::Words;
use crate::name::{Script, normal};

/// The reading of a nationality: each spelling that is known stands as the two letters of its country
/// (ISO 3166-1), in lower case; any other as it is.
pub(super) fn with_codes(words: Words) -> Words {
    let mut readings: Vec<String> = Vec::with_capacity(words.0.len());
    for reading in words.0 {
        let reading = code(&reading).map_or(reading, str::to_owned);
        if !readings.contains(&reading) {
            readings.push(reading);
        }
    }
    Words(readings)
}

/// The country of a text in normal form; none if it is not known, or is a word for two.
fn code(text: &str) -> Option<&'static str> {
    known(text).or_else(|| {
        // "Republic of Yemen", "Syrian national", مواطن سوري.
        let says = |word: &&str| !SAYS_NOTHING.contains(&without_article(word));
        let bare: Vec<&str> = text.split_whitespace().filter(says).collect();
        known(&bare.join(" "))
    })
}

fn known(text: &str) -> Option<&'static str> {
    let found = |text: &str| COUNTRIES.get(text).and_then(Option::as_deref);
    found(text).or_else(|| found(&masculine(without_article(text))?))
}

/// Words that stand beside a country or nationality, in normal form.
const SAYS_NOTHING: [&str; 32] = [
    "national",
    "nationality",
    "citizen",
    "citizenship",
    "republic",
    "kingdom",
    "state",
    "of",
    "the",
    "citoyen",
    "citoyenne",
    "republique",
    "royaume",
    "de",
    "du",
    "la",
    "مواطن",
    "مواطنه",
    "جنسيه",
    "رعيه",
    "جمهوريه",
    "مملكه",
    "دوله",
    "אזרח",
    "אזרחית",
    "אזרחות",
    "гражданин",
    "гражданка",
    "гражданство",
    "республика",
    "громадянин",
    "شهروند",
];

/// The article of an Arabic word off.
fn without_article(text: &str) -> &str {
    text.strip_prefix("ال").unwrap_or(text)
}

/// Who is of a country, as a man is called: the table has women where no rule gives them.
fn masculine(text: &str) -> Option<String> {
    let last = text.chars().next_back()?;
    let without = |ending: &str| text.strip_suffix(ending).map(str::to_owned);
    match Script::of_letter(last)? {
        Script::Arabic => Some(without("ه").unwrap_or_else(|| text.to_owned())),
        Script::Hebrew => without("ת"),
        Script::Cyrillic => without("ая").map(|stem| stem + "ий"),
        Script::Latin => {
            // libanaise, syrienne.
            let syrien = text.strip_suffix("ne").filter(|stem| stem.ends_with('n'));
            syrien.map(str::to_owned).or_else(|| without("e"))
        }
        Script::Thai | Script::Other => None,
    }
}

static COUNTRIES: LazyLock<BTreeMap<String, Option<String>>> = LazyLock::new(|| {
    let mut known: BTreeMap<String, Option<String>> = BTreeMap::new();
    let lines = || {
        include_str!("../../data/countries.txt")
            .lines()
            .filter_map(line)
    };
    for (codes, names) in lines() {
        let [code, _] = codes;
        for name in codes.into_iter().chain(names.split('|')) {
            add(&mut known, &normal(name).text, code);
        }
    }
    // What a rule makes does not take away from what is written.
    let mut made: BTreeMap<String, Option<String>> = BTreeMap::new();
    for ([code, _], names) in lines() {
        for name in names.split('|') {
            if let Some(name) = demonym(&normal(name).text).filter(|n| !known.contains_key(n)) {
                add(&mut made, &name, code);
            }
        }
    }
    known.extend(made);
    known
});

/// The codes of a line of the table, and its names.
fn line(line: &'static str) -> Option<([&'static str; 2], &'static str)> {
    let mut cells = line.split('\t').filter(|_| !line.starts_with('#'));
    Some(([cells.next()?, cells.next()?], cells.next()?))
}

/// A word for two countries is a word for neither.
fn add(known: &mut BTreeMap<String, Option<String>>, name: &str, code: &'static str) {
    if !name.is_empty() {
        let code = code.to_lowercase();
        let entry = known
            .entry(name.to_owned())
            .or_insert_with(|| Some(code.clone()));
        if *entry != Some(code) {
            *entry = None;
        }
    }
}

/// Who is of a country with this name of one word, where a rule of the language says it: لبنان and
/// لبناني, سوريا and سوري, רוסיה and רוסי.
fn demonym(name: &str) -> Option<String> {
    let (country, ending, endings): (&str, &str, &[&str]) =
        match Script::of_letter(name.chars().next()?)? {
            Script::Arabic => (without_article(name), "ي", &["يه", "يا", "ا", "ه", "ي"]),
            Script::Hebrew => (name, "י", &["יה", "ה"]),
            Script::Latin | Script::Cyrillic | Script::Thai | Script::Other => return None,
        };
    if country.contains(' ') || country.chars().count() < 3 {
        return None;
    }
    let stem = endings
        .iter()
        .find_map(|ending| country.strip_suffix(ending));
    Some(format!("{}{ending}", stem.unwrap_or(country)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::list::normal::words;

    fn read(cell: &str) -> Vec<String> {
        words(cell, None).map_or(Vec::new(), |words| with_codes(words).0)
    }

    #[test]
    fn codes_names_and_people_of_a_country_are_one() {
        for (code, cells) in [
            (
                "lb",
                &[
                    "LB",
                    "lbn",
                    "Lebanon",
                    "Lebanese",
                    "Liban",
                    "libanais",
                    "Libanaise",
                    "لبنان",
                    "لبناني",
                    "لبنانية",
                    "اللبنانية",
                    "لبنانی",
                    "לבנון",
                    "לבנוני",
                    "לבנונית",
                    "Ливан",
                    "ливанский",
                    "ливанка",
                    "Lübnan",
                ][..],
            ),
            (
                "sy",
                &[
                    "Syria",
                    "Syrian",
                    "سوريا",
                    "سورية",
                    "سوري",
                    "السورية",
                    "סוריה",
                    "סורי",
                    "Сирия",
                    "syrienne",
                    "سوریه",
                ],
            ),
            (
                "ps",
                &[
                    "Palestine",
                    "Palestinian",
                    "فلسطين",
                    "فلسطينية",
                    "الفلسطينية",
                    "פלסטיני",
                ],
            ),
            (
                "ye",
                &[
                    "Yemen",
                    "اليمن",
                    "يمني",
                    "Yemenite",
                    "Republic of Yemen",
                    "الجمهورية اليمنية",
                ],
            ),
            (
                "iq",
                &["Iraqi", "عراقي", "العراق", "عراقية", "עיראקי", "Ирак"],
            ),
            (
                "il",
                &[
                    "Israel",
                    "Israeli",
                    "ישראלי",
                    "ישראלית",
                    "إسرائيلي",
                    "израильтянин",
                ],
            ),
            (
                "ua",
                &[
                    "Ukraine",
                    "украинка",
                    "українець",
                    "український",
                    "אוקראיני",
                    "أوكرانية",
                ],
            ),
            (
                "ru",
                &[
                    "Russian Federation",
                    "РФ",
                    "россиянин",
                    "российская",
                    "روسي",
                    "רוסיה",
                ],
            ),
            ("ir", &["Iran", "ایرانی", "إيراني", "ايراني", "Persian"]),
            ("af", &["افغانستان", "افغان", "أفغاني", "Afghan"]),
            ("gb", &["UK", "British", "בריטניה", "بريطانية"]),
        ] {
            for cell in cells {
                assert!(
                    read(cell).contains(&code.to_owned()),
                    "{cell}: {:?}",
                    read(cell)
                );
            }
        }
    }

    #[test]
    fn neighbours_in_letters_are_not_one_country() {
        for (one, other) in [
            ("Iran", "Iraq"),
            ("Niger", "Nigeria"),
            ("نيجري", "نيجيري"),
            ("Austria", "Australia"),
            ("South Sudan", "Sudan"),
            ("Guinea", "Guinea-Bissau"),
            ("North Korea", "South Korea"),
            ("Dominica", "Dominican Republic"),
        ] {
            assert_ne!(read(one), read(other), "{one}, {other}");
        }
    }

    #[test]
    fn what_is_not_known_stays_as_it_is_and_two_are_two() {
        assert_eq!(read("Atlantean"), ["atlantean"]);
        assert_eq!(read("Lebanese / Syrian"), ["lb", "sy"]);
        assert_eq!(read("لبناني / Lebanese"), ["lb"]);
    }

    #[test]
    fn every_line_of_the_table_is_read_and_its_codes_are_its_own() {
        let text = include_str!("../../data/countries.txt");
        let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 240);
        for text in lines {
            let (codes, _) = line(text).unwrap();
            for written in codes {
                assert_eq!(
                    code(&normal(written).text),
                    Some(&*codes[0].to_lowercase()),
                    "{text}"
                );
            }
        }
    }
}
