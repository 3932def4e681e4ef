-- A customer who costs more than they bring, as somebody took them up; what was left of them then is kept as text, exact.
CREATE TABLE customer_case (
    number       INTEGER PRIMARY KEY,
    customer     INTEGER NOT NULL,
    contribution TEXT NOT NULL,
    months       INTEGER NOT NULL CHECK (months > 0),
    through      TEXT NOT NULL,
    reason       TEXT NOT NULL,
    opened_at    TEXT NOT NULL,
    opened_by    TEXT NOT NULL REFERENCES account (name)
) STRICT;

-- One row per thing that happened to a case. An approval and an exit say which proposal of an exit they are about, an undo which step it takes back.
CREATE TABLE customer_case_step (
    number INTEGER PRIMARY KEY,
    number_of_case INTEGER NOT NULL REFERENCES customer_case (number),
    kind   TEXT NOT NULL CHECK (kind IN ('fix-price', 'fix-cost', 'discipline', 'exit', 'approved', 'done', 'closed', 'undone')),
    about  INTEGER REFERENCES customer_case_step (number),
    look_on TEXT,
    words  TEXT NOT NULL CHECK (words <> ''),
    at     TEXT NOT NULL,
    by     TEXT NOT NULL REFERENCES account (name),
    CHECK ((kind IN ('fix-price', 'fix-cost', 'discipline', 'exit')) = (look_on IS NOT NULL)),
    CHECK (kind NOT IN ('approved', 'done', 'undone') OR about IS NOT NULL)
) STRICT;

CREATE INDEX customer_case_step_by_case ON customer_case_step (number_of_case, number);

CREATE TRIGGER customer_case_is_not_changed BEFORE UPDATE ON customer_case
BEGIN SELECT RAISE(ABORT, 'a case is not changed, steps are added'); END;

CREATE TRIGGER customer_case_is_not_removed BEFORE DELETE ON customer_case
BEGIN SELECT RAISE(ABORT, 'a case is not changed, steps are added'); END;

CREATE TRIGGER customer_case_step_is_not_changed BEFORE UPDATE ON customer_case_step
BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;

CREATE TRIGGER customer_case_step_is_not_removed BEFORE DELETE ON customer_case_step
BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;

CREATE TRIGGER exit_is_not_approved_by_its_proposer BEFORE INSERT ON customer_case_step
WHEN new.kind = 'approved' AND EXISTS (SELECT 1 FROM customer_case_step s WHERE s.number = new.about AND s.by = new.by)
BEGIN SELECT RAISE(ABORT, 'who proposes an exit does not approve it'); END;

CREATE TRIGGER exit_needs_two_approvers BEFORE INSERT ON customer_case_step
WHEN new.kind = 'done'
    AND EXISTS (SELECT 1 FROM customer_case_step s WHERE s.number = new.about AND s.kind = 'exit')
    AND (SELECT COUNT(DISTINCT a.by) FROM customer_case_step a
         WHERE a.kind = 'approved' AND a.about = new.about
             AND NOT EXISTS (SELECT 1 FROM customer_case_step u WHERE u.kind = 'undone' AND u.about = a.number)) < 2
BEGIN SELECT RAISE(ABORT, 'an exit needs two approvers'); END;
