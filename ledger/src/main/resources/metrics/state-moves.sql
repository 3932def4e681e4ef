-- name: state-moves
-- question: From which state to which did customers move as they bought, period by period?
-- unit: customers, days with a sale after the first, and money in the reporting currency
-- grain: period, segment, state left and state come into
-- direction: none
-- no-data: nothing
-- source: buying_move
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: other days count as purchases, or customers are told apart in another way
-- dimensions: segment, site, channel
WITH told AS (
    SELECT c.period, c.starts_on, m.customer, m.moved_on, k.segment, k.site, k.channel, m.first_on, m.last_before, m.x_before, m.spend_before, m.last_on,
           m.x, m.spend, CASE WHEN m.last_before IS NULL THEN m.sold ELSE m.day_sold END AS sold,
           CASE WHEN m.last_before IS NULL THEN m.kept ELSE m.day_kept END AS kept
    FROM {calendar} c
    JOIN {buying_move} m ON m.moved_on >= c.starts_on AND m.moved_on < c.ends_on
    JOIN {customer} k ON k.customer = m.customer
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND m.moved_on <= :through AND m.first_on IS NOT NULL
)
-- figure
SELECT t.period, t.segment, t.first_on, t.last_before, t.x_before, t.spend_before, t.last_on, t.x, t.spend, COUNT(*) AS customers, SUM(t.sold) AS sold,
       SUM(t.kept) AS kept
FROM told t
GROUP BY t.period, t.starts_on, t.segment, t.first_on, t.last_before, t.x_before, t.spend_before, t.last_on, t.x, t.spend
ORDER BY t.starts_on, t.segment NULLS LAST, t.first_on NULLS LAST, t.last_on NULLS LAST, t.x NULLS LAST, t.spend NULLS LAST,
         t.last_before NULLS LAST, t.x_before NULLS LAST, t.spend_before NULLS LAST
-- rows
SELECT t.period, t.customer, t.segment, t.site, t.channel, t.moved_on, t.first_on, t.last_before, t.x_before, t.spend_before, t.last_on, t.x, t.spend
FROM told t
ORDER BY t.starts_on, t.moved_on NULLS LAST, t.customer NULLS LAST
