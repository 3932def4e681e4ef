-- name: all
-- one row per display, in the order of issuing
SELECT d.number, d.name, d.issued_at, d.issued_by, r.revoked_at, r.revoked_by
FROM display d
LEFT JOIN display_revocation r ON r.display = d.number
ORDER BY d.number

-- name: issue
INSERT INTO display (name, token_hash, issued_at, issued_by) VALUES (:name, :token, :now, :by)
RETURNING number

-- name: admits
-- one row if the token is that of a display that was not revoked
SELECT 1 FROM display WHERE token_hash = :token AND number NOT IN (SELECT display FROM display_revocation)

-- name: revoke
INSERT INTO display_revocation (display, revoked_at, revoked_by) VALUES (:display, :now, :by)
