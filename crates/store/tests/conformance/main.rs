//! What every store must do, run against SQLite and against PostgreSQL.
//! A check is one function that takes a place; the list below runs each twice.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers too"
)]

#[path = "../common/rekey.rs"]
mod rekey;
#[path = "../common/sample.rs"]
mod sample;

mod appends;
mod concurrency;
mod documents;
mod places;
mod rotation;
mod stale;

/// Runs each named check once for each kind of store.
macro_rules! for_both {
    ($($file:ident :: $check:ident,)*) => {
        mod sqlite {
            $(#[test] fn $check() {
                crate::$file::$check(&crate::places::sqlite());
            })*
        }
        mod postgres {
            $(#[test] fn $check() {
                crate::$file::$check(&crate::places::postgres());
            })*
        }
    };
}

for_both! {
    appends::what_was_appended_is_read_byte_for_byte,
    appends::a_store_survives_being_opened_again,
    appends::another_size_is_a_conflict_and_writes_nothing,
    appends::one_conflict_undoes_the_whole_batch,
    appends::numbers_must_follow_on,
    appends::an_unknown_room_and_one_of_another_case_are_the_same,
    appends::what_is_opened_twice_is_refused,
    appends::order_tells_nothing_of_when,
    appends::a_large_body_is_kept,
    appends::reading_goes_page_by_page,
    appends::rows_cannot_be_removed_or_rewritten,
    appends::integrity_finds_what_is_missing,
    concurrency::every_acknowledged_append_is_there_once,
    concurrency::readers_see_whole_batches,
    concurrency::two_stores_on_one_place_conflict,
    documents::a_document_is_written_once,
    documents::a_document_is_replaced_only_as_it_was_seen,
    documents::a_blob_is_kept_under_its_name,
    documents::creating_twice_is_refused,
    documents::a_newer_schema_is_refused,
    documents::opening_nothing_is_refused,
    rotation::a_destroyed_secret_is_gone,
    rotation::a_destroyed_secret_does_not_return,
    rotation::a_rotation_must_be_complete,
    rotation::what_was_sealed_under_the_old_key_is_refused,
    rotation::the_case_key_is_replaced_for_every_room_or_for_none,
    stale::a_room_that_moved_is_a_conflict_wherever_is_written,
    stale::a_room_that_came_or_went_is_a_conflict,
    stale::of_two_at_one_moment_one_is_told,
    stale::the_heads_are_replaced_only_as_they_were_seen,
}
