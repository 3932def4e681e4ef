-- name: audit-tenths
-- question: How different are customers: what does each tenth of them bring, and how many bring each tenth of the revenue?
-- unit: customers with an order, orders, and money in the reporting currency; contracts are no orders and are left out
-- grain: period, way of cutting (customers, revenue, orders) and part, best first
-- direction: none
-- no-data: nothing
-- source: customer_period
-- owner: chief customer officer
-- version: 2
-- not-comparable-when: orders are numbered in another way
-- dimensions: segment, site, channel
-- parameters: window, cut, part
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
),
ranked AS (
    SELECT b.period, b.starts_on, b.customer, b.segment, b.site, b.channel, b.orders, b.revenue, b.margin,
           ROW_NUMBER() OVER (PARTITION BY b.period ORDER BY b.revenue DESC NULLS LAST, b.customer NULLS LAST) AS place,
           COUNT(*) OVER (PARTITION BY b.period) AS buyers, SUM(b.revenue) OVER (PARTITION BY b.period) AS total,
           SUM(b.revenue) OVER (PARTITION BY b.period ORDER BY b.revenue DESC NULLS LAST, b.customer NULLS LAST
                                ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) - b.revenue AS above
    FROM bought b
    WHERE b.orders > 0
),
earned AS (
    SELECT b.period, b.starts_on, b.customer, b.segment, b.site, b.channel, b.orders, b.revenue, b.margin,
           ROW_NUMBER() OVER (PARTITION BY b.period ORDER BY b.margin DESC NULLS LAST, b.customer NULLS LAST) AS place,
           COUNT(*) OVER (PARTITION BY b.period) AS buyers, SUM(b.margin) OVER (PARTITION BY b.period) AS total
    FROM bought b
    WHERE b.orders > 0 AND b.margin IS NOT NULL
),
cut AS (
    SELECT 'customers' AS cut, ca_floordiv((r.place - 1) * 10, r.buyers) + 1 AS ordinal, r.period, r.starts_on, r.customer, r.segment, r.site,
           r.channel, r.orders, r.revenue, r.margin, r.revenue AS counted, r.buyers, r.total
    FROM ranked r
    UNION ALL
    SELECT 'revenue' AS cut,
           CASE WHEN 10 * r.above >= 9 * r.total THEN 10 WHEN 10 * r.above >= 8 * r.total THEN 9 WHEN 10 * r.above >= 7 * r.total THEN 8
                WHEN 10 * r.above >= 6 * r.total THEN 7 WHEN 10 * r.above >= 5 * r.total THEN 6 WHEN 10 * r.above >= 4 * r.total THEN 5
                WHEN 10 * r.above >= 3 * r.total THEN 4 WHEN 10 * r.above >= 2 * r.total THEN 3 WHEN 10 * r.above >= r.total THEN 2
                ELSE 1 END AS ordinal,
           r.period, r.starts_on, r.customer, r.segment, r.site, r.channel, r.orders, r.revenue, r.margin, r.revenue AS counted, r.buyers, r.total
    FROM ranked r
    WHERE r.total > 0
    UNION ALL
    SELECT 'orders' AS cut,
           CASE WHEN r.orders <= 3 THEN r.orders WHEN r.orders <= 5 THEN 4 WHEN r.orders <= 10 THEN 5 WHEN r.orders <= 20 THEN 6 ELSE 7 END AS ordinal,
           r.period, r.starts_on, r.customer, r.segment, r.site, r.channel, r.orders, r.revenue, r.margin, r.revenue AS counted, r.buyers, r.total
    FROM ranked r
    UNION ALL
    SELECT 'profit' AS cut, ca_floordiv((e.place - 1) * 10, e.buyers) + 1 AS ordinal, e.period, e.starts_on, e.customer, e.segment, e.site,
           e.channel, e.orders, e.revenue, e.margin, e.margin AS counted, e.buyers, e.total
    FROM earned e
),
named AS (
    SELECT u.cut, u.ordinal, u.period, u.starts_on, u.customer, u.segment, u.site, u.channel, u.orders, u.revenue, u.margin, u.counted, u.buyers, u.total,
           CASE WHEN u.cut <> 'orders' THEN CAST(u.ordinal AS VARCHAR) || ' of 10' WHEN u.ordinal <= 3 THEN CAST(u.ordinal AS VARCHAR)
                WHEN u.ordinal = 4 THEN '4 to 5' WHEN u.ordinal = 5 THEN '6 to 10' WHEN u.ordinal = 6 THEN '11 to 20' ELSE 'over 20' END AS part
    FROM cut u
)
-- figure
SELECT n.period, n.cut, n.part, COUNT(*) AS customers, SUM(n.orders) AS orders, SUM(n.revenue) AS revenue, MAX(n.counted) AS highest,
       MIN(n.counted) AS lowest, SUM(n.counted) AS counted, n.buyers, n.total
FROM named n
GROUP BY n.period, n.starts_on, n.cut, n.ordinal, n.part, n.buyers, n.total
ORDER BY n.starts_on, n.cut NULLS LAST, n.ordinal
-- rows
SELECT n.period, n.cut, n.part, n.customer, n.segment, n.site, n.channel, n.orders, n.revenue, n.margin
FROM named n
WHERE n.cut = COALESCE(CAST(:cut AS VARCHAR), 'customers') AND (CAST(:part AS VARCHAR) IS NULL OR n.part = :part)
ORDER BY n.starts_on, n.ordinal, n.counted DESC NULLS LAST, n.customer NULLS LAST
