-- The trail: one row per thing that happened, only ever added to, each chained to the former by its hash.
CREATE TABLE trail (
    number  INTEGER PRIMARY KEY,
    moment  TEXT NOT NULL,
    actor   TEXT NOT NULL,
    via     TEXT NOT NULL,
    reason  TEXT NOT NULL,
    request TEXT NOT NULL,
    event   TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    hash    TEXT NOT NULL
) STRICT;

CREATE INDEX trail_by_subject ON trail (subject, number);

CREATE TRIGGER trail_is_not_changed BEFORE UPDATE ON trail
BEGIN
    SELECT RAISE(ABORT, 'the trail is only added to');
END;

CREATE TRIGGER trail_is_not_shortened BEFORE DELETE ON trail
BEGIN
    SELECT RAISE(ABORT, 'the trail is only added to');
END;

-- One row per folder of migrations: what it held when it was last applied, so that starting need not ask Flyway.
CREATE TABLE schema_fingerprint (
    location    TEXT PRIMARY KEY,
    fingerprint TEXT NOT NULL
) STRICT;
