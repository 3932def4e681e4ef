-- name: recommended-by
-- question: Who brought us the customers that came by recommendation, and what are those worth today?
-- unit: customers, and money of the value window
-- grain: period and recommender, as of the period's end
-- direction: up
-- no-data: nothing
-- source: referral, spell, customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: referrals are recorded in another way, or the activity or the value definition differs
-- dimensions: none
-- definition: referrals
-- parameters: named_within_days, referrer
WITH told AS (
    SELECT r.referred AS customer, r.customer AS referrer, n.started_on,
           ROW_NUMBER() OVER (PARTITION BY r.referred
                              ORDER BY r.occurred_on NULLS LAST, r.occurred_at NULLS LAST, r.source NULLS LAST, r.key NULLS LAST) AS place
    FROM {referral} r
    JOIN {spell} n ON n.customer = r.referred AND n.spell = 1
    LEFT JOIN {spell} f ON f.customer = r.customer AND f.spell = 1
    WHERE r.outcome = 'joined' AND r.referred <> r.customer AND r.occurred_on <= ca_add_days(n.started_on, COALESCE(CAST(:named_within_days AS INTEGER), 30))
      AND (f.started_on IS NULL OR f.started_on < n.started_on)
)
SELECT c.period, t.referrer AS customer, k.segment, k.site, COUNT(*) AS brought, SUM(COALESCE(p.closing, 0)) AS here,
       SUM(CASE WHEN p.closing = 1 THEN p.value ELSE 0 END) AS value
FROM {calendar} c
JOIN told t ON t.place = 1 AND t.started_on < c.ends_on AND t.started_on <= :through
LEFT JOIN {customer} k ON k.customer = t.referrer
LEFT JOIN {customer_period} p ON p.grain = :grain AND p.period = c.period AND p.customer = t.customer
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
GROUP BY c.period, c.starts_on, t.referrer, k.segment, k.site
ORDER BY c.starts_on, value DESC NULLS LAST, here DESC NULLS LAST, t.referrer NULLS LAST
-- rows
WITH told AS (
    SELECT r.referred AS customer, r.customer AS referrer, n.started_on, r.occurred_on, r.batch, r.line,
           ROW_NUMBER() OVER (PARTITION BY r.referred
                              ORDER BY r.occurred_on NULLS LAST, r.occurred_at NULLS LAST, r.source NULLS LAST, r.key NULLS LAST) AS place
    FROM {referral} r
    JOIN {spell} n ON n.customer = r.referred AND n.spell = 1
    LEFT JOIN {spell} f ON f.customer = r.customer AND f.spell = 1
    WHERE r.outcome = 'joined' AND r.referred <> r.customer AND r.occurred_on <= ca_add_days(n.started_on, COALESCE(CAST(:named_within_days AS INTEGER), 30))
      AND (f.started_on IS NULL OR f.started_on < n.started_on)
)
SELECT c.period, t.referrer, t.customer, t.occurred_on AS referred_on, t.started_on, COALESCE(p.closing, 0) AS here, p.value, t.batch, t.line
FROM {calendar} c
JOIN told t ON t.place = 1 AND t.started_on < c.ends_on AND t.started_on <= :through
LEFT JOIN {customer_period} p ON p.grain = :grain AND p.period = c.period AND p.customer = t.customer
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:referrer AS BIGINT) IS NULL OR t.referrer = CAST(:referrer AS BIGINT))
ORDER BY c.starts_on, p.value DESC NULLS LAST, t.customer NULLS LAST
