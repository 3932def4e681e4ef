-- One row per point of an agenda. A point that was taken off keeps its row, so that it is not proposed again.
CREATE TABLE agenda_item (
    number     INTEGER PRIMARY KEY,
    meeting    INTEGER NOT NULL REFERENCES meeting (number),
    position   INTEGER NOT NULL,
    wall       INTEGER NOT NULL CHECK (wall BETWEEN 0 AND 3),
    stage      TEXT NOT NULL,
    kind       TEXT NOT NULL CHECK (kind IN ('exhibit', 'breach', 'stage', 'restatement', 'promise', 'decision', 'own')),
    exhibit    TEXT NOT NULL,
    subject    TEXT NOT NULL,
    title      TEXT NOT NULL,
    minutes    INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 240),
    removed_at TEXT
) STRICT;

CREATE INDEX agenda_item_by_meeting ON agenda_item (meeting, position);

CREATE UNIQUE INDEX agenda_item_once ON agenda_item (meeting, kind, exhibit, subject) WHERE kind <> 'own';

-- One row per meeting that was closed.
CREATE TABLE meeting_closure (
    meeting      INTEGER PRIMARY KEY REFERENCES freeze (meeting),
    closed_at    TEXT NOT NULL,
    closed_by    TEXT NOT NULL,
    minutes_hash TEXT NOT NULL
) STRICT;

-- What was written about a point, as it reads now. Each saving is in the trail.
CREATE TABLE note (
    item     INTEGER PRIMARY KEY REFERENCES agenda_item (number),
    words    TEXT NOT NULL,
    revision INTEGER NOT NULL,
    noted_at TEXT NOT NULL,
    noted_by TEXT NOT NULL
) STRICT;

-- What was added to a point after the meeting was closed.
CREATE TABLE addendum (
    number   INTEGER PRIMARY KEY,
    item     INTEGER NOT NULL REFERENCES agenda_item (number),
    words    TEXT NOT NULL,
    added_at TEXT NOT NULL,
    added_by TEXT NOT NULL
) STRICT;

CREATE TRIGGER closed_agenda_is_not_added_to BEFORE INSERT ON agenda_item
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = new.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;

CREATE TRIGGER closed_agenda_is_not_changed BEFORE UPDATE ON agenda_item
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = old.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;

CREATE TRIGGER agenda_item_is_not_removed BEFORE DELETE ON agenda_item
BEGIN SELECT RAISE(ABORT, 'a point is taken off, never deleted'); END;

CREATE TRIGGER closed_minutes_are_not_begun BEFORE INSERT ON note
WHEN EXISTS (SELECT 1 FROM meeting_closure c JOIN agenda_item i ON i.meeting = c.meeting WHERE i.number = new.item)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;

CREATE TRIGGER closed_minutes_are_not_changed BEFORE UPDATE ON note
WHEN EXISTS (SELECT 1 FROM meeting_closure c JOIN agenda_item i ON i.meeting = c.meeting WHERE i.number = old.item)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;

CREATE TRIGGER minutes_are_not_removed BEFORE DELETE ON note
BEGIN SELECT RAISE(ABORT, 'minutes are not removed'); END;

CREATE TRIGGER closure_is_not_changed BEFORE UPDATE ON meeting_closure
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;

CREATE TRIGGER closure_is_not_removed BEFORE DELETE ON meeting_closure
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;

CREATE TRIGGER addendum_is_not_changed BEFORE UPDATE ON addendum
BEGIN SELECT RAISE(ABORT, 'addenda are only added'); END;

CREATE TRIGGER addendum_is_not_removed BEFORE DELETE ON addendum
BEGIN SELECT RAISE(ABORT, 'addenda are only added'); END;
