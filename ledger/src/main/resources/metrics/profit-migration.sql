-- name: profit-migration
-- question: From which profit group to which did customers move, and what did the moves and those who stayed change?
-- unit: customers, and money in the reporting currency
-- grain: period and pair of groups
-- direction: up
-- no-data: nothing
-- source: customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers, or the groups are cut in another way
-- dimensions: segment, site, channel
-- parameters: window, groups, measure, from_group, to_group, movement
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.ends_on) - ca_midx(c.starts_on)
                WHEN CAST(:window AS VARCHAR) = 'half' THEN 6 ELSE 12 END AS months
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
month_of AS (
    SELECT s.period, s.starts_on, CASE WHEN ca_midx(p.starts_on) >= s.end_month - s.months THEN 'after' ELSE 'before' END AS side,
           p.customer, p.segment, p.site, p.channel,
           CASE WHEN CAST(:measure AS VARCHAR) = 'revenue' THEN p.revenue ELSE p.contribution END AS contribution
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.end_month - 2 * s.months AND ca_midx(p.starts_on) < s.end_month
),
earned AS (
    SELECT m.period, m.starts_on, m.side, m.customer, m.segment, m.site, m.channel,
           CASE WHEN COUNT(*) = COUNT(m.contribution) THEN SUM(m.contribution) END AS contribution
    FROM month_of m
    GROUP BY m.period, m.starts_on, m.side, m.customer, m.segment, m.site, m.channel
),
placed AS (
    SELECT e.period, e.starts_on, e.side, e.customer, e.segment, e.site, e.channel, e.contribution,
           COALESCE(CAST(:groups AS BIGINT), 5) AS parts,
           ROW_NUMBER() OVER (PARTITION BY e.period, e.side ORDER BY e.contribution DESC NULLS LAST, e.customer NULLS LAST) AS place,
           SUM(CASE WHEN e.contribution >= 0 THEN 1 ELSE 0 END) OVER (PARTITION BY e.period, e.side) AS above
    FROM earned e
),
numbered AS (
    SELECT p.period, p.starts_on, p.side, p.customer, p.segment, p.site, p.channel, p.contribution, p.parts,
           CASE WHEN p.contribution IS NULL THEN p.parts + 2 WHEN p.contribution < 0 THEN p.parts + 1
                ELSE ca_floordiv((p.place - 1) * p.parts, p.above) + 1 END AS ordinal
    FROM placed p
),
pair AS (
    SELECT n.period, n.starts_on, n.customer, n.segment, n.site, n.channel, n.parts,
           MAX(CASE WHEN n.side = 'before' THEN n.ordinal END) AS from_ordinal, MAX(CASE WHEN n.side = 'after' THEN n.ordinal END) AS to_ordinal,
           SUM(CASE WHEN n.side = 'before' THEN n.contribution END) AS before, SUM(CASE WHEN n.side = 'after' THEN n.contribution END) AS after
    FROM numbered n
    GROUP BY n.period, n.starts_on, n.customer, n.segment, n.site, n.channel, n.parts
),
moved AS (
    SELECT p.period, p.starts_on, p.customer, p.segment, p.site, p.channel, p.from_ordinal, p.to_ordinal, p.before, p.after,
           CASE WHEN p.from_ordinal IS NULL THEN 'no customer' WHEN p.from_ordinal = p.parts + 2 THEN 'cost not known'
                WHEN p.from_ordinal = p.parts + 1 THEN 'below zero'
                ELSE CAST(p.from_ordinal AS VARCHAR) || ' of ' || CAST(p.parts AS VARCHAR) END AS from_group,
           CASE WHEN p.to_ordinal IS NULL THEN 'no customer' WHEN p.to_ordinal = p.parts + 2 THEN 'cost not known'
                WHEN p.to_ordinal = p.parts + 1 THEN 'below zero'
                ELSE CAST(p.to_ordinal AS VARCHAR) || ' of ' || CAST(p.parts AS VARCHAR) END AS to_group,
           CASE WHEN p.from_ordinal = p.parts + 2 OR p.to_ordinal = p.parts + 2 THEN 'cost not known'
                WHEN p.from_ordinal IS NULL THEN 'came' WHEN p.to_ordinal IS NULL THEN 'went'
                WHEN p.to_ordinal < p.from_ordinal THEN 'up' WHEN p.to_ordinal > p.from_ordinal THEN 'down' ELSE 'stayed' END AS movement
    FROM pair p
)
-- figure
SELECT m.period, m.from_group, m.to_group, m.movement, COUNT(*) AS customers, COALESCE(SUM(m.before), 0) AS before,
       COALESCE(SUM(m.after), 0) AS after, COALESCE(SUM(m.after), 0) - COALESCE(SUM(m.before), 0) AS change
FROM moved m
GROUP BY m.period, m.starts_on, m.from_group, m.to_group, m.movement, m.from_ordinal, m.to_ordinal
ORDER BY m.starts_on, m.from_ordinal NULLS LAST, m.to_ordinal NULLS LAST
-- rows
SELECT m.period, m.from_group, m.to_group, m.movement, m.customer, m.segment, m.site, m.channel, m.before, m.after,
       COALESCE(m.after, 0) - COALESCE(m.before, 0) AS change
FROM moved m
WHERE (CAST(:from_group AS VARCHAR) IS NULL OR m.from_group = :from_group)
  AND (CAST(:to_group AS VARCHAR) IS NULL OR m.to_group = :to_group)
  AND (CAST(:movement AS VARCHAR) IS NULL OR m.movement = :movement)
ORDER BY m.starts_on, m.from_ordinal NULLS LAST, m.to_ordinal NULLS LAST, m.customer NULLS LAST
