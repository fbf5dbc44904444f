//! The model as a whole: what is known of each script and of each pair of scripts.

use std::sync::OnceLock;

use crate::name::Script;

use super::{
    alphabet::Alphabet, format, frequency::Frequencies, lattice::Space, ngram::Ngram, pair::Pair,
    prepared::Prepared,
};

/// Scripts that a model may know, in the order in which a pair of them stands.
pub(super) const SCRIPTS: [Script; 4] = [
    Script::Latin,
    Script::Arabic,
    Script::Hebrew,
    Script::Cyrillic,
];

/// What is known of names across scripts. Learnt by `transducer::train`, kept as bytes.
#[derive(Debug, Clone)]
pub struct Model {
    /// In the order of [`SCRIPTS`].
    pub(super) writings: [Writing; 4],
    /// By left and right script, the left never after the right in the order of [`SCRIPTS`]; none
    /// where the model knows nothing.
    pub(super) pairs: [[Option<Pair>; 4]; 4],
    pub(super) digest: [u8; 32],
}

/// What is known of one script.
#[derive(Debug, Clone)]
pub(super) struct Writing {
    pub(super) alphabet: Alphabet,
    /// What letter follows upon which, in longer contexts.
    pub(super) letters: Ngram,
    /// The same upon one letter.
    pub(super) short: Ngram,
    pub(super) frequencies: Frequencies,
}

impl Model {
    /// The model that comes with this crate.
    ///
    /// ```
    /// use linkage::{name::Script, transducer::Model};
    /// let model = Model::builtin();
    /// let bits = model.bits(("yusuf", Script::Latin), ("يوسف", Script::Arabic));
    /// assert!(bits > 8.0);
    /// assert!(model.bits(("yusuf", Script::Latin), ("خالد", Script::Arabic)) < 0.0);
    /// ```
    pub fn builtin() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| {
            let bytes = include_bytes!("../../data/names.model");
            // A test reads these very bytes; should they ever fail to, nothing is known.
            format::read(bytes).unwrap_or_else(|_| Self::ignorant())
        })
    }

    /// A model from its bytes, as [`super::train::Trained::bytes`] gives them.
    ///
    /// # Errors
    /// [`super::Unreadable`] when they are of another version, cut short or changed.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, super::Unreadable> {
        format::read(bytes)
    }

    /// SHA-256 of the bytes of the model, which names it in a report.
    pub fn digest(&self) -> [u8; 32] {
        self.digest
    }

    /// How much two tokens in normal form speak for being one name, in bits: the logarithm to base
    /// 2 of how much more likely the two are as spellings of one name than as those of two names
    /// met by chance. Positive for, negative against; 0 where the model does not know both scripts
    /// together. The same either way round.
    ///
    /// To compare many tokens prepare each once: [`Prepared`].
    pub fn bits(&self, a: (&str, Script), b: (&str, Script)) -> f32 {
        Prepared::new(self, a.0, a.1).bits(&Prepared::new(self, b.0, b.1), &mut Scratch::default())
    }

    /// Whether the model knows both scripts together.
    pub fn knows(&self, a: Script, b: Script) -> bool {
        match (place(a), place(b)) {
            (Some(a), Some(b)) => self.pair(a.min(b), a.max(b)).is_some(),
            _ => false,
        }
    }

    /// How rare a token of a name is among persons, in bits: the most that its agreement can be
    /// worth. What was not met in the data counts as rarer than all that was.
    pub fn rarity(&self, token: &str, script: Script) -> f32 {
        self.writing(script).map_or(frequency_unknown(), |writing| {
            writing.frequencies.rarity(token)
        })
    }

    /// The tokens of a script that the data met most often, the most common first; of equally
    /// common ones in the order of their bytes.
    pub fn common(&self, script: Script) -> Vec<&str> {
        let mut tokens: Vec<(u8, &str)> = self
            .writing(script)
            .into_iter()
            .flat_map(|writing| &writing.frequencies.rare)
            .map(|(token, rare)| (*rare, token.as_ref()))
            .collect();
        tokens.sort_unstable();
        tokens.into_iter().map(|(_, token)| token).collect()
    }

    pub(super) fn writing(&self, script: Script) -> Option<&Writing> {
        self.writings.get(place(script)?)
    }

    pub(super) fn pair(&self, left: usize, right: usize) -> Option<&Pair> {
        self.pairs.get(left)?.get(right)?.as_ref()
    }

    fn ignorant() -> Self {
        Self {
            writings: std::array::from_fn(|_| Writing::unknown()),
            pairs: std::array::from_fn(|_| std::array::from_fn(|_| None)),
            digest: [0; 32],
        }
    }
}

fn frequency_unknown() -> f32 {
    super::frequency::UNKNOWN
}

/// Where a script stands in [`SCRIPTS`].
pub(super) fn place(script: Script) -> Option<usize> {
    match script {
        Script::Latin => Some(0),
        Script::Arabic => Some(1),
        Script::Hebrew => Some(2),
        Script::Cyrillic => Some(3),
        Script::Thai | Script::Other => None,
    }
}

/// Space that comparisons use again and again: one for each thread.
#[derive(Debug, Default)]
pub struct Scratch(pub(super) Space);
