-- A definition as it was proposed; its text is what people sign.
CREATE TABLE definition_proposal (
    number  INTEGER PRIMARY KEY,
    text    TEXT NOT NULL,
    by      TEXT NOT NULL,
    at      TEXT NOT NULL
) STRICT;

-- One row per thing that happened to a proposal.
CREATE TABLE definition_event (
    number   INTEGER PRIMARY KEY,
    proposal INTEGER NOT NULL REFERENCES definition_proposal (number),
    kind     TEXT NOT NULL CHECK (kind IN ('signed', 'adopted', 'withdrawn')),
    by       TEXT NOT NULL,
    at       TEXT NOT NULL,
    words    TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX definition_is_signed_once ON definition_event (proposal, by) WHERE kind = 'signed';

CREATE UNIQUE INDEX definition_ends_once ON definition_event (proposal) WHERE kind IN ('adopted', 'withdrawn');

CREATE TRIGGER definition_proposal_is_not_changed BEFORE UPDATE ON definition_proposal
BEGIN SELECT RAISE(ABORT, 'a proposal is not changed, another is made'); END;

CREATE TRIGGER definition_proposal_is_not_removed BEFORE DELETE ON definition_proposal
BEGIN SELECT RAISE(ABORT, 'a proposal is not changed, another is made'); END;

CREATE TRIGGER definition_event_is_not_changed BEFORE UPDATE ON definition_event
BEGIN SELECT RAISE(ABORT, 'what happened to a proposal is only added to'); END;

CREATE TRIGGER definition_event_is_not_removed BEFORE DELETE ON definition_event
BEGIN SELECT RAISE(ABORT, 'what happened to a proposal is only added to'); END;
