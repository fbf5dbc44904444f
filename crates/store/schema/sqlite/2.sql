-- Version 2. A row of its own place for each entry, with the checkpoint that was
-- signed when it was the last; and one document for each case.
--
-- An entry's place is its room's place and its number. A room's place is the
-- beginning of its random name, so places tell as little as names do: nothing
-- is numbered across rooms. It is written down, and not left to SQLite, for just
-- that reason. In one table, ordered so, a commit that adds an entry writes one
-- page for it instead of several, and entries of a few thousand bytes stay on it.

ALTER TABLE rooms RENAME TO rooms_before;
ALTER TABLE entries RENAME TO entries_before;
DROP INDEX rooms_by_case;
DROP TRIGGER entries_stay;
DROP TRIGGER checkpoints_stay;
DROP TRIGGER rooms_stay;

CREATE TABLE rooms (
    room       BLOB    NOT NULL PRIMARY KEY CHECK (length(room) = 16),
    -- The first nine hexadecimal digits of its name, before 27 bits for a number.
    place      INTEGER NOT NULL UNIQUE CHECK (place & 134217727 = 0),
    case_key   BLOB    NOT NULL REFERENCES cases (case_key),
    -- Raised whenever the room's key is replaced, so that nothing sealed
    -- under the old key can be appended afterwards.
    key_epoch  INTEGER NOT NULL CHECK (key_epoch >= 1),
    sealed_key BLOB    NOT NULL
) WITHOUT ROWID;

CREATE INDEX rooms_by_case ON rooms (case_key, room);

WITH RECURSIVE digits (room, at, place) AS (
    SELECT room, 1, 0 FROM rooms_before
    UNION ALL
    SELECT room, at + 1,
           place * 16 + instr('123456789ABCDEF', substr(hex(room), at, 1))
    FROM digits WHERE at <= 9
)
INSERT INTO rooms (room, place, case_key, key_epoch, sealed_key)
SELECT room, place << 27, case_key, key_epoch, sealed_key
FROM rooms_before JOIN digits USING (room) WHERE at = 10;

CREATE TABLE entries (
    place      INTEGER NOT NULL PRIMARY KEY,
    room       BLOB    NOT NULL REFERENCES rooms (room),
    number     INTEGER NOT NULL CHECK (number >= 1 AND number = place & 134217727),
    -- NULL once the secret was destroyed: the body can then no longer be read.
    secret     BLOB,
    envelope   BLOB    NOT NULL,
    body       BLOB    NOT NULL,
    -- NULL where several entries were added at once and this was not the last.
    checkpoint BLOB
);

ALTER TABLE checkpoints RENAME COLUMN size TO number;

INSERT INTO entries (place, room, number, secret, envelope, body, checkpoint)
SELECT rooms.place + number, room, number, secret, envelope, body, sealed
FROM entries_before JOIN rooms USING (room)
     LEFT JOIN checkpoints USING (room, number);

DROP TABLE checkpoints;
DROP TABLE entries_before;
DROP TABLE rooms_before;

-- In which the keeper of a case says where all its rooms stand, so that the end
-- of a log cannot go unnoticed.
CREATE TABLE heads (
    case_key BLOB NOT NULL PRIMARY KEY REFERENCES cases (case_key),
    sealed   BLOB NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER entries_stay BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'an entry is never removed'); END;

CREATE TRIGGER bodies_stay BEFORE UPDATE OF place, room, number, body ON entries
BEGIN SELECT RAISE(ABORT, 'an entry is never rewritten'); END;

CREATE TRIGGER secrets_do_not_return BEFORE UPDATE OF secret ON entries
WHEN OLD.secret IS NULL AND NEW.secret IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a destroyed secret does not return'); END;

CREATE TRIGGER checkpoints_stay BEFORE UPDATE OF checkpoint ON entries
WHEN (OLD.checkpoint IS NULL) <> (NEW.checkpoint IS NULL)
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never removed or moved'); END;

CREATE TRIGGER rooms_stay BEFORE DELETE ON rooms
BEGIN SELECT RAISE(ABORT, 'a room is never removed'); END;

CREATE TRIGGER heads_stay BEFORE DELETE ON heads
BEGIN SELECT RAISE(ABORT, 'where the rooms stand is never removed'); END;
