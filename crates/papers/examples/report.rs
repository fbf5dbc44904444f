//! Writes sample reports of invented persons into a folder, to be looked at:
//! `cargo run -p papers --example report -- FOLDER`.

#[path = "../tests/support/engine.rs"]
mod engine;
#[path = "../tests/support/sample.rs"]
mod sample;

use std::{error::Error, fs, path::PathBuf};

use papers::{
    Language,
    candidates::{self, Most},
};

fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args_os().nth(1).ok_or("which folder?")?;
    let folder = PathBuf::from(folder);
    fs::create_dir_all(&folder)?;
    let reports = [
        ("two-lists", sample::two_lists()),
        ("one-list", sample::one_list()),
        ("decided", sample::decided()),
        ("nothing", sample::nothing_found()),
        ("linked", engine::linked(400)?),
        ("deduped", engine::deduped(400)?),
        ("many", sample::many(3_000)),
    ];
    for (name, findings) in &reports {
        for language in Language::ALL {
            let most = Most {
                in_full: 2_000,
                ..Most::default()
            };
            let tag = language.tag();
            let page = candidates::html(findings, language, most);
            fs::write(folder.join(format!("{name}.{tag}.html")), page)?;
            let workbook = candidates::xlsx(findings, language)?;
            fs::write(folder.join(format!("{name}.{tag}.xlsx")), workbook)?;
        }
        fs::write(
            folder.join(format!("{name}.json")),
            candidates::json(findings)?,
        )?;
        fs::write(
            folder.join(format!("{name}.txt")),
            candidates::text(findings, 10),
        )?;
    }
    Ok(())
}
