-- name: loyalty-behaviours
-- question: Do customers who show a behaviour stay more often than those who do not?
-- unit: customers
-- grain: period and segment; customers active on the day before so many months that end with the period, by what they had done by then
-- direction: none
-- no-data: nothing
-- source: spell, contract, purchase, feedback, referral, customer
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition or the behaviour differs
-- dimensions: segment, site, channel
-- parameters: kind, what, at_least, days, months, among, shown, stayed
WITH span AS (
    SELECT c.period, c.starts_on, b.starts_on AS base_on,
           CASE WHEN :through < c.ends_on THEN ca_add_days(:through, 1) ELSE c.ends_on END AS until_on
    FROM {calendar} c
    JOIN {calendar} b ON b.grain = 'month' AND ca_midx(b.starts_on) = ca_midx(c.ends_on) - CAST(COALESCE(:months, '12') AS INTEGER)
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
held AS (
    SELECT s.period, k.customer, k.source, k.key, k.product, k.billing_months, k.channel
    FROM span s
    JOIN {contract} k ON k.started_on < s.base_on AND (k.ended_on IS NULL OR k.ended_on >= s.base_on)
    WHERE k.customer IS NOT NULL
),
bought AS (
    SELECT s.period, p.customer, p.source, p.order_id, p.product, p.category, p.channel
    FROM span s
    JOIN {purchase} p ON p.occurred_on < s.base_on AND p.occurred_on >= ca_add_days(s.base_on, 0 - CAST(COALESCE(:days, '365') AS INTEGER))
    WHERE p.customer IS NOT NULL AND p.line_kind = 'sale'
),
deed AS (
    SELECT h.period, h.customer, 'contracts' AS kind, CAST(NULL AS VARCHAR) AS what, COUNT(*) AS times FROM held h GROUP BY h.period, h.customer
    UNION ALL
    SELECT h.period, h.customer, 'product', h.product, COUNT(*) FROM held h GROUP BY h.period, h.customer, h.product
    UNION ALL
    SELECT h.period, h.customer, 'months-ahead', CAST(NULL AS VARCHAR), MAX(h.billing_months) FROM held h GROUP BY h.period, h.customer
    UNION ALL
    SELECT b.period, b.customer, 'categories', CAST(NULL AS VARCHAR), COUNT(DISTINCT b.category) FROM bought b GROUP BY b.period, b.customer
    UNION ALL
    SELECT x.period, x.customer, 'orders', CAST(NULL AS VARCHAR), COUNT(*)
    FROM (SELECT DISTINCT b.period, b.customer, b.source, b.order_id FROM bought b) x
    GROUP BY x.period, x.customer
    UNION ALL
    SELECT x.period, x.customer, 'channel', x.channel, COUNT(*)
    FROM (SELECT DISTINCT b.period, b.customer, b.channel, b.source, b.order_id AS key FROM bought b
          UNION
          SELECT h.period, h.customer, h.channel, h.source, h.key FROM held h) x
    GROUP BY x.period, x.customer, x.channel
    UNION ALL
    SELECT s.period, f.customer, 'survey', CAST(NULL AS VARCHAR), COUNT(*)
    FROM span s
    JOIN {feedback} f ON f.occurred_on < s.base_on AND f.occurred_on >= ca_add_days(s.base_on, 0 - CAST(COALESCE(:days, '365') AS INTEGER))
    WHERE f.customer IS NOT NULL AND f.score IS NOT NULL
    GROUP BY s.period, f.customer
    UNION ALL
    SELECT s.period, r.customer, 'recommended', CAST(NULL AS VARCHAR), COUNT(*)
    FROM span s
    JOIN {referral} r ON r.occurred_on < s.base_on AND r.occurred_on >= ca_add_days(s.base_on, 0 - CAST(COALESCE(:days, '365') AS INTEGER))
    WHERE r.customer IS NOT NULL
    GROUP BY s.period, r.customer
),
did AS (
    SELECT d.period, d.customer
    FROM deed d
    WHERE d.kind = COALESCE(:kind, 'contracts') AND d.times >= CAST(COALESCE(:at_least, '2') AS INTEGER)
      AND (CAST(:what AS VARCHAR) IS NULL OR d.what = :what)
    GROUP BY d.period, d.customer
),
stood AS (
    SELECT s.period, s.starts_on, s.base_on, k.customer, k.segment, k.site, k.channel,
           MAX(CASE WHEN p.ended_on < s.until_on THEN p.ended_on END) AS left_on
    FROM span s
    JOIN {spell} p ON p.started_on < s.base_on AND p.ended_on >= s.base_on
    JOIN {customer} k ON k.customer = p.customer
    GROUP BY s.period, s.starts_on, s.base_on, k.customer, k.segment, k.site, k.channel
),
tested AS (
    SELECT s.period, s.starts_on, s.base_on, s.customer, s.segment, s.site, s.channel, s.left_on,
           CASE WHEN d.customer IS NULL THEN 'no' ELSE 'yes' END AS shown, CASE WHEN s.left_on IS NULL THEN 'yes' ELSE 'no' END AS stayed
    FROM stood s
    LEFT JOIN did d ON d.period = s.period AND d.customer = s.customer
    WHERE COALESCE(:among, 'all') = 'all'
       OR (:among = 'contract' AND EXISTS (SELECT 1 FROM held h WHERE h.period = s.period AND h.customer = s.customer))
       OR (:among = 'buyers' AND EXISTS (SELECT 1 FROM bought b WHERE b.period = s.period AND b.customer = s.customer))
)
-- figure
SELECT t.period, t.base_on, t.segment, COUNT(CASE WHEN t.shown = 'yes' THEN 1 END) AS with_it,
       COUNT(CASE WHEN t.shown = 'yes' AND t.stayed = 'yes' THEN 1 END) AS with_stayed,
       COUNT(CASE WHEN t.shown = 'no' THEN 1 END) AS without_it,
       COUNT(CASE WHEN t.shown = 'no' AND t.stayed = 'yes' THEN 1 END) AS without_stayed
FROM tested t
GROUP BY t.period, t.starts_on, t.base_on, t.segment
ORDER BY t.starts_on, t.segment NULLS LAST
-- rows
SELECT t.period, t.customer, t.segment, t.site, t.channel, t.shown, t.stayed, t.left_on
FROM tested t
WHERE (CAST(:shown AS VARCHAR) IS NULL OR t.shown = :shown) AND (CAST(:stayed AS VARCHAR) IS NULL OR t.stayed = :stayed)
ORDER BY t.starts_on, t.left_on NULLS LAST, t.customer NULLS LAST
