-- name: top-customers
-- question: Who are our best customers, what share do they carry, and how did the group change?
-- unit: customers, and money in the reporting currency
-- grain: period and part
-- direction: none
-- no-data: nothing
-- source: customer_period, calendar
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers, or the activity definition differs
-- dimensions: segment, site, channel
-- parameters: part, best
WITH span AS (
    SELECT c.period, c.starts_on, c.previous, ca_midx(c.ends_on) AS end_month
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
looked AS (
    SELECT s.period, s.period AS seen, s.end_month FROM span s
    UNION ALL
    SELECT s.period, b.period AS seen, ca_midx(b.ends_on) AS end_month FROM span s JOIN {calendar} b ON b.grain = :grain AND b.period = s.previous
),
earned AS (
    SELECT l.period, l.seen, p.customer, SUM(p.revenue) AS revenue, CASE WHEN COUNT(*) = COUNT(p.contribution) THEN SUM(p.contribution) END AS contribution
    FROM looked l
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= l.end_month - 12 AND ca_midx(p.starts_on) < l.end_month
    GROUP BY l.period, l.seen, p.customer
),
ranked AS (
    SELECT l.period, l.seen, p.customer, p.segment, p.site, p.channel, e.revenue, e.contribution,
           ROW_NUMBER() OVER (PARTITION BY l.period, l.seen ORDER BY e.contribution DESC NULLS LAST, p.customer NULLS LAST) AS place,
           COUNT(e.contribution) OVER (PARTITION BY l.period, l.seen) AS known
    FROM looked l
    JOIN {customer_period} p ON p.grain = :grain AND p.period = l.seen AND p.closing = 1
    LEFT JOIN earned e ON e.period = l.period AND e.seen = l.seen AND e.customer = p.customer
),
edge AS (
    SELECT r.period, r.seen, MIN(r.contribution) AS contribution
    FROM ranked r
    WHERE r.contribution > 0 AND (r.place - 1) * 5 < r.known
    GROUP BY r.period, r.seen
),
placed AS (
    SELECT r.period, r.seen, r.customer, r.segment, r.site, r.channel, r.revenue, r.contribution, r.place,
           CASE WHEN r.contribution >= e.contribution THEN 1 ELSE 0 END AS best,
           CASE WHEN r.contribution = e.contribution THEN 1 ELSE 0 END AS last_place
    FROM ranked r
    LEFT JOIN edge e ON e.period = r.period AND e.seen = r.seen
),
here AS (
    SELECT s.period, s.starts_on, n.customer, n.segment, n.site, n.channel, n.revenue, n.contribution, n.place, n.best, n.last_place,
           b.contribution AS before, b.best AS best_before, CASE WHEN b.customer IS NULL THEN 0 ELSE 1 END AS here_before
    FROM span s
    JOIN placed n ON n.period = s.period AND n.seen = s.period
    LEFT JOIN placed b ON b.period = s.period AND b.seen = s.previous AND b.customer = n.customer
    UNION ALL
    SELECT s.period, s.starts_on, b.customer, b.segment, b.site, b.channel, e.revenue, e.contribution, CAST(NULL AS BIGINT), 0, 0,
           b.contribution, 1, 1
    FROM span s
    JOIN placed b ON b.period = s.period AND b.seen = s.previous AND b.best = 1
    LEFT JOIN placed n ON n.period = s.period AND n.seen = s.period AND n.customer = b.customer
    LEFT JOIN earned e ON e.period = s.period AND e.seen = s.period AND e.customer = b.customer
    WHERE n.customer IS NULL
),
told AS (
    SELECT h.period, h.starts_on, h.customer, h.segment, h.site, h.channel, h.revenue, h.contribution, h.place, h.best, h.last_place, h.before, h.best_before,
           CASE WHEN h.best = 1 AND h.best_before = 1 THEN 'stayed' WHEN h.best = 1 AND h.here_before = 1 THEN 'climbed' WHEN h.best = 1 THEN 'came'
                WHEN h.best_before = 1 AND h.place IS NULL THEN 'left' WHEN h.best_before = 1 THEN 'fell'
                WHEN h.contribution IS NULL THEN 'without-cost' ELSE 'others' END AS part
    FROM here h
)
-- figure
SELECT t.period, t.part, COUNT(*) AS customers, COUNT(CASE WHEN t.place IS NOT NULL THEN 1 END) AS here, SUM(t.last_place) AS on_last_place,
       SUM(CASE WHEN t.place IS NOT NULL THEN t.contribution END) AS contribution, SUM(t.before) AS before
FROM told t
GROUP BY t.period, t.starts_on, t.part
ORDER BY t.starts_on, t.part NULLS LAST
-- rows
SELECT t.period, t.part, t.place, t.customer, t.segment, t.site, t.channel, t.revenue, t.contribution, t.before
FROM told t
WHERE (CAST(:part AS VARCHAR) IS NULL OR t.part = :part) AND (CAST(:best AS VARCHAR) IS NULL OR (:best = 'now' AND t.best = 1) OR (:best = 'before' AND t.best_before = 1))
ORDER BY t.starts_on, t.place NULLS LAST, t.before DESC NULLS LAST, t.customer NULLS LAST
