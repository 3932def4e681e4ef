-- name: whale-curve
-- question: How much do our best customers earn, and how much do others give back?
-- unit: customers ranked by contribution, and money in the reporting currency
-- grain: period and point of the curve
-- direction: none
-- no-data: nothing
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers
-- dimensions: segment, site, channel
-- parameters: window, part
-- finish: whale
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
-- figure
ranked AS (
    SELECT e.period, e.starts_on, e.customer, e.segment, e.site, e.channel, e.revenue, e.cost_of_sales, e.cost_to_serve, e.cost_to_communicate,
           e.contribution,
           ROW_NUMBER() OVER (PARTITION BY e.period ORDER BY e.contribution DESC NULLS LAST, e.customer NULLS LAST) AS place,
           SUM(e.contribution) OVER (PARTITION BY e.period ORDER BY e.contribution DESC NULLS LAST, e.customer NULLS LAST
                                     ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS cumulative
    FROM earned e
),
counted AS (
    SELECT e.period, COUNT(e.contribution) AS customers, COUNT(CASE WHEN e.contribution > 0 THEN 1 END) AS earning,
           COUNT(CASE WHEN e.contribution < 0 THEN 1 END) AS below_zero, COUNT(CASE WHEN e.contribution IS NULL THEN 1 END) AS without_cost,
           SUM(e.contribution) AS total
    FROM earned e
    GROUP BY e.period
)
SELECT r.period, r.place, n.customers, n.earning, n.below_zero, n.without_cost, r.cumulative, n.total
FROM ranked r
JOIN counted n ON n.period = r.period
WHERE r.contribution IS NOT NULL
  AND (r.place = 1 OR r.place = n.earning OR r.place = n.customers
       OR ca_floordiv(r.place * 100, n.customers) > ca_floordiv((r.place - 1) * 100, n.customers))
ORDER BY r.starts_on, r.place
-- rows
ranked AS (
    SELECT e.period, e.starts_on, e.customer, e.segment, e.site, e.channel, e.revenue, e.cost_of_sales, e.cost_to_serve, e.cost_to_communicate,
           e.contribution,
           ROW_NUMBER() OVER (PARTITION BY e.period ORDER BY e.contribution DESC NULLS LAST, e.customer NULLS LAST) AS place,
           SUM(e.contribution) OVER (PARTITION BY e.period ORDER BY e.contribution DESC NULLS LAST, e.customer NULLS LAST
                                     ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS cumulative
    FROM earned e
)
SELECT r.period, CASE WHEN r.contribution IS NOT NULL THEN r.place END AS place, r.customer, r.segment, r.site, r.channel, r.revenue, r.cost_of_sales,
       r.cost_to_serve, r.cost_to_communicate, r.contribution, CASE WHEN r.contribution IS NOT NULL THEN r.cumulative END AS cumulative
FROM ranked r
WHERE CAST(:part AS VARCHAR) IS NULL OR (:part = 'earning' AND r.contribution > 0) OR (:part = 'below-zero' AND r.contribution < 0)
   OR (:part = 'known' AND r.contribution IS NOT NULL) OR (:part = 'without-cost' AND r.contribution IS NULL)
ORDER BY r.starts_on, r.place
