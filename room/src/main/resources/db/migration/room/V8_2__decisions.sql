CREATE TABLE decision (
    number     INTEGER PRIMARY KEY,
    meeting    INTEGER NOT NULL REFERENCES meeting (number),
    item       INTEGER REFERENCES agenda_item (number),
    words      TEXT NOT NULL,
    reason     TEXT NOT NULL,
    owner      TEXT NOT NULL REFERENCES account (name),
    review_on  TEXT NOT NULL,
    taken_at   TEXT NOT NULL,
    taken_by   TEXT NOT NULL
) STRICT;

-- One row per time a decision was looked at again. A day to look again is there as long as it stands.
CREATE TABLE decision_review (
    number      INTEGER PRIMARY KEY,
    decision    INTEGER NOT NULL REFERENCES decision (number),
    outcome     TEXT NOT NULL CHECK (outcome IN ('stands', 'ended')),
    words       TEXT NOT NULL,
    review_on   TEXT,
    reviewed_at TEXT NOT NULL,
    reviewed_by TEXT NOT NULL,
    CHECK ((outcome = 'stands') = (review_on IS NOT NULL))
) STRICT;

CREATE INDEX decision_review_by_decision ON decision_review (decision, number);

CREATE TRIGGER decision_is_not_taken_after_the_close BEFORE INSERT ON decision
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = new.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;

CREATE TRIGGER decision_is_not_changed BEFORE UPDATE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is not changed, it is reviewed'); END;

CREATE TRIGGER decision_is_not_removed BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'a decision is not changed, it is reviewed'); END;

CREATE TRIGGER decision_review_is_not_changed BEFORE UPDATE ON decision_review
BEGIN SELECT RAISE(ABORT, 'reviews are only added'); END;

CREATE TRIGGER decision_review_is_not_removed BEFORE DELETE ON decision_review
BEGIN SELECT RAISE(ABORT, 'reviews are only added'); END;
