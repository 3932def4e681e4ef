-- name: nobody_stood
CREATE TABLE buyer_stood (customer BIGINT, first_on DATE, last_on DATE, x BIGINT, spend DECIMAL(38, 6), sold DECIMAL(38, 6),
    kept DECIMAL(38, 6))

-- name: stood
-- one row per customer who bought anew: the state that the former build left him in
CREATE TABLE buyer_stood AS
SELECT m.customer, m.first_on, m.last_on, m.x, m.spend, m.sold, m.kept
FROM base_buying_move m
JOIN (
    SELECT b.customer, MAX(b.moved_on) AS moved_on
    FROM base_buying_move b
    WHERE b.customer IN (SELECT l.customer FROM bought_line l)
    GROUP BY b.customer
) l ON l.customer = m.customer AND l.moved_on = m.moved_on

-- name: moves
-- one row per customer and day with lines of purchases: the state that he left, null where that day's sale is his first, and the one he came into, null
-- as long as he only gave back. Days are absolute, so that a state lasts until he buys again; spend is that of the days after the first.
WITH day AS (
    SELECT customer, occurred_on AS moved_on, MAX(CASE WHEN line_kind = 'sale' THEN 1 ELSE 0 END) AS sale,
           SUM(CASE WHEN line_kind = 'sale' THEN amount ELSE 0 END) AS day_sold, SUM(amount) AS day_kept
    FROM bought_line
    WHERE customer IS NOT NULL
    GROUP BY customer, occurred_on
),
run AS (
    SELECT customer, moved_on, sale, day_sold, day_kept, SUM(sale) OVER upto AS sales, SUM(day_sold) OVER upto AS sold, SUM(day_kept) OVER upto AS kept,
           MIN(CASE WHEN sale = 1 THEN moved_on END) OVER upto AS first_on, MAX(CASE WHEN sale = 1 THEN moved_on END) OVER upto AS last_on
    FROM day
    WINDOW upto AS (PARTITION BY customer ORDER BY moved_on ROWS UNBOUNDED PRECEDING)
),
begun AS (
    SELECT customer, day_sold AS first_sold FROM run WHERE sale = 1 AND sales = 1
),
after AS (
    SELECT r.customer, r.moved_on, r.sale, r.day_sold, r.day_kept, COALESCE(s.first_on, r.first_on) AS first_on, COALESCE(r.last_on, s.last_on) AS last_on,
           s.last_on AS stood_on, COALESCE(s.x + 1, 0) + r.sales - 1 AS x,
           CASE WHEN s.first_on IS NOT NULL THEN s.spend + r.sold WHEN r.first_on IS NOT NULL THEN r.sold - b.first_sold END AS spend,
           COALESCE(s.sold, 0) + r.sold AS sold, COALESCE(s.kept, 0) + r.kept AS kept
    FROM run r
    LEFT JOIN begun b ON b.customer = r.customer
    LEFT JOIN buyer_stood s ON s.customer = r.customer
),
told AS (
    SELECT a.customer, a.moved_on, a.sale, a.day_sold, a.day_kept, a.first_on, a.last_on, a.x, a.spend, a.sold, a.kept,
           COALESCE(LAG(a.last_on) OVER (PARTITION BY a.customer ORDER BY a.moved_on), a.stood_on) AS last_before
    FROM after a
)
SELECT customer, moved_on, first_on, last_before, CASE WHEN last_before IS NOT NULL THEN CAST(x - sale AS BIGINT) END AS x_before,
       CAST(CASE WHEN last_before IS NOT NULL THEN spend - day_sold END AS DECIMAL(38, 6)) AS spend_before, last_on,
       CASE WHEN first_on IS NOT NULL THEN CAST(x AS BIGINT) END AS x, CAST(spend AS DECIMAL(38, 6)) AS spend, CAST(sold AS DECIMAL(38, 6)) AS sold,
       CAST(kept AS DECIMAL(38, 6)) AS kept, CAST(day_sold AS DECIMAL(38, 6)) AS day_sold, CAST(day_kept AS DECIMAL(38, 6)) AS day_kept
FROM told
ORDER BY customer, moved_on
