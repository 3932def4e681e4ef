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
WITH counted AS (
    SELECT p.period, SUM(p.opening) AS opening, SUM(p.gained) AS gained, SUM(p.regained) AS regained, SUM(p.lost) AS lost, SUM(p.closing) AS closing,
           SUM(p.gained_inside) AS gained_inside, SUM(p.regained_inside) AS regained_inside, SUM(p.lost_inside) AS lost_inside
    FROM {customer_period} p
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
    GROUP BY p.period
)
SELECT c.period, COALESCE(n.opening, 0) AS opening, COALESCE(n.gained, 0) AS gained, COALESCE(n.regained, 0) AS regained, COALESCE(n.lost, 0) AS lost,
       COALESCE(n.closing, 0) AS closing, COALESCE(n.gained + n.regained - n.lost, 0) AS net, COALESCE(n.gained_inside, 0) AS gained_inside,
       COALESCE(n.regained_inside, 0) AS regained_inside, COALESCE(n.lost_inside, 0) AS lost_inside
FROM {calendar} c
LEFT JOIN counted n ON n.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
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
