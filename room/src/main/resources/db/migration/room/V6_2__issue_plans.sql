-- What is done about an issue: lines of a plan, each with its states. A line's words are not changed; another line is written.
CREATE TABLE issue_plan_line (
    number INTEGER PRIMARY KEY,
    issue  TEXT NOT NULL,
    words  TEXT NOT NULL,
    doer   TEXT NOT NULL,
    since  TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;

-- The last state of a line counts.
CREATE TABLE issue_plan_state (
    number INTEGER PRIMARY KEY,
    line   INTEGER NOT NULL REFERENCES issue_plan_line (number),
    state  TEXT NOT NULL CHECK (state IN ('planned', 'at-work', 'done', 'dropped')),
    words  TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;

CREATE INDEX issue_plan_line_by_issue ON issue_plan_line (issue, number);

CREATE INDEX issue_plan_state_by_line ON issue_plan_state (line, number);

CREATE TRIGGER issue_plan_line_is_not_changed BEFORE UPDATE ON issue_plan_line
BEGIN SELECT RAISE(ABORT, 'plan lines are only added'); END;

CREATE TRIGGER issue_plan_line_is_not_removed BEFORE DELETE ON issue_plan_line
BEGIN SELECT RAISE(ABORT, 'plan lines are only added'); END;

CREATE TRIGGER issue_plan_state_is_not_changed BEFORE UPDATE ON issue_plan_state
BEGIN SELECT RAISE(ABORT, 'states are only added'); END;

CREATE TRIGGER issue_plan_state_is_not_removed BEFORE DELETE ON issue_plan_state
BEGIN SELECT RAISE(ABORT, 'states are only added'); END;
