-- name: recurring-value
-- question: How did the monthly value of our contracts move?
-- unit: money per month, and customers, at the period's end
-- grain: period
-- direction: up
-- no-data: zero
-- source: contract
-- owner: chief customer officer
-- version: 3
-- not-comparable-when: the definition of contracts differs
-- dimensions: segment, site, channel
-- parameters: booked, same_period, reactivation_days, movement
-- definition: contracts
-- finish: recurring-rates
WITH span AS (
    SELECT c.period, c.starts_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
booked AS (
    SELECT k.customer, k.started_on, k.monthly,
           CASE WHEN CAST(:booked AS VARCHAR) = 'notice' AND k.noticed_on IS NOT NULL AND (k.ended_on IS NULL OR k.noticed_on < k.ended_on)
                THEN k.noticed_on ELSE k.ended_on END AS gone_on
    FROM {contract} k
    WHERE k.customer IS NOT NULL AND k.monthly <> 0
),
held AS (
    SELECT s.period, s.starts_on, b.customer,
           SUM(CASE WHEN b.started_on < s.starts_on AND (b.gone_on IS NULL OR b.gone_on >= s.starts_on) THEN b.monthly ELSE 0 END) AS before,
           SUM(CASE WHEN b.gone_on IS NULL OR b.gone_on > s.last_on THEN b.monthly ELSE 0 END) AS after,
           SUM(CASE WHEN b.started_on >= s.starts_on AND b.gone_on <= s.last_on AND CAST(:same_period AS VARCHAR) = 'counted'
                    THEN b.monthly ELSE 0 END) AS inside,
           COUNT(CASE WHEN b.started_on < s.starts_on THEN 1 END) AS earlier,
           MAX(CASE WHEN b.started_on < s.starts_on THEN b.gone_on END) AS earlier_gone_on,
           MIN(CASE WHEN b.started_on >= s.starts_on THEN b.started_on END) AS came_on
    FROM span s
    JOIN booked b ON b.started_on <= s.last_on AND (b.gone_on IS NULL OR b.gone_on > b.started_on)
    GROUP BY s.period, s.starts_on, b.customer
),
step AS (
    SELECT h.period, h.starts_on, h.customer, h.before, h.after,
           CASE WHEN h.before = 0 AND h.after = 0 THEN h.inside ELSE h.after - h.before END AS change,
           CASE WHEN h.before = 0 AND h.earlier > 0 AND (CAST(:reactivation_days AS BIGINT) IS NULL
                     OR ca_days(h.earlier_gone_on, h.came_on) <= CAST(:reactivation_days AS BIGINT)) THEN 'reactivation'
                WHEN h.before = 0 THEN 'new'
                WHEN h.after = 0 THEN 'churn'
                WHEN h.after > h.before THEN 'expansion'
                WHEN h.after < h.before THEN 'contraction'
                ELSE 'same' END AS movement
    FROM held h
    WHERE h.before <> 0 OR h.after <> 0 OR h.inside <> 0
    UNION ALL
    SELECT h.period, h.starts_on, h.customer, h.before, h.after, 0 - h.inside AS change, 'churn' AS movement
    FROM held h
    WHERE h.before = 0 AND h.after = 0 AND h.inside <> 0
)
-- figure
SELECT s.period, COALESCE(SUM(t.before), 0) AS opening, COALESCE(SUM(CASE WHEN t.movement = 'new' THEN t.change END), 0) AS new,
       COALESCE(SUM(CASE WHEN t.movement = 'expansion' THEN t.change END), 0) AS expansion,
       COALESCE(SUM(CASE WHEN t.movement = 'contraction' THEN 0 - t.change END), 0) AS contraction,
       COALESCE(SUM(CASE WHEN t.movement = 'churn' THEN 0 - t.change END), 0) AS churn,
       COALESCE(SUM(CASE WHEN t.movement = 'reactivation' THEN t.change END), 0) AS reactivation, COALESCE(SUM(t.after), 0) AS closing,
       COUNT(CASE WHEN t.before <> 0 THEN 1 END) AS customers_opening, COUNT(CASE WHEN t.movement = 'new' THEN 1 END) AS customers_new,
       COUNT(CASE WHEN t.movement = 'expansion' THEN 1 END) AS customers_expansion,
       COUNT(CASE WHEN t.movement = 'contraction' THEN 1 END) AS customers_contraction,
       COUNT(CASE WHEN t.movement = 'churn' THEN 1 END) AS customers_churn,
       COUNT(CASE WHEN t.movement = 'reactivation' THEN 1 END) AS customers_reactivation,
       COUNT(CASE WHEN t.after <> 0 THEN 1 END) AS customers_closing
FROM span s
LEFT JOIN step t ON t.period = s.period
GROUP BY s.period, s.starts_on
ORDER BY s.starts_on
-- rows
SELECT t.period, t.customer, r.segment, r.site, r.channel, t.movement, t.before, t.after, t.change
FROM step t
LEFT JOIN {customer} r ON r.customer = t.customer
WHERE CAST(:movement AS VARCHAR) IS NULL OR t.movement = :movement
ORDER BY t.starts_on, ABS(t.change) DESC NULLS LAST, t.customer NULLS LAST, t.movement NULLS LAST
