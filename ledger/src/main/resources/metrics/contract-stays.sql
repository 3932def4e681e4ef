-- name: contract-stays
-- question: How long have customers stayed under contract, and by which reason did they leave?
-- unit: customers, months of their stay, and money per month
-- grain: period and stay, counted by months; as of the period's last day or the last day known
-- direction: up
-- no-data: nothing
-- source: contract, contract_event, departure, customer
-- owner: chief customer officer
-- version: 3
-- not-comparable-when: the definition of contracts or the list of reasons differs
-- dimensions: segment, site, channel
-- parameters: counted, booked, refunds, discounts, pauses, dunning_days, records_from, in_force_on, customer, outcome, year, reason, of_segment, of_site
-- definition: contracts
WITH span AS (
    SELECT c.period, c.starts_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
cutter AS (
    SELECT 0 AS cutting, CAST(:booked AS VARCHAR) AS booked, CAST(:dunning_days AS BIGINT) AS dunning_days,
           CASE WHEN CAST(:refunds AS VARCHAR) = 'yearly-end' THEN 1 ELSE 0 END AS yearly,
           CASE WHEN CAST(:pauses AS VARCHAR) = 'lost' THEN 1 ELSE 0 END AS tearing
),
-- part: contract-stretches
lasting AS (
    SELECT e.source, e.contract_id, e.from_on,
           CASE WHEN e.event_kind = 'discount' THEN e.monthly ELSE CAST(k.monthly * CAST(e.amount * 0.01 AS DECIMAL(10, 8)) AS DECIMAL(28, 10)) END AS monthly
    FROM {contract_event} e
    JOIN {contract} k ON k.source = e.source AND k.contract_id = e.contract_id
    WHERE e.event_kind IN ('discount', 'percent-discount') AND e.until_on IS NULL AND CAST(:discounts AS VARCHAR) IN ('always', 'repeated', 'lasting')
),
off AS (
    SELECT s.period, l.source, l.contract_id, SUM(l.monthly) AS amount
    FROM span s
    JOIN lasting l ON l.from_on <= s.last_on
    GROUP BY s.period, l.source, l.contract_id
),
held AS (
    SELECT s.period, s.starts_on, s.last_on, b.customer, b.started_on, b.billing_months,
           CASE WHEN o.amount IS NULL THEN b.monthly WHEN o.amount < b.monthly THEN b.monthly - o.amount WHEN b.monthly < 0 THEN b.monthly ELSE 0 END AS monthly,
           CASE WHEN b.ended_on <= s.last_on THEN b.ended_on ELSE ca_add_days(s.last_on, 1) END AS told_until,
           CASE WHEN b.gone_on <= s.last_on THEN b.gone_on ELSE ca_add_days(s.last_on, 1) END AS until_on
    FROM span s
    JOIN stretch b ON b.started_on <= s.last_on
    LEFT JOIN off o ON o.period = s.period AND o.source = b.source AND o.contract_id = b.contract_id
),
seen AS (
    SELECT h.period, COALESCE(CAST(CAST(:records_from AS VARCHAR) AS DATE), MIN(CASE WHEN h.until_on <= h.last_on THEN h.until_on END)) AS since_on
    FROM held h
    GROUP BY h.period
),
opened AS (
    SELECT h.period, h.starts_on, h.last_on, h.customer, h.started_on, h.monthly, h.billing_months, h.told_until, h.until_on,
           CASE WHEN h.started_on <= MAX(h.until_on) OVER (PARTITION BY h.period, h.customer
                                                           ORDER BY h.started_on NULLS LAST, h.until_on NULLS LAST
                                                           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) THEN 0 ELSE 1 END AS opens
    FROM held h
),
numbered AS (
    SELECT o.period, o.starts_on, o.last_on, o.customer, o.started_on, o.monthly, o.billing_months, o.told_until, o.until_on,
           SUM(o.opens) OVER (PARTITION BY o.period, o.customer ORDER BY o.started_on NULLS LAST, o.until_on NULLS LAST
                              ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS ordinal
    FROM opened o
),
stay AS (
    SELECT n.period, n.starts_on, n.last_on, n.customer, n.ordinal, MIN(n.started_on) AS started_on, MAX(n.until_on) AS until_on,
           MAX(n.told_until) AS told_until, MAX(n.billing_months) AS billing_months,
           SUM(CASE WHEN n.until_on > n.last_on THEN n.monthly ELSE 0 END) AS monthly
    FROM numbered n
    GROUP BY n.period, n.starts_on, n.last_on, n.customer, n.ordinal
),
told AS (
    SELECT t.period, t.customer, t.ordinal, d.reason,
           ROW_NUMBER() OVER (PARTITION BY t.period, t.customer, t.ordinal
                              ORDER BY d.left_on DESC NULLS LAST, d.recorded_at DESC NULLS LAST, d.source NULLS LAST, d.key NULLS LAST) AS place
    FROM stay t
    JOIN {departure} d ON d.customer = t.customer AND d.left_on >= t.started_on AND d.left_on <= t.told_until
    WHERE d.reason IS NOT NULL AND t.until_on <= t.last_on
),
timed AS (
    SELECT t.period, t.starts_on, t.customer, t.ordinal, t.started_on, t.until_on, t.billing_months, t.monthly, w.reason,
           CASE WHEN t.until_on <= t.last_on THEN 'lost' ELSE 'staying' END AS outcome,
           CASE WHEN t.until_on <= t.last_on THEN ca_add_days(t.until_on, -1) ELSE t.until_on END AS counted_on,
           ca_add_days(s.since_on, -1) AS before_on
    FROM stay t
    JOIN seen s ON s.period = t.period
    LEFT JOIN told w ON w.period = t.period AND w.customer = t.customer AND w.ordinal = t.ordinal AND w.place = 1
    WHERE (s.since_on IS NULL OR t.until_on >= s.since_on)
      AND (CAST(:in_force_on AS VARCHAR) IS NULL OR (t.started_on <= CAST(CAST(:in_force_on AS VARCHAR) AS DATE)
                                                      AND t.until_on > CAST(CAST(:in_force_on AS VARCHAR) AS DATE)))
      AND (CAST(:customer AS BIGINT) IS NULL OR t.customer = CAST(:customer AS BIGINT))
),
aged AS (
    SELECT t.period, t.starts_on, t.customer, t.ordinal, t.started_on, t.until_on, t.billing_months, t.monthly, t.reason, t.outcome,
           ca_midx(t.counted_on) - ca_midx(t.started_on) + CASE WHEN t.outcome = 'lost' THEN 1 ELSE 0 END
               - CASE WHEN ca_days(ca_month(t.counted_on), t.counted_on) < ca_days(ca_month(t.started_on), t.started_on) THEN 1 ELSE 0 END AS months,
           CASE WHEN t.started_on > t.before_on OR t.before_on IS NULL THEN 0
                ELSE ca_midx(t.before_on) - ca_midx(t.started_on)
               - CASE WHEN ca_days(ca_month(t.before_on), t.before_on) < ca_days(ca_month(t.started_on), t.started_on) THEN 1 ELSE 0 END END AS entered
    FROM timed t
)
-- figure
SELECT g.period, g.segment, g.site, g.outcome, g.reason, g.billing_months, g.entered, g.months, COUNT(*) AS customers, SUM(g.monthly) AS monthly
FROM (SELECT a.period, a.starts_on, a.outcome, a.monthly, CASE WHEN t.whole = 1 THEN NULL ELSE c.segment END AS segment,
             CASE WHEN t.whole = 1 THEN NULL ELSE c.site END AS site, CASE WHEN t.whole = 1 THEN NULL ELSE a.reason END AS reason,
             CASE WHEN t.whole = 1 THEN NULL ELSE a.billing_months END AS billing_months,
             CASE WHEN t.whole = 1 THEN NULL ELSE a.entered END AS entered, CASE WHEN t.whole = 1 THEN NULL ELSE a.months END AS months
      FROM aged a
      JOIN (SELECT CASE WHEN CAST(:counted AS VARCHAR) = 'outcome' THEN 1 ELSE 0 END AS whole) t ON 1 = 1
      LEFT JOIN {customer} c ON c.customer = a.customer) g
GROUP BY g.period, g.starts_on, g.segment, g.site, g.outcome, g.reason, g.billing_months, g.entered, g.months
ORDER BY g.starts_on, g.segment NULLS LAST, g.site NULLS LAST, g.outcome NULLS LAST, g.reason NULLS LAST, g.billing_months NULLS LAST,
         g.entered NULLS LAST, g.months NULLS LAST
-- rows
SELECT a.period, a.customer, c.segment, c.site, c.channel, a.outcome, a.reason, a.started_on, ca_add_days(a.until_on, -1) AS last_day,
       a.entered AS months_before_records, a.months, a.monthly
FROM aged a
LEFT JOIN {customer} c ON c.customer = a.customer
WHERE (CAST(:outcome AS VARCHAR) IS NULL OR a.outcome = :outcome)
  AND (CAST(:year AS BIGINT) IS NULL OR CAST(:year AS BIGINT) = ca_floordiv(a.months - CASE WHEN a.outcome = 'lost' THEN 1 ELSE 0 END, 12) + 1)
  AND (CAST(:reason AS VARCHAR) IS NULL OR a.reason = :reason OR (:reason = '' AND a.reason IS NULL))
  AND (CAST(:of_segment AS VARCHAR) IS NULL OR COALESCE(c.segment, '') = :of_segment)
  AND (CAST(:of_site AS VARCHAR) IS NULL OR COALESCE(c.site, '') = :of_site)
ORDER BY a.starts_on, a.months DESC NULLS LAST, a.customer NULLS LAST, a.ordinal
