-- name: all
-- one row per account, the closed ones last, by name
SELECT a.name, a.display_name, a.role, a.epoch, a.failures, a.locks, a.locked_until, p.hash, c.closed_at, c.closed_by, c.reason,
    CASE WHEN a.role IN (SELECT role FROM second_factor_role)
        AND a.name NOT IN (SELECT account FROM second_factor WHERE confirmed_at IS NOT NULL)
        AND (p.hash IS NOT NULL OR i.account IS NULL) THEN 1 ELSE 0 END AS owes,
    CASE WHEN i.account IS NULL THEN 0 ELSE 1 END AS linked
FROM account a
LEFT JOIN account_identity i ON i.account = a.name
LEFT JOIN account_password p ON p.account = a.name
LEFT JOIN account_closure c ON c.account = a.name
ORDER BY c.closed_at IS NOT NULL, a.name

-- name: find
-- at most one row
SELECT a.name, a.display_name, a.role, a.epoch, a.failures, a.locks, a.locked_until, p.hash, c.closed_at, c.closed_by, c.reason,
    CASE WHEN a.role IN (SELECT role FROM second_factor_role)
        AND a.name NOT IN (SELECT account FROM second_factor WHERE confirmed_at IS NOT NULL)
        AND (p.hash IS NOT NULL OR i.account IS NULL) THEN 1 ELSE 0 END AS owes,
    CASE WHEN i.account IS NULL THEN 0 ELSE 1 END AS linked
FROM account a
LEFT JOIN account_identity i ON i.account = a.name
LEFT JOIN account_password p ON p.account = a.name
LEFT JOIN account_closure c ON c.account = a.name
WHERE a.name = :name

-- name: scopes
-- one row per account and segment or site it is kept to
SELECT account, dimension, member FROM account_scope ORDER BY account, dimension, member

-- name: scope
-- one row per segment or site the account is kept to
SELECT account, dimension, member FROM account_scope WHERE account = :name ORDER BY dimension, member

-- name: forget-scope
DELETE FROM account_scope WHERE account = :name

-- name: narrow
INSERT INTO account_scope (account, dimension, member) VALUES (:name, :dimension, :member)

-- name: open
INSERT INTO account (name, display_name, role, opened_at, epoch, failures, locked_until)
VALUES (:name, :displayName, :role, :now, 1, 0, NULL)

-- name: set-password
INSERT INTO account_password (account, hash, set_at) VALUES (:name, :hash, :now)
ON CONFLICT (account) DO UPDATE SET hash = excluded.hash, set_at = excluded.set_at

-- name: withdraw-password
DELETE FROM account_password WHERE account = :name

-- name: end-sessions
UPDATE account SET epoch = epoch + 1, failures = 0, locks = 0, locked_until = NULL WHERE name = :name

-- name: end-tokens
-- ends every token of the account that is still in use
UPDATE api_token SET ended_at = :now WHERE account = :name AND ended_at IS NULL

-- name: count-failure
UPDATE account SET failures = :failures, locks = :locks, locked_until = :lockedUntil WHERE name = :name

-- name: forget-failures
UPDATE account SET failures = 0, locks = 0, locked_until = NULL WHERE name = :name

-- name: give
UPDATE account SET role = :role WHERE name = :name

-- name: close
INSERT INTO account_closure (account, closed_at, closed_by, reason) VALUES (:name, :now, :by, :reason)

-- name: reopen
DELETE FROM account_closure WHERE account = :name

-- name: issue
INSERT INTO one_time_link (token_hash, purpose, account, issued_at, expires_at, ended_at)
VALUES (:hash, :purpose, :account, :now, :expires, NULL)

-- name: end-links
-- ends every link of this account, or of nobody
UPDATE one_time_link SET ended_at = :now WHERE account IS NOT DISTINCT FROM :account AND ended_at IS NULL

-- name: link
-- at most one row: the link, if it can be used now
SELECT purpose, account, expires_at
FROM one_time_link
WHERE token_hash = :hash AND ended_at IS NULL AND expires_at > :now
