-- name: recurring-value
-- question: How did the monthly value of our contracts move?
-- unit: money per month, at the period's end
-- grain: period
-- direction: up
-- no-data: zero
-- source: customer_period, contract
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: never
-- dimensions: segment, site, channel
-- finish: recurring-rates
WITH pair AS (
    SELECT c.period, c.starts_on, p.customer, p.recurring AS after, CAST(0 AS DECIMAL(38, 10)) AS before
    FROM {calendar} c
    JOIN {customer_period} p ON p.grain = c.grain AND p.period = c.period
    WHERE c.grain = :grain AND p.recurring <> 0
    UNION ALL
    SELECT c.period, c.starts_on, p.customer, CAST(0 AS DECIMAL(38, 10)), p.recurring
    FROM {calendar} c
    JOIN {customer_period} p ON p.grain = c.grain AND p.period = c.previous
    WHERE c.grain = :grain AND p.recurring <> 0
),
moved AS (
    SELECT period, starts_on, customer, SUM(after) AS after, SUM(before) AS before FROM pair GROUP BY period, starts_on, customer
),
first_contract AS (
    SELECT k.customer, MIN(k.started_on) AS started_on FROM {contract} k GROUP BY k.customer
),
judged AS (
    SELECT m.period, m.after, m.before,
           CASE WHEN m.before = 0 AND f.started_on < m.starts_on THEN 'reactivation'
                WHEN m.before = 0 THEN 'new'
                WHEN m.after = 0 THEN 'churn'
                WHEN m.after > m.before THEN 'expansion'
                WHEN m.after < m.before THEN 'contraction'
                ELSE 'same' END AS movement
    FROM moved m
    LEFT JOIN first_contract f ON f.customer = m.customer
)
SELECT c.period, COALESCE(SUM(j.before), 0) AS opening, COALESCE(SUM(CASE WHEN j.movement = 'new' THEN j.after END), 0) AS new,
       COALESCE(SUM(CASE WHEN j.movement = 'expansion' THEN j.after - j.before END), 0) AS expansion,
       COALESCE(SUM(CASE WHEN j.movement = 'contraction' THEN j.before - j.after END), 0) AS contraction,
       COALESCE(SUM(CASE WHEN j.movement = 'churn' THEN j.before END), 0) AS churn,
       COALESCE(SUM(CASE WHEN j.movement = 'reactivation' THEN j.after END), 0) AS reactivation, COALESCE(SUM(j.after), 0) AS closing
FROM {calendar} c
LEFT JOIN judged j ON j.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
GROUP BY c.period, c.starts_on
ORDER BY c.starts_on
-- rows
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, p.recurring
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to AND p.recurring <> 0
ORDER BY p.starts_on, p.recurring DESC NULLS LAST, p.customer NULLS LAST
