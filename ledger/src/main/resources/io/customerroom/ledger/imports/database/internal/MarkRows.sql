-- name: of-origin
-- one row per reading of the same rows, the newest first
SELECT mark.batch, mark.reached
FROM database_mark AS mark JOIN receipt ON receipt.batch = mark.batch
WHERE mark.origin = :origin
ORDER BY receipt.number DESC

-- name: insert
INSERT INTO database_mark (batch, origin, reached) VALUES (:batch, :origin, :reached) ON CONFLICT (batch) DO NOTHING
