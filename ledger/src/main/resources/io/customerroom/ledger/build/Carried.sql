-- name: net_zero
-- one row per customer and month whose sales and returns cancel out
SELECT customer, midx FROM customer_month WHERE revenue = 0 AND revenue_rows > 0

-- name: write_net_zero
SELECT customer, midx FROM net_zero ORDER BY customer, midx

-- name: write_settled
SELECT customer, segment, site, channel, first_on, bought, site_after, site_at, channel_after, channel_at FROM settled_customer ORDER BY customer

-- name: total
-- one row per grain, period and whether the cost of sales is known: the sums of one part of customer_period
SELECT CAST(:part AS BIGINT) AS part, grain, period, starts_on, CASE WHEN cost_of_sales IS NULL THEN 0 ELSE 1 END AS known,
       CAST(SUM(opening) AS BIGINT) AS opening, CAST(SUM(gained) AS BIGINT) AS gained, CAST(SUM(regained) AS BIGINT) AS regained,
       CAST(SUM(lost) AS BIGINT) AS lost, CAST(SUM(closing) AS BIGINT) AS closing, CAST(SUM(gained_inside) AS BIGINT) AS gained_inside,
       CAST(SUM(regained_inside) AS BIGINT) AS regained_inside, CAST(SUM(lost_inside) AS BIGINT) AS lost_inside,
       CAST(SUM(orders) AS BIGINT) AS orders, SUM(revenue) AS revenue, SUM(cost_of_sales) AS cost_of_sales, SUM(cost_to_serve) AS cost_to_serve,
       SUM(cost_to_communicate) AS cost_to_communicate, SUM(contribution) AS contribution,
       CAST(COUNT(CASE WHEN opening + gained + regained - lost <> closing
                         OR contribution IS DISTINCT FROM revenue - cost_of_sales - cost_to_serve - cost_to_communicate THEN 1 END) AS BIGINT) AS torn
FROM period_part
GROUP BY grain, period, starts_on, CASE WHEN cost_of_sales IS NULL THEN 0 ELSE 1 END

-- name: write_total
SELECT * FROM total ORDER BY part, grain, starts_on, known

-- name: sums
-- the parts' totals in the shape of customer_period: per period one row for all customers, and one for the money of those whose cost is not known
CREATE VIEW customer_period AS
SELECT grain, period, starts_on, 0 AS customer, SUM(opening) AS opening, SUM(gained) AS gained, SUM(regained) AS regained, SUM(lost) AS lost,
       SUM(closing) AS closing, SUM(gained_inside) AS gained_inside, SUM(regained_inside) AS regained_inside, SUM(lost_inside) AS lost_inside,
       SUM(CASE WHEN known = 1 THEN orders ELSE 0 END) AS orders, SUM(CASE WHEN known = 1 THEN revenue END) AS revenue, SUM(cost_of_sales) AS cost_of_sales,
       SUM(CASE WHEN known = 1 THEN cost_to_serve END) AS cost_to_serve, SUM(CASE WHEN known = 1 THEN cost_to_communicate END) AS cost_to_communicate,
       SUM(contribution) AS contribution
FROM total
GROUP BY grain, period, starts_on
UNION ALL
SELECT grain, period, starts_on, 1, 0, 0, 0, 0, 0, 0, 0, 0, SUM(orders), SUM(revenue), NULL, SUM(cost_to_serve), SUM(cost_to_communicate), NULL
FROM total
WHERE known = 0
GROUP BY grain, period, starts_on

-- name: torn
-- one row: how many rows, of all parts, do not add up in themselves
SELECT CAST(COALESCE(SUM(torn), 0) AS BIGINT) AS torn FROM total
