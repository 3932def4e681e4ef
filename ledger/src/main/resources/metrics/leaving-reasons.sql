-- name: leaving-reasons
-- question: Why did customers leave, and what were they worth?
-- unit: customers, and money of the value window
-- grain: period and reason
-- direction: down
-- no-data: zero
-- source: customer_period, spell, departure
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition or the list of reasons differs
-- dimensions: segment, site, channel
-- parameters: reason
WITH loss AS (
    SELECT p.period, p.starts_on, p.customer, p.segment, p.site, p.channel, CASE WHEN p.opening = 1 THEN p.prior_value ELSE p.value END AS value,
           MAX(s.started_on) AS started_on, MAX(s.ended_on) AS lost_on
    FROM {customer_period} p
    JOIN {calendar} c ON c.grain = p.grain AND c.period = p.period
    JOIN {spell} s ON s.customer = p.customer AND s.ended_on >= c.starts_on AND s.ended_on < c.ends_on AND s.ended_on <= :through
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to AND p.lost > 0
    GROUP BY p.period, p.starts_on, p.customer, p.segment, p.site, p.channel, p.opening, p.prior_value, p.value
),
told AS (
    SELECT l.period, l.customer, d.reason, d.left_on,
           ROW_NUMBER() OVER (PARTITION BY l.period, l.customer
                              ORDER BY d.left_on DESC NULLS LAST, d.recorded_at DESC NULLS LAST, d.source NULLS LAST, d.key NULLS LAST) AS place
    FROM loss l
    JOIN {departure} d ON d.customer = l.customer AND d.left_on >= l.started_on AND d.left_on <= l.lost_on
    WHERE d.reason IS NOT NULL
)
-- figure
SELECT x.period, x.reason, SUM(x.customers) AS customers, SUM(x.value) AS value, SUM(x.departures) AS departures
FROM (
    SELECT l.period, l.starts_on, t.reason, COUNT(*) AS customers, SUM(l.value) AS value, 0 AS departures
    FROM loss l
    LEFT JOIN told t ON t.period = l.period AND t.customer = l.customer AND t.place = 1
    GROUP BY l.period, l.starts_on, t.reason
    UNION ALL
    SELECT c.period, c.starts_on, d.reason, 0, 0, COUNT(*)
    FROM {calendar} c
    JOIN {departure} d ON d.left_on >= c.starts_on AND d.left_on < c.ends_on
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
    GROUP BY c.period, c.starts_on, d.reason
) x
GROUP BY x.period, x.starts_on, x.reason
ORDER BY x.starts_on, customers DESC NULLS LAST, value DESC NULLS LAST, x.reason NULLS LAST
-- rows
SELECT l.period, l.customer, l.segment, l.site, l.channel, l.lost_on, l.value, t.reason, t.left_on
FROM loss l
LEFT JOIN told t ON t.period = l.period AND t.customer = l.customer AND t.place = 1
WHERE CAST(:reason AS VARCHAR) IS NULL OR t.reason = :reason OR (:reason = '' AND t.reason IS NULL)
ORDER BY l.starts_on, l.value DESC NULLS LAST, l.customer NULLS LAST
