-- name: contact-readings
-- question: What did each reading of a priority contact say, against its minimum standard?
-- unit: as each measure states
-- grain: contact, measure, site and reading
-- direction: none
-- no-data: nothing
-- source: operation
-- owner: chief customer officer
-- version: 2
-- not-comparable-when: measure or standard differ
-- dimensions: site
-- parameters: contact, measure, standing
-- finish: readings
WITH measured AS (
    SELECT o.contact, o.contact_kind, o.stage, o.owner, o.measure, o.unit, o.direction, o.standard, o.strict, o.min_n, o.run_length, o.site,
           o.occurred_on AS read_on, o.value, CAST(0 AS BIGINT) AS hits, CAST(COALESCE(o.n, 0) AS BIGINT) AS n, o.occurred_at AS latest_at, o.key, o.batch
    FROM {operation} o
    WHERE o.value IS NOT NULL AND (CAST(:contact AS VARCHAR) IS NULL OR o.contact = :contact)
      AND (CAST(:measure AS VARCHAR) IS NULL OR o.measure = :measure)
),
kept AS (
    SELECT o.contact, o.contact_kind, o.stage, o.owner, o.measure, o.unit, o.direction, o.standard, o.strict, o.min_n, o.run_length, o.site,
           MAX(o.occurred_on) AS read_on, CAST(NULL AS DECIMAL(18, 6)) AS value, COUNT(CASE WHEN o.actual_at <= o.promised_at THEN 1 END) AS hits,
           COUNT(*) AS n, MAX(o.occurred_at) AS latest_at, MAX(o.key) AS key,
           MAX(o.batch) AS batch
    FROM {operation} o
    JOIN {calendar} m ON m.grain = 'month' AND o.occurred_on >= m.starts_on AND o.occurred_on < m.ends_on
    WHERE o.value IS NULL AND (o.promised_on <= :through OR o.actual_on <= :through) AND (CAST(:contact AS VARCHAR) IS NULL OR o.contact = :contact)
      AND (CAST(:measure AS VARCHAR) IS NULL OR o.measure = :measure)
    GROUP BY m.starts_on, o.contact, o.contact_kind, o.stage, o.owner, o.measure, o.unit, o.direction, o.standard, o.strict, o.min_n,
             o.run_length, o.site
),
reading AS (
    SELECT * FROM measured
    UNION ALL
    SELECT * FROM kept
)
SELECT r.contact, r.contact_kind, r.stage, r.owner, r.measure, r.unit, r.direction, r.standard, r.strict, r.min_n, r.run_length, r.site,
       r.batch, r.read_on, r.value, r.hits, r.n
FROM reading r
JOIN {calendar} c ON c.grain = :grain AND c.starts_on = :period_to
WHERE r.read_on < c.ends_on AND (CAST(:standing AS VARCHAR) IS NULL OR :standing <> '')
ORDER BY r.contact NULLS LAST, r.measure NULLS LAST, r.site NULLS LAST, r.latest_at DESC NULLS LAST, r.key DESC NULLS LAST
