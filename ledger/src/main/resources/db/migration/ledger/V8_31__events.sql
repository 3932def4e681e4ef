-- Events are settled into lots; a lot becomes one batch.
CREATE TABLE event_lot (
    lot     INTEGER PRIMARY KEY,
    mapping TEXT NOT NULL,
    batch   TEXT REFERENCES receipt (batch)
) STRICT;

-- One row per event that arrived, by a hash of its messageId. What it said is there until its lot is a batch, and empty afterwards.
CREATE TABLE event_inbox (
    fingerprint TEXT PRIMARY KEY,
    mapping     TEXT NOT NULL,
    line        TEXT NOT NULL,
    received_at TEXT NOT NULL,
    place       INTEGER NOT NULL,
    lot         INTEGER REFERENCES event_lot (lot)
) STRICT;

CREATE INDEX event_inbox_lot ON event_inbox (lot, mapping);
