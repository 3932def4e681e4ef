-- name: account
-- at most one row
SELECT account FROM account_identity WHERE issuer = :issuer AND subject = :subject

-- name: identity
-- at most one row
SELECT issuer, subject FROM account_identity WHERE account = :account

-- name: link
INSERT INTO account_identity (account, issuer, subject, linked_at) VALUES (:account, :issuer, :subject, :now)

-- name: unlink
DELETE FROM account_identity WHERE account = :account
