//! The repository as the checks see it: its root and the text of its tracked files.
//!
//! What is not tracked is not looked at, so that half-finished work beside it disturbs nobody.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, ensure};

/// A tracked text file: its path from the root, with forward slashes, and its words.
#[derive(Debug)]
pub struct TextFile {
    pub path: String,
    pub text: String,
}

impl TextFile {
    pub fn is_rust(&self) -> bool {
        Path::new(&self.path)
            .extension()
            .is_some_and(|end| end == "rs")
    }
}

/// The root, and every tracked file that is text.
#[derive(Debug)]
pub struct Repository {
    pub root: PathBuf,
    pub files: Vec<TextFile>,
}

impl Repository {
    /// The repository from which Cargo runs this program or its tests.
    ///
    /// Asked when it runs and not when it was built: checkouts may share a folder for builds.
    pub fn here() -> Result<Self> {
        let package = std::env::var("CARGO_MANIFEST_DIR")
            .context("Cargo does not say where xtask lies: run it as `cargo xtask`")?;
        let root = Path::new(&package)
            .parent()
            .context("xtask lies in a folder of the repository, but that folder has no parent")?
            .to_path_buf();
        let mut files = Vec::new();
        for path in tracked(&root)? {
            // A file deleted in the work tree and not yet in the index is no fault of the tree.
            let Ok(bytes) = std::fs::read(root.join(&path)) else {
                continue;
            };
            if let Ok(text) = String::from_utf8(bytes) {
                files.push(TextFile { path, text });
            }
        }
        Ok(Self { root, files })
    }

    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Self {
        let files = files
            .iter()
            .map(|(path, text)| TextFile {
                path: (*path).to_owned(),
                text: (*text).to_owned(),
            })
            .collect();
        Self {
            root: PathBuf::new(),
            files,
        }
    }
}

fn tracked(root: &Path) -> Result<Vec<String>> {
    // `safe.directory` lets a checkout owned by another user be read, as in a container.
    let output = Command::new("git")
        .args(["-c", "safe.directory=*", "ls-files", "-z"])
        .current_dir(root)
        .output()
        .context("could not start git to list the tracked files: install git")?;
    ensure!(
        output.status.success(),
        "git could not list the tracked files: {} (run this in a git checkout)",
        String::from_utf8_lossy(&output.stderr).trim()
    );
    Ok(String::from_utf8_lossy(&output.stdout)
        .split('\0')
        .filter(|path| !path.is_empty())
        .map(str::to_owned)
        .collect())
}
