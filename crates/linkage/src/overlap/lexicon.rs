//! A public table of names that both sides share, so that spellings in two scripts can have a key
//! in common: a token's nearest entries in it, by number.

use std::{collections::BTreeMap, sync::OnceLock};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{keys::NEAREST, skeleton::skeleton};
use crate::{
    name::{Script, Token},
    transducer::{Model, Near, Nearest, Prepared, Reach, Scratch},
};

/// How many Latin tokens [`NearestLexicon::builtin`] has at most.
const ENTRIES: usize = 5_000;

/// The fewest letters of an entry: shorter tokens are near to too much.
const SHORTEST: usize = 3;

/// What is further from a token than this is no spelling of it, in bits.
const FLOOR: f32 = 2.0;

/// The first pass may see an entry so much further, in bits.
const SLACK: f32 = 4.0;

/// How many entries, the nearest by the first pass, are weighed in full.
const WEIGHED: usize = 16;

/// The number of an entry of a lexicon.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LexiconId(pub u64);

/// A table of names. The same version gives the same answers on every machine.
pub trait NameLexicon: Sync {
    /// Name and version of the table, without a space; two sides must use the same.
    fn version(&self) -> &str;
    /// The entries nearest to a token, the nearest first. Only the first
    /// [`NEAREST`](super::keys::NEAREST) are used.
    fn nearest(&self, token: &Token) -> Vec<LexiconId>;
}

/// The table without a table: a token's one entry is its consonant skeleton. Finds a spelling in
/// another script only where the skeletons are the same (54 to 89 of 100 tokens, measured).
#[derive(Debug, Clone, Copy, Default)]
pub struct SkeletonLexicon;

impl NameLexicon for SkeletonLexicon {
    fn version(&self) -> &'static str {
        "skeleton-1"
    }

    fn nearest(&self, token: &Token) -> Vec<LexiconId> {
        vec![LexiconId::of(&skeleton(token))]
    }
}

impl LexiconId {
    /// The number of an entry by its text: the first eight bytes of the text's SHA-256, so that an
    /// entry keeps its number whatever else the table has.
    pub fn of(text: &str) -> Self {
        let digest: [u8; 32] = Sha256::digest(text).into();
        let first: [u8; 8] = std::array::from_fn(|i| digest.get(i).copied().unwrap_or(0));
        Self(u64::from_be_bytes(first))
    }
}

/// The commonest Latin tokens that a name model knows, and which of them are nearest to a token of
/// any script by the model's bits. The table is the model's own list of how common tokens are, so
/// two sides with one model have one table; the version is made from the model's digest.
#[derive(Debug)]
pub struct NearestLexicon<'a> {
    version: String,
    model: &'a Model,
    entries: &'a [Prepared<'a>],
    nearest: Nearest<'a>,
}

impl<'a> NearestLexicon<'a> {
    /// The entries that a model gives, made ready to be searched.
    pub fn entries(model: &'a Model) -> Vec<Prepared<'a>> {
        model
            .common(Script::Latin)
            .into_iter()
            .filter(|token| token.chars().count() >= SHORTEST)
            .take(ENTRIES)
            .map(|token| Prepared::new(model, token, Script::Latin))
            .collect()
    }

    /// The lexicon of these [`entries`](Self::entries) of this model.
    pub fn new(model: &'a Model, entries: &'a [Prepared<'a>]) -> Self {
        let mut hash = Sha256::new().chain_update(model.digest());
        for entry in entries {
            hash.update(entry.text());
            hash.update([0]);
        }
        let digest: String = crate::commit::hex(&hash.finalize())
            .chars()
            .take(16)
            .collect();
        Self {
            version: format!("nearest-2-{digest}"),
            model,
            entries,
            nearest: Nearest::new(entries, Reach::default()),
        }
    }

    /// The lexicon of the model that comes with this crate.
    pub fn builtin() -> &'static NearestLexicon<'static> {
        static ENTRIES: OnceLock<Vec<Prepared<'static>>> = OnceLock::new();
        static LEXICON: OnceLock<NearestLexicon<'static>> = OnceLock::new();
        LEXICON.get_or_init(|| {
            let model = Model::builtin();
            NearestLexicon::new(
                model,
                ENTRIES.get_or_init(|| NearestLexicon::entries(model)),
            )
        })
    }
}

impl NameLexicon for NearestLexicon<'_> {
    fn version(&self) -> &str {
        &self.version
    }

    /// Of entries with equal bits the commoner comes first.
    fn nearest(&self, token: &Token) -> Vec<LexiconId> {
        let query = Prepared::new(self.model, &token.text, token.script);
        let mut near = self.nearest.candidates(&query, FLOOR - SLACK);
        best_first(&mut near);
        near.truncate(WEIGHED);
        let mut scratch = Scratch::default();
        for one in &mut near {
            let entry = self.entries.get(one.at as usize);
            one.bits = entry.map_or(f32::MIN, |entry| query.bits(entry, &mut scratch));
        }
        near.retain(|one| one.bits >= FLOOR);
        best_first(&mut near);
        near.iter()
            .take(NEAREST)
            .filter_map(|one| self.entries.get(one.at as usize))
            .map(|entry| LexiconId::of(entry.text()))
            .collect()
    }
}

fn best_first(near: &mut [Near]) {
    near.sort_by(|a, b| b.bits.total_cmp(&a.bits).then(a.at.cmp(&b.at)));
}

/// A lexicon that has been asked for all tokens of a list beforehand, each once.
pub struct Looked<'a> {
    lexicon: &'a dyn NameLexicon,
    known: BTreeMap<(Script, &'a str), Vec<LexiconId>>,
}

impl<'a> Looked<'a> {
    /// Asks for these tokens.
    pub fn up(lexicon: &'a dyn NameLexicon, tokens: impl Iterator<Item = &'a Token>) -> Self {
        let distinct: BTreeMap<(Script, &str), &Token> = tokens
            .map(|token| ((token.script, token.text.as_str()), token))
            .collect();
        let known: Vec<_> = distinct
            .into_par_iter()
            .map(|(spelled, token)| (spelled, lexicon.nearest(token)))
            .collect();
        Self {
            lexicon,
            known: known.into_iter().collect(),
        }
    }
}

impl NameLexicon for Looked<'_> {
    fn version(&self) -> &str {
        self.lexicon.version()
    }

    fn nearest(&self, token: &Token) -> Vec<LexiconId> {
        self.known
            .get(&(token.script, token.text.as_str()))
            .cloned()
            .unwrap_or_else(|| self.lexicon.nearest(token))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::name::Part;

    fn ids(text: &str, script: Script) -> Vec<LexiconId> {
        let (text, part) = (text.to_owned(), Part::Plain);
        NearestLexicon::builtin().nearest(&Token { text, script, part })
    }

    #[test]
    fn one_name_in_four_scripts_has_an_entry_in_common() {
        let spellings = [
            ("ibrahim", Script::Latin),
            ("ابراهيم", Script::Arabic),
            ("אברהימ", Script::Hebrew),
            ("ибрагим", Script::Cyrillic),
        ];
        let entry = LexiconId::of("ibrahim");
        for (text, script) in spellings {
            let found = ids(text, script);
            assert!(found.contains(&entry), "{text}");
            assert!(found.len() <= NEAREST);
        }
        let other = ids("שלמה", Script::Hebrew);
        assert!(!other.is_empty() && !other.contains(&entry));
    }

    #[test]
    fn scripts_that_the_model_does_not_know_have_no_entry() {
        assert_eq!(ids("สมชาย", Script::Thai), []);
        assert_eq!(ids("", Script::Latin), []);
    }

    #[test]
    fn what_was_looked_up_is_what_the_lexicon_says() {
        let token = Token {
            text: "goldberg".to_owned(),
            script: Script::Latin,
            part: Part::Plain,
        };
        let lexicon = NearestLexicon::builtin();
        let looked = Looked::up(lexicon, [&token, &token].into_iter());
        assert_eq!(looked.nearest(&token), lexicon.nearest(&token));
        assert_eq!(looked.version(), lexicon.version());
    }
}
