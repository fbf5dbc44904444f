//! Articles as they are typed: one field for each language, each article under its own heading
//! line. Whether the text is whole is the core's to say.

use mediation::text::Text;
use serde_json::{Map, Value, json};

use super::dates::western;

/// Words stand before the first heading, on this line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoHeading(pub usize);

/// An article in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    number: String,
    heading: String,
    words: String,
}

/// The word with which a heading begins, in the languages in which it is known.
const ARTICLE: [&str; 6] = ["Article", "المادة", "מאמר", "סעיף", "Artículo", "Статья"];

/// The articles of one language.
pub(crate) fn read(text: &str) -> Result<Vec<Typed>, NoHeading> {
    let mut found: Vec<Typed> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        match (heading(line), found.last_mut()) {
            (Some(article), _) => found.push(article),
            (None, Some(article)) => {
                article.words.push_str(line);
                article.words.push('\n');
            }
            (None, None) if line.trim().is_empty() => {}
            (None, None) => return Err(NoHeading(at + 1)),
        }
    }
    for article in &mut found {
        article.words = article.words.trim_matches('\n').trim_end().to_owned();
    }
    Ok(found)
}

/// `Article 4 bis. The names` as its number and its heading.
fn heading(line: &str) -> Option<Typed> {
    let rest = ARTICLE
        .iter()
        .find_map(|word| line.trim().strip_prefix(word))?;
    let rest = rest.strip_prefix([' ', '\u{a0}'])?;
    let (number, heading) = match rest.split_once(['.', ':']) {
        Some((number, heading)) => (number, heading.trim()),
        None => (rest, ""),
    };
    let number = western(number);
    number
        .starts_with(|c: char| c.is_ascii_digit())
        .then(|| Typed {
            number,
            heading: heading.to_owned(),
            words: String::new(),
        })
}

/// An article's number, its headings and its words by language.
type Numbered = (String, Map<String, Value>, Map<String, Value>);

/// The articles of all languages, put side by side by their numbers, as a case file writes them.
pub(crate) fn joined(languages: &[(String, Vec<Typed>)]) -> Value {
    let mut articles: Vec<Numbered> = Vec::new();
    for (lang, typed) in languages {
        for article in typed {
            let at = articles.iter().position(|(n, _, _)| *n == article.number);
            let at = at.unwrap_or_else(|| {
                articles.push((article.number.clone(), Map::new(), Map::new()));
                articles.len() - 1
            });
            let Some((_, heading, words)) = articles.get_mut(at) else {
                continue;
            };
            if !article.heading.is_empty() {
                heading.insert(lang.clone(), json!(article.heading));
            }
            words.insert(lang.clone(), json!(article.words));
        }
    }
    articles
        .into_iter()
        .map(|(number, heading, words)| {
            let mut article = Map::from_iter([("number".to_owned(), json!(number))]);
            if !heading.is_empty() {
                article.insert("heading".to_owned(), Value::Object(heading));
            }
            article.insert("words".to_owned(), Value::Object(words));
            Value::Object(article)
        })
        .collect()
}

/// A text in one language as it would be typed.
pub(crate) fn written(text: &Text, lang: &mediation::words::Language) -> String {
    let word = match lang.as_str().split('-').next() {
        Some("ar") => "المادة",
        _ => "Article",
    };
    let articles: Vec<String> = text
        .articles
        .iter()
        .map(|a| {
            let heading = a.heading.get(lang).map_or("", |h| h.as_str());
            let words = a.words.get(lang).map_or("", |w| w.as_str());
            format!("{word} {}. {heading}\n\n{words}", a.number)
        })
        .collect();
    articles.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_read_by_their_headings() {
        let typed = read("Article 1. The pause\n\nOne.\n\nTwo.\n\nArticle 2\nThree.\n").unwrap();
        assert_eq!(typed.len(), 2);
        assert_eq!(
            typed[0],
            Typed {
                number: "1".into(),
                heading: "The pause".into(),
                words: "One.\n\nTwo.".into()
            }
        );
        assert_eq!(typed[1].heading, "");
        assert_eq!(read("One.\nArticle 1.\nTwo."), Err(NoHeading(1)));
        assert_eq!(read("\n").unwrap(), []);
    }

    #[test]
    fn languages_stand_side_by_side() {
        let both = joined(&[
            ("en".into(), read("Article 1. A\nOne.").unwrap()),
            ("ar".into(), read("المادة ١. ألف\nواحد.").unwrap()),
        ]);
        assert_eq!(
            both,
            json!([{ "number": "1", "heading": { "en": "A", "ar": "ألف" },
                "words": { "en": "One.", "ar": "واحد." } }])
        );
    }
}
