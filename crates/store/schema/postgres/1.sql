-- Version 1. Sealed bytes only: nothing here is readable without the keys.
-- No serial, no sequence and no time anywhere: a number that runs across rooms
-- would tell in one room what happened in another.

CREATE SCHEMA good_offices;

CREATE TABLE good_offices.store_schema (
    only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
    version  BIGINT  NOT NULL
);

CREATE TABLE good_offices.meta (
    key   TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    value BYTEA NOT NULL
);

CREATE TABLE good_offices.cases (
    case_key BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(case_key) = 16),
    sealed   BYTEA NOT NULL
);

CREATE TABLE good_offices.rooms (
    room       BYTEA  NOT NULL PRIMARY KEY CHECK (octet_length(room) = 16),
    case_key   BYTEA  NOT NULL REFERENCES good_offices.cases (case_key),
    -- Raised whenever the room's key is replaced, so that nothing sealed
    -- under the old key can be appended afterwards.
    key_epoch  BIGINT NOT NULL CHECK (key_epoch >= 1),
    sealed_key BYTEA  NOT NULL
);

CREATE INDEX rooms_by_case ON good_offices.rooms (case_key, room);

CREATE TABLE good_offices.entries (
    room     BYTEA  NOT NULL REFERENCES good_offices.rooms (room),
    number   BIGINT NOT NULL CHECK (number >= 1),
    -- NULL once the secret was destroyed: the body can then no longer be read.
    secret   BYTEA,
    envelope BYTEA  NOT NULL,
    body     BYTEA  NOT NULL,
    PRIMARY KEY (room, number)
);

CREATE TABLE good_offices.checkpoints (
    room   BYTEA  NOT NULL REFERENCES good_offices.rooms (room),
    size   BIGINT NOT NULL CHECK (size >= 1),
    sealed BYTEA  NOT NULL,
    PRIMARY KEY (room, size)
);

CREATE TABLE good_offices.blobs (
    blob   BYTEA NOT NULL PRIMARY KEY CHECK (octet_length(blob) = 32),
    sealed BYTEA NOT NULL
);

-- Sealed bytes do not compress; the server need not try.
ALTER TABLE good_offices.entries ALTER COLUMN envelope SET STORAGE EXTERNAL;
ALTER TABLE good_offices.entries ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE good_offices.blobs ALTER COLUMN sealed SET STORAGE EXTERNAL;

-- Append only. Replacing a room's key re-seals envelopes, secrets and
-- checkpoints; nothing may touch a body, a number, or remove a row.
CREATE FUNCTION good_offices.refuse() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a row of % is never removed or rewritten', TG_TABLE_NAME; END $$;

CREATE TRIGGER entries_stay BEFORE DELETE OR TRUNCATE ON good_offices.entries
    FOR EACH STATEMENT EXECUTE FUNCTION good_offices.refuse();

CREATE TRIGGER bodies_stay BEFORE UPDATE OF room, number, body ON good_offices.entries
    FOR EACH STATEMENT EXECUTE FUNCTION good_offices.refuse();

CREATE TRIGGER secrets_do_not_return BEFORE UPDATE OF secret ON good_offices.entries
    FOR EACH ROW WHEN (OLD.secret IS NULL AND NEW.secret IS NOT NULL)
    EXECUTE FUNCTION good_offices.refuse();

CREATE TRIGGER checkpoints_stay BEFORE DELETE OR TRUNCATE ON good_offices.checkpoints
    FOR EACH STATEMENT EXECUTE FUNCTION good_offices.refuse();

CREATE TRIGGER checkpoint_sizes_stay BEFORE UPDATE OF room, size ON good_offices.checkpoints
    FOR EACH STATEMENT EXECUTE FUNCTION good_offices.refuse();

CREATE TRIGGER rooms_stay BEFORE DELETE OR TRUNCATE ON good_offices.rooms
    FOR EACH STATEMENT EXECUTE FUNCTION good_offices.refuse();

CREATE TRIGGER cases_stay BEFORE DELETE OR TRUNCATE ON good_offices.cases
    FOR EACH STATEMENT EXECUTE FUNCTION good_offices.refuse();
