-- What we do for many customers at once, to keep them or to sell them more. The audience stands by opaque keys.
CREATE TABLE programme (
    number     INTEGER PRIMARY KEY,
    name       TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('retention', 'loyalty', 'cross-sale', 'up-sale')),
    audience   TEXT NOT NULL,
    owner      TEXT NOT NULL REFERENCES account (name),
    starts_on  TEXT NOT NULL,
    ends_on    TEXT NOT NULL,
    cost       TEXT NOT NULL,
    held_out   INTEGER NOT NULL CHECK (held_out BETWEEN 0 AND 50),
    seed       INTEGER NOT NULL,
    planned_at TEXT NOT NULL,
    planned_by TEXT NOT NULL
) STRICT;

CREATE TABLE programme_member (
    programme INTEGER NOT NULL REFERENCES programme (number),
    customer  INTEGER NOT NULL,
    held_out  INTEGER NOT NULL CHECK (held_out IN (0, 1)),
    PRIMARY KEY (programme, customer)
) STRICT, WITHOUT ROWID;

CREATE TABLE programme_take_up (
    programme INTEGER NOT NULL REFERENCES programme (number),
    customer  INTEGER NOT NULL,
    noted_at  TEXT NOT NULL,
    noted_by  TEXT NOT NULL,
    PRIMARY KEY (programme, customer)
) STRICT, WITHOUT ROWID;

-- Takes a programme back, for a reason; it stays in the list.
CREATE TABLE programme_withdrawal (
    programme    INTEGER PRIMARY KEY REFERENCES programme (number),
    reason       TEXT NOT NULL,
    withdrawn_at TEXT NOT NULL,
    withdrawn_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER programme_is_not_changed BEFORE UPDATE ON programme BEGIN SELECT RAISE(ABORT, 'programmes are only added and withdrawn'); END;

CREATE TRIGGER programme_is_not_removed BEFORE DELETE ON programme BEGIN SELECT RAISE(ABORT, 'programmes are only added and withdrawn'); END;

CREATE TRIGGER programme_member_is_not_changed BEFORE UPDATE ON programme_member BEGIN SELECT RAISE(ABORT, 'an audience is drawn once'); END;
