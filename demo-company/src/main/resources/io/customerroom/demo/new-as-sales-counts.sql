-- name: new-as-sales-counts
-- question: How many new ones does sales count, and how many customers are new?
-- unit: contracts and first purchases, and customers
-- grain: period
-- direction: none
-- no-data: zero
-- source: contract, purchase, customer_period
-- owner: head of sales
-- version: 1
-- not-comparable-when: the activity definition differs
-- dimensions: segment, site, channel
WITH begun AS (
    SELECT c.period, COUNT(t.key) AS contracts
    FROM {calendar} c
    JOIN {contract} t ON t.started_on >= c.starts_on AND t.started_on < c.ends_on AND t.started_on <= :through
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
    GROUP BY c.period
),
shoppers AS (
    SELECT c.period, COUNT(*) AS customers
    FROM {calendar} c
    JOIN (SELECT b.customer, MIN(b.occurred_on) AS first_on
          FROM {purchase} b
          WHERE b.customer IS NOT NULL AND b.line_kind = 'sale'
          GROUP BY b.customer) f ON f.first_on >= c.starts_on AND f.first_on < c.ends_on
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
    GROUP BY c.period
),
came AS (
    SELECT p.period, SUM(p.gained) AS customers
    FROM {customer_period} p
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
    GROUP BY p.period
)
SELECT c.period, COALESCE(b.contracts, 0) + COALESCE(s.customers, 0) AS new_as_sales_counts, COALESCE(b.contracts, 0) AS contracts_begun,
       COALESCE(s.customers, 0) AS first_purchases, COALESCE(g.customers, 0) AS gained_customers,
       COALESCE(b.contracts, 0) + COALESCE(s.customers, 0) - COALESCE(g.customers, 0) AS gap
FROM {calendar} c
LEFT JOIN begun b ON b.period = c.period
LEFT JOIN shoppers s ON s.period = c.period
LEFT JOIN came g ON g.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on
