//! Changes to a text: articles reworded, added and struck out, annexes put in and taken out; and
//! the changes that lead from one text to another.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer, Serialize};

use super::{Annex, Article, NotWhole, Text};
use crate::words::{ArticleNumber, Language, Title, Wording};

/// One change to a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(untagged, rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Change {
    /// An article's words from now on, in each language that changes.
    Reword {
        /// Which article.
        article: ArticleNumber,
        /// Its heading from now on, in each language that changes.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        heading: BTreeMap<Language, Title>,
        /// Its words from now on, in each language that changes.
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        words: BTreeMap<Language, Wording>,
    },
    /// A new article.
    Add {
        /// The article, whole.
        add: Article,
        /// The article before which it stands; without it, it is the last.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<ArticleNumber>,
    },
    /// An article is struck out.
    Strike {
        /// Which article.
        strike: ArticleNumber,
    },
    /// An annex, in the place of the one that bears its title, or else as the last.
    Annex {
        /// The annex, whole.
        annex: Annex,
    },
    /// An annex is struck out.
    StrikeAnnex {
        /// Its title.
        strike_annex: Title,
    },
}

/// A change as it is written: which fields there are says which change it is.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Written {
    article: Option<ArticleNumber>,
    #[serde(default)]
    heading: BTreeMap<Language, Title>,
    #[serde(default)]
    words: BTreeMap<Language, Wording>,
    add: Option<Article>,
    before: Option<ArticleNumber>,
    strike: Option<ArticleNumber>,
    annex: Option<Annex>,
    strike_annex: Option<Title>,
}

impl TryFrom<Written> for Change {
    type Error = &'static str;

    fn try_from(w: Written) -> Result<Self, Self::Error> {
        let plain = w.heading.is_empty() && w.words.is_empty();
        match (w.article, w.add, w.strike, w.annex, w.strike_annex) {
            (Some(article), None, None, None, None) if w.before.is_none() && !plain => {
                Ok(Self::Reword {
                    article,
                    heading: w.heading,
                    words: w.words,
                })
            }
            (None, Some(add), None, None, None) if plain => Ok(Self::Add {
                add,
                before: w.before,
            }),
            (None, None, Some(strike), None, None) if plain && w.before.is_none() => {
                Ok(Self::Strike { strike })
            }
            (None, None, None, Some(annex), None) if plain && w.before.is_none() => {
                Ok(Self::Annex { annex })
            }
            (None, None, None, None, Some(strike_annex)) if plain && w.before.is_none() => {
                Ok(Self::StrikeAnnex { strike_annex })
            }
            _ => Err(
                "a change is one of: article with words or heading; add, with before or without; strike; annex; strike-annex",
            ),
        }
    }
}

impl<'de> Deserialize<'de> for Change {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        Written::deserialize(d)?
            .try_into()
            .map_err(serde::de::Error::custom)
    }
}

impl Text {
    /// The text with changes made to it, one after the other.
    ///
    /// # Errors
    /// When a change names what is not there, or what comes of them is not whole.
    pub fn changed(&self, changes: &[Change]) -> Result<Text, NotWhole> {
        let mut text = self.clone();
        for change in changes {
            text.make(change)?;
        }
        text.check()?;
        Ok(text)
    }

    fn make(&mut self, change: &Change) -> Result<(), NotWhole> {
        match change {
            Change::Reword {
                article,
                heading,
                words,
            } => {
                let at = self.place_of(article)?;
                if let Some(old) = self.articles.get_mut(at) {
                    old.heading.extend(heading.clone());
                    old.words.extend(words.clone());
                }
            }
            Change::Add { add, before } => {
                let at = match before {
                    Some(number) => self.place_of(number)?,
                    None => self.articles.len(),
                };
                self.articles.insert(at, add.clone());
            }
            Change::Strike { strike } => {
                let at = self.place_of(strike)?;
                self.articles.remove(at);
            }
            Change::Annex { annex } => {
                match self.annexes.iter_mut().find(|a| a.title == annex.title) {
                    Some(old) => *old = annex.clone(),
                    None => self.annexes.push(annex.clone()),
                }
            }
            Change::StrikeAnnex { strike_annex } => {
                let at = self.annexes.iter().position(|a| a.title == *strike_annex);
                let at = at.ok_or_else(|| NotWhole::NoSuchAnnex(strike_annex.clone()))?;
                self.annexes.remove(at);
            }
        }
        Ok(())
    }

    fn place_of(&self, number: &ArticleNumber) -> Result<usize, NotWhole> {
        let at = self.articles.iter().position(|a| a.number == *number);
        at.ok_or_else(|| NotWhole::NoSuchArticle(number.clone()))
    }

    /// The changes that make another text, with the same title and languages, of this one.
    pub fn changes_to(&self, to: &Text) -> Vec<Change> {
        let mut out = Vec::new();
        let mut left: Vec<&Article> = self.articles.iter().collect();
        let strike = |out: &mut Vec<Change>, left: &mut Vec<&Article>, at: usize| {
            let gone = left.remove(at);
            out.push(Change::Strike {
                strike: gone.number.clone(),
            });
        };
        while let Some(at) = left.iter().position(|a| to.article(&a.number).is_none()) {
            strike(&mut out, &mut left, at);
        }
        // What is left of the old stands in the order of the new, or is struck out and put anew.
        for article in &to.articles {
            if let Some(old) = left.first().filter(|a| a.number == article.number) {
                if *old == article {
                    left.remove(0);
                    continue;
                }
                if let Some(change) = reworded(old, article) {
                    out.push(change);
                    left.remove(0);
                    continue;
                }
            }
            if let Some(at) = left.iter().position(|a| a.number == article.number) {
                strike(&mut out, &mut left, at);
            }
            out.push(Change::Add {
                add: article.clone(),
                before: left.first().map(|a| a.number.clone()),
            });
        }
        out.extend(self.annexes_to(to));
        out
    }

    fn annexes_to(&self, to: &Text) -> Vec<Change> {
        let strike = |a: &Annex| Change::StrikeAnnex {
            strike_annex: a.title.clone(),
        };
        let put = |a: &Annex| Change::Annex { annex: a.clone() };
        let stays = |a: &&Annex| to.annexes.iter().any(|b| b.title == a.title);
        let kept = self.annexes.iter().filter(stays).map(|a| &a.title);
        let heads = to.annexes.iter().map(|a| &a.title);
        // Those that stay must come first and in their order: new ones can only be the last.
        if !kept.eq(heads.take(self.annexes.iter().filter(stays).count())) {
            return self
                .annexes
                .iter()
                .map(strike)
                .chain(to.annexes.iter().map(put))
                .collect();
        }
        let gone = self.annexes.iter().filter(|a| !stays(a)).map(strike);
        let new = to
            .annexes
            .iter()
            .filter(|a| !self.annexes.contains(a))
            .map(put);
        gone.chain(new).collect()
    }
}

/// The change that makes a new article of an old one of its number; `None` where rewording cannot,
/// since a language would have to go.
fn reworded(old: &Article, new: &Article) -> Option<Change> {
    let stay = old.heading.keys().all(|l| new.heading.contains_key(l))
        && old.words.keys().all(|l| new.words.contains_key(l));
    stay.then(|| Change::Reword {
        article: new.number.clone(),
        heading: others(&old.heading, &new.heading),
        words: others(&old.words, &new.words),
    })
}

/// What is in a map and not, or otherwise, in an earlier one.
fn others<T: Clone + PartialEq>(
    old: &BTreeMap<Language, T>,
    new: &BTreeMap<Language, T>,
) -> BTreeMap<Language, T> {
    new.iter()
        .filter(|(lang, said)| old.get(*lang) != Some(*said))
        .map(|(lang, said)| (lang.clone(), said.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn lang() -> Language {
        Language::new("en").unwrap()
    }

    fn article(number: &str, words: &str, heading: Option<&str>) -> Article {
        Article {
            number: ArticleNumber::new(number).unwrap(),
            heading: heading
                .map(|h| (lang(), Title::new(h).unwrap()))
                .into_iter()
                .collect(),
            words: [(lang(), Wording::new(words).unwrap())].into(),
        }
    }

    fn text(articles: Vec<Article>, annexes: Vec<Annex>) -> Text {
        Text {
            title: [(lang(), Title::new("A pause").unwrap())].into(),
            languages: vec![lang()],
            articles,
            annexes,
        }
    }

    fn annex(title: &str, words: &str) -> Annex {
        Annex {
            title: Title::new(title).unwrap(),
            words: Some(Wording::new(words).unwrap()),
            digest: None,
        }
    }

    fn read(json: serde_json::Value) -> Result<Change, String> {
        serde_json::from_value(json).map_err(|e| e.to_string())
    }

    #[test]
    fn each_change_is_read_by_its_fields_and_written_the_same() {
        for json in [
            serde_json::json!({ "article": "1", "words": { "en": "Other." } }),
            serde_json::json!({ "article": "1", "heading": { "en": "The pause" } }),
            serde_json::json!({ "add": { "number": "2", "words": { "en": "New." } }, "before": "1" }),
            serde_json::json!({ "strike": "1" }),
            serde_json::json!({ "annex": { "title": "The list", "words": "Names." } }),
            serde_json::json!({ "strike-annex": "The list" }),
        ] {
            let change = read(json.clone()).unwrap();
            assert_eq!(serde_json::to_value(&change).unwrap(), json);
        }
        for json in [
            serde_json::json!({}),
            serde_json::json!({ "article": "1" }),
            serde_json::json!({ "strike": "1", "article": "1", "words": { "en": "x" } }),
            serde_json::json!({ "strike": "1", "before": "2" }),
        ] {
            assert!(read(json).unwrap_err().contains("a change is one of"));
        }
        assert!(
            read(serde_json::json!({ "strick": "1" }))
                .unwrap_err()
                .contains("strick")
        );
    }

    #[test]
    fn articles_and_annexes_come_and_go() {
        let number = |n: &str| ArticleNumber::new(n).unwrap();
        let old = text(
            vec![article("1", "One.", None), article("2", "Two.", None)],
            vec![annex("The list", "Names.")],
        );
        let new = old
            .changed(&[
                Change::Add {
                    add: article("1 bis", "Between.", None),
                    before: Some(number("2")),
                },
                Change::Strike {
                    strike: number("1"),
                },
                Change::Annex {
                    annex: annex("The list", "Other names."),
                },
                Change::Annex {
                    annex: annex("The hours", "From 10 to 16."),
                },
            ])
            .unwrap();
        let numbers: Vec<_> = new.articles.iter().map(|a| a.number.as_str()).collect();
        assert_eq!(numbers, ["1 bis", "2"]);
        assert_eq!(
            new.annexes,
            [
                annex("The list", "Other names."),
                annex("The hours", "From 10 to 16.")
            ]
        );
        let strike = |n: &str| Change::Strike { strike: number(n) };
        assert_eq!(
            old.changed(&[strike("9")]),
            Err(NotWhole::NoSuchArticle(number("9")))
        );
        assert_eq!(
            old.changed(&[strike("1"), strike("2")]),
            Err(NotWhole::NoArticle)
        );
        let gone = Change::StrikeAnnex {
            strike_annex: Title::new("The map").unwrap(),
        };
        assert_eq!(
            old.changed(&[gone]),
            Err(NotWhole::NoSuchAnnex(Title::new("The map").unwrap()))
        );
    }

    #[test]
    fn a_change_makes_another_text() {
        let old = text(vec![article("1", "One.", None)], vec![]);
        let change = Change::Reword {
            article: ArticleNumber::new("1").unwrap(),
            heading: BTreeMap::new(),
            words: [(lang(), Wording::new("Other.").unwrap())].into(),
        };
        let changed = old.changed(&[change]).unwrap();
        let other = text(vec![article("1", "Other.", None)], vec![]);
        assert_eq!(changed.digest(), other.digest());
        assert_ne!(changed.digest(), old.digest());
    }

    fn texts() -> impl Strategy<Value = Text> {
        let articles = proptest::sample::subsequence(vec!["1", "2", "3", "4", "5"], 1..=5)
            .prop_shuffle()
            .prop_flat_map(|numbers| {
                let one = |n: &'static str| {
                    (0..3_u8, 0..3_u8).prop_map(move |(words, heading)| {
                        let heading = (heading > 0).then(|| format!("Heading {heading}"));
                        article(n, &format!("Words {words}."), heading.as_deref())
                    })
                };
                numbers.into_iter().map(one).collect::<Vec<_>>()
            });
        let annexes = proptest::sample::subsequence(vec!["A", "B", "C"], 0..=3)
            .prop_shuffle()
            .prop_flat_map(|titles| {
                let one = |t: &'static str| (0..3_u8).prop_map(move |w| annex(t, &format!("{w}")));
                titles.into_iter().map(one).collect::<Vec<_>>()
            });
        (articles, annexes).prop_map(|(articles, annexes)| text(articles, annexes))
    }

    proptest! {
        #[test]
        fn the_changes_from_one_text_to_another_lead_there(from in texts(), to in texts()) {
            let changes = from.changes_to(&to);
            prop_assert_eq!(from.changed(&changes).unwrap(), to.clone());
            prop_assert_eq!(changes.is_empty(), from == to);
            let written = serde_json::to_string(&changes).unwrap();
            prop_assert_eq!(serde_json::from_str::<Vec<Change>>(&written).unwrap(), changes);
        }
    }
}
