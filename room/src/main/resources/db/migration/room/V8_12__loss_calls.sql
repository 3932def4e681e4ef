-- What came of calls to leavers who were drawn, one row per note; the last one of a customer counts.
CREATE TABLE loss_call (
    number   INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL REFERENCES loss_drawn (customer),
    outcome  TEXT NOT NULL CHECK (outcome IN ('reached', 'not-reached', 'declined')),
    notes    TEXT NOT NULL,
    reason   TEXT NOT NULL,
    issue    TEXT NOT NULL,
    saved    INTEGER CHECK (saved IN (0, 1)),
    batch    TEXT NOT NULL,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL
) STRICT;

CREATE INDEX loss_call_by_customer ON loss_call (customer, number);

CREATE TRIGGER loss_call_is_not_changed BEFORE UPDATE ON loss_call
BEGIN SELECT RAISE(ABORT, 'notes of calls are only added'); END;

CREATE TRIGGER loss_call_is_not_removed BEFORE DELETE ON loss_call
BEGIN SELECT RAISE(ABORT, 'notes of calls are only added'); END;
