-- name: receipts
CREATE TEMPORARY TABLE receipt_in_force (
    batch VARCHAR, kind VARCHAR, source VARCHAR, arrival BIGINT, feed VARCHAR, first_on DATE, last_on DATE, known_at TIMESTAMP)

-- name: receipt
INSERT INTO receipt_in_force
VALUES (:batch, :kind, :source, CAST(:arrival AS BIGINT), :feed, CAST(:first_on AS DATE), CAST(:last_on AS DATE),
        CAST(:known_at AS TIMESTAMP))

-- name: as-stored
-- one row per stored row known at the moment; for kinds whose rows have one version each
SELECT {columns}
FROM {stored} AS f
WHERE f.recorded_at <= CAST({known} AS TIMESTAMP)

-- name: near
-- all rows of the keys of which some known version states one of the days asked for
CREATE TEMPORARY TABLE {stored} AS
SELECT f.*
FROM all_{kind} AS f
WHERE EXISTS (
    SELECT 1 FROM all_{kind} AS c
    WHERE c.source = f.source AND c.key = f.key AND c.recorded_at <= CAST({known} AS TIMESTAMP) AND ({near}))

-- name: contested
-- one row per key of which more than one version is known
CREATE TEMPORARY TABLE {kind}_contested AS
SELECT source, key
FROM {stored}
WHERE recorded_at <= CAST({known} AS TIMESTAMP)
GROUP BY source, key
HAVING count(*) > 1

-- name: versions
-- one row per key: the version recorded last, then of the later receipt, then of the later line
SELECT {columns}, r.arrival
FROM {stored} AS f
JOIN receipt_in_force AS r ON r.batch = f.batch
WHERE f.recorded_at <= CAST({known} AS TIMESTAMP)
  AND NOT EXISTS (SELECT 1 FROM {kind}_contested AS c WHERE c.source = f.source AND c.key = f.key)
UNION ALL
SELECT {columns}, f.arrival
FROM (
    SELECT s.*, r.arrival,
        row_number() OVER (
            PARTITION BY s.source, s.key ORDER BY s.recorded_at DESC, r.arrival DESC, s.line DESC) AS age
    FROM {stored} AS s
    JOIN {kind}_contested AS c ON c.source = s.source AND c.key = s.key
    JOIN receipt_in_force AS r ON r.batch = s.batch
    WHERE s.recorded_at <= CAST({known} AS TIMESTAMP)) AS f
WHERE f.age = 1

-- name: withdrawn
-- one row per key that a later complete file, within the days it covers, knew nothing of
CREATE TEMPORARY TABLE {kind}_withdrawn AS
SELECT DISTINCT v.source, v.key
FROM {kind}_version AS v
JOIN receipt_in_force AS r ON r.kind = :kind AND r.source = v.source
WHERE r.feed <> 'delta'
  AND r.known_at <= CAST({known} AS TIMESTAMP)
  AND (r.feed = 'snapshot' OR (v.occurred_on >= r.first_on AND v.occurred_on <= r.last_on))
  AND (v.recorded_at < r.known_at OR (v.recorded_at = r.known_at AND v.arrival < r.arrival))
  AND NOT EXISTS (
    SELECT 1 FROM {stored} AS s WHERE s.batch = r.batch AND s.source = v.source AND s.key = v.key)

-- name: not-withdrawn
SELECT {columns}
FROM {kind}_version AS f
WHERE NOT EXISTS (SELECT 1 FROM {kind}_withdrawn AS w WHERE w.source = f.source AND w.key = f.key)

-- name: links
-- one row per pair of keys that are linked
SELECT customer, other FROM crosswalk WHERE linked ORDER BY customer, other

-- name: representatives
CREATE TEMPORARY TABLE customer_representative (customer BIGINT, representative BIGINT)
