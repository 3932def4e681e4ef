-- name: audit-period
-- question: How many customers bought, how often, for how much, and what did it leave?
-- unit: customers, orders, and money in the reporting currency; contracts are no orders and are left out
-- grain: period
-- direction: up
-- no-data: nothing
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers, or orders are numbered in another way
-- dimensions: segment, site, channel
-- parameters: window, part
-- finish: audit
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.starts_on) WHEN CAST(:window AS VARCHAR) = 'all' THEN 0
                WHEN CAST(:window AS VARCHAR) = 'half' THEN ca_midx(c.ends_on) - 6 ELSE ca_midx(c.ends_on) - 12 END AS first_month
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
bought AS (
    SELECT s.period, s.starts_on, p.customer, p.segment, p.site, p.channel, SUM(p.orders) AS orders, SUM(p.revenue - p.recurring) AS revenue,
           CASE WHEN COUNT(*) = COUNT(p.cost_of_sales) AND SUM(ABS(p.recurring)) = 0 THEN SUM(p.revenue) - SUM(p.cost_of_sales) END AS margin
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.first_month AND ca_midx(p.starts_on) < s.end_month
    GROUP BY s.period, s.starts_on, p.customer, p.segment, p.site, p.channel
    HAVING SUM(p.orders) > 0 OR SUM(p.revenue - p.recurring) <> 0
)
-- figure
SELECT b.period, b.orders, COUNT(*) AS customers, SUM(b.revenue) AS revenue, COUNT(b.margin) AS with_margin,
       COALESCE(SUM(CASE WHEN b.margin IS NOT NULL THEN b.revenue END), 0) AS revenue_with_margin, COALESCE(SUM(b.margin), 0) AS margin
FROM bought b
GROUP BY b.period, b.starts_on, b.orders
ORDER BY b.starts_on, b.orders NULLS LAST
-- rows
SELECT b.period, b.customer, b.segment, b.site, b.channel, b.orders, b.revenue, b.margin
FROM bought b
WHERE CAST(:part AS VARCHAR) IS NULL OR (:part = 'bought' AND b.orders > 0) OR (:part = 'margin' AND b.orders > 0 AND b.margin IS NOT NULL)
   OR (:part = 'without order' AND b.orders = 0)
ORDER BY b.starts_on, b.revenue DESC NULLS LAST, b.customer NULLS LAST
