-- Contacts that no data names yet, added by hand.
CREATE TABLE contact_added (
    contact TEXT PRIMARY KEY,
    stage   TEXT NOT NULL,
    words   TEXT NOT NULL,
    at      TEXT NOT NULL,
    by      TEXT NOT NULL
) STRICT;

-- One row per vote given or taken back; the last one of a leader for a contact counts.
CREATE TABLE contact_vote (
    number  INTEGER PRIMARY KEY,
    contact TEXT NOT NULL,
    account TEXT NOT NULL REFERENCES account (name),
    given   INTEGER NOT NULL CHECK (given IN (0, 1)),
    at      TEXT NOT NULL
) STRICT;

-- One row per time a contact became a priority contact, or retired; the last one of a contact counts.
CREATE TABLE contact_choice (
    number  INTEGER PRIMARY KEY,
    contact TEXT NOT NULL,
    kind    TEXT CHECK (kind IN ('rescue', 'revenue-building', 'responding', 'relationship')),
    stage   TEXT NOT NULL,
    owner   TEXT NOT NULL,
    reason  TEXT NOT NULL,
    at      TEXT NOT NULL,
    by      TEXT NOT NULL
) STRICT;

CREATE TRIGGER contact_vote_is_not_changed BEFORE UPDATE ON contact_vote
BEGIN SELECT RAISE(ABORT, 'votes are only added'); END;

CREATE TRIGGER contact_vote_is_not_removed BEFORE DELETE ON contact_vote
BEGIN SELECT RAISE(ABORT, 'votes are only added'); END;

CREATE TRIGGER contact_choice_is_not_changed BEFORE UPDATE ON contact_choice
BEGIN SELECT RAISE(ABORT, 'choices are only added'); END;

CREATE TRIGGER contact_choice_is_not_removed BEFORE DELETE ON contact_choice
BEGIN SELECT RAISE(ABORT, 'choices are only added'); END;
