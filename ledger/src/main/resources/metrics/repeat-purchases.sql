-- name: repeat-purchases
-- question: On how many days did customers who had bought before buy again?
-- unit: customers, and days with a sale after each customer's first
-- grain: period
-- direction: up
-- no-data: zero
-- source: buying_move
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: other days count as purchases, or customers are told apart in another way
-- dimensions: segment, site, channel
-- parameters: before
WITH day AS (
    SELECT f.customer, f.moved_on AS occurred_on, f.first_on
    FROM {buying_move} f
    WHERE f.last_on = f.moved_on AND f.moved_on <= :through
),
begun AS (
    SELECT d.customer, d.occurred_on, d.first_on
    FROM day d
    WHERE d.first_on < d.occurred_on AND (CAST(:before AS DATE) IS NULL OR d.first_on < CAST(:before AS DATE))
)
-- figure
SELECT c.period, COUNT(DISTINCT b.customer) AS customers, COUNT(b.customer) AS purchases
FROM {calendar} c
LEFT JOIN begun b ON b.occurred_on >= c.starts_on AND b.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
GROUP BY c.period, c.starts_on
ORDER BY c.starts_on
-- rows
SELECT c.period, b.customer, k.segment, k.site, k.channel, b.occurred_on, b.first_on
FROM {calendar} c
JOIN begun b ON b.occurred_on >= c.starts_on AND b.occurred_on < c.ends_on
JOIN {customer} k ON k.customer = b.customer
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on, b.occurred_on NULLS LAST, b.customer NULLS LAST
