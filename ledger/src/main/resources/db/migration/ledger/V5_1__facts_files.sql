-- What the facts of a batch were on disk when they were received. Batches without kept rows, and those from before this table, have no row.
CREATE TABLE facts_file (
    batch TEXT PRIMARY KEY REFERENCES receipt (batch),
    bytes INTEGER NOT NULL CHECK (bytes > 0),
    content_hash TEXT NOT NULL
) STRICT;
