-- One row per batch that was ever received. Rows are never changed; undoing one adds a row below.
CREATE TABLE receipt (
    number INTEGER PRIMARY KEY,
    batch TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    source TEXT NOT NULL,
    ids TEXT NOT NULL,
    feed TEXT NOT NULL CHECK (feed IN ('delta', 'cumulative', 'snapshot')),
    file_name TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    mapping TEXT NOT NULL,
    mapping_hash TEXT NOT NULL,
    notes TEXT NOT NULL,
    rows_read INTEGER NOT NULL,
    rows_kept INTEGER NOT NULL,
    set_aside TEXT NOT NULL,
    first_on TEXT,
    last_on TEXT,
    first_recorded_at TEXT,
    last_recorded_at TEXT,
    keys_unique INTEGER NOT NULL CHECK (keys_unique IN (0, 1)),
    imported_at TEXT NOT NULL,
    author TEXT NOT NULL
) STRICT;

CREATE INDEX receipt_content ON receipt (content_hash, mapping_hash, kind);

-- An import undone.
CREATE TABLE receipt_withdrawal (
    batch TEXT PRIMARY KEY REFERENCES receipt (batch),
    withdrawn_at TEXT NOT NULL,
    author TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

-- Customers whose name must not come back.
CREATE TABLE erased_customer (
    customer INTEGER PRIMARY KEY,
    erased_at TEXT NOT NULL
) STRICT;
