-- name: insert
INSERT INTO build (id, through, known, definitions, receipts, identities, millis, made_at)
VALUES (:id, :through, :known, :definitions, :receipts, :identities, :millis, :made_at)
ON CONFLICT (id) DO NOTHING

-- name: choose
INSERT INTO current_build ("only", id) VALUES (1, :id) ON CONFLICT ("only") DO UPDATE SET id = excluded.id

-- name: find
SELECT id, through, known, definitions, receipts, identities, millis, made_at FROM build WHERE id = :id

-- name: current
SELECT b.id, b.through, b.known, b.definitions, b.receipts, b.identities, b.millis, b.made_at
FROM build b
JOIN current_build c ON c.id = b.id

-- name: all
-- newest first
SELECT id, through, known, definitions, receipts, identities, millis, made_at FROM build ORDER BY made_at DESC, id

-- name: delete
DELETE FROM build WHERE id = :id
