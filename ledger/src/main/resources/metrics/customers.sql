-- name: customers
-- question: Who are our customers, and how do they stand?
-- unit: customers
-- grain: period and customer
-- direction: none
-- no-data: nothing
-- source: customer_period, customer
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition differs
-- dimensions: segment, site, channel
-- parameters: state, customer, among
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, k.first_on, p.orders, p.revenue, p.contribution, p.recurring, p.value,
       p.prior_value
FROM {customer_period} p
JOIN {customer} k ON k.customer = p.customer
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
  AND (CAST(:state AS VARCHAR) IS NULL OR p.state = :state)
  AND (CAST(:customer AS BIGINT) IS NULL OR p.customer = CAST(:customer AS BIGINT))
  AND (CAST(:among AS VARCHAR) IS NULL OR :among LIKE '%,' || CAST(p.customer AS VARCHAR) || ',%')
ORDER BY p.starts_on, p.value DESC NULLS LAST, p.customer NULLS LAST
