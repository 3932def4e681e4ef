-- name: usage-change
-- question: Did customers who were with us at the start use us more or less than in the period before, and did they stay?
-- unit: customers, orders, tickets
-- grain: period, usage (orders, tickets), and direction; who used us in neither period is in none
-- direction: none
-- no-data: nothing
-- source: customer_period, purchase, ticket
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition differs, or orders are numbered in another way
-- dimensions: segment, site, channel
-- parameters: usage, moved, stayed
WITH span AS (
    SELECT c.period, c.starts_on, c.previous, CASE WHEN :through < c.ends_on THEN ca_add_days(:through, 1) ELSE c.ends_on END AS until_on,
           b.starts_on AS before_on, ca_days(b.starts_on, b.ends_on) AS days_before
    FROM {calendar} c
    JOIN {calendar} b ON b.grain = c.grain AND b.period = c.previous
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
used AS (
    SELECT x.period, x.customer, 'orders' AS usage, SUM(x.earlier) AS uses_before, SUM(x.later) AS uses_now
    FROM (SELECT DISTINCT s.period, p.customer, p.source, p.order_id, CASE WHEN p.occurred_on < s.starts_on THEN 1 ELSE 0 END AS earlier,
                 CASE WHEN p.occurred_on < s.starts_on THEN 0 ELSE 1 END AS later
          FROM span s
          JOIN {purchase} p ON p.occurred_on >= s.before_on AND p.occurred_on < s.until_on
          WHERE p.customer IS NOT NULL AND p.line_kind = 'sale') x
    GROUP BY x.period, x.customer
    UNION ALL
    SELECT s.period, t.customer, 'tickets', COUNT(CASE WHEN t.opened_on < s.starts_on THEN 1 END), COUNT(CASE WHEN t.opened_on >= s.starts_on THEN 1 END)
    FROM span s
    JOIN {ticket} t ON t.opened_on >= s.before_on AND t.opened_on < s.until_on
    WHERE t.customer IS NOT NULL
    GROUP BY s.period, t.customer
),
moved AS (
    SELECT s.period, s.starts_on, u.usage, p.customer, p.segment, p.site, p.channel, u.uses_before, u.uses_now,
           CASE WHEN u.uses_before = 0 THEN 'began' WHEN u.uses_now = 0 THEN 'stopped' WHEN u.uses_now > u.uses_before THEN 'more'
                WHEN u.uses_now < u.uses_before THEN 'less' ELSE 'same' END AS moved,
           CASE WHEN p.closing = 1 THEN 'yes' ELSE 'no' END AS stayed
    FROM span s
    JOIN {customer_period} p ON p.grain = :grain AND p.period = s.period AND p.opening = 1
    JOIN used u ON u.period = s.period AND u.customer = p.customer
)
-- figure
SELECT m.period, m.usage, m.moved, COUNT(*) AS customers, SUM(m.uses_before) AS uses_before, SUM(m.uses_now) AS uses_now,
       COUNT(CASE WHEN m.stayed = 'yes' THEN 1 END) AS stayed
FROM moved m
GROUP BY m.period, m.starts_on, m.usage, m.moved
ORDER BY m.starts_on, m.usage NULLS LAST, m.moved NULLS LAST
-- rows
SELECT m.period, m.usage, m.moved, m.customer, m.segment, m.site, m.channel, m.uses_before, m.uses_now, m.stayed
FROM moved m
WHERE (CAST(:usage AS VARCHAR) IS NULL OR m.usage = :usage) AND (CAST(:moved AS VARCHAR) IS NULL OR m.moved = :moved)
  AND (CAST(:stayed AS VARCHAR) IS NULL OR m.stayed = :stayed)
ORDER BY m.starts_on, m.usage NULLS LAST, m.uses_before - m.uses_now DESC NULLS LAST, m.customer NULLS LAST
