//! Files that are not what they should be, and copies.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use store::{StoreError, StoreUrl};
use testbed::TempDir;

use crate::sample::{ROOM, adding, more, opening};
use crate::victim::whole;

/// A closed store with a few entries, and its file.
fn prepared() -> (TempDir, PathBuf) {
    let folder = testbed::temp_dir().unwrap();
    let path = folder.path().join("desk.goodoffices");
    let store = store::create(&StoreUrl::Sqlite(path.clone())).unwrap();
    store.append(&opening()).unwrap();
    store.append(&adding(vec![more(ROOM, 0, 20)])).unwrap();
    drop(store);
    (folder, path)
}

fn open(path: &Path) -> Result<(), StoreError> {
    store::open(&StoreUrl::Sqlite(path.to_owned())).map(|_| ())
}

#[test]
fn a_file_that_was_cut_off_is_refused() {
    let (_folder, path) = prepared();
    let whole = fs::read(&path).unwrap();
    for length in [
        20,
        99,
        100,
        512,
        4095,
        4096,
        8192,
        whole.len() / 2,
        whole.len() - 4096,
        whole.len() - 1,
    ] {
        fs::write(&path, &whole[..length]).unwrap();
        let refused = open(&path);
        assert!(
            matches!(refused, Err(StoreError::Damaged { .. })),
            "{length}: {refused:?}"
        );
        assert!(
            fs::read(&path).unwrap() == whole[..length],
            "{length}: the file was changed"
        );
    }
    fs::write(&path, &whole).unwrap();
    open(&path).unwrap();
}

#[test]
fn a_damaged_page_is_found() {
    let (_folder, path) = prepared();
    let whole = fs::read(&path).unwrap();
    let mut found = 0;
    for page in 1..whole.len() / 4096 {
        let mut damaged = whole.clone();
        damaged[page * 4096..page * 4096 + 64].fill(0xff);
        fs::write(&path, &damaged).unwrap();
        let sound = store::open(&StoreUrl::Sqlite(path.clone()))
            .and_then(|store| store.integrity())
            .is_ok_and(|findings| findings.is_empty());
        found += usize::from(!sound);
    }
    // Pages that only continue a long body have no structure of their own:
    // those are the record's digests to find.
    assert!(found >= 8, "{found} of {}", whole.len() / 4096);
}

#[test]
fn a_file_of_another_kind_is_refused_and_left_alone() {
    let folder = testbed::temp_dir().unwrap();
    let path = folder.path().join("notes");
    for content in [
        &b""[..],
        b"x",
        b"Dear all, the list is attached.",
        &[0; 8192],
    ] {
        fs::write(&path, content).unwrap();
        let refused = open(&path);
        assert!(
            matches!(refused, Err(StoreError::NotAStore { .. })),
            "{refused:?}"
        );
        assert!(fs::read(&path).unwrap() == content, "the file was changed");
    }
    fs::remove_file(&path).unwrap();
    let foreign = rusqlite::Connection::open(&path).unwrap();
    foreign
        .execute_batch("CREATE TABLE notes (line TEXT)")
        .unwrap();
    drop(foreign);
    let before = fs::read(&path).unwrap();
    let refused = open(&path);
    assert!(
        matches!(refused, Err(StoreError::NotAStore { .. })),
        "{refused:?}"
    );
    assert!(fs::read(&path).unwrap() == before, "the file was changed");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let folder_refused = open(folder.path());
    assert!(matches!(folder_refused, Err(StoreError::NotAStore { .. })));
}

#[test]
fn a_new_store_is_its_owners_alone() {
    let (folder, path) = prepared();
    let store = store::open(&StoreUrl::Sqlite(path)).unwrap();
    store.append(&adding(vec![more(ROOM, 20, 1)])).unwrap();
    let files: Vec<_> = fs::read_dir(folder.path()).unwrap().collect();
    assert_eq!(files.len(), 3, "the store, its log and the log's index");
    for file in files {
        let mode = file.unwrap().metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn a_place_that_is_taken_or_missing_is_refused() {
    let folder = testbed::temp_dir().unwrap();
    let path = folder.path().join("letter");
    fs::write(&path, "Dear all").unwrap();
    let taken = store::create(&StoreUrl::Sqlite(path.clone()));
    assert!(matches!(taken, Err(StoreError::AlreadyThere { .. })));
    assert_eq!(fs::read(&path).unwrap(), b"Dear all");
    let nowhere = store::create(&StoreUrl::Sqlite(folder.path().join("no/such/folder")));
    assert!(matches!(nowhere, Err(StoreError::File { .. })));
}

#[test]
fn a_backup_is_whole_while_writing_goes_on() {
    let (folder, path) = prepared();
    let store = store::open(&StoreUrl::Sqlite(path)).unwrap();
    let copy = folder.path().join("copy");
    std::thread::scope(|scope| {
        let writing = scope.spawn(|| {
            for size in 20..60 {
                store.append(&adding(vec![more(ROOM, size, 1)])).unwrap();
            }
        });
        store.backup_to(&copy).unwrap();
        writing.join().unwrap();
    });
    let copied = store::open(&StoreUrl::Sqlite(copy.clone())).unwrap();
    assert!(whole(copied.as_ref(), "the copy") >= 20);
    let again = store.backup_to(&copy);
    assert!(matches!(again, Err(StoreError::AlreadyThere { .. })));
}
