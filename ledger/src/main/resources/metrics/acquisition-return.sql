-- name: acquisition-return
-- question: What did the customers we gained leave us in their first year, for each unit of money spent to win them?
-- unit: customers gained, and money in the reporting currency
-- grain: period and part
-- direction: up
-- no-data: nothing
-- source: spell, customer, customer_period, investment
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: investments of other places are known, or the activity definition differs
-- dimensions: site, channel
-- parameters: split, name
-- finish: acquisition-return
WITH came AS (
    SELECT c.period, c.starts_on, s.customer, s.started_on, s.ended_on, k.segment, k.site, k.channel
    FROM {spell} s
    JOIN {calendar} c ON c.grain = :grain AND s.started_on >= c.starts_on AND s.started_on < c.ends_on
    JOIN {customer} k ON k.customer = s.customer
    WHERE s.spell = 1 AND s.started_on <= :through AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
earned AS (
    SELECT h.customer, SUM(p.revenue) AS revenue, CASE WHEN COUNT(*) = COUNT(p.contribution) THEN SUM(p.contribution) END AS contribution
    FROM came h
    JOIN {customer_period} p ON p.customer = h.customer AND p.grain = 'month' AND ca_midx(p.starts_on) >= ca_midx(h.started_on)
                            AND ca_midx(p.starts_on) < ca_midx(h.started_on) + 12
    GROUP BY h.customer
),
row_of AS (
    SELECT h.period, h.starts_on, 'customer' AS kind, h.customer, h.started_on AS happened_on, h.site, h.channel, CAST(NULL AS VARCHAR) AS activity,
           CAST(NULL AS DECIMAL(38, 10)) AS invested, e.revenue, e.contribution,
           CASE WHEN ca_midx(h.started_on) + 12 <= ca_midx(ca_add_days(:through, 1)) THEN 1 ELSE 0 END AS finished
    FROM came h
    LEFT JOIN earned e ON e.customer = h.customer
    UNION ALL
    SELECT c.period, c.starts_on, 'investment', CAST(NULL AS BIGINT), i.occurred_on, i.site, i.channel, i.activity, CAST(i.amount AS DECIMAL(38, 10)),
           CAST(NULL AS DECIMAL(38, 10)), CAST(NULL AS DECIMAL(38, 10)), 1
    FROM {investment} i
    JOIN {calendar} c ON c.grain = :grain AND i.occurred_on >= c.starts_on AND i.occurred_on < c.ends_on
    WHERE c.starts_on >= :period_from AND c.starts_on <= :period_to
),
told AS (
    SELECT r.period, r.starts_on, r.kind, r.customer, r.happened_on, r.site, r.channel, r.activity, r.invested, r.revenue, r.contribution, r.finished,
           CASE WHEN :split = 'site' THEN r.site WHEN :split = 'channel' THEN r.channel END AS name
    FROM row_of r
)
-- figure
SELECT t.period, t.name, COUNT(t.customer) AS customers, SUM(CASE WHEN t.kind = 'customer' THEN 1 - t.finished ELSE 0 END) AS unfinished,
       COUNT(CASE WHEN t.kind = 'customer' AND t.contribution IS NULL THEN 1 END) AS without_cost, SUM(t.revenue) AS revenue,
       SUM(t.contribution) AS contribution, SUM(CAST(t.contribution AS DOUBLE) * CAST(t.contribution AS DOUBLE)) AS squares, SUM(t.invested) AS invested
FROM told t
GROUP BY t.period, t.starts_on, t.name
ORDER BY t.starts_on, t.name NULLS LAST
-- rows
SELECT t.period, t.kind, t.customer, t.happened_on, t.site, t.channel, t.activity, t.invested, t.revenue, t.contribution,
       CASE WHEN t.finished = 1 THEN 'over' ELSE 'running' END AS first_year
FROM told t
WHERE CAST(:name AS VARCHAR) IS NULL OR COALESCE(t.name, '') = :name
ORDER BY t.starts_on, t.kind NULLS LAST, t.contribution DESC NULLS LAST, t.happened_on NULLS LAST, t.customer NULLS LAST, t.activity NULLS LAST, t.invested NULLS LAST
