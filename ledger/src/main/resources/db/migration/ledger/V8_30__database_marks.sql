-- One row per batch that was read from a database by a column that grows: what was read (a hash, without login), and the highest value seen.
CREATE TABLE database_mark (
    batch   TEXT PRIMARY KEY REFERENCES receipt (batch),
    origin  TEXT NOT NULL,
    reached TEXT NOT NULL
) STRICT;

CREATE INDEX database_mark_origin ON database_mark (origin);
