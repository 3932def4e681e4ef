-- One row per screen that may show the room; the token itself is nowhere.
CREATE TABLE display (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    issued_at  TEXT NOT NULL,
    issued_by  TEXT NOT NULL
) STRICT;

CREATE TABLE display_revocation (
    display    INTEGER PRIMARY KEY REFERENCES display (number),
    revoked_at TEXT NOT NULL,
    revoked_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER display_revocation_is_not_taken_back BEFORE DELETE ON display_revocation
BEGIN SELECT RAISE(ABORT, 'a revoked display stays revoked'); END;
