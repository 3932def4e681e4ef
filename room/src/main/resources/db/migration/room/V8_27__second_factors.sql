-- What an authenticator of an account knows. Without a confirmation it is being set up, and nothing asks for it.
CREATE TABLE second_factor (
    account      TEXT PRIMARY KEY REFERENCES account (name),
    secret       TEXT NOT NULL,
    begun_at     TEXT NOT NULL,
    confirmed_at TEXT,
    last_step    INTEGER NOT NULL
) STRICT;

-- One row per code for the day the telephone is lost; the code itself is nowhere.
CREATE TABLE recovery_code (
    account   TEXT NOT NULL REFERENCES account (name),
    code_hash TEXT NOT NULL,
    used_at   TEXT,
    PRIMARY KEY (account, code_hash)
) STRICT;

-- Roles that do not get in without one.
CREATE TABLE second_factor_role (
    role        TEXT PRIMARY KEY,
    required_at TEXT NOT NULL,
    required_by TEXT NOT NULL
) STRICT;
