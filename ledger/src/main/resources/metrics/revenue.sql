-- name: revenue
-- question: What did we sell, to known and to unknown customers?
-- unit: money in the reporting currency
-- grain: period
-- direction: up
-- no-data: zero
-- source: customer_period, unknown_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: never
-- dimensions: segment, site, channel
WITH known AS (
    SELECT p.period, SUM(p.revenue) AS revenue, SUM(p.orders) AS orders, COUNT(CASE WHEN p.revenue <> 0 THEN 1 END) AS customers
    FROM {customer_period} p
    WHERE p.grain = :grain
    GROUP BY p.period
),
unknown AS (
    SELECT u.period, SUM(u.revenue) AS revenue, SUM(u.lines) AS lines
    FROM {unknown_period} u
    WHERE u.grain = :grain
    GROUP BY u.period
)
SELECT c.period, COALESCE(k.revenue, 0) + COALESCE(u.revenue, 0) AS revenue, COALESCE(k.revenue, 0) AS known_customers,
       COALESCE(u.revenue, 0) AS unknown_customers, COALESCE(u.lines, 0) AS unknown_lines, COALESCE(k.orders, 0) AS orders,
       COALESCE(k.customers, 0) AS customers
FROM {calendar} c
LEFT JOIN known k ON k.period = c.period
LEFT JOIN unknown u ON u.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on
-- rows
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, p.orders, p.revenue
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to AND p.revenue <> 0
ORDER BY p.starts_on, p.revenue DESC NULLS LAST, p.customer NULLS LAST
