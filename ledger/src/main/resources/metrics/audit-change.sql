-- name: audit-change
-- question: Who bought in both of two windows, only in the former or only in the latter, and whose orders and value per order rose or fell?
-- unit: customers, orders, and money in the reporting currency; margin of those whose cost of sales is known; contracts are no orders and are left out
-- grain: period, windows bought in, and direction of orders and value per order
-- direction: up
-- no-data: nothing
-- source: customer_period
-- owner: chief customer officer
-- version: 2
-- not-comparable-when: orders are numbered in another way
-- dimensions: segment, site, channel
-- parameters: window, bought_in, orders_moved, value_moved, known
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.ends_on) - ca_midx(c.starts_on)
                WHEN CAST(:window AS VARCHAR) = 'half' THEN 6 ELSE 12 END AS months
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
month_of AS (
    SELECT s.period, s.starts_on, CASE WHEN ca_midx(p.starts_on) >= s.end_month - s.months THEN 1 ELSE 0 END AS later,
           p.customer, p.segment, p.site, p.channel, p.orders, p.revenue - p.recurring AS revenue, p.recurring,
           p.cost_of_sales
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.end_month - 2 * s.months AND ca_midx(p.starts_on) < s.end_month
),
bought AS (
    SELECT m.period, m.starts_on, m.customer, m.segment, m.site, m.channel,
           SUM(CASE WHEN m.later = 0 THEN m.orders ELSE 0 END) AS orders_before, SUM(CASE WHEN m.later = 1 THEN m.orders ELSE 0 END) AS orders_now,
           SUM(CASE WHEN m.later = 0 THEN m.revenue ELSE 0 END) AS before, SUM(CASE WHEN m.later = 1 THEN m.revenue ELSE 0 END) AS after,
           CASE WHEN COUNT(CASE WHEN m.later = 0 AND (m.cost_of_sales IS NULL OR m.recurring <> 0) THEN 1 END) = 0
                THEN SUM(CASE WHEN m.later = 0 THEN m.revenue - m.cost_of_sales ELSE 0 END) END AS margin_before,
           CASE WHEN COUNT(CASE WHEN m.later = 1 AND (m.cost_of_sales IS NULL OR m.recurring <> 0) THEN 1 END) = 0
                THEN SUM(CASE WHEN m.later = 1 THEN m.revenue - m.cost_of_sales ELSE 0 END) END AS margin_now
    FROM month_of m
    GROUP BY m.period, m.starts_on, m.customer, m.segment, m.site, m.channel
),
moved AS (
    SELECT b.period, b.starts_on, b.customer, b.segment, b.site, b.channel, b.orders_before, b.orders_now, b.before, b.after,
           CASE WHEN b.orders_before > 0 THEN b.margin_before END AS margin_before, CASE WHEN b.orders_now > 0 THEN b.margin_now END AS margin_now,
           CASE WHEN b.orders_before > 0 AND b.orders_now > 0 THEN 'both' WHEN b.orders_before > 0 THEN 'only before'
                WHEN b.orders_now > 0 THEN 'only now' ELSE 'no order' END AS bought_in,
           CASE WHEN b.orders_before = 0 OR b.orders_now = 0 THEN NULL WHEN b.orders_now > b.orders_before THEN 'up'
                WHEN b.orders_now < b.orders_before THEN 'down' ELSE 'same' END AS orders_moved,
           CASE WHEN b.orders_before = 0 OR b.orders_now = 0 THEN NULL WHEN b.after * b.orders_before > b.before * b.orders_now THEN 'up'
                WHEN b.after * b.orders_before < b.before * b.orders_now THEN 'down' ELSE 'same' END AS value_moved
    FROM bought b
    WHERE b.orders_before > 0 OR b.orders_now > 0 OR b.before <> 0 OR b.after <> 0
)
-- figure
SELECT m.period, m.bought_in, m.orders_moved, m.value_moved, COUNT(*) AS customers, SUM(m.orders_before) AS orders_before,
       SUM(m.orders_now) AS orders_now, COUNT(CASE WHEN m.orders_before > 0 THEN 1 END) AS customers_before,
       COUNT(CASE WHEN m.orders_now > 0 THEN 1 END) AS customers_now, SUM(m.before) AS before, SUM(m.after) AS after,
       SUM(m.after) - SUM(m.before) AS change, SUM(CASE WHEN m.orders_before > 0 THEN m.before ELSE 0 END) AS ordered_before,
       SUM(CASE WHEN m.orders_now > 0 THEN m.after ELSE 0 END) AS ordered_now,
       COUNT(m.margin_before) AS known_customers_before, COUNT(m.margin_now) AS known_customers_now,
       SUM(CASE WHEN m.margin_before IS NOT NULL THEN m.orders_before ELSE 0 END) AS known_orders_before,
       SUM(CASE WHEN m.margin_now IS NOT NULL THEN m.orders_now ELSE 0 END) AS known_orders_now,
       SUM(CASE WHEN m.margin_before IS NOT NULL THEN m.before ELSE 0 END) AS known_ordered_before,
       SUM(CASE WHEN m.margin_now IS NOT NULL THEN m.after ELSE 0 END) AS known_ordered_now,
       COALESCE(SUM(m.margin_before), 0) AS margin_before, COALESCE(SUM(m.margin_now), 0) AS margin_now
FROM moved m
GROUP BY m.period, m.starts_on, m.bought_in, m.orders_moved, m.value_moved
ORDER BY m.starts_on, m.bought_in NULLS LAST, m.orders_moved NULLS LAST, m.value_moved NULLS LAST
-- rows
SELECT m.period, m.bought_in, m.orders_moved, m.value_moved, m.customer, m.segment, m.site, m.channel, m.orders_before, m.orders_now,
       m.before, m.after, m.after - m.before AS change, m.margin_before, m.margin_now
FROM moved m
WHERE (CAST(:bought_in AS VARCHAR) IS NULL OR m.bought_in = :bought_in)
  AND (CAST(:orders_moved AS VARCHAR) IS NULL OR m.orders_moved = :orders_moved)
  AND (CAST(:value_moved AS VARCHAR) IS NULL OR m.value_moved = :value_moved)
  AND (CAST(:known AS VARCHAR) IS NULL OR (:known = 'before' AND m.margin_before IS NOT NULL) OR (:known = 'now' AND m.margin_now IS NOT NULL))
ORDER BY m.starts_on, m.bought_in NULLS LAST, m.after - m.before DESC NULLS LAST, m.customer NULLS LAST
