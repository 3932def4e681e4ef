-- One row per goal that was stated. A later row for the same figure, period and segment takes its place; a row without level takes it back.
CREATE TABLE goal (
    number  INTEGER PRIMARY KEY,
    figure  TEXT NOT NULL CHECK (figure IN ('in', 'out', 'net', 'closing', 'revenue')),
    period  TEXT NOT NULL,
    segment TEXT NOT NULL,
    level   TEXT,
    reason  TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;

CREATE TRIGGER goal_is_not_changed BEFORE UPDATE ON goal
BEGIN SELECT RAISE(ABORT, 'a goal is not changed, another one is stated'); END;

CREATE TRIGGER goal_is_not_removed BEFORE DELETE ON goal
BEGIN SELECT RAISE(ABORT, 'a goal is not changed, another one is stated'); END;
