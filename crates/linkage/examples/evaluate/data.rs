//! The pairs of names that are measured: reading them, cutting them into tokens, setting a part aside,
//! learning a model from the rest.

use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    path::Path,
};

use linkage::{
    name::{Script, normal},
    transducer::{
        Model,
        train::{Kind, Params, Source, train},
    },
    watch::Unwatched,
};

pub type Pairs = Vec<(String, String)>;

/// Pairs of tokens, Latin first, and how often each was met.
pub type Counted = BTreeMap<(String, String), u32>;

const FILES: [(&str, Script, Kind); 3] = [
    ("hebrew-full-names.tsv", Script::Hebrew, Kind::Persons),
    ("arabic-tokens.tsv", Script::Arabic, Kind::Tokens),
    ("russian-tokens.tsv", Script::Cyrillic, Kind::Tokens),
];

/// Everything that training reads.
pub fn sources(folder: &str) -> Result<Vec<Source>, Box<dyn Error>> {
    FILES
        .into_iter()
        .map(|(file, script, of)| {
            let pairs = read(folder, file)?;
            Ok(Source { script, of, pairs })
        })
        .collect()
}

/// Arabic pairs that no training reads.
pub fn another_source(folder: &str) -> Result<Source, Box<dyn Error>> {
    Ok(Source {
        script: Script::Arabic,
        of: Kind::Tokens,
        pairs: read(folder, "arabic-tokens-2.tsv")?,
    })
}

fn read(data: &str, file: &str) -> Result<Pairs, Box<dyn Error>> {
    let text = std::fs::read_to_string(Path::new(data).join(file))
        .map_err(|error| format!("{file} could not be read: {error}"))?;
    Ok(text
        .lines()
        .filter_map(|line| line.split_once('\t'))
        .map(|(latin, native)| (latin.to_owned(), native.to_owned()))
        .collect())
}

/// The pairs of tokens of a source, in normal form.
pub fn taken_apart(source: &Source) -> Counted {
    let mut tokens = BTreeMap::new();
    for (latin, native) in &source.pairs {
        let (latin, native) = (normal(latin).text, normal(native).text);
        let latins: Vec<&str> = latin.split(' ').collect();
        let natives: Vec<&str> = native.split(' ').collect();
        if latins.len() == natives.len() {
            for (latin, native) in latins.into_iter().zip(natives) {
                if latin.len() > 1 && native.chars().count() > 1 {
                    *tokens
                        .entry((latin.to_owned(), native.to_owned()))
                        .or_default() += 1;
                }
            }
        }
    }
    tokens
}

/// The same everywhere and always (FNV-1a, its bits stirred once more).
pub fn hash(text: &str) -> u64 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    (hash ^ (hash >> 31)).wrapping_mul(0xd6e8_feb8_6659_fd93) >> 33
}

/// Whether a native spelling is in this one of so many parts.
pub fn is_in(native: &str, part: u64, of: u64) -> bool {
    hash(native) % of == part
}

/// Pairs to train on, and those set aside: one in three.
pub fn split(pairs: &Counted) -> (Pairs, Pairs) {
    set_aside(pairs, |native| is_in(native, 0, 3))
}

/// Pairs to train on, which have neither a native spelling that is set aside nor a Latin one that stands
/// with such; and those set aside.
pub fn set_aside(pairs: &Counted, is_aside: impl Fn(&str) -> bool) -> (Pairs, Pairs) {
    let latins: BTreeSet<&str> = pairs
        .keys()
        .filter(|(_, native)| is_aside(native))
        .map(|(latin, _)| latin.as_str())
        .collect();
    let aside = pairs.keys().filter(|p| is_aside(&p.1)).cloned().collect();
    let kept = pairs
        .keys()
        .filter(|(latin, native)| !is_aside(native) && !latins.contains(latin.as_str()))
        .cloned()
        .collect();
    (kept, aside)
}

/// A model from pairs.
pub fn learn(sources: &[Source]) -> Result<Model, Box<dyn Error>> {
    let trained = train(sources, &params(), &Unwatched)?;
    println!("  model of {} bytes", trained.bytes.len());
    Ok(Model::from_bytes(&trained.bytes)?)
}

/// The parameters that ship, but for those named in the environment, for experiments.
fn params() -> Params {
    let mut params = Params::default();
    let number = |name: &str| std::env::var(name).ok()?.parse::<f64>().ok();
    if let Some(value) = number("RAREST_UNIT") {
        params.rarest_unit = value;
    }
    if let Some(value) = number("ORDER") {
        params.order = value as usize;
    }
    if let Some(value) = number("LETTERS") {
        params.letters_order = value as usize;
    }
    if let Some(value) = number("FOLLOWER") {
        params.rarest_follower = value as u32;
    }
    if let Some(value) = number("DOUBT") {
        params.doubt = value as f32;
    }
    params
}
