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
