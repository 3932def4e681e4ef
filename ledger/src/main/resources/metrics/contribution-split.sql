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
-- parameters: window, split
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.starts_on) WHEN CAST(:window AS VARCHAR) = 'all' THEN 0
                WHEN CAST(:window AS VARCHAR) = 'half' THEN ca_midx(c.ends_on) - 6 ELSE ca_midx(c.ends_on) - 12 END AS first_month
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
-- figure
earned AS (
    SELECT s.period, s.starts_on, p.customer, p.segment, p.site, p.channel, SUM(p.revenue) AS revenue, SUM(p.cost_of_sales) AS cost_of_sales,
           SUM(p.cost_to_serve) AS cost_to_serve, SUM(p.cost_to_communicate) AS cost_to_communicate,
           CASE WHEN COUNT(*) = COUNT(p.contribution) THEN SUM(p.contribution) END AS contribution
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.first_month AND ca_midx(p.starts_on) < s.end_month
    GROUP BY s.period, s.starts_on, p.customer, p.segment, p.site, p.channel
),
part AS (
    SELECT e.period, e.starts_on, 'segment' AS split, e.segment AS name, e.revenue, e.cost_of_sales, e.cost_to_serve, e.cost_to_communicate, e.contribution
    FROM earned e
    UNION ALL
    SELECT e.period, e.starts_on, 'site' AS split, e.site AS name, e.revenue, e.cost_of_sales, e.cost_to_serve, e.cost_to_communicate, e.contribution
    FROM earned e
    UNION ALL
    SELECT e.period, e.starts_on, 'channel' AS split, e.channel AS name, e.revenue, e.cost_of_sales, e.cost_to_serve, e.cost_to_communicate, e.contribution
    FROM earned e
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
earned AS (
    SELECT s.period, s.starts_on, p.customer, p.segment, p.site, p.channel, SUM(p.revenue) AS revenue, SUM(p.cost_of_sales) AS cost_of_sales,
           SUM(p.cost_to_serve) AS cost_to_serve, SUM(p.cost_to_communicate) AS cost_to_communicate,
           CASE WHEN COUNT(*) = COUNT(p.contribution) THEN SUM(p.contribution) END AS contribution
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.first_month AND ca_midx(p.starts_on) < s.end_month
    GROUP BY s.period, s.starts_on, p.customer, p.segment, p.site, p.channel
)
SELECT e.period, e.customer, e.segment, e.site, e.channel, e.revenue, e.cost_of_sales, e.cost_to_serve, e.cost_to_communicate, e.contribution
FROM earned e
ORDER BY e.starts_on, e.contribution DESC NULLS LAST, e.customer NULLS LAST
