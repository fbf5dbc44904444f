-- Version 2. One document for each case, in which its keeper says where all
-- rooms stand, so that the end of a log cannot go unnoticed. It is replaced with
-- each write: in a table of its own, so that the row with the case's wrapped key
-- does not go through the server's journal each time.

CREATE TABLE good_offices.heads (
    case_key BYTEA NOT NULL PRIMARY KEY REFERENCES good_offices.cases (case_key),
    sealed   BYTEA NOT NULL
) WITH (fillfactor = 10);

ALTER TABLE good_offices.heads ALTER COLUMN sealed SET STORAGE EXTERNAL;

CREATE TRIGGER heads_stay BEFORE DELETE OR TRUNCATE ON good_offices.heads
    FOR EACH STATEMENT EXECUTE FUNCTION good_offices.refuse();
