-- name: rescue-list
-- question: Who has given notice and is still our customer, and what leaves with them?
-- unit: customers, days, and money in the reporting currency
-- grain: period and contract, as of the period's last day or the last day known
-- direction: down
-- no-data: nothing
-- source: contract, customer_period, customer
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: contracts tell of notices from another day on
-- dimensions: segment, site, channel
-- parameters: contract
WITH span AS (
    SELECT c.period, c.starts_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
running AS (
    SELECT s.period, s.starts_on, s.last_on, k.customer, k.source, k.key, k.contract_id, k.noticed_on, k.ended_on, k.monthly, k.batch, k.line,
           CASE WHEN k.noticed_on <= s.last_on THEN 1 ELSE 0 END AS noticed
    FROM span s
    JOIN {contract} k ON k.started_on <= s.last_on AND (k.ended_on IS NULL OR k.ended_on > s.last_on)
    WHERE k.customer IS NOT NULL
),
staying AS (
    SELECT r.period, r.customer, COUNT(*) AS contracts FROM running r WHERE r.noticed = 0 GROUP BY r.period, r.customer
)
SELECT r.period, r.last_on AS read_on, r.customer, r.contract_id AS contract, r.noticed_on, ca_add_days(r.ended_on, -1) AS last_day,
       ca_days(r.last_on, r.ended_on) AS days_left, r.monthly, p.value, COALESCE(s.contracts, 0) AS contracts_staying, c.segment, c.site, c.channel,
       r.batch, r.line
FROM running r
LEFT JOIN staying s ON s.period = r.period AND s.customer = r.customer
LEFT JOIN {customer_period} p ON p.grain = :grain AND p.period = r.period AND p.customer = r.customer
LEFT JOIN {customer} c ON c.customer = r.customer
WHERE r.noticed = 1 AND (CAST(:contract AS VARCHAR) IS NULL OR r.contract_id = :contract)
ORDER BY r.starts_on, p.value DESC NULLS LAST, r.monthly DESC NULLS LAST, r.customer NULLS LAST, r.source NULLS LAST, r.key NULLS LAST
