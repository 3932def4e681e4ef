-- name: activity-costs
-- question: What does it cost to serve our customers and to speak to them, by activity?
-- unit: money in the reporting currency, customers, events (uncosted: before the first rate of their activity) and minutes
-- grain: period, kind and activity
-- direction: none
-- no-data: nothing
-- source: cost, cost_entry, customer
-- owner: chief customer officer
-- version: 2
-- not-comparable-when: the cost rules differ
-- dimensions: segment, site, channel
-- parameters: window, cost_kind, activity
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.starts_on) WHEN CAST(:window AS VARCHAR) = 'all' THEN 0
                WHEN CAST(:window AS VARCHAR) = 'half' THEN ca_midx(c.ends_on) - 6 ELSE ca_midx(c.ends_on) - 12 END AS first_month
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
booked AS (
    SELECT f.customer, ca_midx(f.occurred_on) AS midx, f.cost_kind, COALESCE(f.activity, '') AS activity, 1 AS events, 0 AS uncosted, CAST(0 AS DECIMAL(38, 6)) AS minutes,
           CAST(f.amount AS DECIMAL(38, 10)) AS imported, CAST(0 AS DECIMAL(38, 10)) AS timed, CAST(0 AS DECIMAL(38, 10)) AS shared
    FROM {cost} f
    WHERE f.cost_kind <> 'sale'
    UNION ALL
    SELECT e.customer, ca_midx(e.occurred_on), e.cost_kind, COALESCE(e.activity, ''), CASE WHEN e.entry IN ('taken back', 'not costed') THEN 0 ELSE e.events END,
           CASE WHEN e.entry = 'not costed' THEN e.events ELSE 0 END, e.minutes,
           CASE WHEN e.entry IN ('taken back', 'company') THEN e.amount ELSE 0 END, CASE WHEN e.entry IN ('computed', 'charged') THEN e.amount ELSE 0 END,
           CASE WHEN e.entry = 'shared' THEN e.amount ELSE 0 END
    FROM {cost_entry} e
),
borne AS (
    SELECT s.period, s.starts_on, b.customer, b.cost_kind, b.activity, SUM(b.events) AS events, SUM(b.uncosted) AS uncosted,
           SUM(b.minutes) AS minutes, SUM(b.imported) AS imported, SUM(b.timed) AS timed, SUM(b.shared) AS shared, SUM(b.imported + b.timed + b.shared) AS amount
    FROM span s
    JOIN booked b ON b.midx >= s.first_month AND b.midx < s.end_month
    GROUP BY s.period, s.starts_on, b.customer, b.cost_kind, b.activity
)
-- figure
SELECT b.period, b.cost_kind, b.activity, COUNT(CASE WHEN b.amount <> 0 THEN b.customer END) AS customers,
       SUM(CASE WHEN b.customer IS NOT NULL AND b.amount <> 0 THEN b.events ELSE 0 END) AS events,
       SUM(CASE WHEN b.customer IS NOT NULL THEN b.uncosted ELSE 0 END) AS uncosted,
       SUM(CASE WHEN b.customer IS NOT NULL THEN b.minutes ELSE 0 END) AS minutes,
       SUM(CASE WHEN b.customer IS NOT NULL THEN b.imported ELSE 0 END) AS imported, SUM(CASE WHEN b.customer IS NOT NULL THEN b.timed ELSE 0 END) AS timed,
       SUM(CASE WHEN b.customer IS NOT NULL THEN b.shared ELSE 0 END) AS shared, SUM(CASE WHEN b.customer IS NOT NULL THEN b.amount ELSE 0 END) AS amount,
       SUM(CASE WHEN b.customer IS NULL THEN b.amount ELSE 0 END) AS company
FROM borne b
GROUP BY b.period, b.starts_on, b.cost_kind, b.activity
HAVING COUNT(CASE WHEN b.amount <> 0 OR b.uncosted > 0 THEN 1 END) > 0
ORDER BY b.starts_on, b.cost_kind DESC NULLS LAST, SUM(CASE WHEN b.customer IS NOT NULL THEN b.amount ELSE 0 END) DESC NULLS LAST, b.activity NULLS LAST
-- rows
SELECT b.period, b.customer, c.segment, c.site, c.channel, b.cost_kind, b.activity, b.events, b.uncosted, b.minutes, b.imported, b.timed, b.shared, b.amount
FROM borne b
JOIN {customer} c ON c.customer = b.customer
WHERE (b.amount <> 0 OR b.uncosted > 0) AND (CAST(:cost_kind AS VARCHAR) IS NULL OR b.cost_kind = :cost_kind)
  AND (CAST(:activity AS VARCHAR) IS NULL OR b.activity = :activity)
ORDER BY b.starts_on, b.amount DESC NULLS LAST, b.customer NULLS LAST, b.cost_kind NULLS LAST, b.activity NULLS LAST
