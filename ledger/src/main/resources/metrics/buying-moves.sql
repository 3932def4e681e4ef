-- name: buying-moves
-- question: What became of everybody who ever bought: who came, who was lost, who bought again, who stayed silent?
-- unit: customers, days with a sale after the first, and money in the reporting currency
-- grain: period, segment, move, and state at the period's start and end
-- direction: none
-- no-data: nothing
-- source: buying_move, customer_period
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
latest AS (
    SELECT s.period, s.starts_on, f.customer, MAX(CASE WHEN f.moved_on < s.starts_on THEN f.moved_on END) AS stood_on, MAX(f.moved_on) AS moved_on
    FROM span s
    JOIN {buying_move} f ON f.moved_on < s.ends_on
    WHERE f.moved_on <= :through
    GROUP BY s.period, s.starts_on, f.customer
),
moved AS (
    SELECT l.period, l.starts_on, l.customer, k.segment, k.site, k.channel, h.first_on, e.last_on AS last_before, h.last_on,
           CASE WHEN e.last_on IS NULL THEN 'gained' WHEN o.customer IS NOT NULL AND COALESCE(p.closing, 0) = 0 THEN 'lost'
                WHEN h.x > e.x THEN 'bought' ELSE 'silent' END AS move,
           CASE WHEN o.customer IS NOT NULL THEN 'active' ELSE 'not active' END AS standing_before,
           CASE WHEN COALESCE(p.closing, 0) = 0 THEN 'not active' WHEN p.recurring > 0 THEN 'under contract' ELSE 'active' END AS standing,
           e.x AS x_before, h.x, e.spend AS spend_before, h.spend, CASE WHEN e.last_on IS NOT NULL THEN e.sold ELSE 0 END AS sold_before, h.sold,
           CASE WHEN e.last_on IS NOT NULL THEN e.kept ELSE 0 END AS kept_before, h.kept
    FROM latest l
    JOIN {buying_move} h ON h.customer = l.customer AND h.moved_on = l.moved_on
    LEFT JOIN {buying_move} e ON e.customer = l.customer AND e.moved_on = l.stood_on
    JOIN {customer} k ON k.customer = l.customer
    LEFT JOIN stood o ON o.period = l.period AND o.customer = l.customer
    LEFT JOIN {customer_period} p ON p.grain = :grain AND p.period = l.period AND p.customer = l.customer
    WHERE h.first_on IS NOT NULL
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
