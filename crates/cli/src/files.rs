//! Files on the disk: never more is read of one than was asked for, what is written is for its
//! owner alone, and what goes wrong is said in words that tell what to do.

use std::{
    fs::File,
    io::{self, ErrorKind, Read as _, Write as _},
    path::Path,
};

use anyhow::anyhow;

use crate::outcome::path_shown;

/// The beginning of a file: at most so many bytes.
pub fn read(path: &Path, most: usize) -> anyhow::Result<Vec<u8>> {
    let file = File::open(path).map_err(|e| failed("reading", path, &e))?;
    let mut bytes = Vec::new();
    file.take(u64::try_from(most).unwrap_or(u64::MAX))
        .read_to_end(&mut bytes)
        .map_err(|e| failed("reading", path, &e))?;
    Ok(bytes)
}

/// A whole file, refused where it has more bytes than that.
pub fn read_whole(path: &Path, most: usize) -> anyhow::Result<Vec<u8>> {
    let bytes = read(path, most.saturating_add(1))?;
    anyhow::ensure!(
        bytes.len() <= most,
        "reading {}: it has more than {most} bytes, the most that are read of such a file. Check that it is the file you meant.",
        path_shown(path)
    );
    Ok(bytes)
}

/// A new directory that its owner alone can enter.
pub fn new_directory(path: &Path) -> anyhow::Result<()> {
    directories(false)
        .create(path)
        .map_err(|e| failed("making the directory", path, &e))
}

/// The directories above a file, as private as it is, where they are not there.
pub fn directories_above(path: &Path) -> anyhow::Result<()> {
    let Some(parent) = path.parent() else {
        return Ok(());
    };
    directories(true)
        .create(parent)
        .map_err(|e| failed("making the directory", parent, &e))
}

/// A new file that its owner alone can read, on the disk when this returns.
pub fn write_new(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    write_new_as("writing", path, bytes)
}

/// The same, told as what it is for.
pub fn write_new_as(attempted: &str, path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let write = |mut file: File| file.write_all(bytes).and_then(|()| file.sync_all());
    options
        .open(path)
        .and_then(write)
        .map_err(|e| failed(attempted, path, &e))
}

/// A file that its owner alone can read, in the place of what stood there, whole or not at all.
pub fn replace(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    replace_all(&[(path, bytes)])
}

/// Several files at once: none takes its place before all are whole on the disk.
pub fn replace_all(files: &[(&Path, impl AsRef<[u8]>)]) -> anyhow::Result<()> {
    let whole = |path: &Path, bytes: &[u8]| -> io::Result<_> {
        let mut file = tempfile::NamedTempFile::new_in(folder_of(path))?;
        file.write_all(bytes)?;
        file.as_file().sync_all()?;
        Ok(file)
    };
    let mut ready = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        let file = whole(path, bytes.as_ref());
        ready.push(file.map_err(|e| failed("writing", path, &e))?);
    }
    for (file, (path, _)) in ready.into_iter().zip(files) {
        file.persist(path)
            .map_err(|e| failed("writing", path, &e.error))?;
    }
    Ok(())
}

/// Takes a file away; one that is not there is no failure.
pub fn remove(path: &Path) -> anyhow::Result<()> {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(failed("removing", path, &error)),
        _ => Ok(()),
    }
}

/// The directory in which a file stands, by its name alone.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn directories(recursive: bool) -> std::fs::DirBuilder {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(recursive);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
}

/// What failed, why, and what to do.
pub fn failed(attempted: &str, path: &Path, cause: &io::Error) -> anyhow::Error {
    let path = path_shown(path);
    let why = match cause.kind() {
        ErrorKind::NotFound => {
            "there is nothing of that name. Check the name: it counts from the directory in which you are.".to_owned()
        }
        ErrorKind::PermissionDenied => {
            "you may not. Change the permissions there, or run the program as the user whose it is."
                .to_owned()
        }
        ErrorKind::AlreadyExists => {
            "something of that name is there already, and was left as it is. Give a name that is not taken.".to_owned()
        }
        ErrorKind::IsADirectory => {
            "it is a directory, and a file is needed. Give the name of the file.".to_owned()
        }
        ErrorKind::NotADirectory => {
            "it is, or lies below, a file where a directory is needed. Check the name.".to_owned()
        }
        ErrorKind::StorageFull => {
            "the disk is full. Make room, and do it again.".to_owned()
        }
        _ => format!("{cause}. Nothing else is known of the cause; try another place."),
    };
    anyhow!("{attempted} {path}: {why}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_no_further_than_it_may_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        std::fs::write(&path, b"12345").unwrap();
        assert_eq!(read(&path, 3).unwrap(), b"123");
        assert_eq!(read_whole(&path, 5).unwrap(), b"12345");
        let refused = read_whole(&path, 4).unwrap_err().to_string();
        assert!(refused.contains("more than 4 bytes"), "{refused}");
    }
}
