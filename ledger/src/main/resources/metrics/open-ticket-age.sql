-- name: open-ticket-age
-- question: How long have the tickets that are open at the period's end been waiting, stage by stage?
-- unit: tickets, and days since they were opened
-- grain: period, and stage or all stages
-- direction: down
-- no-data: nothing
-- source: ticket
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: tickets are closed by another rule
-- dimensions: segment, site, channel
-- parameters: split, stage, band
WITH ended AS (
    SELECT c.period, c.starts_on, c.ends_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
waiting AS (
    SELECT e.period, e.starts_on, t.stage, t.source, t.key, ca_days(t.opened_on, e.last_on) AS age
    FROM ended e
    JOIN {ticket} t ON t.opened_on < e.ends_on AND (t.closed_on IS NULL OR t.closed_on >= e.ends_on OR t.closed_on > :through)
),
part AS (
    SELECT w.period, w.starts_on, 'all' AS split, CAST(NULL AS VARCHAR) AS stage, w.source, w.key, w.age FROM waiting w
    UNION ALL
    SELECT w.period, w.starts_on, 'stage' AS split, w.stage, w.source, w.key, w.age FROM waiting w
),
ranked AS (
    SELECT p.period, p.starts_on, p.split, p.stage, p.age,
           ROW_NUMBER() OVER (PARTITION BY p.period, p.split, p.stage ORDER BY p.age NULLS LAST, p.source NULLS LAST, p.key NULLS LAST) AS place,
           COUNT(*) OVER (PARTITION BY p.period, p.split, p.stage) AS waiting
    FROM part p
)
SELECT r.period, r.split, r.stage, COUNT(*) AS open, COUNT(CASE WHEN r.age <= 7 THEN 1 END) AS to_week,
       COUNT(CASE WHEN r.age > 7 AND r.age <= 30 THEN 1 END) AS to_month, COUNT(CASE WHEN r.age > 30 AND r.age <= 90 THEN 1 END) AS to_quarter,
       COUNT(CASE WHEN r.age > 90 THEN 1 END) AS over_quarter, MAX(CASE WHEN r.place = ca_floordiv(r.waiting + 1, 2) THEN r.age END) AS median_days,
       MAX(CASE WHEN r.place = ca_floordiv(9 * r.waiting + 9, 10) THEN r.age END) AS ninety_days, MAX(r.age) AS oldest_days
FROM ranked r
WHERE CAST(:split AS VARCHAR) IS NULL OR r.split = :split
GROUP BY r.period, r.starts_on, r.split, r.stage
ORDER BY r.starts_on, r.split NULLS LAST, r.stage NULLS LAST
-- rows
WITH ended AS (
    SELECT c.period, c.starts_on, c.ends_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
waiting AS (
    SELECT e.period, e.starts_on, t.ticket_id, t.customer, t.ticket_kind, t.stage, t.contact, t.issue, t.opened_on, t.closed_on, t.owner, t.site,
           t.batch, t.line, t.source, t.key, ca_days(t.opened_on, e.last_on) AS age
    FROM ended e
    JOIN {ticket} t ON t.opened_on < e.ends_on AND (t.closed_on IS NULL OR t.closed_on >= e.ends_on OR t.closed_on > :through)
)
SELECT w.period, w.ticket_id, w.customer, w.age AS age_days, w.ticket_kind, w.stage, w.contact, w.issue, w.opened_on, w.closed_on, w.owner, w.site,
       w.batch, w.line
FROM waiting w
WHERE (CAST(:stage AS VARCHAR) IS NULL OR w.stage = :stage OR (:stage = '' AND w.stage IS NULL))
  AND (CAST(:band AS VARCHAR) IS NULL OR (:band = 'week' AND w.age <= 7) OR (:band = 'month' AND w.age > 7 AND w.age <= 30)
       OR (:band = 'quarter' AND w.age > 30 AND w.age <= 90) OR (:band = 'older' AND w.age > 90))
ORDER BY w.starts_on, w.age DESC NULLS LAST, w.source NULLS LAST, w.key NULLS LAST
