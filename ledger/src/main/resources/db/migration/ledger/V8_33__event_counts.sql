-- What became of events, per day and answer; and why a lot could not be imported the last time it was tried.
CREATE TABLE event_count (
    day    TEXT NOT NULL,
    result TEXT NOT NULL,
    events INTEGER NOT NULL,
    PRIMARY KEY (day, result)
) STRICT;

CREATE TABLE event_problem (
    lot       INTEGER PRIMARY KEY REFERENCES event_lot (lot),
    at        TEXT NOT NULL,
    code      TEXT NOT NULL,
    sentence  TEXT NOT NULL,
    next_step TEXT NOT NULL
) STRICT;
