-- When data of a source is expected. A later row for the same kind and source takes its place; "never" ends the expectation.
CREATE TABLE source_schedule (
    number      INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    source      TEXT NOT NULL,
    every       TEXT NOT NULL CHECK (every IN ('day', 'week', 'month', 'never')),
    due_day     INTEGER NOT NULL CHECK (due_day BETWEEN 1 AND 28),
    hour        INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
    grace_hours INTEGER NOT NULL CHECK (grace_hours BETWEEN 0 AND 999),
    owner       TEXT NOT NULL,
    at          TEXT NOT NULL,
    by          TEXT NOT NULL
) STRICT;

CREATE TRIGGER source_schedule_is_not_changed BEFORE UPDATE ON source_schedule
BEGIN SELECT RAISE(ABORT, 'a schedule is not changed, another one is stated'); END;

CREATE TRIGGER source_schedule_is_not_removed BEFORE DELETE ON source_schedule
BEGIN SELECT RAISE(ABORT, 'a schedule is not changed, another one is stated'); END;
