-- Databases that are read by this room: one row per version of a source, the last of a name counts. What was stated before stays readable.
CREATE TABLE database_source (
    number       INTEGER PRIMARY KEY,
    name         TEXT NOT NULL,
    address      TEXT NOT NULL,
    login_user   TEXT NOT NULL,
    environment  TEXT NOT NULL,
    asked_table  TEXT NOT NULL,
    asked_query  TEXT NOT NULL,
    kind         TEXT NOT NULL,
    mapping      TEXT NOT NULL,
    since_column TEXT NOT NULL,
    rhythm       TEXT NOT NULL CHECK (rhythm IN ('by-hand', 'hour', 'day', 'week')),
    hour         INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    standing     TEXT NOT NULL CHECK (standing IN ('read', 'paused', 'removed')),
    at           TEXT NOT NULL,
    by           TEXT NOT NULL
) STRICT;

CREATE INDEX database_source_name ON database_source (name, number);

CREATE TRIGGER database_source_is_not_changed BEFORE UPDATE ON database_source
BEGIN SELECT RAISE(ABORT, 'a version of a source is not changed, another one is stated'); END;

CREATE TRIGGER database_source_is_not_removed BEFORE DELETE ON database_source
BEGIN SELECT RAISE(ABORT, 'a version of a source is not removed, another one is stated'); END;

-- The password of a source, sealed with a key that lies beside the store and in no backup; gone with the source.
CREATE TABLE database_secret (
    name   TEXT PRIMARY KEY,
    sealed TEXT NOT NULL
) STRICT;

-- What a source was found to hold when it was tried last: a column and its type per line.
CREATE TABLE database_columns (
    name      TEXT PRIMARY KEY,
    columns   TEXT NOT NULL,
    tried_at  TEXT NOT NULL
) STRICT;

-- One row per reading that ended: with a batch, with nothing new, or with the reason why not. Holds no row of the database.
CREATE TABLE database_run (
    number    INTEGER PRIMARY KEY,
    name      TEXT NOT NULL,
    at        TEXT NOT NULL,
    by        TEXT NOT NULL,
    batch     TEXT REFERENCES receipt (batch),
    rows_read INTEGER NOT NULL,
    code      TEXT NOT NULL,
    sentence  TEXT NOT NULL,
    next_step TEXT NOT NULL
) STRICT;

CREATE INDEX database_run_name ON database_run (name, number);
