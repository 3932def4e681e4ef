-- Where mail reaches somebody. Personal: it is nowhere else, not in the trail either.
CREATE TABLE account_mail (
    account TEXT PRIMARY KEY REFERENCES account (name),
    address TEXT NOT NULL
) STRICT;

-- One row per letter that was begun. A letter still 'sending' after a crash may or may not have gone out.
CREATE TABLE letter (
    number     INTEGER PRIMARY KEY,
    account    TEXT NOT NULL REFERENCES account (name),
    state      TEXT NOT NULL CHECK (state IN ('sending', 'sent', 'failed')),
    attempts   INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    problem    TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;

-- One row per reminder; the key makes each go out once. A moved promise has another day, and is reminded of anew.
CREATE TABLE reminder (
    account TEXT NOT NULL REFERENCES account (name),
    kind    TEXT NOT NULL CHECK (kind IN ('due-soon', 'due-today', 'overdue', 'escalation')),
    promise INTEGER NOT NULL REFERENCES promise (number),
    due     TEXT NOT NULL,
    letter  INTEGER NOT NULL REFERENCES letter (number),
    PRIMARY KEY (account, kind, promise, due)
) STRICT;

CREATE INDEX reminder_by_letter ON reminder (letter);

CREATE TRIGGER attendance_is_not_added_after_the_close BEFORE INSERT ON attendance
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = new.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;

CREATE TRIGGER attendance_is_not_changed_after_the_close BEFORE UPDATE ON attendance
WHEN EXISTS (SELECT 1 FROM meeting_closure WHERE meeting_closure.meeting = old.meeting)
BEGIN SELECT RAISE(ABORT, 'a closed meeting is not changed'); END;
