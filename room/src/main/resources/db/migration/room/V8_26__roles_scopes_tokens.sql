-- Three more roles. The column is made anew because a check cannot be changed in place.
ALTER TABLE account ADD COLUMN role_of_eight TEXT NOT NULL DEFAULT 'viewer'
    CHECK (role_of_eight IN ('administrator', 'facilitator', 'leader', 'contact-owner', 'front-line', 'viewer', 'data-admin', 'auditor'));

UPDATE account SET role_of_eight = role;

ALTER TABLE account DROP COLUMN role;

ALTER TABLE account RENAME COLUMN role_of_eight TO role;

-- How often it was locked since the last success: each lock lasts twice as long.
ALTER TABLE account ADD COLUMN locks INTEGER NOT NULL DEFAULT 0;

-- One row per segment or site whose customers the account may see. No row of a dimension: all. An empty member: customers without one.
CREATE TABLE account_scope (
    account   TEXT NOT NULL REFERENCES account (name),
    dimension TEXT NOT NULL CHECK (dimension IN ('segment', 'site')),
    member    TEXT NOT NULL,
    PRIMARY KEY (account, dimension, member)
) STRICT;

-- One row per key a program was given; the key itself is nowhere.
CREATE TABLE api_token (
    id           TEXT PRIMARY KEY,
    account      TEXT NOT NULL REFERENCES account (name),
    name         TEXT NOT NULL,
    token_hash   TEXT NOT NULL UNIQUE,
    reach        TEXT NOT NULL CHECK (reach IN ('walls', 'rows', 'import', 'all')),
    made_at      TEXT NOT NULL,
    expires_at   TEXT NOT NULL,
    last_used_at TEXT,
    ended_at     TEXT
) STRICT;

CREATE INDEX api_token_by_account ON api_token (account, made_at);
