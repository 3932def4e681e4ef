-- name: worth
-- One row per customer who ever bought, likeliest band first and the worthiest first within it. Values are rounded by running sums: what those so far come to is rounded, and each
-- has what he adds to that. Sums are of ten decimals, exact in any order.
CREATE TABLE worth AS
WITH found AS (
    SELECT CAST(l.customer AS BIGINT) AS customer, l.segment, l.site, l.channel, CAST(l.first_on AS DATE) AS first_on, CAST(l.last_on AS DATE) AS last_on,
           CAST(l.x AS BIGINT) AS x, CAST(l.spend AS DOUBLE) AS spend, l.standing,
           SUBSTRING(CAST(CAST(l.first_on AS DATE) AS VARCHAR), 1, 7) AS cohort, s.alive, s.band, s.purchases,
           CAST(s.begins + s.rises * GREATEST(CAST(l.spend AS DOUBLE), 0) AS DECIMAL(38,10)) AS exact
    FROM listed l
    JOIN score s ON s.segment = COALESCE(l.segment, '') AND s.first_on = CAST(l.first_on AS DATE)
                AND s.last_on = CAST(l.last_on AS DATE) AND s.x = CAST(l.x AS BIGINT)
),
placed AS (
    SELECT f.*, ROW_NUMBER() OVER best AS place, SUM(f.exact) OVER best AS sofar
    FROM found f
    WINDOW best AS (ORDER BY f.band DESC, COALESCE(f.exact, 0) DESC, f.purchases DESC, f.customer ROWS UNBOUNDED PRECEDING)
)
SELECT p.place, p.customer, p.segment, p.site, p.channel, p.cohort, p.first_on, p.last_on, p.x, p.spend, p.standing, p.alive, p.band, p.purchases, p.exact,
       ROUND(p.sofar, CAST(:digits AS INTEGER)) - ROUND(p.sofar - p.exact, CAST(:digits AS INTEGER)) AS value
FROM placed p
ORDER BY p.place
-- name: listed
SELECT w.customer, w.segment, w.site, w.channel, w.first_on, w.last_on, w.x, w.spend, w.value
FROM {table} w
WHERE (CAST(:band AS BIGINT) IS NULL OR w.band = :band)
  AND (CAST(:lost AS VARCHAR) IS NULL OR w.standing <> 'under contract'
       AND CASE CAST(:lost AS VARCHAR) WHEN 'alive' THEN w.alive < :below WHEN 'both' THEN w.alive < :below AND w.standing = 'not active'
                                       ELSE (w.alive < :below) <> (w.standing = 'not active') END)
  AND (CAST(:last_from AS DATE) IS NULL OR w.last_on >= CAST(:last_from AS DATE))
  AND (CAST(:last_to AS DATE) IS NULL OR w.last_on <= CAST(:last_to AS DATE))
ORDER BY w.place
-- name: members
-- One row per member of a dimension; values are rounded by running sums in the order of their names.
SELECT m.member, m.customers, m.alive, m.purchases,
       ROUND(m.sofar, CAST(:digits AS INTEGER)) - ROUND(m.sofar - m.exact, CAST(:digits AS INTEGER)) AS value
FROM (
    SELECT g.*, SUM(g.exact) OVER (ORDER BY g.member ROWS UNBOUNDED PRECEDING) AS sofar
    FROM (SELECT COALESCE({dimension}, '') AS member, COUNT(*) AS customers, SUM(alive) AS alive, SUM(purchases) AS purchases, SUM(exact) AS exact
          FROM worth GROUP BY 1) g
) m
ORDER BY m.member
-- name: of
-- As the table of all, of one member; rounded after the members before it.
SELECT w.place, w.customer, w.segment, w.site, w.channel, w.first_on, w.last_on, w.x, w.spend, w.standing, w.alive, w.band,
       ROUND(w.sofar, CAST(:digits AS INTEGER)) - ROUND(w.sofar - w.exact, CAST(:digits AS INTEGER)) AS value
FROM (
    SELECT o.*, SUM(o.exact) OVER (ORDER BY o.place ROWS UNBOUNDED PRECEDING)
                + (SELECT COALESCE(SUM(b.exact), 0) FROM worth b WHERE COALESCE(b.{dimension}, '') < :of) AS sofar
    FROM worth o
    WHERE COALESCE(o.{dimension}, '') = :of
) w
-- name: states
SELECT COALESCE(l.segment, '') AS segment, CAST(l.first_on AS DATE) AS first_on, CAST(l.last_on AS DATE) AS last_on, CAST(l.x AS BIGINT) AS x, COUNT(*) AS customers
FROM listed l
GROUP BY 1, 2, 3, 4
