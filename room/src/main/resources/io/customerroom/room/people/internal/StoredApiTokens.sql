-- name: of
-- one row per token of the account, newest first
SELECT id, account, name, reach, made_at, expires_at, last_used_at, ended_at
FROM api_token
WHERE account = :account
ORDER BY made_at DESC, id

-- name: find
-- at most one row
SELECT id, account, name, reach, made_at, expires_at, last_used_at, ended_at FROM api_token WHERE token_hash = :hash

-- name: make
INSERT INTO api_token (id, account, name, token_hash, reach, made_at, expires_at, last_used_at, ended_at)
VALUES (:id, :account, :name, :hash, :reach, :now, :expires, NULL, NULL)

-- name: revoke
UPDATE api_token SET ended_at = :now WHERE id = :id

-- name: used
UPDATE api_token SET last_used_at = :now WHERE id = :id
