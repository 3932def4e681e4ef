CREATE TABLE promise (
    number        INTEGER PRIMARY KEY,
    meeting       INTEGER NOT NULL,
    exhibit       TEXT NOT NULL,
    level         TEXT NOT NULL,
    unit          TEXT NOT NULL,
    direction     TEXT NOT NULL CHECK (direction IN ('at-least', 'at-most')),
    owner         TEXT NOT NULL REFERENCES account (name),
    words         TEXT NOT NULL,
    FOREIGN KEY (meeting, exhibit) REFERENCES frozen_reading (meeting, exhibit)
) STRICT;

-- One row per thing that happened to a promise. Days: the former and the new date, where there is one.
CREATE TABLE promise_event (
    number   INTEGER PRIMARY KEY,
    promise  INTEGER NOT NULL REFERENCES promise (number),
    kind     TEXT NOT NULL CHECK (kind IN ('made', 'moved', 'kept', 'broken', 'withdrawn')),
    at       TEXT NOT NULL,
    by       TEXT NOT NULL,
    from_day TEXT,
    to_day   TEXT,
    words    TEXT NOT NULL
) STRICT;

CREATE INDEX promise_event_by_promise ON promise_event (promise, number);

CREATE TRIGGER promise_is_not_changed BEFORE UPDATE ON promise
BEGIN SELECT RAISE(ABORT, 'a promise is not changed, things happen to it'); END;

CREATE TRIGGER promise_is_not_removed BEFORE DELETE ON promise
BEGIN SELECT RAISE(ABORT, 'a promise is not changed, things happen to it'); END;

CREATE TRIGGER promise_event_is_not_changed BEFORE UPDATE ON promise_event
BEGIN SELECT RAISE(ABORT, 'what happened to a promise is only added to'); END;

CREATE TRIGGER promise_event_is_not_removed BEFORE DELETE ON promise_event
BEGIN SELECT RAISE(ABORT, 'what happened to a promise is only added to'); END;
