-- What the cost rules of the comparison book: a delivery per order at the rate of its day, a picked line per sale, a return per order and day. One row
-- per entry, and one per customer and month with what serving cost, as the ledger keeps both.
CREATE TEMP VIEW line AS
SELECT customer, CAST(occurred_at AS DATE) AS day, "order", quantity, site
FROM read_parquet('${in}')
WHERE customer IS NOT NULL;

CREATE TEMP TABLE entry AS
WITH first_sale AS (
    SELECT customer, "order", min(day) AS day, min(site) AS site FROM line WHERE quantity > 0 GROUP BY customer, "order"
), came_back AS (
    SELECT customer, "order", day, min(site) AS site FROM line WHERE quantity < 0 GROUP BY customer, "order", day
), happened AS (
    SELECT customer, day, site, 'delivery' AS activity, CASE WHEN day < DATE '2025-01-01' THEN 4.50 ELSE 4.95 END AS rate FROM first_sale
    UNION ALL
    SELECT customer, day, site, 'picking', 0.05 FROM line WHERE quantity > 0
    UNION ALL
    SELECT customer, day, site, 'return', 3.50 FROM came_back
)
SELECT customer, day, site, activity, count(*) AS events, CAST(sum(rate) AS DECIMAL(38, 10)) AS amount
FROM happened
GROUP BY customer, day, site, activity;

COPY (SELECT * FROM entry ORDER BY customer, day, activity, site) TO '${out}/cost_entry.parquet' (FORMAT parquet);

COPY (
    SELECT customer, CAST(date_trunc('month', day) AS DATE) AS month, sum(amount) AS cost_to_serve FROM entry GROUP BY customer, month ORDER BY customer, month
) TO '${out}/cost_month.parquet' (FORMAT parquet);
