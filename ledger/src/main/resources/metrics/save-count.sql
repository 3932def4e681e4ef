-- name: save-count
-- question: Of the customers lost in the period and still away on a day, how many were back within so many days, called or not?
-- unit: customers, and money of the value window
-- grain: period and called; whose days are not over yet is not counted as decided
-- direction: up
-- no-data: zero
-- source: customer_period, spell
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition differs
-- dimensions: segment, site, channel
-- parameters: since, days, called, back, was_called, customer
WITH loss AS (
    SELECT p.period, p.starts_on, p.customer, p.segment, p.site, p.channel, CASE WHEN p.opening = 1 THEN p.prior_value ELSE p.value END AS value,
           MAX(s.started_on) AS started_on, MAX(s.ended_on) AS lost_on
    FROM {customer_period} p
    JOIN {calendar} c ON c.grain = p.grain AND c.period = p.period
    JOIN {spell} s ON s.customer = p.customer AND s.ended_on >= c.starts_on AND s.ended_on < c.ends_on AND s.ended_on <= :through
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to AND p.lost > 0
    GROUP BY p.period, p.starts_on, p.customer, p.segment, p.site, p.channel, p.opening, p.prior_value, p.value
),
back AS (
    SELECT l.period, l.customer, MIN(s.started_on) AS back_on
    FROM loss l
    JOIN {spell} s ON s.customer = l.customer AND s.started_on >= l.lost_on AND s.started_on <= :through
    GROUP BY l.period, l.customer
),
gone AS (
    SELECT l.period, l.starts_on, l.customer, l.segment, l.site, l.channel, l.value, l.started_on, l.lost_on, b.back_on,
           CASE WHEN CAST(:since AS VARCHAR) IS NULL THEN l.lost_on ELSE CAST(:since AS DATE) END AS since_on
    FROM loss l
    LEFT JOIN back b ON b.period = l.period AND b.customer = l.customer
),
judged AS (
    SELECT g.period, g.starts_on, g.customer, g.segment, g.site, g.channel, g.value, g.started_on, g.lost_on, g.back_on, g.since_on,
           CASE WHEN CAST(:called AS VARCHAR) LIKE '%,' || CAST(g.customer AS VARCHAR) || ',%' THEN 'yes' ELSE 'no' END AS called,
           CASE WHEN g.back_on <= ca_add_days(g.since_on, CAST(COALESCE(:days, '90') AS INTEGER)) THEN 'yes' ELSE 'no' END AS back,
           CASE WHEN ca_add_days(g.since_on, CAST(COALESCE(:days, '90') AS INTEGER)) <= :through THEN 'yes' ELSE 'no' END AS decided
    FROM gone g
    WHERE g.lost_on <= g.since_on AND (g.back_on IS NULL OR g.back_on >= g.since_on)
)
-- figure
SELECT j.period, j.called, COUNT(*) AS customers, COUNT(CASE WHEN j.decided = 'yes' THEN 1 END) AS decided,
       COUNT(CASE WHEN j.decided = 'yes' AND j.back = 'yes' THEN 1 END) AS back, SUM(j.value) AS value,
       SUM(CASE WHEN j.decided = 'yes' AND j.back = 'yes' THEN j.value ELSE 0 END) AS value_back
FROM judged j
GROUP BY j.period, j.starts_on, j.called
ORDER BY j.starts_on, j.called NULLS LAST
-- rows
SELECT j.period, j.customer, j.segment, j.site, j.channel, j.value, j.started_on, j.lost_on, j.called, j.since_on, j.back_on, j.back, j.decided
FROM judged j
WHERE (CAST(:was_called AS VARCHAR) IS NULL OR j.called = :was_called) AND (CAST(:back AS VARCHAR) IS NULL OR j.back = :back)
  AND (CAST(:customer AS VARCHAR) IS NULL OR CAST(j.customer AS VARCHAR) = :customer)
ORDER BY j.starts_on, j.value DESC NULLS LAST, j.customer NULLS LAST
