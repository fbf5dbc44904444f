//! Documents, blobs, and what may be created or opened.

use store::{BlobKey, MetaKey, Sealed, StoreError};

use crate::places::Place;
use crate::sample::{OTHER_ROOM, ROOM, bytes};

const KEYRING: MetaKey = MetaKey::new("keyring");

pub fn a_document_is_written_once(place: &Place) {
    let store = place.store();
    assert_eq!(store.meta(KEYRING).unwrap(), None);
    store.put_meta_once(KEYRING, b"first").unwrap();
    let again = store.put_meta_once(KEYRING, b"second");
    assert!(matches!(again, Err(StoreError::MetaExists { .. })));
    assert_eq!(store.meta(KEYRING).unwrap().as_deref(), Some(&b"first"[..]));
}

pub fn a_document_is_replaced_only_as_it_was_seen(place: &Place) {
    let store = place.store();
    store.put_meta_once(KEYRING, b"first").unwrap();
    let stale = store.replace_meta(KEYRING, b"another", b"second");
    assert!(matches!(stale, Err(StoreError::MetaChanged { .. })));
    store.replace_meta(KEYRING, b"first", b"second").unwrap();
    assert_eq!(
        store.meta(KEYRING).unwrap().as_deref(),
        Some(&b"second"[..])
    );
}

pub fn a_blob_is_kept_under_its_name(place: &Place) {
    let store = place.store();
    let name = BlobKey::new([7; 32]);
    let large = bytes(ROOM, 1, 9, 3 << 20);
    assert_eq!(store.blob(name).unwrap(), None);
    store.put_blob(name, &large).unwrap();
    store.put_blob(name, &large).unwrap();
    let other = store.put_blob(name, &bytes(OTHER_ROOM, 1, 9, 40));
    assert!(matches!(other, Err(StoreError::BlobDiffers { .. })));
    assert_eq!(store.blob(name).unwrap(), Some(large));
    assert_eq!(store.blob(BlobKey::new([8; 32])).unwrap(), None::<Sealed>);
}

pub fn creating_twice_is_refused(place: &Place) {
    drop(place.store());
    let again = store::create(&place.url());
    assert!(matches!(again, Err(StoreError::AlreadyThere { .. })));
    assert_eq!(place.open().cases().unwrap().len(), 1);
}

pub fn a_newer_schema_is_refused(place: &Place) {
    drop(place.store());
    assert!(place.meddle("UPDATE store_schema SET version = 99"));
    let refused = store::open(&place.url());
    assert!(matches!(
        refused,
        Err(StoreError::NewerSchema { found: 99, .. })
    ));
}

pub fn opening_nothing_is_refused(place: &Place) {
    let refused = store::open(&place.url());
    assert!(
        matches!(refused, Err(StoreError::NotThere { .. })),
        "{refused:?}"
    );
}
