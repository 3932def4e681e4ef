-- name: customer-math
-- question: How many customers came, came back and left?
-- unit: customers
-- grain: period
-- direction: none
-- no-data: zero
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition differs
-- dimensions: segment, site, channel
-- parameters: part
SELECT c.period, COALESCE(SUM(p.opening), 0) AS opening, COALESCE(SUM(p.gained), 0) AS gained, COALESCE(SUM(p.regained), 0) AS regained,
       COALESCE(SUM(p.lost), 0) AS lost, COALESCE(SUM(p.closing), 0) AS closing,
       COALESCE(SUM(p.gained + p.regained - p.lost), 0) AS net, COALESCE(SUM(p.gained_inside), 0) AS gained_inside,
       COALESCE(SUM(p.regained_inside), 0) AS regained_inside, COALESCE(SUM(p.lost_inside), 0) AS lost_inside
FROM {calendar} c
LEFT JOIN {customer_period} p ON p.grain = c.grain AND p.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
GROUP BY c.period, c.starts_on
ORDER BY c.starts_on
-- rows
SELECT p.period, p.customer, p.segment, p.site, p.channel, p.state, p.opening, p.gained, p.regained, p.lost, p.closing, p.revenue, p.value,
       p.prior_value
FROM {customer_period} p
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
  AND p.opening + p.gained + p.regained + p.lost + p.closing > 0
  AND (CAST(:part AS VARCHAR) IS NULL OR (:part = 'opening' AND p.opening > 0) OR (:part = 'gained' AND p.gained > 0)
       OR (:part = 'regained' AND p.regained > 0) OR (:part = 'in' AND p.gained + p.regained > 0) OR (:part = 'lost' AND p.lost > 0)
       OR (:part = 'moved' AND p.gained + p.regained + p.lost > 0)
       OR (:part = 'closing' AND p.closing > 0))
ORDER BY p.starts_on, CASE WHEN p.opening = 1 THEN p.prior_value ELSE p.value END DESC NULLS LAST, p.customer NULLS LAST
