-- name: periods
-- every period under both definitions, oldest first
WITH one AS (
    SELECT period, MIN(starts_on) AS starts_on, SUM(opening) AS opening, SUM(gained) AS gained, SUM(regained) AS regained, SUM(lost) AS lost,
           SUM(closing) AS closing, SUM(CASE WHEN closing > 0 THEN value END) AS value
    FROM one_period
    WHERE grain = :grain
    GROUP BY period
),
other AS (
    SELECT period, MIN(starts_on) AS starts_on, SUM(opening) AS opening, SUM(gained) AS gained, SUM(regained) AS regained, SUM(lost) AS lost,
           SUM(closing) AS closing, SUM(CASE WHEN closing > 0 THEN value END) AS value
    FROM other_period
    WHERE grain = :grain
    GROUP BY period
)
SELECT COALESCE(a.period, b.period) AS period, COALESCE(a.starts_on, b.starts_on) AS starts_on,
       CAST(COALESCE(a.opening, 0) AS BIGINT) AS opening_one, CAST(COALESCE(a.gained, 0) AS BIGINT) AS gained_one,
       CAST(COALESCE(a.regained, 0) AS BIGINT) AS regained_one, CAST(COALESCE(a.lost, 0) AS BIGINT) AS lost_one,
       CAST(COALESCE(a.closing, 0) AS BIGINT) AS closing_one, CAST(COALESCE(a.value, 0) AS DECIMAL(38, 10)) AS value_one,
       CAST(COALESCE(b.opening, 0) AS BIGINT) AS opening_other, CAST(COALESCE(b.gained, 0) AS BIGINT) AS gained_other,
       CAST(COALESCE(b.regained, 0) AS BIGINT) AS regained_other, CAST(COALESCE(b.lost, 0) AS BIGINT) AS lost_other,
       CAST(COALESCE(b.closing, 0) AS BIGINT) AS closing_other, CAST(COALESCE(b.value, 0) AS DECIMAL(38, 10)) AS value_other
FROM one a
FULL JOIN other b ON b.period = a.period
ORDER BY 2

-- name: lines
-- the five figures of one period: what both count, what one counts alone, and whether the other books it elsewhere
WITH pair AS (
    SELECT COALESCE(a.customer, b.customer) AS customer,
           COALESCE(a.opening, 0) AS opening_one, COALESCE(a.gained, 0) AS gained_one, COALESCE(a.regained, 0) AS regained_one,
           COALESCE(a.lost, 0) AS lost_one, COALESCE(a.closing, 0) AS closing_one,
           COALESCE(b.opening, 0) AS opening_other, COALESCE(b.gained, 0) AS gained_other, COALESCE(b.regained, 0) AS regained_other,
           COALESCE(b.lost, 0) AS lost_other, COALESCE(b.closing, 0) AS closing_other
    FROM (SELECT * FROM one_period WHERE grain = :grain AND period = :period) a
    FULL JOIN (SELECT * FROM other_period WHERE grain = :grain AND period = :period) b ON b.customer = a.customer
),
elsewhere_one AS (
    SELECT customer, MAX(gained) AS gained, MAX(regained) AS regained, MAX(lost) AS lost
    FROM one_period
    WHERE grain = :grain AND period <> :period AND (gained > 0 OR regained > 0 OR lost > 0)
    GROUP BY customer
),
elsewhere_other AS (
    SELECT customer, MAX(gained) AS gained, MAX(regained) AS regained, MAX(lost) AS lost
    FROM other_period
    WHERE grain = :grain AND period <> :period AND (gained > 0 OR regained > 0 OR lost > 0)
    GROUP BY customer
),
counted AS (
    SELECT 1 AS place, 'opening' AS figure, opening_one AS one, opening_other AS other, 0 AS in_other, 0 AS in_one FROM pair
    UNION ALL
    SELECT 2, 'gained', p.gained_one, p.gained_other, COALESCE(o.gained, 0), COALESCE(e.gained, 0)
    FROM pair p LEFT JOIN elsewhere_one e ON e.customer = p.customer LEFT JOIN elsewhere_other o ON o.customer = p.customer
    UNION ALL
    SELECT 3, 'regained', p.regained_one, p.regained_other, COALESCE(o.regained, 0), COALESCE(e.regained, 0)
    FROM pair p LEFT JOIN elsewhere_one e ON e.customer = p.customer LEFT JOIN elsewhere_other o ON o.customer = p.customer
    UNION ALL
    SELECT 4, 'lost', p.lost_one, p.lost_other, COALESCE(o.lost, 0), COALESCE(e.lost, 0)
    FROM pair p LEFT JOIN elsewhere_one e ON e.customer = p.customer LEFT JOIN elsewhere_other o ON o.customer = p.customer
    UNION ALL
    SELECT 5, 'closing', closing_one, closing_other, 0, 0 FROM pair
)
SELECT figure, CAST(SUM(one) AS BIGINT) AS one, CAST(SUM(other) AS BIGINT) AS other,
       CAST(SUM(CASE WHEN one < other THEN one ELSE other END) AS BIGINT) AS both,
       CAST(SUM(CASE WHEN one > other THEN one - other ELSE 0 END) AS BIGINT) AS one_only,
       CAST(SUM(CASE WHEN one > other AND in_other > 0 THEN one - other ELSE 0 END) AS BIGINT) AS one_only_elsewhere,
       CAST(SUM(CASE WHEN other > one THEN other - one ELSE 0 END) AS BIGINT) AS other_only,
       CAST(SUM(CASE WHEN other > one AND in_one > 0 THEN other - one ELSE 0 END) AS BIGINT) AS other_only_elsewhere
FROM counted
GROUP BY place, figure
ORDER BY place

-- name: value
-- the value of the active customers at the period's end: under both differently, under one alone
WITH pair AS (
    SELECT COALESCE(a.closing, 0) AS closing_one, COALESCE(b.closing, 0) AS closing_other, COALESCE(a.value, 0) AS value_one,
           COALESCE(b.value, 0) AS value_other
    FROM (SELECT * FROM one_period WHERE grain = :grain AND period = :period) a
    FULL JOIN (SELECT * FROM other_period WHERE grain = :grain AND period = :period) b ON b.customer = a.customer
)
SELECT CAST(COALESCE(SUM(CASE WHEN closing_one > 0 THEN value_one END), 0) AS DECIMAL(38, 10)) AS one,
       CAST(COALESCE(SUM(CASE WHEN closing_other > 0 THEN value_other END), 0) AS DECIMAL(38, 10)) AS other,
       CAST(COALESCE(SUM(CASE WHEN closing_one > 0 AND closing_other > 0 THEN value_other - value_one END), 0) AS DECIMAL(38, 10)) AS differently,
       CAST(COALESCE(SUM(CASE WHEN closing_one > 0 AND closing_other = 0 THEN value_one END), 0) AS DECIMAL(38, 10)) AS only_one,
       CAST(COALESCE(SUM(CASE WHEN closing_other > 0 AND closing_one = 0 THEN value_other END), 0) AS DECIMAL(38, 10)) AS only_other
FROM pair

-- name: customers
-- the customers of one line and side, by key
WITH pair AS (
    SELECT COALESCE(a.customer, b.customer) AS customer, COALESCE(a.segment, b.segment) AS segment, COALESCE(a.site, b.site) AS site,
           a.state AS state_one, b.state AS state_other,
           CASE :figure WHEN 'opening' THEN COALESCE(a.opening, 0) WHEN 'gained' THEN COALESCE(a.gained, 0)
               WHEN 'regained' THEN COALESCE(a.regained, 0) WHEN 'lost' THEN COALESCE(a.lost, 0) ELSE COALESCE(a.closing, 0) END AS one,
           CASE :figure WHEN 'opening' THEN COALESCE(b.opening, 0) WHEN 'gained' THEN COALESCE(b.gained, 0)
               WHEN 'regained' THEN COALESCE(b.regained, 0) WHEN 'lost' THEN COALESCE(b.lost, 0) ELSE COALESCE(b.closing, 0) END AS other
    FROM (SELECT * FROM one_period WHERE grain = :grain AND period = :period) a
    FULL JOIN (SELECT * FROM other_period WHERE grain = :grain AND period = :period) b ON b.customer = a.customer
)
SELECT customer, segment, site, state_one, state_other
FROM pair
WHERE CASE :side WHEN 'both' THEN one > 0 AND other > 0 WHEN 'one-only' THEN one > other ELSE other > one END
ORDER BY customer

-- name: leavers-by-activity
SELECT DISTINCT customer FROM %s WHERE grain = 'month' AND lost > 0 AND starts_on >= :from AND starts_on <= :to

-- name: leavers-by-departure
SELECT DISTINCT customer FROM %s WHERE source = :%s AND customer IS NOT NULL AND left_on >= :from AND left_on <= :to

-- name: rival
WITH base AS (
    %s
),
rival AS (
    %s
)
SELECT CAST(COUNT(r.customer) AS BIGINT) AS counted, CAST(COUNT(CASE WHEN c.customer IS NOT NULL AND r.customer IS NOT NULL THEN 1 END) AS BIGINT) AS both,
       CAST(COUNT(CASE WHEN r.customer IS NULL THEN 1 END) AS BIGINT) AS company_only
FROM base c
FULL JOIN rival r ON r.customer = c.customer

-- name: costs
-- one row per kind and activity of the period: what customers bear and what stands with the company, by both
WITH span AS (
    SELECT starts_on, ends_on FROM calendar WHERE grain = :grain AND period = :period
),
booked AS (
    SELECT customer, occurred_on, cost_kind, activity, CAST(amount AS DECIMAL(38, 10)) AS one, CAST(amount AS DECIMAL(38, 10)) AS other
    FROM cost
    WHERE cost_kind <> 'sale'
    UNION ALL
    SELECT customer, occurred_on, cost_kind, activity, amount, 0 FROM one_entry
    UNION ALL
    SELECT customer, occurred_on, cost_kind, activity, 0, amount FROM other_entry
),
summed AS (
    SELECT b.cost_kind, COALESCE(b.activity, '') AS activity, CAST(COALESCE(SUM(CASE WHEN b.customer IS NOT NULL THEN b.one END), 0) AS DECIMAL(38, 10)) AS one,
           CAST(COALESCE(SUM(CASE WHEN b.customer IS NOT NULL THEN b.other END), 0) AS DECIMAL(38, 10)) AS other,
           CAST(COALESCE(SUM(CASE WHEN b.customer IS NULL THEN b.one END), 0) AS DECIMAL(38, 10)) AS company_one,
           CAST(COALESCE(SUM(CASE WHEN b.customer IS NULL THEN b.other END), 0) AS DECIMAL(38, 10)) AS company_other
    FROM booked b
    JOIN span s ON b.occurred_on >= s.starts_on AND b.occurred_on < s.ends_on
    GROUP BY b.cost_kind, COALESCE(b.activity, '')
)
SELECT cost_kind, activity, one, other, company_one, company_other
FROM summed
ORDER BY ABS(other - one) DESC, cost_kind, activity

-- name: contributions
-- one row: contribution by both, of those whose cost of sales is known, and what the others bear more by the other
WITH pair AS (
    SELECT a.contribution AS one, b.contribution AS other,
           COALESCE(b.cost_to_serve, 0) + COALESCE(b.cost_to_communicate, 0) - COALESCE(a.cost_to_serve, 0) - COALESCE(a.cost_to_communicate, 0) AS more,
           CASE WHEN a.contribution IS NULL AND b.contribution IS NULL THEN 1 ELSE 0 END AS unknown
    FROM (SELECT * FROM one_period WHERE grain = :grain AND period = :period) a
    FULL JOIN (SELECT * FROM other_period WHERE grain = :grain AND period = :period) b ON b.customer = a.customer
)
SELECT CAST(COALESCE(SUM(one), 0) AS DECIMAL(38, 10)) AS one, CAST(COALESCE(SUM(other), 0) AS DECIMAL(38, 10)) AS other,
       CAST(COALESCE(SUM(CASE WHEN unknown = 1 THEN more END), 0) AS DECIMAL(38, 10)) AS apart,
       CAST(COUNT(CASE WHEN one < 0 THEN 1 END) AS BIGINT) AS below_zero_one, CAST(COUNT(CASE WHEN other < 0 THEN 1 END) AS BIGINT) AS below_zero_other
FROM pair
