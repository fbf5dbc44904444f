//! Learns the name model from pairs of names and writes it:
//! `cargo run --release -p linkage --example train -- DATA_DIR OUT_DIR`.
//!
//! `docs/name-model.md` says where the pairs come from. The same pairs give the same bytes.

#![expect(
    clippy::disallowed_methods,
    reason = "a program, not the library: it reads and writes files"
)]

use std::{error::Error, path::Path};

use linkage::{
    name::Script,
    transducer::train::{Kind, Params, Source, train},
    watch::Unwatched,
};

const FILES: [(&str, Script, Kind); 3] = [
    ("hebrew-full-names.tsv", Script::Hebrew, Kind::Persons),
    ("arabic-tokens.tsv", Script::Arabic, Kind::Tokens),
    ("russian-tokens.tsv", Script::Cyrillic, Kind::Tokens),
];

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(data), Some(out)) = (arguments.next(), arguments.next()) else {
        return Err("say the folder of the pairs and the folder to write to".into());
    };
    let mut sources = Vec::new();
    for (file, script, of) in FILES {
        let text = std::fs::read_to_string(Path::new(&data).join(file))
            .map_err(|error| format!("{file} could not be read: {error}"))?;
        let pairs = text
            .lines()
            .filter_map(|line| line.split_once('\t'))
            .map(|(latin, native)| (latin.to_owned(), native.to_owned()))
            .collect();
        sources.push(Source { script, of, pairs });
    }
    let trained = train(&sources, &Params::default(), &Unwatched)?;
    for note in &trained.notes {
        println!("{note}");
    }
    std::fs::write(Path::new(&out).join("names.model"), &trained.bytes)?;
    Ok(())
}
