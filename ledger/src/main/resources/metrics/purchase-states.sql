-- name: purchase-states
-- question: How often did our customers come back to buy, when first and last, and what did they pay?
-- unit: customers, days with a sale after the first, and money in the reporting currency
-- grain: period, segment and state at its end
-- direction: none
-- no-data: nothing
-- source: purchase
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
day AS (
    SELECT s.period, s.starts_on, f.customer, f.occurred_on, COUNT(CASE WHEN f.line_kind = 'sale' THEN 1 END) AS sales,
           SUM(CASE WHEN f.line_kind = 'sale' THEN f.amount ELSE 0 END) AS sold, SUM(f.amount) AS kept
    FROM span s
    JOIN {purchase} f ON f.occurred_on < s.ends_on
    WHERE f.customer IS NOT NULL AND f.occurred_on <= :through
    GROUP BY s.period, s.starts_on, f.customer, f.occurred_on
),
history AS (
    SELECT d.period, d.starts_on, d.customer, MIN(CASE WHEN d.sales > 0 THEN d.occurred_on END) AS first_on,
           MAX(CASE WHEN d.sales > 0 THEN d.occurred_on END) AS last_on, COUNT(CASE WHEN d.sales > 0 THEN 1 END) - 1 AS x,
           SUM(d.sold) AS sold, SUM(d.kept) AS kept
    FROM day d
    GROUP BY d.period, d.starts_on, d.customer
    HAVING SUM(d.sales) > 0
),
state AS (
    SELECT h.period, h.starts_on, h.customer, h.first_on, h.last_on, h.x, h.sold - d.sold AS spend, h.sold, h.kept
    FROM history h
    JOIN day d ON d.period = h.period AND d.customer = h.customer AND d.occurred_on = h.first_on
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
