-- Version 1. Sealed bytes only: nothing here is readable without the keys.
-- Every table is WITHOUT ROWID: a rowid would number rows across rooms, and so
-- tell from one room's numbers what happened in another. No table holds a time.

CREATE TABLE store_schema (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    version  INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE meta (
    key   TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE cases (
    case_key BLOB NOT NULL PRIMARY KEY CHECK (length(case_key) = 16),
    sealed   BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE rooms (
    room       BLOB    NOT NULL PRIMARY KEY CHECK (length(room) = 16),
    case_key   BLOB    NOT NULL REFERENCES cases (case_key),
    -- Raised whenever the room's key is replaced, so that nothing sealed
    -- under the old key can be appended afterwards.
    key_epoch  INTEGER NOT NULL CHECK (key_epoch >= 1),
    sealed_key BLOB    NOT NULL
) WITHOUT ROWID;

CREATE INDEX rooms_by_case ON rooms (case_key, room);

CREATE TABLE entries (
    room     BLOB    NOT NULL REFERENCES rooms (room),
    number   INTEGER NOT NULL CHECK (number >= 1),
    -- NULL once the secret was destroyed: the body can then no longer be read.
    secret   BLOB,
    envelope BLOB    NOT NULL,
    body     BLOB    NOT NULL,
    PRIMARY KEY (room, number)
) WITHOUT ROWID;

CREATE TABLE checkpoints (
    room   BLOB    NOT NULL REFERENCES rooms (room),
    size   INTEGER NOT NULL CHECK (size >= 1),
    sealed BLOB    NOT NULL,
    PRIMARY KEY (room, size)
) WITHOUT ROWID;

CREATE TABLE blobs (
    blob   BLOB NOT NULL PRIMARY KEY CHECK (length(blob) = 32),
    sealed BLOB NOT NULL
) WITHOUT ROWID;

-- Append only. Replacing a room's key re-seals envelopes, secrets and
-- checkpoints; nothing may touch a body, a number, or remove a row.
CREATE TRIGGER entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;

CREATE TRIGGER bodies_stay BEFORE UPDATE OF room, number, body ON entries
BEGIN SELECT RAISE(ABORT, 'an entry is never rewritten'); END;

CREATE TRIGGER secrets_do_not_return BEFORE UPDATE OF secret ON entries
WHEN OLD.secret IS NULL AND NEW.secret IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a destroyed secret does not return'); END;

CREATE TRIGGER checkpoints_stay BEFORE DELETE ON checkpoints
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never removed'); END;

CREATE TRIGGER checkpoint_sizes_stay BEFORE UPDATE OF room, size ON checkpoints
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never moved'); END;

CREATE TRIGGER rooms_stay BEFORE DELETE ON rooms
BEGIN SELECT RAISE(ABORT, 'a room is never removed'); END;

CREATE TRIGGER cases_stay BEFORE DELETE ON cases
BEGIN SELECT RAISE(ABORT, 'a case is never removed'); END;
