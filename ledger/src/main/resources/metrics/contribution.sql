-- name: contribution
-- question: What did our customers leave us after their costs?
-- unit: money in the reporting currency
-- grain: period
-- direction: up
-- no-data: zero
-- source: customer_period, company_cost
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers
-- dimensions: segment, site, channel
WITH earned AS (
    SELECT p.period, COUNT(p.contribution) AS customers, SUM(CASE WHEN p.contribution IS NOT NULL THEN p.revenue END) AS revenue,
           SUM(p.cost_of_sales) AS cost_of_sales, SUM(CASE WHEN p.contribution IS NOT NULL THEN p.cost_to_serve END) AS cost_to_serve,
           SUM(CASE WHEN p.contribution IS NOT NULL THEN p.cost_to_communicate END) AS cost_to_communicate,
           SUM(p.contribution) AS contribution, SUM(CASE WHEN p.contribution IS NULL THEN p.revenue END) AS revenue_without_cost,
           SUM(CASE WHEN p.contribution IS NULL THEN p.cost_to_serve + p.cost_to_communicate END) AS costs_without_contribution
    FROM {customer_period} p
    WHERE p.grain = :grain
    GROUP BY p.period
),
company AS (
    SELECT x.period, SUM(x.amount) AS amount FROM {company_cost} x WHERE x.grain = :grain GROUP BY x.period
)
SELECT c.period, COALESCE(e.revenue, 0) AS revenue, COALESCE(e.cost_of_sales, 0) AS cost_of_sales, COALESCE(e.cost_to_serve, 0) AS cost_to_serve,
       COALESCE(e.cost_to_communicate, 0) AS cost_to_communicate, COALESCE(e.contribution, 0) AS contribution,
       COALESCE(e.customers, 0) AS customers, COALESCE(e.revenue_without_cost, 0) AS revenue_without_cost,
       COALESCE(e.costs_without_contribution, 0) AS costs_without_contribution, COALESCE(x.amount, 0) AS costs_of_no_customer
FROM {calendar} c
LEFT JOIN earned e ON e.period = c.period
LEFT JOIN company x ON x.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on
-- rows
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, p.revenue, p.cost_of_sales, p.cost_to_serve, p.cost_to_communicate,
       p.contribution
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to AND p.contribution IS NOT NULL
ORDER BY p.starts_on, p.contribution DESC NULLS LAST, p.customer NULLS LAST
