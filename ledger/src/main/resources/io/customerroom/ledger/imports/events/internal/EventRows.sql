-- name: keep
INSERT INTO event_inbox (fingerprint, mapping, line, received_at, place)
VALUES (:fingerprint, :mapping, :line, :received_at, :place)
ON CONFLICT (fingerprint) DO NOTHING

-- name: waiting
SELECT count(*) FROM event_inbox WHERE line <> ''

-- name: mappings-waiting
SELECT DISTINCT mapping FROM event_inbox WHERE lot IS NULL ORDER BY mapping

-- name: next-lot
SELECT coalesce(max(lot), 0) + 1 FROM event_lot

-- name: add-lot
INSERT INTO event_lot (lot, mapping) VALUES (:lot, :mapping)

-- name: settle
UPDATE event_inbox SET lot = :lot WHERE lot IS NULL AND mapping = :mapping

-- name: open
-- one row per lot without a batch
SELECT lot, mapping FROM event_lot WHERE batch IS NULL ORDER BY lot

-- name: lines
-- one row per event, in the order of arrival
SELECT line FROM event_inbox WHERE lot = :lot ORDER BY received_at, place, fingerprint

-- name: close-lot
UPDATE event_lot SET batch = :batch WHERE lot = :lot

-- name: forget
UPDATE event_inbox SET line = '' WHERE lot = :lot
