-- name: contract-events
-- question: What befell our contracts: refunds, discounts, pauses and unpaid bills?
-- unit: events, contracts, customers, and money in the reporting currency; the amount of a percent-discount is a percentage of the price
-- grain: period and kind of event
-- direction: none
-- no-data: nothing
-- source: contract_event, contract
-- owner: chief customer officer
-- version: 2
-- not-comparable-when: billing tells of other events
-- dimensions: segment, site, channel
-- parameters: kind
WITH span AS (
    SELECT c.period, c.starts_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
seen AS (
    SELECT s.period, s.starts_on, k.customer, e.source, e.contract_id, e.event_kind, e.from_on, e.until_on, e.amount, e.batch, e.line, e.key,
           CASE WHEN e.event_kind = 'percent-discount' THEN CAST(k.monthly * CAST(e.amount * 0.01 AS DECIMAL(10, 8)) AS DECIMAL(28, 10)) ELSE e.monthly END AS monthly,
           CASE WHEN e.from_on >= s.starts_on THEN 1 ELSE 0 END AS begun,
           CASE WHEN (e.until_on IS NULL OR e.until_on > s.last_on) AND (k.ended_on IS NULL OR k.ended_on > s.last_on) THEN 1 ELSE 0 END AS lasting
    FROM span s
    JOIN {contract_event} e ON e.from_on <= s.last_on AND (e.from_on >= s.starts_on OR e.until_on IS NULL OR e.until_on > s.starts_on)
    JOIN {contract} k ON k.source = e.source AND k.contract_id = e.contract_id AND k.customer IS NOT NULL
                     AND e.from_on >= k.started_on AND (k.ended_on IS NULL OR (e.from_on < k.ended_on AND k.ended_on > s.starts_on))
    WHERE e.event_kind <> 'refund' OR e.from_on >= s.starts_on
)
-- figure
SELECT s.period, s.event_kind, SUM(s.begun) AS begun, COUNT(DISTINCT s.source || '/' || s.contract_id) AS contracts, COUNT(DISTINCT s.customer) AS customers,
       SUM(CASE WHEN s.event_kind = 'refund' THEN 0 ELSE s.lasting END) AS lasting,
       SUM(CASE WHEN s.event_kind = 'refund' THEN s.amount END) AS refunded,
       SUM(CASE WHEN s.event_kind IN ('discount', 'percent-discount') AND s.lasting = 1 THEN s.monthly END) AS off_monthly
FROM seen s
GROUP BY s.period, s.starts_on, s.event_kind
ORDER BY s.starts_on, s.event_kind NULLS LAST
-- rows
SELECT s.period, s.event_kind, s.customer, r.segment, r.site, r.channel, s.contract_id AS contract, s.from_on, ca_add_days(s.until_on, -1) AS last_day, s.amount,
       s.monthly, s.batch, s.line
FROM seen s
LEFT JOIN {customer} r ON r.customer = s.customer
WHERE CAST(:kind AS VARCHAR) IS NULL OR s.event_kind = :kind
ORDER BY s.starts_on, s.event_kind NULLS LAST, s.from_on DESC NULLS LAST, s.customer NULLS LAST, s.source NULLS LAST, s.contract_id NULLS LAST, s.key NULLS LAST
