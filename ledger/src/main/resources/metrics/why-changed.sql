-- name: why-changed
-- question: Why did the number of customers and their value change against the period before?
-- unit: customers, and money of the value window
-- grain: period, split and part of it
-- direction: none
-- no-data: nothing
-- source: customer_period, spell, departure
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity or the value definition differs
-- dimensions: segment, site, channel
-- parameters: split, part, reason
WITH pair AS (
    SELECT c.period, c.starts_on, c.period AS side_period, c.starts_on AS side_on, c.ends_on AS side_end, 1 AS side
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
    UNION ALL
    SELECT c.period, c.starts_on, b.period, b.starts_on, b.ends_on, 0
    FROM {calendar} c
    JOIN {calendar} b ON b.grain = c.grain AND b.period = c.previous
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
-- figure
seen AS (
    SELECT q.period, q.starts_on, q.side_period, q.side_on, q.side_end, q.side, p.customer, p.segment, p.site, p.channel, p.state, p.closing,
           p.gained + p.regained AS came, p.lost AS gone, CASE WHEN p.closing = 1 THEN p.value ELSE 0 END AS value
    FROM pair q
    JOIN {customer_period} p ON p.grain = :grain AND p.period = q.side_period
),
ended AS (
    SELECT s.period, s.side, s.customer, MAX(x.started_on) AS started_on, MAX(x.ended_on) AS lost_on
    FROM seen s
    JOIN {spell} x ON x.customer = s.customer AND x.ended_on >= s.side_on AND x.ended_on < s.side_end AND x.ended_on <= :through
    WHERE s.gone > 0
    GROUP BY s.period, s.side, s.customer
),
told AS (
    SELECT e.period, e.side, e.customer, d.reason,
           ROW_NUMBER() OVER (PARTITION BY e.period, e.side, e.customer
                              ORDER BY d.left_on DESC NULLS LAST, d.recorded_at DESC NULLS LAST, d.source NULLS LAST, d.key NULLS LAST) AS place
    FROM ended e
    JOIN {departure} d ON d.customer = e.customer AND d.left_on >= e.started_on AND d.left_on <= e.lost_on
    WHERE d.reason IS NOT NULL
),
known AS (
    SELECT s.period, s.starts_on, s.side, s.customer, s.segment, s.site, s.channel, s.state, s.closing, s.came, s.gone, s.value, t.reason,
           COALESCE(n.state, 'none') AS now_state, u.reason AS now_reason, b.customer AS before_customer, b.segment AS before_segment,
           b.site AS before_site, b.channel AS before_channel
    FROM seen s
    LEFT JOIN seen n ON n.period = s.period AND n.side = 1 AND n.customer = s.customer
    LEFT JOIN seen b ON b.period = s.period AND b.side = 0 AND b.customer = s.customer AND s.side = 1
    LEFT JOIN told t ON t.period = s.period AND t.side = s.side AND t.customer = s.customer AND t.place = 1
    LEFT JOIN told u ON u.period = s.period AND u.side = 1 AND u.customer = s.customer AND u.place = 1
),
parted AS (
    SELECT k.period, k.starts_on, 'segment' AS split, k.segment AS part, CAST(NULL AS VARCHAR) AS reason, k.side, k.closing, k.came, k.gone, k.value,
           CASE WHEN k.before_customer IS NOT NULL AND COALESCE(k.before_segment, '') <> COALESCE(k.segment, '') THEN 1 ELSE 0 END AS moved
    FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, 'site', k.site, CAST(NULL AS VARCHAR), k.side, k.closing, k.came, k.gone, k.value,
           CASE WHEN k.before_customer IS NOT NULL AND COALESCE(k.before_site, '') <> COALESCE(k.site, '') THEN 1 ELSE 0 END
    FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, 'channel', k.channel, CAST(NULL AS VARCHAR), k.side, k.closing, k.came, k.gone, k.value,
           CASE WHEN k.before_customer IS NOT NULL AND COALESCE(k.before_channel, '') <> COALESCE(k.channel, '') THEN 1 ELSE 0 END
    FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, 'state', k.now_state, CAST(NULL AS VARCHAR), k.side, k.closing, 0, 0, k.value, 0
    FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, 'state', k.state, CAST(NULL AS VARCHAR), k.side, 0, k.came, k.gone, 0, 0
    FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, 'reason', CASE WHEN k.now_state IN ('gained', 'regained', 'lost') THEN k.now_state ELSE 'stayed' END,
           CASE WHEN k.now_state = 'lost' THEN k.now_reason END, k.side, k.closing, 0, 0, k.value, 0
    FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, 'reason', CASE WHEN k.state IN ('gained', 'regained', 'lost') THEN k.state ELSE 'stayed' END,
           CASE WHEN k.state = 'lost' THEN k.reason END, k.side, 0, k.came, k.gone, 0, 0
    FROM known k
)
SELECT x.period, x.split, x.part, x.reason, SUM(CASE WHEN x.side = 0 THEN x.closing ELSE 0 END) AS customers_before,
       SUM(CASE WHEN x.side = 1 THEN x.closing ELSE 0 END) AS customers, SUM(CASE WHEN x.side = 0 THEN x.came ELSE 0 END) AS came_before,
       SUM(CASE WHEN x.side = 1 THEN x.came ELSE 0 END) AS came, SUM(CASE WHEN x.side = 0 THEN x.gone ELSE 0 END) AS left_before,
       SUM(CASE WHEN x.side = 1 THEN x.gone ELSE 0 END) AS left_now, SUM(CASE WHEN x.side = 0 THEN x.value ELSE 0 END) AS value_before,
       SUM(CASE WHEN x.side = 1 THEN x.value ELSE 0 END) AS value, SUM(x.moved) AS moved
FROM parted x
WHERE CAST(:split AS VARCHAR) IS NULL OR x.split = :split
GROUP BY x.period, x.starts_on, x.split, x.part, x.reason
HAVING SUM(x.closing + x.came + x.gone) > 0 OR SUM(CASE WHEN x.value <> 0 THEN 1 ELSE 0 END) > 0
ORDER BY x.starts_on, x.split NULLS LAST, x.part NULLS LAST, x.reason NULLS LAST
-- rows
seen AS (
    SELECT q.period, q.starts_on, q.side_on, q.side_end, q.side, p.customer, p.segment, p.site, p.channel, p.state, p.closing, p.lost,
           p.gained + p.regained AS came, CASE WHEN p.closing = 1 THEN p.value ELSE 0 END AS value
    FROM pair q
    JOIN {customer_period} p ON p.grain = :grain AND p.period = q.side_period
),
ended AS (
    SELECT s.period, s.customer, MAX(x.started_on) AS started_on, MAX(x.ended_on) AS lost_on
    FROM seen s
    JOIN {spell} x ON x.customer = s.customer AND x.ended_on >= s.side_on AND x.ended_on < s.side_end AND x.ended_on <= :through
    WHERE s.lost > 0 AND s.side = 1
    GROUP BY s.period, s.customer
),
told AS (
    SELECT e.period, e.customer, d.reason,
           ROW_NUMBER() OVER (PARTITION BY e.period, e.customer
                              ORDER BY d.left_on DESC NULLS LAST, d.recorded_at DESC NULLS LAST, d.source NULLS LAST, d.key NULLS LAST) AS place
    FROM ended e
    JOIN {departure} d ON d.customer = e.customer AND d.left_on >= e.started_on AND d.left_on <= e.lost_on
    WHERE d.reason IS NOT NULL
),
changed AS (
    SELECT s.period, s.starts_on, s.customer, MAX(s.segment) AS segment, MAX(s.site) AS site, MAX(s.channel) AS channel,
           MAX(CASE WHEN s.side = 0 THEN s.state END) AS state_before, MAX(CASE WHEN s.side = 1 THEN s.state END) AS state,
           SUM(CASE WHEN s.side = 0 THEN s.closing ELSE 0 END) AS customers_before, SUM(CASE WHEN s.side = 1 THEN s.closing ELSE 0 END) AS customers,
           SUM(CASE WHEN s.side = 0 THEN s.value ELSE 0 END) AS value_before, SUM(CASE WHEN s.side = 1 THEN s.value ELSE 0 END) AS value,
           SUM(s.came + s.lost) AS moves
    FROM seen s
    GROUP BY s.period, s.starts_on, s.customer
)
SELECT c.period, c.customer, c.segment, c.site, c.channel, c.state_before, c.state, t.reason, c.customers_before, c.customers, c.value_before, c.value,
       c.value - c.value_before AS value_change
FROM changed c
LEFT JOIN told t ON t.period = c.period AND t.customer = c.customer AND t.place = 1
WHERE c.customers_before + c.customers + c.moves > 0 AND (c.customers <> c.customers_before OR c.value <> c.value_before OR c.moves > 0)
  AND (CAST(:part AS VARCHAR) IS NULL
       OR (:split = 'segment' AND COALESCE(c.segment, '') = :part)
       OR (:split = 'site' AND COALESCE(c.site, '') = :part)
       OR (:split = 'channel' AND COALESCE(c.channel, '') = :part)
       OR (:split = 'state' AND COALESCE(c.state, 'none') = :part)
       OR (:split = 'reason' AND CASE WHEN c.state IN ('gained', 'regained', 'lost') THEN c.state ELSE 'stayed' END = :part
           AND (CAST(:reason AS VARCHAR) IS NULL OR COALESCE(t.reason, '') = :reason)))
ORDER BY c.starts_on, ABS(c.value - c.value_before) DESC NULLS LAST, c.customer NULLS LAST
