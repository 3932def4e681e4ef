-- name: unknown-customer
-- question: What was sold to customers we cannot name?
-- unit: lines, and money in the reporting currency
-- grain: period and site
-- direction: down
-- no-data: zero
-- source: unknown_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: never
-- dimensions: site
SELECT c.period, u.site, u.lines, u.revenue, u.cost_of_sales
FROM {calendar} c
JOIN {unknown_period} u ON u.grain = c.grain AND u.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on, u.site NULLS FIRST
-- rows
SELECT c.period, p.order_id, p.line_id, p.line_kind, p.product, p.amount, p.occurred_on, p.site, p.batch, p.line
FROM {calendar} c
JOIN {purchase} p ON p.occurred_on >= c.starts_on AND p.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND p.customer IS NULL
ORDER BY c.starts_on, p.occurred_on NULLS LAST, p.source NULLS LAST, p.key NULLS LAST
