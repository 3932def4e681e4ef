-- name: customer-math-bridge
-- question: How do the months' bookings become the figures of a longer period?
-- unit: customers
-- grain: period
-- direction: none
-- no-data: zero
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition differs
-- dimensions: segment, site, channel
WITH monthly AS (
    SELECT m.starts_on, SUM(m.gained) AS gained, SUM(m.regained) AS regained, SUM(m.lost) AS lost
    FROM {customer_period} m
    WHERE m.grain = 'month'
    GROUP BY m.starts_on
),
months AS (
    SELECT c.period, c.starts_on, SUM(m.gained) AS gained, SUM(m.regained) AS regained, SUM(m.lost) AS lost
    FROM {calendar} c
    JOIN monthly m ON m.starts_on >= c.starts_on AND m.starts_on < c.ends_on
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
    GROUP BY c.period, c.starts_on
),
coarse AS (
    SELECT p.period, SUM(p.gained) AS gained, SUM(p.regained) AS regained, SUM(p.lost) AS lost, SUM(p.gained_inside) AS gained_inside,
           SUM(p.regained_inside) AS regained_inside, SUM(p.lost_inside) AS lost_inside
    FROM {customer_period} p
    WHERE p.grain = :grain
    GROUP BY p.period
)
SELECT m.period, m.gained AS gained_in_months, c.gained_inside, c.gained, m.regained AS regained_in_months, c.regained_inside, c.regained,
       m.lost AS lost_in_months, c.lost_inside, c.lost
FROM months m
JOIN coarse c ON c.period = m.period
ORDER BY m.starts_on
-- rows
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, p.gained, p.gained_inside, p.regained, p.regained_inside, p.lost, p.lost_inside
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
  AND p.gained_inside + p.regained_inside + p.lost_inside > 0
ORDER BY p.starts_on, p.customer NULLS LAST
