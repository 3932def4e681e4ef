-- name: value-by-segment
-- question: Which segments hold our customers and their value?
-- unit: customers, and money of the value window
-- grain: period and segment
-- direction: up
-- no-data: zero
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity or the value definition differs
-- dimensions: segment, site, channel
SELECT p.period, p.segment, SUM(p.closing) AS customers, SUM(p.gained) AS gained, SUM(p.regained) AS regained, SUM(p.lost) AS lost,
       SUM(CASE WHEN p.closing = 1 THEN p.value ELSE 0 END) AS value, SUM(p.revenue) AS revenue, SUM(p.contribution) AS contribution
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
GROUP BY p.period, p.starts_on, p.segment
ORDER BY p.starts_on, value DESC NULLS LAST, p.segment NULLS LAST
-- rows
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, p.revenue, p.contribution, p.value
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
ORDER BY p.starts_on, p.segment NULLS LAST, p.value DESC NULLS LAST, p.customer NULLS LAST
