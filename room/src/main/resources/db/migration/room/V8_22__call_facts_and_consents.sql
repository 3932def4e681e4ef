-- The batch that carries the reason of a note into the facts, written when the batch is there. One of both leads to the other.
CREATE TABLE loss_call_fact (
    call  INTEGER PRIMARY KEY REFERENCES loss_call (number),
    batch TEXT NOT NULL UNIQUE
) STRICT;

CREATE TRIGGER loss_call_fact_is_not_changed BEFORE UPDATE ON loss_call_fact
BEGIN SELECT RAISE(ABORT, 'notes of calls are only added'); END;

CREATE TRIGGER loss_call_fact_is_not_removed BEFORE DELETE ON loss_call_fact
BEGIN SELECT RAISE(ABORT, 'notes of calls are only added'); END;

-- The last day on which a consent holds; a consent without one holds until it is withdrawn.
ALTER TABLE artefact_consent ADD COLUMN until TEXT;
