-- name: cohorts
-- question: Do the customers gained in one period stay, and what do they bring, as they grow older?
-- unit: customers, and money in the reporting currency
-- grain: cohort and age in periods
-- direction: up
-- no-data: nothing
-- source: customer_period, spell
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition differs
-- dimensions: segment, site, channel
-- parameters: cohort, part
-- finish: cohort-share
WITH first_spell AS (
    SELECT s.customer, s.started_on FROM {spell} s WHERE s.spell = 1 AND s.started_on <= :through
),
cohort AS (
    SELECT c.period, c.starts_on, c.ordinal, f.customer
    FROM first_spell f
    JOIN {calendar} c ON c.grain = :grain AND f.started_on >= c.starts_on AND f.started_on < c.ends_on
),
size AS (
    SELECT h.period, h.starts_on, h.ordinal, COUNT(*) AS customers FROM cohort h GROUP BY h.period, h.starts_on, h.ordinal
),
aged AS (
    SELECT h.period, a.ordinal - h.ordinal AS age, COUNT(CASE WHEN p.closing = 1 THEN 1 END) AS active, SUM(p.revenue) AS revenue,
           SUM(p.contribution) AS contribution, COUNT(CASE WHEN p.contribution IS NULL THEN 1 END) AS without_cost
    FROM cohort h
    JOIN {customer_period} p ON p.customer = h.customer AND p.grain = :grain
    JOIN {calendar} a ON a.grain = p.grain AND a.period = p.period
    WHERE a.ordinal >= h.ordinal
    GROUP BY h.period, a.ordinal - h.ordinal
)
SELECT z.period AS cohort, a.ordinal - z.ordinal AS age, a.period, a.complete, z.customers, COALESCE(g.active, 0) AS active,
       COALESCE(g.revenue, 0) AS revenue, CASE WHEN COALESCE(g.without_cost, 0) = 0 THEN COALESCE(g.contribution, 0) END AS contribution
FROM size z
JOIN {calendar} a ON a.grain = :grain AND a.ordinal >= z.ordinal AND a.starts_on <= :period_to
LEFT JOIN aged g ON g.period = z.period AND g.age = a.ordinal - z.ordinal
WHERE z.starts_on >= :period_from AND z.starts_on <= :period_to
ORDER BY z.starts_on, a.ordinal
-- rows
WITH first_spell AS (
    SELECT s.customer, s.started_on FROM {spell} s WHERE s.spell = 1 AND s.started_on <= :through
),
cohort AS (
    SELECT c.period, c.starts_on, c.ordinal, f.customer
    FROM first_spell f
    JOIN {calendar} c ON c.grain = :grain AND f.started_on >= c.starts_on AND f.started_on < c.ends_on
)
SELECT h.period AS cohort, p.period, p.customer, p.segment, p.site, p.channel, p.state, p.closing, p.revenue, p.contribution
FROM cohort h
JOIN {customer_period} p ON p.customer = h.customer AND p.grain = :grain
WHERE p.starts_on >= :period_from AND p.starts_on <= :period_to AND (CAST(:cohort AS VARCHAR) IS NULL OR h.period = :cohort)
  AND (CAST(:part AS VARCHAR) IS NULL OR (:part = 'active' AND p.closing = 1))
ORDER BY h.starts_on, p.starts_on, p.revenue DESC NULLS LAST, p.customer NULLS LAST
