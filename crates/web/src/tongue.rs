//! The languages in which texts are made: any, not only those the interface speaks. Their own
//! names, their direction, and how an article is cited in them.

use mediation::words::{ArticleNumber, Language};

use crate::{
    html::Tongue,
    i18n::{Lang, Words},
};

/// A language as a page needs it.
pub(crate) fn tongue(language: &Language) -> Tongue {
    let tag = language.to_string();
    Tongue {
        name: own_name(&tag).unwrap_or(&tag).to_owned(),
        dir: dir(&tag),
        tag,
    }
}

/// "Article 4" in that language, with its own digits; where we do not know how it is cited, the
/// number alone.
pub(crate) fn cited(language: &Language, number: &ArticleNumber) -> String {
    let tag = language.to_string();
    let said = match primary(&tag) {
        "ar" | "fa" | "ur" => own_digits(number.as_str(), primary(&tag)),
        _ => number.to_string(),
    };
    match Lang::from_tag(&tag) {
        Some(lang) => Words::of(lang).t_plain("text-article", &[("number", said.into())]),
        None => said,
    }
}

fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}

/// The writing direction, by the script where the tag names one.
pub(crate) fn dir(tag: &str) -> &'static str {
    let script = tag
        .split('-')
        .skip(1)
        .find(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let right = match script {
        Some(script) => ["arab", "hebr", "syrc", "thaa", "nkoo"]
            .iter()
            .any(|s| s.eq_ignore_ascii_case(script)),
        None => matches!(
            primary(tag),
            "ar" | "he" | "fa" | "ur" | "ps" | "ckb" | "sd" | "ug" | "yi" | "dv" | "syr"
        ),
    };
    if right { "rtl" } else { "ltr" }
}

fn own_name(tag: &str) -> Option<&'static str> {
    Some(match primary(tag) {
        "am" => "አማርኛ",
        "ar" => "العربية",
        "bs" => "bosanski",
        "ckb" => "کوردی",
        "de" => "Deutsch",
        "en" => "English",
        "es" => "español",
        "fa" => "فارسی",
        "fr" => "français",
        "he" => "עברית",
        "hr" => "hrvatski",
        "ku" => "kurdî",
        "ps" => "پښتو",
        "pt" => "português",
        "ru" => "русский",
        "so" => "Soomaali",
        "sr" => "српски",
        "sw" => "Kiswahili",
        "ti" => "ትግርኛ",
        "tr" => "Türkçe",
        "uk" => "українська",
        "ur" => "اردو",
        "zh" => "中文",
        _ => return None,
    })
}

fn own_digits(number: &str, primary: &str) -> String {
    let zero = if primary == "ar" {
        '\u{660}'
    } else {
        '\u{6F0}'
    };
    number
        .chars()
        .map(|c| {
            c.to_digit(10)
                .and_then(|d| char::from_u32(u32::from(zero) + d))
                .unwrap_or(c)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_keeps_its_name_direction_and_digits() {
        let arabic = Language::new("ar").unwrap();
        let said = tongue(&arabic);
        assert_eq!((said.name.as_str(), said.dir), ("العربية", "rtl"));
        let number = ArticleNumber::new("12").unwrap();
        assert_eq!(cited(&arabic, &number), "المادة ١٢");
        assert_eq!(cited(&Language::new("fr").unwrap(), &number), "12");
        assert_eq!(dir("ku-Arab"), "rtl");
        assert_eq!(dir("ku"), "ltr");
    }
}
