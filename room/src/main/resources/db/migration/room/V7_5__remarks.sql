-- Dated remarks beside a series. A fresh one says that the process was changed on that day: its natural limits start anew.
CREATE TABLE remark (
    number INTEGER PRIMARY KEY,
    series TEXT NOT NULL,
    day    TEXT NOT NULL,
    words  TEXT NOT NULL,
    fresh  INTEGER NOT NULL CHECK (fresh IN (0, 1)),
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;

CREATE INDEX remark_by_series ON remark (series, day);

CREATE TRIGGER remark_is_not_changed BEFORE UPDATE ON remark
BEGIN SELECT RAISE(ABORT, 'remarks are only added'); END;

CREATE TRIGGER remark_is_not_removed BEFORE DELETE ON remark
BEGIN SELECT RAISE(ABORT, 'remarks are only added'); END;
