-- name: buying-moves
-- question: What became of everybody who ever bought: who came, who was lost, who bought again, who stayed silent?
-- unit: customers, days with a sale after the first, and money in the reporting currency
-- grain: period, segment, move, and state at the period's start and end
-- direction: none
-- no-data: nothing
-- source: purchase, customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition differs, other days count as purchases, or customers are told apart in another way
-- dimensions: segment, site, channel
-- parameters: months, move, standing_before, standing, last_from, last_to
WITH span AS (
    SELECT c.period, COALESCE(b.starts_on, c.starts_on) AS starts_on, c.ends_on
    FROM {calendar} c
    LEFT JOIN {calendar} b ON b.grain = 'month' AND ca_midx(b.starts_on) = ca_midx(c.ends_on) - CAST(:months AS BIGINT)
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
      AND (CAST(:months AS BIGINT) IS NULL OR b.starts_on IS NOT NULL)
),
stood AS (
    SELECT s.period, o.customer
    FROM span s
    JOIN {calendar} m ON m.grain = 'month' AND ca_midx(m.starts_on) = ca_midx(s.starts_on) - 1
    JOIN {customer_period} o ON o.grain = 'month' AND o.period = m.period AND o.closing = 1
),
day AS (
    SELECT s.period, s.starts_on, f.customer, f.occurred_on, CASE WHEN f.occurred_on < s.starts_on THEN 1 ELSE 0 END AS early,
           COUNT(CASE WHEN f.line_kind = 'sale' THEN 1 END) AS sales, SUM(CASE WHEN f.line_kind = 'sale' THEN f.amount ELSE 0 END) AS sold,
           SUM(f.amount) AS kept
    FROM span s
    JOIN {purchase} f ON f.occurred_on < s.ends_on
    WHERE f.customer IS NOT NULL AND f.occurred_on <= :through
    GROUP BY s.period, s.starts_on, f.customer, f.occurred_on
),
history AS (
    SELECT d.period, d.starts_on, d.customer, MIN(CASE WHEN d.sales > 0 THEN d.occurred_on END) AS first_on,
           MAX(CASE WHEN d.sales > 0 AND d.early = 1 THEN d.occurred_on END) AS last_before, MAX(CASE WHEN d.sales > 0 THEN d.occurred_on END) AS last_on,
           COUNT(CASE WHEN d.sales > 0 AND d.early = 1 THEN 1 END) - 1 AS x_before, COUNT(CASE WHEN d.sales > 0 THEN 1 END) - 1 AS x,
           SUM(d.early * d.sold) AS sold_before, SUM(d.sold) AS sold, SUM(d.early * d.kept) AS kept_before, SUM(d.kept) AS kept
    FROM day d
    GROUP BY d.period, d.starts_on, d.customer
    HAVING SUM(d.sales) > 0
),
moved AS (
    SELECT h.period, h.starts_on, h.customer, k.segment, k.site, k.channel, h.first_on, h.last_before, h.last_on,
           CASE WHEN h.last_before IS NULL THEN 'gained' WHEN o.customer IS NOT NULL AND COALESCE(p.closing, 0) = 0 THEN 'lost'
                WHEN h.x > h.x_before THEN 'bought' ELSE 'silent' END AS move,
           CASE WHEN o.customer IS NOT NULL THEN 'active' ELSE 'not active' END AS standing_before,
           CASE WHEN COALESCE(p.closing, 0) = 0 THEN 'not active' WHEN p.recurring > 0 THEN 'under contract' ELSE 'active' END AS standing,
           CASE WHEN h.last_before IS NOT NULL THEN h.x_before END AS x_before,
           h.x, CASE WHEN h.last_before IS NOT NULL THEN h.sold_before - d.sold END AS spend_before, h.sold - d.sold AS spend,
           CASE WHEN h.last_before IS NOT NULL THEN h.sold_before ELSE 0 END AS sold_before, h.sold,
           CASE WHEN h.last_before IS NOT NULL THEN h.kept_before ELSE 0 END AS kept_before, h.kept
    FROM history h
    JOIN day d ON d.period = h.period AND d.customer = h.customer AND d.occurred_on = h.first_on
    JOIN {customer} k ON k.customer = h.customer
    LEFT JOIN stood o ON o.period = h.period AND o.customer = h.customer
    LEFT JOIN {customer_period} p ON p.grain = :grain AND p.period = h.period AND p.customer = h.customer
)
-- figure
SELECT m.period, m.segment, m.move, m.standing_before, m.standing, m.first_on, m.last_before, m.x_before, m.spend_before,
       m.last_on, m.x, m.spend, COUNT(*) AS customers, SUM(m.sold_before) AS sold_before, SUM(m.kept_before) AS kept_before, SUM(m.sold) AS sold, SUM(m.kept) AS kept
FROM moved m
GROUP BY m.period, m.starts_on, m.segment, m.move, m.standing_before, m.standing, m.first_on, m.last_before, m.x_before, m.spend_before,
         m.last_on, m.x, m.spend
ORDER BY m.starts_on, m.segment NULLS LAST, m.move NULLS LAST, m.standing_before NULLS LAST, m.standing NULLS LAST, m.first_on NULLS LAST,
         m.last_on NULLS LAST, m.x NULLS LAST, m.spend NULLS LAST, m.last_before NULLS LAST, m.x_before NULLS LAST, m.spend_before NULLS LAST
-- rows
SELECT m.period, m.customer, m.segment, m.site, m.channel, m.move, m.standing_before, m.standing, m.first_on, m.last_before, m.x_before,
       m.spend_before, m.last_on, m.x, m.spend
FROM moved m
WHERE (CAST(:move AS VARCHAR) IS NULL OR m.move = :move)
  AND (CAST(:standing_before AS VARCHAR) IS NULL OR m.standing_before = :standing_before)
  AND (CAST(:standing AS VARCHAR) IS NULL OR m.standing = :standing)
  AND (CAST(:last_from AS DATE) IS NULL OR m.last_on >= CAST(:last_from AS DATE))
  AND (CAST(:last_to AS DATE) IS NULL OR m.last_on <= CAST(:last_to AS DATE))
ORDER BY m.starts_on, m.spend_before DESC NULLS LAST, m.spend DESC NULLS LAST, m.customer NULLS LAST
