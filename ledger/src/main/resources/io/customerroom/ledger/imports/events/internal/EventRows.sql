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
SELECT line FROM event_inbox WHERE lot = :lot AND line <> '' ORDER BY received_at, place, fingerprint

-- name: waiting-lines
SELECT fingerprint, line FROM event_inbox WHERE line <> ''

-- name: forget-one
UPDATE event_inbox SET line = '' WHERE fingerprint = :fingerprint

-- name: close-lot
UPDATE event_lot SET batch = :batch WHERE lot = :lot

-- name: forget
UPDATE event_inbox SET line = '' WHERE lot = :lot

-- name: count
INSERT INTO event_count (day, result, events) VALUES (:day, :result, :events)
ON CONFLICT (day, result) DO UPDATE SET events = event_count.events + excluded.events

-- name: counts
-- one row per answer, since a day
SELECT result, sum(events) AS events FROM event_count WHERE day >= :since GROUP BY result ORDER BY result

-- name: oldest
-- one row: when the event came that waits longest
SELECT min(received_at) AS at FROM event_inbox WHERE line <> ''

-- name: lots
-- one row per lot, the newest first
SELECT event_lot.lot, event_lot.mapping, event_lot.batch, count(event_inbox.fingerprint) AS events, max(event_inbox.received_at) AS last_at,
    event_problem.code, event_problem.sentence, event_problem.next_step
FROM event_lot
LEFT JOIN event_inbox ON event_inbox.lot = event_lot.lot
LEFT JOIN event_problem ON event_problem.lot = event_lot.lot
GROUP BY event_lot.lot, event_lot.mapping, event_lot.batch, event_problem.code, event_problem.sentence, event_problem.next_step
ORDER BY event_lot.lot DESC
LIMIT :most

-- name: problem
INSERT INTO event_problem (lot, at, code, sentence, next_step) VALUES (:lot, :at, :code, :sentence, :next_step)
ON CONFLICT (lot) DO UPDATE SET at = excluded.at, code = excluded.code, sentence = excluded.sentence, next_step = excluded.next_step

-- name: forget-problem
DELETE FROM event_problem WHERE lot = :lot
