-- name: cost-by-group
-- question: Whom does it cost what to serve and to speak to: which segments, sites and channels?
-- unit: money in the reporting currency, and customers
-- grain: period, split, name, kind and activity
-- direction: none
-- no-data: nothing
-- source: cost, cost_entry, customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the cost rules differ
-- dimensions: segment, site, channel
-- parameters: window, split, name, cost_kind, activity
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.starts_on) WHEN CAST(:window AS VARCHAR) = 'all' THEN 0
                WHEN CAST(:window AS VARCHAR) = 'half' THEN ca_midx(c.ends_on) - 6 ELSE ca_midx(c.ends_on) - 12 END AS first_month
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
booked AS (
    SELECT f.customer, ca_midx(f.occurred_on) AS midx, f.cost_kind, COALESCE(f.activity, '') AS activity, 1 AS events, CAST(0 AS DECIMAL(38, 6)) AS minutes,
           CAST(f.amount AS DECIMAL(38, 10)) AS imported, CAST(0 AS DECIMAL(38, 10)) AS timed, CAST(0 AS DECIMAL(38, 10)) AS shared
    FROM {cost} f
    WHERE f.cost_kind <> 'sale'
    UNION ALL
    SELECT e.customer, ca_midx(e.occurred_on), e.cost_kind, COALESCE(e.activity, ''), CASE WHEN e.entry IN ('taken back', 'not costed') THEN 0 ELSE e.events END, e.minutes,
           CASE WHEN e.entry IN ('taken back', 'company') THEN e.amount ELSE 0 END, CASE WHEN e.entry IN ('computed', 'charged') THEN e.amount ELSE 0 END,
           CASE WHEN e.entry = 'shared' THEN e.amount ELSE 0 END
    FROM {cost_entry} e
),
-- figure
borne AS (
    SELECT s.period, s.starts_on, b.customer, b.cost_kind, b.activity, SUM(b.events) AS events, SUM(b.minutes) AS minutes, SUM(b.imported) AS imported,
           SUM(b.timed) AS timed, SUM(b.shared) AS shared, SUM(b.imported + b.timed + b.shared) AS amount
    FROM span s
    JOIN booked b ON b.midx >= s.first_month AND b.midx < s.end_month
    GROUP BY s.period, s.starts_on, b.customer, b.cost_kind, b.activity
),
present AS (
    SELECT DISTINCT s.period, s.starts_on, p.customer, p.segment, p.site, p.channel
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.first_month AND ca_midx(p.starts_on) < s.end_month
),
part AS (
    SELECT p.period, p.starts_on, p.customer, 'segment' AS split, COALESCE(p.segment, '') AS name FROM present p
    UNION ALL
    SELECT p.period, p.starts_on, p.customer, 'site', COALESCE(p.site, '') FROM present p
    UNION ALL
    SELECT p.period, p.starts_on, p.customer, 'channel', COALESCE(p.channel, '') FROM present p
),
counted AS (
    SELECT x.period, x.split, x.name, COUNT(*) AS present FROM part x GROUP BY x.period, x.split, x.name
)
SELECT x.period, x.split, x.name, n.present, b.cost_kind, b.activity, COUNT(*) AS customers, SUM(b.amount) AS amount
FROM part x
JOIN counted n ON n.period = x.period AND n.split = x.split AND n.name = x.name
JOIN borne b ON b.period = x.period AND b.customer = x.customer AND b.amount <> 0
WHERE CAST(:split AS VARCHAR) IS NULL OR x.split = :split
GROUP BY x.period, x.starts_on, x.split, x.name, n.present, b.cost_kind, b.activity
ORDER BY x.starts_on, CASE x.split WHEN 'segment' THEN 1 WHEN 'site' THEN 2 ELSE 3 END NULLS LAST, x.name NULLS LAST, b.cost_kind DESC NULLS LAST,
         b.activity NULLS LAST
-- rows
borne AS (
    SELECT s.period, s.starts_on, b.customer, b.cost_kind, b.activity, SUM(b.events) AS events, SUM(b.minutes) AS minutes, SUM(b.imported) AS imported,
           SUM(b.timed) AS timed, SUM(b.shared) AS shared, SUM(b.imported + b.timed + b.shared) AS amount
    FROM span s
    JOIN booked b ON b.midx >= s.first_month AND b.midx < s.end_month
    GROUP BY s.period, s.starts_on, b.customer, b.cost_kind, b.activity
)
SELECT b.period, b.customer, c.segment, c.site, c.channel, b.cost_kind, b.activity, b.events, b.amount
FROM borne b
JOIN {customer} c ON c.customer = b.customer
WHERE b.amount <> 0 AND (CAST(:cost_kind AS VARCHAR) IS NULL OR b.cost_kind = :cost_kind)
  AND (CAST(:activity AS VARCHAR) IS NULL OR b.activity = :activity)
  AND (CAST(:split AS VARCHAR) IS NULL OR (:split = 'segment' AND COALESCE(c.segment, '') = COALESCE(CAST(:name AS VARCHAR), ''))
       OR (:split = 'site' AND COALESCE(c.site, '') = COALESCE(CAST(:name AS VARCHAR), ''))
       OR (:split = 'channel' AND COALESCE(c.channel, '') = COALESCE(CAST(:name AS VARCHAR), '')))
ORDER BY b.starts_on, b.amount DESC NULLS LAST, b.customer NULLS LAST, b.cost_kind NULLS LAST, b.activity NULLS LAST
