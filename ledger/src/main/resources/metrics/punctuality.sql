-- name: punctuality
-- question: How many of the promised moments were met?
-- unit: promises to customers
-- grain: period, contact and measure
-- direction: down
-- no-data: zero
-- source: operation
-- owner: chief customer officer
-- version: 2
-- not-comparable-when: one counts by the instant and the other by the day: a promise of a day is a midnight, and whoever counts instants calls late what came on that day
-- dimensions: site
-- parameters: contact, part
SELECT c.period, o.contact, o.measure, COUNT(CASE WHEN o.actual_on <= :through THEN 1 END) AS done,
       COUNT(CASE WHEN o.actual_on <= :through AND o.actual_at > o.promised_at THEN 1 END) AS late_by_instant,
       COUNT(CASE WHEN o.actual_on <= :through AND o.actual_on > o.promised_on THEN 1 END) AS late_by_day,
       COUNT(CASE WHEN (o.actual_on IS NULL OR o.actual_on > :through) AND o.promised_on <= :through THEN 1 END) AS not_done
FROM {calendar} c
JOIN {operation} o ON o.occurred_on >= c.starts_on AND o.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND o.promised_at IS NOT NULL
  AND (CAST(:contact AS VARCHAR) IS NULL OR o.contact = :contact) AND (CAST(:part AS VARCHAR) IS NULL OR :part <> '')
GROUP BY c.period, c.starts_on, o.contact, o.measure
ORDER BY c.starts_on, o.contact NULLS LAST, o.measure NULLS LAST
-- rows
SELECT c.period, o.contact, o.measure, o.customer, o.promised_on, o.actual_on, o.promised_at, o.actual_at, o.site, o.batch, o.line
FROM {calendar} c
JOIN {operation} o ON o.occurred_on >= c.starts_on AND o.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND o.promised_at IS NOT NULL
  AND (CAST(:contact AS VARCHAR) IS NULL OR o.contact = :contact)
  AND (CAST(:part AS VARCHAR) IS NULL OR (:part = 'done' AND o.actual_on <= :through)
       OR (:part = 'late_by_instant' AND o.actual_on <= :through AND o.actual_at > o.promised_at)
       OR (:part = 'late_by_day' AND o.actual_on <= :through AND o.actual_on > o.promised_on)
       OR (:part = 'not_done' AND (o.actual_on IS NULL OR o.actual_on > :through) AND o.promised_on <= :through))
ORDER BY c.starts_on, o.promised_at NULLS LAST, o.source NULLS LAST, o.key NULLS LAST
