-- name: repeat-purchases
-- question: On how many days did customers who had bought before buy again?
-- unit: customers, and days with a sale after each customer's first
-- grain: period
-- direction: up
-- no-data: zero
-- source: purchase
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: other days count as purchases, or customers are told apart in another way
-- dimensions: segment, site, channel
-- parameters: before
WITH day AS (
    SELECT f.customer, f.occurred_on
    FROM {purchase} f
    WHERE f.customer IS NOT NULL AND f.line_kind = 'sale' AND f.occurred_on <= :through
    GROUP BY f.customer, f.occurred_on
),
begun AS (
    SELECT d.customer, MIN(d.occurred_on) AS first_on
    FROM day d
    GROUP BY d.customer
    HAVING CAST(:before AS DATE) IS NULL OR MIN(d.occurred_on) < CAST(:before AS DATE)
)
-- figure
SELECT c.period, COUNT(DISTINCT b.customer) AS customers, COUNT(b.customer) AS purchases
FROM {calendar} c
LEFT JOIN day d ON d.occurred_on >= c.starts_on AND d.occurred_on < c.ends_on
LEFT JOIN begun b ON b.customer = d.customer AND b.first_on < d.occurred_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
GROUP BY c.period, c.starts_on
ORDER BY c.starts_on
-- rows
SELECT c.period, d.customer, k.segment, k.site, k.channel, d.occurred_on, b.first_on
FROM {calendar} c
JOIN day d ON d.occurred_on >= c.starts_on AND d.occurred_on < c.ends_on
JOIN begun b ON b.customer = d.customer AND b.first_on < d.occurred_on
JOIN {customer} k ON k.customer = d.customer
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on, d.occurred_on NULLS LAST, d.customer NULLS LAST
