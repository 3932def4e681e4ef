CREATE TABLE meeting (
    number     INTEGER PRIMARY KEY,
    title      TEXT NOT NULL,
    day        TEXT NOT NULL,
    cadence    TEXT NOT NULL CHECK (cadence IN ('monthly', 'quarterly', 'yearly', 'once')),
    planned_at TEXT NOT NULL,
    UNIQUE (title, day)
) STRICT;

-- One row per meeting and person who belongs to it.
CREATE TABLE attendance (
    meeting    INTEGER NOT NULL REFERENCES meeting (number),
    account    TEXT NOT NULL REFERENCES account (name),
    present    INTEGER NOT NULL CHECK (present IN (0, 1)),
    substitute TEXT NOT NULL,
    PRIMARY KEY (meeting, account)
) STRICT;

-- One row per meeting whose walls are frozen.
CREATE TABLE freeze (
    meeting       INTEGER PRIMARY KEY REFERENCES meeting (number),
    frozen_at     TEXT NOT NULL,
    frozen_by     TEXT NOT NULL,
    evidence_hash TEXT NOT NULL,
    trail_head    TEXT NOT NULL
) STRICT;

-- One row per exhibit of a frozen meeting, in hanging order.
CREATE TABLE frozen_reading (
    meeting     INTEGER NOT NULL REFERENCES freeze (meeting),
    ordinal     INTEGER NOT NULL,
    exhibit     TEXT NOT NULL,
    title       TEXT NOT NULL,
    wall        INTEGER NOT NULL,
    metric      TEXT NOT NULL,
    period      TEXT NOT NULL,
    view        TEXT NOT NULL,
    uncertainty TEXT,
    through     TEXT NOT NULL,
    known       TEXT NOT NULL,
    definitions TEXT NOT NULL,
    receipts    TEXT NOT NULL,
    question    TEXT NOT NULL,
    values_hash TEXT NOT NULL,
    rows_hash   TEXT NOT NULL,
    PRIMARY KEY (meeting, ordinal),
    UNIQUE (meeting, exhibit)
) STRICT;

-- One row per answer to the three questions; a later one does not remove an earlier one.
CREATE TABLE answer (
    number      INTEGER PRIMARY KEY,
    meeting     INTEGER NOT NULL,
    exhibit     TEXT NOT NULL,
    leader      TEXT NOT NULL REFERENCES account (name),
    why         TEXT NOT NULL,
    better_when TEXT NOT NULL,
    how         TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    answered_by TEXT NOT NULL,
    FOREIGN KEY (meeting, exhibit) REFERENCES frozen_reading (meeting, exhibit)
) STRICT;

CREATE TRIGGER freeze_is_not_changed BEFORE UPDATE ON freeze
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;

CREATE TRIGGER freeze_is_not_removed BEFORE DELETE ON freeze
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;

CREATE TRIGGER frozen_reading_is_not_changed BEFORE UPDATE ON frozen_reading
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;

CREATE TRIGGER frozen_reading_is_not_removed BEFORE DELETE ON frozen_reading
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;

CREATE TRIGGER frozen_meeting_keeps_its_name BEFORE UPDATE ON meeting
WHEN EXISTS (SELECT 1 FROM freeze WHERE freeze.meeting = old.number)
BEGIN SELECT RAISE(ABORT, 'a frozen meeting is not changed'); END;

CREATE TRIGGER answer_is_not_changed BEFORE UPDATE ON answer
BEGIN SELECT RAISE(ABORT, 'answers are only added'); END;

CREATE TRIGGER answer_is_not_removed BEFORE DELETE ON answer
BEGIN SELECT RAISE(ABORT, 'answers are only added'); END;
