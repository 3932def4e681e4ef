-- Minimum standards that people set, one row per version. Of several in force on a day the one valid from latest counts, then the latest set.
CREATE TABLE contact_standard (
    number       INTEGER PRIMARY KEY,
    contact      TEXT NOT NULL,
    measure      TEXT NOT NULL,
    direction    TEXT NOT NULL CHECK (direction IN ('at-least', 'at-most')),
    standard     TEXT NOT NULL,
    strict       INTEGER NOT NULL CHECK (strict IN (0, 1)),
    min_n        INTEGER NOT NULL CHECK (min_n >= 0),
    run_length   INTEGER NOT NULL CHECK (run_length >= 1),
    working_days INTEGER NOT NULL CHECK (working_days IN (0, 1)),
    valid_from   TEXT NOT NULL,
    reason       TEXT NOT NULL,
    at           TEXT NOT NULL,
    by           TEXT NOT NULL
) STRICT;

CREATE TRIGGER contact_standard_is_not_changed BEFORE UPDATE ON contact_standard
BEGIN SELECT RAISE(ABORT, 'a standard is not changed, another version is set'); END;

CREATE TRIGGER contact_standard_is_not_removed BEFORE DELETE ON contact_standard
BEGIN SELECT RAISE(ABORT, 'a standard is not changed, another version is set'); END;
