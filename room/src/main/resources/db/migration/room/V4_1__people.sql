-- One row per account. A closed account keeps its name, so that the trail stays true.
CREATE TABLE account (
    name         TEXT PRIMARY KEY,
    display_name TEXT NOT NULL,
    role         TEXT NOT NULL CHECK (role IN ('administrator', 'facilitator', 'leader', 'viewer', 'data-admin')),
    opened_at    TEXT NOT NULL,
    epoch        INTEGER NOT NULL,
    failures     INTEGER NOT NULL,
    locked_until TEXT
) STRICT;

CREATE TABLE account_password (
    account TEXT PRIMARY KEY REFERENCES account (name),
    hash    TEXT NOT NULL,
    set_at  TEXT NOT NULL
) STRICT;

CREATE TABLE account_closure (
    account   TEXT PRIMARY KEY REFERENCES account (name),
    closed_at TEXT NOT NULL,
    closed_by TEXT NOT NULL,
    reason    TEXT NOT NULL
) STRICT;

-- One row per link that was handed out; the token itself is nowhere. No account: makes the first administrator.
CREATE TABLE one_time_link (
    token_hash TEXT PRIMARY KEY,
    purpose    TEXT NOT NULL CHECK (purpose IN ('administrator', 'invitation', 'reset')),
    account    TEXT REFERENCES account (name),
    issued_at  TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ended_at   TEXT
) STRICT;
