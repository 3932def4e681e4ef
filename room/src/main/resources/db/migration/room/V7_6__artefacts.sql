-- One row per artefact. What stays when it is erased: no word of it, and the name of no file that is still there.
CREATE TABLE artefact (
    number      INTEGER PRIMARY KEY,
    kind        TEXT NOT NULL,
    about       TEXT NOT NULL CHECK (about IN ('issue', 'contact', 'stage', 'exhibit')),
    name        TEXT NOT NULL,
    customer    INTEGER,
    fingerprint TEXT NOT NULL,
    file_type   TEXT,
    file        TEXT,
    small       TEXT,
    bytes       INTEGER,
    at          TEXT NOT NULL,
    by          TEXT NOT NULL,
    CHECK ((file IS NULL) = (file_type IS NULL))
) STRICT;

CREATE INDEX artefact_by_subject ON artefact (about, name);
CREATE INDEX artefact_by_customer ON artefact (customer) WHERE customer IS NOT NULL;

-- What it says. The row goes when the artefact is erased; with it the salt that the fingerprint was made with.
CREATE TABLE artefact_words (
    artefact INTEGER PRIMARY KEY REFERENCES artefact (number),
    title    TEXT NOT NULL,
    words    TEXT NOT NULL,
    source   TEXT NOT NULL,
    day      TEXT,
    salt     TEXT NOT NULL
) STRICT;

-- One row per time a consent was noted or withdrawn; the last one of an artefact counts. An erasure empties who gave it.
CREATE TABLE artefact_consent (
    number   INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact (number),
    reach    TEXT NOT NULL CHECK (reach IN ('free', 'asked', 'room', 'print', 'withdrawn')),
    giver    TEXT NOT NULL,
    day      TEXT,
    at       TEXT NOT NULL,
    by       TEXT NOT NULL
) STRICT;

CREATE INDEX artefact_consent_of ON artefact_consent (artefact, number);

-- One row per artefact that was erased.
CREATE TABLE artefact_erasure (
    artefact INTEGER PRIMARY KEY REFERENCES artefact (number),
    at       TEXT NOT NULL,
    by       TEXT NOT NULL
) STRICT;

-- One row per artefact that hung on the walls of a meeting when they were frozen.
CREATE TABLE frozen_artefact (
    meeting     INTEGER NOT NULL REFERENCES freeze (meeting),
    ordinal     INTEGER NOT NULL,
    artefact    INTEGER NOT NULL REFERENCES artefact (number),
    fingerprint TEXT NOT NULL,
    PRIMARY KEY (meeting, ordinal),
    UNIQUE (meeting, artefact)
) STRICT;

CREATE TRIGGER artefact_is_not_changed BEFORE UPDATE ON artefact
BEGIN SELECT RAISE(ABORT, 'artefacts are only added'); END;

CREATE TRIGGER artefact_is_not_removed BEFORE DELETE ON artefact
BEGIN SELECT RAISE(ABORT, 'artefacts are only added'); END;

CREATE TRIGGER artefact_words_are_not_changed BEFORE UPDATE ON artefact_words
BEGIN SELECT RAISE(ABORT, 'what an artefact says is not changed'); END;

CREATE TRIGGER artefact_consent_is_not_changed BEFORE UPDATE ON artefact_consent
WHEN NEW.giver <> '' OR NEW.artefact <> OLD.artefact OR NEW.reach <> OLD.reach OR NEW.at <> OLD.at OR NEW.by <> OLD.by
BEGIN SELECT RAISE(ABORT, 'consents are only added'); END;

CREATE TRIGGER artefact_consent_is_not_removed BEFORE DELETE ON artefact_consent
BEGIN SELECT RAISE(ABORT, 'consents are only added'); END;

CREATE TRIGGER artefact_erasure_is_not_removed BEFORE DELETE ON artefact_erasure
BEGIN SELECT RAISE(ABORT, 'what is erased stays so'); END;

CREATE TRIGGER frozen_artefact_is_not_changed BEFORE UPDATE ON frozen_artefact
BEGIN SELECT RAISE(ABORT, 'a frozen wall is not changed'); END;

CREATE TRIGGER frozen_artefact_is_not_removed BEFORE DELETE ON frozen_artefact
BEGIN SELECT RAISE(ABORT, 'a frozen wall is not changed'); END;
