-- name: value-flow
-- question: What value came, came back, grew, shrank and left with our customers?
-- unit: money, revenue or contribution of the value window
-- grain: period
-- direction: up
-- no-data: zero
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity or the value definition differs
-- dimensions: segment, site, channel
WITH moved AS (
    SELECT p.period, SUM(CASE WHEN p.opening = 1 THEN p.prior_value ELSE 0 END) AS opening,
           SUM(CASE WHEN p.gained > 0 THEN p.value ELSE 0 END) AS gained,
           SUM(CAST(p.value AS DECIMAL(28, 10)) * p.regained) AS regained,
           SUM(CASE WHEN p.opening = 1 AND p.lost = 0 AND p.value > p.prior_value THEN p.value - p.prior_value ELSE 0 END) AS increased,
           SUM(CASE WHEN p.opening = 1 AND p.lost = 0 AND p.value < p.prior_value THEN p.prior_value - p.value ELSE 0 END) AS decreased,
           SUM(CASE WHEN p.lost = 0 THEN 0
                    WHEN p.opening = 1 THEN p.prior_value + CAST(p.value AS DECIMAL(28, 10)) * (p.lost - 1)
                    ELSE CAST(p.value AS DECIMAL(28, 10)) * p.lost END) AS lost,
           SUM(CASE WHEN p.closing = 1 THEN p.value ELSE 0 END) AS closing,
           SUM(CAST(p.value AS DECIMAL(28, 10)) * (p.gained + p.regained)) AS value_in,
           SUM(CASE WHEN p.lost = 0 THEN 0
                    WHEN p.opening = 1 THEN p.prior_value + CAST(p.value AS DECIMAL(28, 10)) * (p.lost - 1)
                    ELSE CAST(p.value AS DECIMAL(28, 10)) * p.lost END) AS value_out
    FROM {customer_period} p
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
    GROUP BY p.period
)
SELECT c.period, COALESCE(v.opening, 0) AS opening, COALESCE(v.gained, 0) AS gained, COALESCE(v.regained, 0) AS regained,
       COALESCE(v.increased, 0) AS increased, COALESCE(v.decreased, 0) AS decreased, COALESCE(v.lost, 0) AS lost,
       COALESCE(v.closing, 0) AS closing, COALESCE(v.value_in, 0) AS value_in, COALESCE(v.value_out, 0) AS value_out
FROM {calendar} c
LEFT JOIN moved v ON v.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on
-- rows
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, p.opening, p.closing, p.prior_value, p.value
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
  AND p.opening + p.gained + p.regained + p.lost + p.closing > 0
ORDER BY p.starts_on, CASE WHEN p.opening = 1 THEN p.prior_value ELSE p.value END DESC NULLS LAST, p.customer NULLS LAST
