SELECT k.segment, h.first_on, h.last_on, h.x, h.spend, COUNT(*) AS customers
FROM (
    SELECT customer, MIN(day) AS first_on, MAX(day) AS last_on, COUNT(*) - 1 AS x, SUM(sold) - ARG_MIN(sold, day) AS spend
    FROM (
        SELECT customer, occurred_on AS day, SUM(amount) AS sold
        FROM '${in}/purchase*.parquet'
        WHERE customer IS NOT NULL AND line_kind = 'sale' AND occurred_on < DATE '${out}'
        GROUP BY ALL
    )
    GROUP BY customer
) h
JOIN '${in}/customer.parquet' k USING (customer)
GROUP BY ALL
