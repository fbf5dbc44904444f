//! What all commands that write reports share: the language, and whether files can be written where
//! they were asked for.

use std::{
    io::ErrorKind,
    path::{Path, PathBuf},
};

use papers::Language;

use crate::{files, outcome::path_shown};

/// The language that was asked for.
///
/// # Errors
/// There is none of that name.
pub fn language(word: &str) -> Result<Language, String> {
    match word {
        "en" => Ok(Language::English),
        "ar" => Ok(Language::Arabic),
        _ => Err("en for English or ar for Arabic".to_owned()),
    }
}

/// Sees that files can be written, each in a place of its own and none of them in that of a file that
/// is read.
pub fn can_be_written(asked: &[&Path], read: &[&Path]) -> anyhow::Result<()> {
    let mut taken: Vec<PathBuf> = read.iter().filter_map(|p| p.canonicalize().ok()).collect();
    let lists = taken.len();
    for path in asked {
        // In other programs the standard output, which here has what is told.
        if path.as_os_str() == "-" {
            anyhow::bail!(
                "writing -: it is no name of a file, and what is told stands on standard output already. Nothing was written; give a name."
            );
        }
        let place = place(path)?;
        if let Some(at) = taken.iter().position(|there| *there == place) {
            let why = if at < lists {
                "it is one of the files that are read"
            } else {
                "two things were asked for under this name"
            };
            let shown = path_shown(path);
            anyhow::bail!("writing {shown}: {why}. Nothing was written; give another name.");
        }
        taken.push(place);
    }
    Ok(())
}

/// Where a file that is to be written will stand.
fn place(path: &Path) -> anyhow::Result<PathBuf> {
    if path.is_dir() {
        return Err(files::failed(
            "writing",
            path,
            &ErrorKind::IsADirectory.into(),
        ));
    }
    let folder = files::folder_of(path);
    if !folder.is_dir() {
        let (path, folder) = (path_shown(path), path_shown(folder));
        anyhow::bail!(
            "writing {path}: there is no directory {folder}. Make it, or give another place."
        );
    }
    let there = path.canonicalize().ok();
    let name = path.file_name().unwrap_or_default();
    Ok(there.unwrap_or_else(|| folder.canonicalize().unwrap_or_default().join(name)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hyphen_is_no_file() {
        let refused = can_be_written(&[Path::new("-")], &[]);
        assert!(refused.is_err_and(|why| why.to_string().contains("no name of a file")));
        assert!(can_be_written(&[Path::new("a-report.html")], &[]).is_ok());
    }
}
