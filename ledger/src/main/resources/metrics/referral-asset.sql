-- name: referral-asset
-- question: How many customers did recommendation bring in, how many of them left, and what are they worth?
-- unit: customers, and money of the value window
-- grain: period
-- direction: up
-- no-data: zero
-- source: referral, spell, customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: referrals are recorded in another way, or the activity or the value definition differs
-- dimensions: none
-- definition: referrals
-- parameters: came_anyway_percent, named_within_days, movement
WITH told AS (
    SELECT r.referred AS customer,
           ROW_NUMBER() OVER (PARTITION BY r.referred
                              ORDER BY r.occurred_on NULLS LAST, r.occurred_at NULLS LAST, r.source NULLS LAST, r.key NULLS LAST) AS place
    FROM {referral} r
    JOIN {spell} n ON n.customer = r.referred AND n.spell = 1
    LEFT JOIN {spell} f ON f.customer = r.customer AND f.spell = 1
    WHERE r.outcome = 'joined' AND r.referred <> r.customer AND r.occurred_on <= ca_add_days(n.started_on, COALESCE(CAST(:named_within_days AS INTEGER), 30))
      AND (f.started_on IS NULL OR f.started_on < n.started_on)
),
moved AS (
    SELECT p.period, SUM(p.opening) AS opening, SUM(p.gained) AS brought, SUM(p.regained) AS regained, SUM(p.lost) AS lost,
           SUM(p.closing) AS closing,
           SUM(CASE WHEN p.opening = 1 THEN p.prior_value ELSE 0 END) AS value_opening,
           SUM(CASE WHEN p.gained > 0 THEN p.value ELSE 0 END) AS value_brought,
           SUM(CAST(p.value AS DECIMAL(28, 10)) * p.regained) AS value_regained,
           SUM(CASE WHEN p.opening = 1 AND p.lost = 0 AND p.value > p.prior_value THEN p.value - p.prior_value ELSE 0 END) AS value_increased,
           SUM(CASE WHEN p.opening = 1 AND p.lost = 0 AND p.value < p.prior_value THEN p.prior_value - p.value ELSE 0 END) AS value_decreased,
           SUM(CASE WHEN p.lost = 0 THEN 0
                    WHEN p.opening = 1 THEN p.prior_value + CAST(p.value AS DECIMAL(28, 10)) * (p.lost - 1)
                    ELSE CAST(p.value AS DECIMAL(28, 10)) * p.lost END) AS value_lost,
           SUM(CASE WHEN p.closing = 1 THEN p.value ELSE 0 END) AS value_closing
    FROM {customer_period} p
    JOIN told t ON t.customer = p.customer AND t.place = 1
    WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
    GROUP BY p.period
)
SELECT c.period, COALESCE(m.opening, 0) AS opening, COALESCE(m.brought, 0) AS brought, COALESCE(m.regained, 0) AS regained,
       COALESCE(m.lost, 0) AS lost, COALESCE(m.closing, 0) AS closing, COALESCE(m.value_opening, 0) AS value_opening,
       COALESCE(m.value_brought, 0) AS value_brought, COALESCE(m.value_regained, 0) AS value_regained,
       COALESCE(m.value_increased, 0) AS value_increased, COALESCE(m.value_decreased, 0) AS value_decreased,
       COALESCE(m.value_lost, 0) AS value_lost, COALESCE(m.value_closing, 0) AS value_closing,
       COALESCE(CAST(:came_anyway_percent AS DECIMAL(18, 6)), 0) AS came_anyway_percent
FROM {calendar} c
LEFT JOIN moved m ON m.period = c.period
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on
-- rows
WITH told AS (
    SELECT r.referred AS customer, r.customer AS referrer, r.occurred_on, r.batch, r.line,
           ROW_NUMBER() OVER (PARTITION BY r.referred
                              ORDER BY r.occurred_on NULLS LAST, r.occurred_at NULLS LAST, r.source NULLS LAST, r.key NULLS LAST) AS place
    FROM {referral} r
    JOIN {spell} n ON n.customer = r.referred AND n.spell = 1
    LEFT JOIN {spell} f ON f.customer = r.customer AND f.spell = 1
    WHERE r.outcome = 'joined' AND r.referred <> r.customer AND r.occurred_on <= ca_add_days(n.started_on, COALESCE(CAST(:named_within_days AS INTEGER), 30))
      AND (f.started_on IS NULL OR f.started_on < n.started_on)
)
SELECT p.period, p.customer, t.referrer, t.occurred_on AS referred_on, p.segment, p.site, p.channel, p.state, p.opening, p.gained, p.regained,
       p.lost, p.closing, p.prior_value, p.value, t.batch, t.line
FROM {customer_period} p
JOIN told t ON t.customer = p.customer AND t.place = 1
WHERE p.grain = :grain AND p.starts_on >= :period_from AND p.starts_on <= :period_to
  AND p.opening + p.gained + p.regained + p.lost + p.closing > 0
  AND (CAST(:movement AS VARCHAR) IS NULL OR (:movement = 'opening' AND p.opening > 0) OR (:movement = 'brought' AND p.gained > 0)
       OR (:movement = 'regained' AND p.regained > 0) OR (:movement = 'lost' AND p.lost > 0) OR (:movement = 'closing' AND p.closing > 0))
ORDER BY p.starts_on, CASE WHEN p.closing = 1 THEN p.value ELSE p.prior_value END DESC NULLS LAST, p.customer NULLS LAST
