-- name: contribution-split
-- question: Which segments, sites and channels leave us what after their costs?
-- unit: money in the reporting currency
-- grain: period, split and name
-- direction: up
-- no-data: nothing
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers
-- dimensions: segment, site, channel
-- parameters: split
WITH part AS (
    SELECT p.period, p.starts_on, 'segment' AS split, p.segment AS name, p.customer, p.revenue, p.cost_of_sales, p.cost_to_serve, p.cost_to_communicate, p.contribution
    FROM {customer_period} p
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
    UNION ALL
    SELECT p.period, p.starts_on, 'site' AS split, p.site AS name, p.customer, p.revenue, p.cost_of_sales, p.cost_to_serve, p.cost_to_communicate, p.contribution
    FROM {customer_period} p
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
    UNION ALL
    SELECT p.period, p.starts_on, 'channel' AS split, p.channel AS name, p.customer, p.revenue, p.cost_of_sales, p.cost_to_serve, p.cost_to_communicate, p.contribution
    FROM {customer_period} p
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
)
SELECT x.period, x.split, x.name, COUNT(x.contribution) AS customers, SUM(CASE WHEN x.contribution IS NOT NULL THEN x.revenue ELSE 0 END) AS revenue,
       SUM(CASE WHEN x.contribution IS NOT NULL THEN x.cost_of_sales ELSE 0 END) AS cost_of_sales,
       SUM(CASE WHEN x.contribution IS NOT NULL THEN x.cost_to_serve ELSE 0 END) AS cost_to_serve,
       SUM(CASE WHEN x.contribution IS NOT NULL THEN x.cost_to_communicate ELSE 0 END) AS cost_to_communicate,
       COALESCE(SUM(x.contribution), 0) AS contribution, COUNT(CASE WHEN x.contribution IS NULL THEN 1 END) AS customers_without_cost,
       SUM(CASE WHEN x.contribution IS NULL THEN x.revenue ELSE 0 END) AS revenue_without_cost
FROM part x
WHERE CAST(:split AS VARCHAR) IS NULL OR x.split = :split
GROUP BY x.period, x.starts_on, x.split, x.name
ORDER BY x.starts_on, CASE x.split WHEN 'segment' THEN 1 WHEN 'site' THEN 2 ELSE 3 END NULLS LAST, contribution DESC NULLS LAST, x.name NULLS LAST
-- rows
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, p.revenue, p.cost_of_sales, p.cost_to_serve, p.cost_to_communicate,
       p.contribution
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
ORDER BY p.starts_on, p.contribution DESC NULLS LAST, p.customer NULLS LAST
