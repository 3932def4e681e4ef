-- One row per decision about the alarm "volume above plan, value below plan" of the company (segment '') or a segment: about the item that is open at the period.
CREATE TABLE alarm_decision (
    number  INTEGER PRIMARY KEY,
    segment TEXT NOT NULL,
    period  TEXT NOT NULL,
    kind    TEXT NOT NULL CHECK (kind IN ('taken-up', 'snoozed', 'closed')),
    until   TEXT,
    reason  TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL,
    CHECK ((kind = 'snoozed') = (until IS NOT NULL))
) STRICT;

CREATE TRIGGER alarm_decision_is_not_changed BEFORE UPDATE ON alarm_decision
BEGIN SELECT RAISE(ABORT, 'a decision is not changed, another one is made'); END;

CREATE TRIGGER alarm_decision_is_not_removed BEFORE DELETE ON alarm_decision
BEGIN SELECT RAISE(ABORT, 'a decision is not changed, another one is made'); END;
