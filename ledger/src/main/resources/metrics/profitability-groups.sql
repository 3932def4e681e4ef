-- name: profitability-groups
-- question: What do our best, our middling and our loss-making customers leave us?
-- unit: customers, and money in the reporting currency
-- grain: period and group
-- direction: up
-- no-data: nothing
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers, or the groups are cut in another way
-- dimensions: segment, site, channel
-- parameters: window, groups, profit_group
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.starts_on) WHEN CAST(:window AS VARCHAR) = 'all' THEN 0
                WHEN CAST(:window AS VARCHAR) = 'half' THEN ca_midx(c.ends_on) - 6 ELSE ca_midx(c.ends_on) - 12 END AS first_month
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
earned AS (
    SELECT s.period, s.starts_on, p.customer, p.segment, p.site, p.channel, SUM(p.revenue) AS revenue, SUM(p.cost_of_sales) AS cost_of_sales,
           SUM(p.cost_to_serve) AS cost_to_serve, SUM(p.cost_to_communicate) AS cost_to_communicate,
           CASE WHEN COUNT(*) = COUNT(p.contribution) THEN SUM(p.contribution) END AS contribution
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.first_month AND ca_midx(p.starts_on) < s.end_month
    GROUP BY s.period, s.starts_on, p.customer, p.segment, p.site, p.channel
),
placed AS (
    SELECT e.period, e.starts_on, e.customer, e.segment, e.site, e.channel, e.revenue, e.cost_of_sales, e.cost_to_serve, e.cost_to_communicate,
           e.contribution, COALESCE(CAST(:groups AS BIGINT), 5) AS parts,
           ROW_NUMBER() OVER (PARTITION BY e.period ORDER BY e.contribution DESC NULLS LAST, e.customer NULLS LAST) AS place,
           SUM(CASE WHEN e.contribution >= 0 THEN 1 ELSE 0 END) OVER (PARTITION BY e.period) AS above
    FROM earned e
),
numbered AS (
    SELECT p.period, p.starts_on, p.customer, p.segment, p.site, p.channel, p.revenue, p.cost_of_sales, p.cost_to_serve, p.cost_to_communicate,
           p.contribution, p.parts, p.place,
           CASE WHEN p.contribution IS NULL THEN p.parts + 2 WHEN p.contribution < 0 THEN p.parts + 1
                ELSE ca_floordiv((p.place - 1) * p.parts, p.above) + 1 END AS ordinal
    FROM placed p
),
grouped AS (
    SELECT n.period, n.starts_on, n.customer, n.segment, n.site, n.channel, n.revenue, n.cost_of_sales, n.cost_to_serve, n.cost_to_communicate,
           n.contribution, n.place, n.ordinal,
           CASE WHEN n.contribution IS NULL THEN 'cost not known' WHEN n.contribution < 0 THEN 'below zero'
                ELSE CAST(n.ordinal AS VARCHAR) || ' of ' || CAST(n.parts AS VARCHAR) END AS profit_group
    FROM numbered n
)
-- figure
SELECT g.period, g.profit_group, COUNT(*) AS customers, SUM(g.revenue) AS revenue,
       SUM(CASE WHEN g.contribution IS NOT NULL THEN g.cost_of_sales END) AS cost_of_sales, SUM(g.cost_to_serve) AS cost_to_serve,
       SUM(g.cost_to_communicate) AS cost_to_communicate, SUM(g.contribution) AS contribution, MIN(g.contribution) AS lowest,
       MAX(g.contribution) AS highest
FROM grouped g
GROUP BY g.period, g.starts_on, g.profit_group, g.ordinal
ORDER BY g.starts_on, g.ordinal
-- rows
SELECT g.period, g.profit_group, g.customer, g.segment, g.site, g.channel, g.revenue, g.cost_of_sales, g.cost_to_serve, g.cost_to_communicate,
       g.contribution
FROM grouped g
WHERE CAST(:profit_group AS VARCHAR) IS NULL OR g.profit_group = :profit_group
ORDER BY g.starts_on, g.place
