-- One row per build that counts: its files lie in ledger/<id>.
CREATE TABLE build (
    id          TEXT PRIMARY KEY,
    through     TEXT NOT NULL,
    known       TEXT NOT NULL,
    definitions TEXT NOT NULL,
    receipts    TEXT NOT NULL,
    identities  TEXT NOT NULL,
    millis      TEXT NOT NULL,
    made_at     TEXT NOT NULL
) STRICT;

-- At most one row: the build the walls show.
CREATE TABLE current_build (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    id   TEXT NOT NULL REFERENCES build (id)
) STRICT;
