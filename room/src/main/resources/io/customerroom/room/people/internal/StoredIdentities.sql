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

-- name: told
-- nothing is changed where the notice was told before
INSERT INTO provider_logout (notice, until) VALUES (:notice, :until) ON CONFLICT DO NOTHING

-- name: forget-told
DELETE FROM provider_logout WHERE until < :now
