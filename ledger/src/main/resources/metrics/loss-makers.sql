-- name: loss-makers
-- question: Which customers cost more than they bring?
-- unit: customers, and money in the reporting currency
-- grain: period
-- direction: down
-- no-data: zero
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers, or the cost rules differ
-- dimensions: segment, site, channel
-- parameters: window
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.starts_on) WHEN CAST(:window AS VARCHAR) = 'all' THEN 0
                WHEN CAST(:window AS VARCHAR) = 'half' THEN ca_midx(c.ends_on) - 6 ELSE ca_midx(c.ends_on) - 12 END AS first_month
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
-- figure
earned AS (
    SELECT s.period, p.customer, CASE WHEN COUNT(*) = COUNT(p.contribution) THEN SUM(p.contribution) END AS contribution
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.first_month AND ca_midx(p.starts_on) < s.end_month
    GROUP BY s.period, p.customer
)
SELECT s.period, COUNT(CASE WHEN e.contribution < 0 THEN 1 END) AS customers, COALESCE(SUM(CASE WHEN e.contribution < 0 THEN e.contribution END), 0) AS contribution
FROM span s
LEFT JOIN earned e ON e.period = s.period
GROUP BY s.period, s.starts_on
ORDER BY s.starts_on
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
WHERE e.contribution < 0
ORDER BY e.starts_on, e.contribution NULLS LAST, e.customer NULLS LAST
