-- name: reason-register
-- question: Which reasons for leaving have been given, from when to when, and what left with them?
-- unit: losses, departures, days, and money of the value window
-- grain: period and reason, everything up to the period's end
-- direction: none
-- no-data: nothing
-- source: customer_period, spell, departure
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition or the list of reasons differs
-- dimensions: segment, site, channel
-- parameters: reason
WITH loss AS (
    SELECT p.customer, p.segment, p.site, p.channel, CASE WHEN p.opening = 1 THEN p.prior_value ELSE p.value END AS value,
           MAX(s.started_on) AS started_on, MAX(s.ended_on) AS lost_on
    FROM {customer_period} p
    JOIN {calendar} m ON m.grain = p.grain AND m.period = p.period
    JOIN {spell} s ON s.customer = p.customer AND s.ended_on >= m.starts_on AND s.ended_on < m.ends_on AND s.ended_on <= :through
    WHERE p.grain = 'month' AND p.lost > 0
    GROUP BY p.period, p.customer, p.segment, p.site, p.channel, p.opening, p.prior_value, p.value
),
-- figure
told AS (
    SELECT l.customer, l.lost_on, d.reason,
           ROW_NUMBER() OVER (PARTITION BY l.customer, l.lost_on
                              ORDER BY d.left_on DESC NULLS LAST, d.recorded_at DESC NULLS LAST, d.source NULLS LAST, d.key NULLS LAST) AS place
    FROM loss l
    JOIN {departure} d ON d.customer = l.customer AND d.left_on >= l.started_on AND d.left_on <= l.lost_on
    WHERE d.reason IS NOT NULL
)
SELECT x.period, x.reason, MIN(x.given_on) AS first_on, MAX(x.given_on) AS last_on, SUM(x.departures) AS departures, SUM(x.losses) AS losses,
       SUM(x.value) AS value, SUM(x.losses_inside) AS losses_inside
FROM (
    SELECT c.period, c.starts_on, t.reason, CAST(NULL AS DATE) AS given_on, 0 AS departures, 1 AS losses, l.value,
           CASE WHEN l.lost_on >= c.starts_on THEN 1 ELSE 0 END AS losses_inside
    FROM {calendar} c
    JOIN loss l ON l.lost_on < c.ends_on
    LEFT JOIN told t ON t.customer = l.customer AND t.lost_on = l.lost_on AND t.place = 1
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
    UNION ALL
    SELECT c.period, c.starts_on, d.reason, d.left_on AS given_on, 1 AS departures, 0 AS losses, 0 AS value, 0 AS losses_inside
    FROM {calendar} c
    JOIN {departure} d ON d.left_on < c.ends_on
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND d.reason IS NOT NULL
) x
GROUP BY x.period, x.starts_on, x.reason
ORDER BY x.starts_on, losses DESC NULLS LAST, x.reason NULLS LAST
-- rows
told AS (
    SELECT l.customer, l.lost_on, d.reason, d.left_on,
           ROW_NUMBER() OVER (PARTITION BY l.customer, l.lost_on
                              ORDER BY d.left_on DESC NULLS LAST, d.recorded_at DESC NULLS LAST, d.source NULLS LAST, d.key NULLS LAST) AS place
    FROM loss l
    JOIN {departure} d ON d.customer = l.customer AND d.left_on >= l.started_on AND d.left_on <= l.lost_on
    WHERE d.reason IS NOT NULL
)
SELECT c.period, l.customer, l.segment, l.site, l.channel, l.lost_on, l.value, t.reason, t.left_on
FROM {calendar} c
JOIN loss l ON l.lost_on < c.ends_on
LEFT JOIN told t ON t.customer = l.customer AND t.lost_on = l.lost_on AND t.place = 1
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:reason AS VARCHAR) IS NULL OR t.reason = :reason OR (:reason = '' AND t.reason IS NULL))
ORDER BY c.starts_on, l.lost_on DESC NULLS LAST, l.value DESC NULLS LAST, l.customer NULLS LAST
