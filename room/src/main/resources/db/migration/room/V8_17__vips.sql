-- Customers whom leaders chose to look after by name. They stand by their opaque keys.
CREATE TABLE vip (
    number    INTEGER PRIMARY KEY,
    customer  INTEGER NOT NULL,
    way       TEXT NOT NULL CHECK (way IN ('top', 'hand')),
    reason    TEXT NOT NULL,
    chosen_at TEXT NOT NULL,
    chosen_by TEXT NOT NULL
) STRICT;

-- Ends a choice; choosing the customer again is another row of vip.
CREATE TABLE vip_release (
    vip         INTEGER PRIMARY KEY REFERENCES vip (number),
    reason      TEXT NOT NULL,
    released_at TEXT NOT NULL,
    released_by TEXT NOT NULL
) STRICT;

-- One row per version of the plan; the newest counts.
CREATE TABLE vip_plan (
    number     INTEGER PRIMARY KEY,
    vip        INTEGER NOT NULL REFERENCES vip (number),
    keeps      TEXT NOT NULL,
    owner      TEXT NOT NULL REFERENCES account (name),
    step       TEXT NOT NULL,
    due_on     TEXT NOT NULL,
    expected   TEXT NOT NULL,
    written_at TEXT NOT NULL,
    written_by TEXT NOT NULL
) STRICT;

CREATE INDEX vip_plan_by_vip ON vip_plan (vip, number);

CREATE TABLE host_contact (
    number     INTEGER PRIMARY KEY,
    vip        INTEGER NOT NULL REFERENCES vip (number),
    kind       TEXT NOT NULL CHECK (kind IN ('visit', 'event')),
    host       TEXT NOT NULL REFERENCES account (name),
    planned_on TEXT NOT NULL,
    purpose    TEXT NOT NULL,
    planned_at TEXT NOT NULL,
    planned_by TEXT NOT NULL
) STRICT;

-- What became of it; the newest row counts, so that a mistake is mended and stays visible. 'open' takes an outcome back.
CREATE TABLE host_contact_outcome (
    number   INTEGER PRIMARY KEY,
    contact  INTEGER NOT NULL REFERENCES host_contact (number),
    outcome  TEXT NOT NULL CHECK (outcome IN ('held', 'not-held', 'open')),
    held_on  TEXT,
    words    TEXT NOT NULL,
    noted_at TEXT NOT NULL,
    noted_by TEXT NOT NULL,
    CHECK ((outcome = 'held') = (held_on IS NOT NULL))
) STRICT;

CREATE TRIGGER vip_is_not_changed BEFORE UPDATE ON vip BEGIN SELECT RAISE(ABORT, 'choices are only added and released'); END;

CREATE TRIGGER vip_is_not_removed BEFORE DELETE ON vip BEGIN SELECT RAISE(ABORT, 'choices are only added and released'); END;

CREATE TRIGGER vip_plan_is_not_changed BEFORE UPDATE ON vip_plan BEGIN SELECT RAISE(ABORT, 'plans are only added'); END;

CREATE TRIGGER vip_plan_is_not_removed BEFORE DELETE ON vip_plan BEGIN SELECT RAISE(ABORT, 'plans are only added'); END;
