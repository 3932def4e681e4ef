-- How long a class of data is kept: the rule stated last holds. Without days it is kept for good.
CREATE TABLE retention_rule (
    number INTEGER PRIMARY KEY,
    class  TEXT NOT NULL,
    days   INTEGER CHECK (days BETWEEN 1 AND 36500),
    owner  TEXT NOT NULL,
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;

-- Of whom nothing is removed, whatever the rules say: a law suit, a request of an authority.
CREATE TABLE retention_hold (
    number   INTEGER PRIMARY KEY,
    customer INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL
) STRICT;

CREATE TABLE retention_hold_end (
    hold   INTEGER PRIMARY KEY REFERENCES retention_hold (number),
    reason TEXT NOT NULL,
    at     TEXT NOT NULL,
    by     TEXT NOT NULL
) STRICT;

CREATE TRIGGER retention_rule_is_not_changed BEFORE UPDATE ON retention_rule
BEGIN SELECT RAISE(ABORT, 'a rule is not changed, another one is stated'); END;

CREATE TRIGGER retention_rule_is_not_removed BEFORE DELETE ON retention_rule
BEGIN SELECT RAISE(ABORT, 'a rule is not changed, another one is stated'); END;

CREATE TRIGGER retention_hold_is_not_changed BEFORE UPDATE ON retention_hold
BEGIN SELECT RAISE(ABORT, 'a hold is not changed, it is ended'); END;

CREATE TRIGGER retention_hold_is_not_removed BEFORE DELETE ON retention_hold
BEGIN SELECT RAISE(ABORT, 'a hold is not changed, it is ended'); END;

-- What people wrote about a customer may be taken out, and nothing else of it may change.
DROP TRIGGER loss_call_is_not_changed;

CREATE TRIGGER loss_call_is_not_changed BEFORE UPDATE ON loss_call
WHEN new.notes NOT IN ('erased', 'removed by retention')
    OR new.number <> old.number OR new.customer <> old.customer OR new.outcome <> old.outcome OR new.reason <> old.reason
    OR new.issue <> old.issue OR COALESCE(new.saved, 2) <> COALESCE(old.saved, 2) OR new.batch <> old.batch OR new.at <> old.at OR new.by <> old.by
BEGIN SELECT RAISE(ABORT, 'notes of calls are only added'); END;

DROP TRIGGER customer_case_is_not_changed;

CREATE TRIGGER customer_case_is_not_changed BEFORE UPDATE ON customer_case
WHEN new.reason NOT IN ('erased', 'removed by retention')
    OR new.number <> old.number OR new.customer <> old.customer OR new.contribution <> old.contribution
    OR new.months <> old.months OR new.through <> old.through OR new.opened_at <> old.opened_at OR new.opened_by <> old.opened_by
BEGIN SELECT RAISE(ABORT, 'a case is not changed, steps are added'); END;

DROP TRIGGER customer_case_step_is_not_changed;

CREATE TRIGGER customer_case_step_is_not_changed BEFORE UPDATE ON customer_case_step
WHEN new.words NOT IN ('erased', 'removed by retention')
    OR new.number <> old.number OR new.number_of_case <> old.number_of_case OR new.kind <> old.kind
    OR COALESCE(new.about, 0) <> COALESCE(old.about, 0) OR COALESCE(new.look_on, '') <> COALESCE(old.look_on, '')
    OR new.at <> old.at OR new.by <> old.by
BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;

DROP TRIGGER vip_is_not_changed;

CREATE TRIGGER vip_is_not_changed BEFORE UPDATE ON vip
WHEN new.reason NOT IN ('erased', 'removed by retention')
    OR new.number <> old.number OR new.customer <> old.customer OR new.way <> old.way
    OR new.chosen_at <> old.chosen_at OR new.chosen_by <> old.chosen_by
BEGIN SELECT RAISE(ABORT, 'choices are only added and released'); END;

DROP TRIGGER vip_plan_is_not_changed;

CREATE TRIGGER vip_plan_is_not_changed BEFORE UPDATE ON vip_plan
WHEN new.number <> old.number OR new.vip <> old.vip OR new.owner <> old.owner OR new.due_on <> old.due_on OR new.expected <> old.expected
    OR new.written_at <> old.written_at OR new.written_by <> old.written_by
    OR (new.keeps <> old.keeps AND new.keeps NOT IN ('erased', 'removed by retention'))
    OR (new.step <> old.step AND new.step NOT IN ('erased', 'removed by retention'))
BEGIN SELECT RAISE(ABORT, 'plans are only added'); END;
