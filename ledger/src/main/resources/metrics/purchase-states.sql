-- name: purchase-states
-- question: How often did our customers come back to buy, when first and last, and what did they pay?
-- unit: customers, days with a sale after the first, and money in the reporting currency
-- grain: period, segment and state at its end
-- direction: none
-- no-data: nothing
-- source: buying_move
-- owner: chief customer officer
-- version: 2
-- not-comparable-when: other days count as purchases, or customers are told apart in another way
-- dimensions: segment, site, channel
-- parameters: first_on, last_on, x
WITH span AS (
    SELECT c.period, c.starts_on, c.ends_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
latest AS (
    SELECT s.period, s.starts_on, m.customer, MAX(m.moved_on) AS moved_on
    FROM span s
    JOIN {buying_move} m ON m.moved_on < s.ends_on
    WHERE m.moved_on <= :through
    GROUP BY s.period, s.starts_on, m.customer
),
state AS (
    SELECT l.period, l.starts_on, m.customer, m.first_on, m.last_on, m.x, m.spend, m.sold, m.kept
    FROM latest l
    JOIN {buying_move} m ON m.customer = l.customer AND m.moved_on = l.moved_on
    WHERE m.first_on IS NOT NULL
)
-- figure
SELECT t.period, k.segment, t.first_on, t.last_on, t.x, t.spend, COUNT(*) AS customers, SUM(t.sold) AS sold, SUM(t.kept) AS kept
FROM state t
JOIN {customer} k ON k.customer = t.customer
GROUP BY t.period, t.starts_on, k.segment, t.first_on, t.last_on, t.x, t.spend
ORDER BY t.starts_on, k.segment NULLS LAST, t.first_on NULLS LAST, t.last_on NULLS LAST, t.x NULLS LAST, t.spend NULLS LAST
-- rows
SELECT t.period, t.customer, k.segment, k.site, k.channel, t.first_on, t.last_on, t.x, t.spend, t.sold, t.kept
FROM state t
JOIN {customer} k ON k.customer = t.customer
WHERE (CAST(:first_on AS DATE) IS NULL OR t.first_on = CAST(:first_on AS DATE))
  AND (CAST(:last_on AS DATE) IS NULL OR t.last_on = CAST(:last_on AS DATE))
  AND (CAST(:x AS BIGINT) IS NULL OR t.x = CAST(:x AS BIGINT))
ORDER BY t.starts_on, t.last_on DESC NULLS LAST, t.x DESC NULLS LAST, t.customer NULLS LAST
