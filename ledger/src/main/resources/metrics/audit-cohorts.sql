-- name: audit-cohorts
-- question: How many customers of each cohort order in each period, how often, for how much, and what does it leave?
-- unit: customers, orders, and money in the reporting currency; contracts are no orders and are left out
-- grain: cohort (the period of the first order) and period
-- direction: up
-- no-data: nothing
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers, or orders are numbered in another way
-- dimensions: segment, site, channel
-- parameters: cohort, part
-- finish: audit-cohorts
WITH first_order AS (
    SELECT p.customer, MIN(p.starts_on) AS first_on FROM {customer_period} p WHERE p.grain = 'month' AND p.orders > 0 GROUP BY p.customer
),
member AS (
    SELECT c.period AS cohort, c.starts_on AS begun_on, c.ordinal, f.customer
    FROM first_order f
    JOIN {calendar} c ON c.grain = :grain AND f.first_on >= c.starts_on AND f.first_on < c.ends_on
),
size AS (
    SELECT m.cohort, m.begun_on, m.ordinal, COUNT(*) AS gained FROM member m GROUP BY m.cohort, m.begun_on, m.ordinal
),
bought AS (
    SELECT m.cohort, m.begun_on, a.ordinal - m.ordinal AS age, a.period, a.starts_on, p.customer, p.segment, p.site, p.channel,
           SUM(p.orders) AS orders, SUM(p.revenue - p.recurring) AS revenue,
           CASE WHEN COUNT(*) = COUNT(p.cost_of_sales) AND SUM(ABS(p.recurring)) = 0 THEN SUM(p.revenue) - SUM(p.cost_of_sales) END AS margin
    FROM member m
    JOIN {calendar} a ON a.grain = :grain AND a.ordinal >= m.ordinal AND a.starts_on >= :period_from AND a.starts_on <= :period_to
    JOIN {customer_period} p ON p.grain = 'month' AND p.customer = m.customer AND p.starts_on >= a.starts_on AND p.starts_on < a.ends_on
    GROUP BY m.cohort, m.begun_on, a.ordinal - m.ordinal, a.period, a.starts_on, p.customer, p.segment, p.site, p.channel
    HAVING SUM(p.orders) > 0 OR SUM(p.revenue - p.recurring) <> 0
)
-- figure
SELECT b.cohort, b.age, b.period, z.gained, b.orders, COUNT(*) AS customers, SUM(b.revenue) AS revenue, COUNT(b.margin) AS with_margin,
       COALESCE(SUM(CASE WHEN b.margin IS NOT NULL THEN b.revenue END), 0) AS revenue_with_margin, COALESCE(SUM(b.margin), 0) AS margin
FROM bought b
JOIN size z ON z.cohort = b.cohort
GROUP BY b.cohort, b.begun_on, b.age, b.period, b.starts_on, z.gained, b.orders
ORDER BY b.starts_on, b.begun_on NULLS LAST, b.orders NULLS LAST
-- rows
SELECT b.cohort, b.period, b.customer, b.segment, b.site, b.channel, b.orders, b.revenue, b.margin
FROM bought b
WHERE (CAST(:cohort AS VARCHAR) IS NULL OR b.cohort = :cohort)
  AND (CAST(:part AS VARCHAR) IS NULL OR (:part = 'bought' AND b.orders > 0) OR (:part = 'margin' AND b.orders > 0 AND b.margin IS NOT NULL)
   OR (:part = 'without order' AND b.orders = 0))
ORDER BY b.starts_on, b.begun_on NULLS LAST, b.revenue DESC NULLS LAST, b.customer NULLS LAST
