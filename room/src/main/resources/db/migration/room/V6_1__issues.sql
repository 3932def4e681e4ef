-- Levels that people set on an issue's volume, one row per version; the last one of an issue counts. No level: it is lifted.
CREATE TABLE issue_target (
    number INTEGER PRIMARY KEY,
    issue  TEXT NOT NULL,
    most   INTEGER CHECK (most >= 0),
    calm   INTEGER NOT NULL CHECK (calm BETWEEN 1 AND 12),
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;

-- Who answers for an issue and which team works on it, one row per change; the last one of an issue counts.
CREATE TABLE issue_owner (
    number INTEGER PRIMARY KEY,
    issue  TEXT NOT NULL,
    owner  TEXT NOT NULL,
    team   TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;

CREATE INDEX issue_target_by_issue ON issue_target (issue, number);

CREATE INDEX issue_owner_by_issue ON issue_owner (issue, number);

CREATE TRIGGER issue_target_is_not_changed BEFORE UPDATE ON issue_target
BEGIN SELECT RAISE(ABORT, 'a target is not changed, another version is set'); END;

CREATE TRIGGER issue_target_is_not_removed BEFORE DELETE ON issue_target
BEGIN SELECT RAISE(ABORT, 'a target is not changed, another version is set'); END;

CREATE TRIGGER issue_owner_is_not_changed BEFORE UPDATE ON issue_owner
BEGIN SELECT RAISE(ABORT, 'owners are only added'); END;

CREATE TRIGGER issue_owner_is_not_removed BEFORE DELETE ON issue_owner
BEGIN SELECT RAISE(ABORT, 'owners are only added'); END;
