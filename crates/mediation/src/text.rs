//! A text: articles in one or more languages, and the bytes by which it is known. The digest that
//! consent names is SHA-256 over [`Text::bytes`], which anybody can hold as a file and hash with
//! stock tools; the form is specified in `docs/text-format.md`.

use std::{collections::BTreeMap, fmt::Write as _};

use record::Digest;
use serde::{Deserialize, Serialize};

mod change;

pub use change::Change;

use crate::words::{ArticleNumber, Language, Title, Wording};

/// A text in every language in which it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Text {
    /// The title, in each language.
    pub title: BTreeMap<Language, Title>,
    /// The languages, equally authentic, in the order in which they are printed.
    pub languages: Vec<Language>,
    /// The articles in order.
    pub articles: Vec<Article>,
    /// What is annexed, named and bound by its digest or in full.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub annexes: Vec<Annex>,
}

/// An article in every language of its text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Article {
    /// Its number, as it is cited.
    pub number: ArticleNumber,
    /// Its heading, in each language.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub heading: BTreeMap<Language, Title>,
    /// Its words, in each language.
    pub words: BTreeMap<Language, Wording>,
}

/// Something annexed to a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Annex {
    /// Its title.
    pub title: Title,
    /// Its words, where they may be read by whoever may read the text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Wording>,
    /// The digest of a document kept elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub digest: Option<Digest>,
}

/// Why a text is not whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotWhole {
    /// It names no language, or one twice.
    Languages,
    /// It has no article.
    NoArticle,
    /// Two articles bear one number.
    Twice(ArticleNumber),
    /// An article, a heading or the title lacks a language or has one too many.
    Missing(ArticleNumber, Language),
    /// The title lacks a language or has one too many.
    Title(Language),
    /// A change names an article that is not there.
    NoSuchArticle(ArticleNumber),
    /// Two annexes bear one title.
    AnnexTwice(Title),
    /// A change names an annex that is not there.
    NoSuchAnnex(Title),
}

impl Text {
    /// Checks that it stands whole in every language that it names.
    pub fn check(&self) -> Result<(), NotWhole> {
        let twice = self
            .languages
            .iter()
            .enumerate()
            .any(|(i, l)| self.languages.iter().skip(i + 1).any(|m| m == l));
        if self.languages.is_empty() || twice {
            return Err(NotWhole::Languages);
        }
        if let Some(l) = self.differs(&self.title.keys()) {
            return Err(NotWhole::Title(l));
        }
        if self.articles.is_empty() {
            return Err(NotWhole::NoArticle);
        }
        for (i, a) in self.articles.iter().enumerate() {
            if self
                .articles
                .iter()
                .skip(i + 1)
                .any(|b| b.number == a.number)
            {
                return Err(NotWhole::Twice(a.number.clone()));
            }
            let heading = if a.heading.is_empty() {
                None
            } else {
                self.differs(&a.heading.keys())
            };
            if let Some(l) = self.differs(&a.words.keys()).or(heading) {
                return Err(NotWhole::Missing(a.number.clone(), l));
            }
        }
        for (i, a) in self.annexes.iter().enumerate() {
            if self.annexes.iter().skip(i + 1).any(|b| b.title == a.title) {
                return Err(NotWhole::AnnexTwice(a.title.clone()));
            }
        }
        Ok(())
    }

    fn differs<'a>(
        &self,
        given: &(impl Iterator<Item = &'a Language> + Clone),
    ) -> Option<Language> {
        let missing = self
            .languages
            .iter()
            .find(|l| !given.clone().any(|g| g == *l));
        missing
            .or_else(|| given.clone().find(|g| !self.languages.contains(g)))
            .cloned()
    }

    /// The bytes by which the text is known: UTF-8, one line for each thing said, structure at
    /// the margin and words indented, so that no words can pass for structure.
    pub fn bytes(&self) -> String {
        let mut out = String::from("Good Offices text, form 1\n");
        for lang in &self.languages {
            let _ = writeln!(out, "\nLanguage: {lang}");
            if let Some(t) = self.title.get(lang) {
                let _ = writeln!(out, "Title: {t}");
            }
            for a in &self.articles {
                let _ = write!(out, "\nArticle {}:", a.number);
                if let Some(h) = a.heading.get(lang) {
                    let _ = write!(out, " {h}");
                }
                out.push('\n');
                if let Some(w) = a.words.get(lang) {
                    indent(&mut out, w);
                }
            }
        }
        for (i, a) in self.annexes.iter().enumerate() {
            let _ = writeln!(out, "\nAnnex {}: {}", i + 1, a.title);
            if let Some(d) = &a.digest {
                let _ = writeln!(out, "Digest: sha256 {d}");
            }
            if let Some(w) = &a.words {
                indent(&mut out, w);
            }
        }
        out
    }

    /// The digest that names this text and no other.
    pub fn digest(&self) -> Digest {
        Digest::of(self.bytes().as_bytes())
    }

    /// The articles in which wording stands in square brackets: not yet agreed.
    pub fn bracketed(&self) -> Vec<&ArticleNumber> {
        let open = |a: &&Article| {
            a.words.values().any(|w| w.as_str().contains('['))
                || a.heading.values().any(|h| h.as_str().contains('['))
        };
        self.articles
            .iter()
            .filter(open)
            .map(|a| &a.number)
            .collect()
    }

    /// The article of a number.
    pub fn article(&self, number: &ArticleNumber) -> Option<&Article> {
        self.articles.iter().find(|a| a.number == *number)
    }
}

/// Words stand four spaces in; an empty line within them keeps its indent, so that it cannot be
/// taken for the end of them.
fn indent(out: &mut String, words: &Wording) {
    for line in words.as_str().split('\n') {
        let _ = writeln!(out, "    {line}");
    }
}

impl std::fmt::Display for NotWhole {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Languages => f.write_str("it names no language, or one of them twice"),
            Self::NoArticle => f.write_str("it has no article"),
            Self::Twice(n) => write!(f, "two articles bear the number {n}"),
            Self::Missing(n, l) => write!(
                f,
                "Article {n} does not stand in the text's own languages: see “{l}”"
            ),
            Self::Title(l) => write!(
                f,
                "the title does not stand in the text's own languages: see “{l}”"
            ),
            Self::NoSuchArticle(n) => write!(f, "there is no Article {n} to change"),
            Self::AnnexTwice(t) => write!(f, "two annexes bear the title “{t}”"),
            Self::NoSuchAnnex(t) => write!(f, "there is no annex “{t}” to strike out"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Text {
        let en = Language::new("en").unwrap();
        Text {
            title: [(en.clone(), Title::new("A pause").unwrap())].into(),
            languages: vec![en.clone()],
            articles: vec![Article {
                number: ArticleNumber::new("1").unwrap(),
                heading: BTreeMap::new(),
                words: [(en, Wording::new(words).unwrap())].into(),
            }],
            annexes: vec![],
        }
    }

    #[test]
    fn the_bytes_are_the_published_form() {
        assert_eq!(
            text("One.\n\nTwo.").bytes(),
            "Good Offices text, form 1\n\nLanguage: en\nTitle: A pause\n\nArticle 1:\n    One.\n    \n    Two.\n"
        );
    }

    #[test]
    fn words_cannot_pass_for_structure() {
        let sly = text("One.\n\nArticle 2:\nTwo.");
        assert!(!sly.bytes().contains("\nArticle 2:"));
        assert_ne!(text("One.").digest(), text("One. ").digest());
    }
}
