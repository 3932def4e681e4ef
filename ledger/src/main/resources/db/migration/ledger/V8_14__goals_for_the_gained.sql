-- Goals and other counts may be about more figures. The code knows which; the tables keep what was stated.
CREATE TABLE goal_of_any_figure (
    number  INTEGER PRIMARY KEY,
    figure  TEXT NOT NULL,
    period  TEXT NOT NULL,
    segment TEXT NOT NULL,
    level   TEXT,
    reason  TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;

INSERT INTO goal_of_any_figure (number, figure, period, segment, level, reason, by, at)
SELECT number, figure, period, segment, level, reason, by, at FROM goal ORDER BY number;

DROP TABLE goal;

ALTER TABLE goal_of_any_figure RENAME TO goal;

CREATE TRIGGER goal_is_not_changed BEFORE UPDATE ON goal
BEGIN SELECT RAISE(ABORT, 'a goal is not changed, another one is stated'); END;

CREATE TRIGGER goal_is_not_removed BEFORE DELETE ON goal
BEGIN SELECT RAISE(ABORT, 'a goal is not changed, another one is stated'); END;

CREATE TABLE count_of_any_figure (
    number INTEGER PRIMARY KEY,
    system TEXT NOT NULL,
    figure TEXT NOT NULL,
    period TEXT NOT NULL,
    count  TEXT NOT NULL,
    reason TEXT NOT NULL,
    owner  TEXT NOT NULL,
    by     TEXT NOT NULL,
    at     TEXT NOT NULL
) STRICT;

INSERT INTO count_of_any_figure (number, system, figure, period, count, reason, owner, by, at)
SELECT number, system, figure, period, count, reason, owner, by, at FROM other_count ORDER BY number;

DROP TABLE other_count;

ALTER TABLE count_of_any_figure RENAME TO other_count;

CREATE TRIGGER other_count_is_not_changed BEFORE UPDATE ON other_count
BEGIN SELECT RAISE(ABORT, 'a count is not changed, another one is entered'); END;

CREATE TRIGGER other_count_is_not_removed BEFORE DELETE ON other_count
BEGIN SELECT RAISE(ABORT, 'a count is not changed, another one is entered'); END;
