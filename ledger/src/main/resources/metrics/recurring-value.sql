-- name: recurring-value
-- question: How did the monthly value of our contracts move?
-- unit: money per month, and customers, at the period's end; otherwise: the switches that were turned, empty for the definition itself
-- grain: period, and way of counting where several are asked for
-- direction: up
-- no-data: zero
-- source: contract, contract_event
-- owner: chief customer officer
-- version: 5
-- not-comparable-when: the definition of contracts differs
-- dimensions: segment, site, channel
-- parameters: booked, same_period, reactivation_days, refunds, discounts, pauses, dunning_days, recovered, movement, otherwise
-- definition: contracts
-- finish: recurring-rates
WITH span AS (
    SELECT c.period, c.starts_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
rule AS (
    SELECT r.variant, r.cutting, r.booked, r.same_period, r.reactivation_days, r.refunds, r.discounts, r.pauses, r.dunning_days, r.recovered
    FROM {contracts_rule} r
),
cutter AS (
    SELECT DISTINCT r.cutting, r.booked, r.dunning_days, CASE WHEN r.refunds = 'yearly-end' THEN 1 ELSE 0 END AS yearly,
           CASE WHEN r.pauses IN ('lost', 'apart') THEN 1 ELSE 0 END AS tearing
    FROM rule r
),
-- part: contract-stretches
kept AS (
    SELECT s.period, s.starts_on, t.cutting, t.customer, t.source, t.contract_id, t.monthly,
           MAX(CASE WHEN t.started_on < s.starts_on AND (t.gone_on IS NULL OR t.gone_on >= s.starts_on) THEN 1 ELSE 0 END) AS there_before,
           MAX(CASE WHEN t.gone_on IS NULL OR t.gone_on > s.last_on THEN 1 ELSE 0 END) AS there_after,
           MAX(CASE WHEN t.started_on >= s.starts_on AND t.gone_on <= s.last_on THEN 1 ELSE 0 END) AS came_and_went,
           COUNT(CASE WHEN t.started_on < s.starts_on THEN 1 END) AS earlier,
           MAX(CASE WHEN t.started_on < s.starts_on THEN t.gone_on END) AS earlier_gone_on,
           MIN(CASE WHEN t.started_on >= s.starts_on THEN t.started_on END) AS came_on
    FROM span s
    JOIN stretch t ON t.started_on <= s.last_on
    GROUP BY s.period, s.starts_on, t.cutting, t.customer, t.source, t.contract_id, t.monthly
),
taken AS (
    SELECT r.variant, e.source, e.contract_id, e.from_on, e.until_on,
           CASE WHEN e.event_kind = 'discount' THEN e.monthly ELSE CAST(k.monthly * CAST(e.amount * 0.01 AS DECIMAL(10, 8)) AS DECIMAL(28, 10)) END AS amount,
           0 AS whole
    FROM {contract_event} e
    JOIN {contract} k ON k.source = e.source AND k.contract_id = e.contract_id
    JOIN rule r ON r.discounts = 'always' OR (r.discounts IN ('repeated', 'lasting') AND e.until_on IS NULL)
         OR (r.discounts = 'repeated' AND ca_days(e.from_on, e.until_on) > 31)
    WHERE e.event_kind IN ('discount', 'percent-discount')
    UNION ALL
    SELECT r.variant, e.source, e.contract_id, e.from_on,
           CASE WHEN r.refunds = 'span' AND e.until_on IS NOT NULL THEN e.until_on ELSE ca_month(ca_add_days(ca_month(e.from_on), 31)) END,
           CASE WHEN r.refunds = 'span' THEN e.monthly ELSE CAST(e.amount AS DECIMAL(28, 10)) END, 0
    FROM {contract_event} e
    JOIN rule r ON r.refunds IN ('month', 'span')
    WHERE e.event_kind = 'refund'
    UNION ALL
    SELECT r.variant, e.source, e.contract_id, e.from_on, e.until_on, CAST(0 AS DECIMAL(28, 10)), 1
    FROM {contract_event} e
    JOIN rule r ON r.pauses = 'zero'
    WHERE e.event_kind = 'pause'
),
off AS (
    SELECT s.period, t.variant, t.source, t.contract_id,
           SUM(CASE WHEN t.from_on < s.starts_on THEN t.amount ELSE 0 END) AS off_before,
           MAX(CASE WHEN t.from_on < s.starts_on THEN t.whole ELSE 0 END) AS whole_before,
           SUM(CASE WHEN t.until_on IS NULL OR t.until_on > s.last_on THEN t.amount ELSE 0 END) AS off_after,
           MAX(CASE WHEN t.until_on IS NULL OR t.until_on > s.last_on THEN t.whole ELSE 0 END) AS whole_after
    FROM span s
    JOIN taken t ON t.from_on <= s.last_on AND (t.until_on IS NULL OR t.until_on >= s.starts_on)
    GROUP BY s.period, t.variant, t.source, t.contract_id
),
away AS (
    SELECT r.variant, r.cutting, p.source, p.contract_id, p.from_on, COALESCE(p.until_on, CAST('9999-12-31' AS DATE)) AS until_on, 1 AS paused
    FROM {contract_event} p
    JOIN rule r ON r.pauses = 'apart'
    WHERE p.event_kind = 'pause'
    UNION ALL
    SELECT r.variant, r.cutting, d.source, d.contract_id, ca_add_days(d.from_on, r.dunning_days), COALESCE(d.until_on, CAST('9999-12-31' AS DATE)), 0
    FROM {contract_event} d
    JOIN rule r ON r.dunning_days IS NOT NULL AND r.recovered = 'resumption'
    WHERE d.event_kind = 'dunning'
),
standing AS (
    SELECT s.period, e.variant, b.customer,
           MAX(CASE WHEN e.from_on < s.starts_on AND e.until_on >= s.starts_on AND (b.gone_on IS NULL OR b.gone_on >= s.starts_on)
                     AND b.started_on < s.starts_on THEN 1 ELSE 0 END) AS apart_before,
           MAX(CASE WHEN e.paused = 1 AND e.until_on > s.last_on AND (b.gone_on IS NULL OR b.gone_on > s.last_on) THEN 1 ELSE 0 END) AS apart_after
    FROM span s
    JOIN away e ON e.from_on <= s.last_on AND e.until_on >= s.starts_on
    JOIN booked b ON b.cutting = e.cutting AND b.source = e.source AND b.contract_id = e.contract_id AND b.started_on <= s.last_on
    GROUP BY s.period, e.variant, b.customer
),
held AS (
    SELECT k.period, k.starts_on, r.variant, r.reactivation_days, k.customer, SUM(k.there_before) AS there_before, SUM(k.there_after) AS there_after,
           SUM(CASE WHEN k.there_before = 0 OR o.whole_before = 1 THEN 0 WHEN o.off_before IS NULL THEN k.monthly
                    WHEN o.off_before < k.monthly THEN k.monthly - o.off_before WHEN k.monthly < 0 THEN k.monthly ELSE 0 END) AS before,
           SUM(CASE WHEN k.there_after = 0 OR o.whole_after = 1 THEN 0 WHEN o.off_after IS NULL THEN k.monthly
                    WHEN o.off_after < k.monthly THEN k.monthly - o.off_after WHEN k.monthly < 0 THEN k.monthly ELSE 0 END) AS after,
           SUM(CASE WHEN k.came_and_went = 1 AND r.same_period = 'counted' THEN k.monthly ELSE 0 END) AS inside,
           SUM(k.earlier) AS earlier, MAX(k.earlier_gone_on) AS earlier_gone_on, MIN(k.came_on) AS came_on
    FROM kept k
    JOIN rule r ON r.cutting = k.cutting
    LEFT JOIN off o ON o.period = k.period AND o.variant = r.variant AND o.source = k.source AND o.contract_id = k.contract_id
    GROUP BY k.period, k.starts_on, r.variant, r.reactivation_days, k.customer
),
step AS (
    SELECT h.period, h.starts_on, h.variant, h.customer, h.there_before, h.there_after, h.before, h.after,
           CASE WHEN h.there_before = 0 AND h.there_after = 0 THEN h.inside ELSE h.after - h.before END AS change,
           CASE WHEN h.there_before = 0 AND a.apart_before = 1 THEN 'resumption'
                WHEN h.there_before = 0 AND h.earlier > 0 AND (h.reactivation_days IS NULL
                     OR ca_days(h.earlier_gone_on, h.came_on) <= h.reactivation_days) THEN 'reactivation'
                WHEN h.there_before = 0 THEN 'new'
                WHEN h.there_after = 0 AND a.apart_after = 1 THEN 'pause'
                WHEN h.there_after = 0 THEN 'churn'
                WHEN h.after > h.before THEN 'expansion'
                WHEN h.after < h.before THEN 'contraction'
                ELSE 'same' END AS movement
    FROM held h
    LEFT JOIN standing a ON a.period = h.period AND a.variant = h.variant AND a.customer = h.customer
    WHERE h.there_before > 0 OR h.there_after > 0 OR h.inside <> 0
    UNION ALL
    SELECT h.period, h.starts_on, h.variant, h.customer, h.there_before, h.there_after, h.before, h.after, 0 - h.inside AS change,
           CASE WHEN a.apart_after = 1 THEN 'pause' ELSE 'churn' END AS movement
    FROM held h
    LEFT JOIN standing a ON a.period = h.period AND a.variant = h.variant AND a.customer = h.customer
    WHERE h.there_before = 0 AND h.there_after = 0 AND h.inside <> 0
)
-- figure
SELECT s.period, COALESCE(SUM(t.before), 0) AS opening, COALESCE(SUM(CASE WHEN t.movement = 'new' THEN t.change END), 0) AS new,
       COALESCE(SUM(CASE WHEN t.movement = 'expansion' THEN t.change END), 0) AS expansion,
       COALESCE(SUM(CASE WHEN t.movement = 'contraction' THEN 0 - t.change END), 0) AS contraction,
       COALESCE(SUM(CASE WHEN t.movement = 'churn' THEN 0 - t.change END), 0) AS churn,
       COALESCE(SUM(CASE WHEN t.movement = 'reactivation' THEN t.change END), 0) AS reactivation,
       COALESCE(SUM(CASE WHEN t.movement = 'resumption' THEN t.change END), 0) AS resumption,
       COALESCE(SUM(CASE WHEN t.movement = 'pause' THEN 0 - t.change END), 0) AS pause, COALESCE(SUM(t.after), 0) AS closing,
       COUNT(CASE WHEN t.there_before > 0 THEN 1 END) AS customers_opening, COUNT(CASE WHEN t.movement = 'new' THEN 1 END) AS customers_new,
       COUNT(CASE WHEN t.movement = 'expansion' THEN 1 END) AS customers_expansion,
       COUNT(CASE WHEN t.movement = 'contraction' THEN 1 END) AS customers_contraction,
       COUNT(CASE WHEN t.movement = 'churn' THEN 1 END) AS customers_churn,
       COUNT(CASE WHEN t.movement = 'reactivation' THEN 1 END) AS customers_reactivation,
       COUNT(CASE WHEN t.movement = 'resumption' THEN 1 END) AS customers_resumption,
       COUNT(CASE WHEN t.movement = 'pause' THEN 1 END) AS customers_pause,
       COUNT(CASE WHEN t.there_after > 0 THEN 1 END) AS customers_closing, r.variant AS otherwise
FROM span s
JOIN rule r ON 1 = 1
LEFT JOIN step t ON t.period = s.period AND t.variant = r.variant
GROUP BY s.period, s.starts_on, r.variant
ORDER BY s.starts_on, r.variant NULLS LAST
-- rows
SELECT t.period, t.customer, r.segment, r.site, r.channel, t.movement, t.before, t.after, t.change
FROM step t
LEFT JOIN {customer} r ON r.customer = t.customer
WHERE CAST(:movement AS VARCHAR) IS NULL OR t.movement = :movement
ORDER BY t.starts_on, ABS(t.change) DESC NULLS LAST, t.customer NULLS LAST, t.movement NULLS LAST
