-- One row per count that another system gave. A later row for the same system, figure and period takes its place.
CREATE TABLE other_count (
    number INTEGER PRIMARY KEY,
    system TEXT NOT NULL,
    figure TEXT NOT NULL CHECK (figure IN ('in', 'out', 'net', 'closing', 'revenue')),
    period TEXT NOT NULL,
    count  TEXT NOT NULL,
    reason TEXT NOT NULL,
    owner  TEXT NOT NULL,
    by     TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;

CREATE TRIGGER other_count_is_not_changed BEFORE UPDATE ON other_count
BEGIN SELECT RAISE(ABORT, 'a count is not changed, another one is entered'); END;

CREATE TRIGGER other_count_is_not_removed BEFORE DELETE ON other_count
BEGIN SELECT RAISE(ABORT, 'a count is not changed, another one is entered'); END;
