-- name: recommenders
-- question: How many customers recommended us?
-- unit: customers
-- grain: period
-- direction: up
-- no-data: zero
-- source: referral
-- owner: chief customer officer
-- version: 2
-- not-comparable-when: referrals are recorded in another way
-- dimensions: segment, site, channel
SELECT c.period, COUNT(DISTINCT r.customer) AS recommenders, COUNT(r.key) AS referrals, COUNT(CASE WHEN r.outcome = 'joined' THEN 1 END) AS joined
FROM {calendar} c
LEFT JOIN {referral} r ON r.occurred_on >= c.starts_on AND r.occurred_on < c.ends_on
    AND (r.outcome IS NULL OR r.outcome <> 'unwilling')
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
GROUP BY c.period, c.starts_on
ORDER BY c.starts_on
-- rows
SELECT c.period, r.customer, r.referred, r.outcome, r.occurred_on, r.site, r.batch, r.line
FROM {calendar} c
JOIN {referral} r ON r.occurred_on >= c.starts_on AND r.occurred_on < c.ends_on
    AND (r.outcome IS NULL OR r.outcome <> 'unwilling')
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
ORDER BY c.starts_on, r.occurred_on NULLS LAST, r.customer NULLS LAST, r.source NULLS LAST, r.key NULLS LAST
