//! Places in several scripts: letter by letter within a script, by the letter model between two.

use super::{
    Agreement, Coarse, Comparator, Level, Texts,
    across::{Across, Meeting},
    sound,
};
use crate::{
    list,
    name::{Name, Part, Script, Token},
    watch::{Stopped, Watch},
};

/// Places of which some are in another script than others.
pub struct Places {
    texts: Texts,
    across: Across,
    sounds: Vec<u32>,
}

const SCALE: [Agreement; 6] = [
    Agreement::Same,
    Agreement::OtherForm,
    Agreement::OneSign,
    Agreement::Close,
    Agreement::Alike,
    Agreement::Different,
];

const OTHER_FORM: Level = Level(2);
const CLOSE: Level = Level(4);
const ALIKE: Level = Level(5);
const DIFFERENT: Level = Level(6);

impl Places {
    /// Prepares places; `counts` says how many records have each. None where all are of one script:
    /// letters tell all then.
    ///
    /// # Errors
    /// [`Stopped`] when the watcher says so.
    pub fn new(
        words: &[list::Words],
        counts: &[u32],
        watch: &dyn Watch,
    ) -> Result<Option<Self>, Stopped> {
        let names: Vec<Name> = words.iter().map(as_name).collect();
        let across = Across::new(&names, counts, watch)?;
        Ok(across.map(|across| Self {
            texts: Texts::of_words(words),
            across,
            sounds: sound::shared_codes(&names),
        }))
    }

    /// What letters say, or the model where that is more.
    fn with(&self, a: u32, b: u32, letters: Level) -> Level {
        let letters = match letters {
            Level::SAME => return Level::SAME,
            // One level more stands above these.
            Level(level) => Level(level + 1),
        };
        letters.min(match self.across.best(a, b) {
            Meeting::Form => OTHER_FORM,
            Meeting::Close => CLOSE,
            Meeting::Part | Meeting::Alike => ALIKE,
            Meeting::None => DIFFERENT,
        })
    }
}

/// The words of a place as those of a name. Numbers and signs are of no script, and are held with the
/// words around them.
fn as_name(words: &list::Words) -> Name {
    let spelling = |text: &String| {
        let script = text.chars().find_map(Script::of_letter);
        let script = script.unwrap_or(Script::Other);
        let token = |word: &str| Token {
            text: word.to_owned(),
            script: word.chars().find_map(Script::of_letter).unwrap_or(script),
            part: Part::Plain,
        };
        text.split_whitespace().map(token).collect()
    };
    Name {
        spellings: words.0.iter().map(spelling).collect(),
    }
}

impl Comparator for Places {
    fn scale(&self) -> &'static [Agreement] {
        &SCALE
    }

    fn level(&self, a: u32, b: u32) -> Level {
        self.with(a, b, self.texts.level(a, b))
    }

    fn content(&self, value: u32) -> u64 {
        self.texts.content(value)
    }

    fn coarse(&self) -> Option<Coarse> {
        Some(Coarse {
            of_value: self.sounds.clone(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::watch::Unwatched;

    fn places(texts: &[&str]) -> Option<Places> {
        let words: Vec<list::Words> = texts
            .iter()
            .map(|text| {
                list::Words(
                    text.split(" / ")
                        .map(|t| crate::name::normal(t).text)
                        .collect(),
                )
            })
            .collect();
        Places::new(&words, &vec![1; words.len()], &Unwatched).unwrap()
    }

    #[test]
    fn a_place_is_the_same_in_another_script() {
        for (one, other) in [
            ("Beirut", "بيروت"),
            ("Haifa", "חיפה"),
            ("Kharkiv", "Харьков"),
            ("Tripoli", "طرابلس"),
            ("Taiz", "تعز"),
            ("Khan Yunis", "خان يونس"),
            ("Nablus", "נבלוס"),
        ] {
            let places = places(&[one, other, "Odesa", "عدن"]).unwrap();
            assert!(places.level(0, 1) < DIFFERENT, "{one} {other}");
            assert_eq!(places.level(0, 1), places.level(1, 0));
            assert_eq!(places.level(0, 3), DIFFERENT, "{one}");
        }
    }

    #[test]
    fn within_a_script_letters_tell() {
        let places = places(&["Winston Hills", "Winston Hils", "بيروت", "بيروت / Beirut"]).unwrap();
        assert_eq!(places.level(0, 1), Level(3));
        assert_eq!(places.level(2, 3), Level::SAME);
        assert!(
            super::Places::new(&[list::Words(vec!["beirut".to_owned()])], &[1], &Unwatched)
                .unwrap()
                .is_none()
        );
    }
}
