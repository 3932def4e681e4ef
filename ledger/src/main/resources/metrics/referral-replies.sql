-- name: referral-replies
-- question: What became of recommendations, by which way did they come, and why would customers not recommend us?
-- unit: referrals and customers
-- grain: period and part of a split; the 365 days up to the period's last day or the last day known
-- direction: none
-- no-data: nothing
-- source: referral
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: referrals are recorded in another way
-- dimensions: segment, site, channel
-- parameters: split, part
WITH span AS (
    SELECT c.period, c.starts_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
spoke AS (
    SELECT s.period, s.starts_on, r.customer, r.referred, COALESCE(r.outcome, 'open') AS outcome, r.reason, r.channel, r.site, r.occurred_on, r.batch,
           r.line, r.source, r.key
    FROM span s
    JOIN {referral} r ON r.occurred_on > ca_add_days(s.last_on, -365) AND r.occurred_on <= s.last_on
),
parts AS (
    SELECT k.period, k.starts_on, k.customer, k.referred, k.outcome, 'outcome' AS split, k.outcome AS part, k.reason, k.channel, k.site, k.occurred_on,
           k.batch, k.line, k.source, k.key
    FROM spoke k
    UNION ALL
    SELECT k.period, k.starts_on, k.customer, k.referred, k.outcome, k.outcome, COALESCE(k.reason, 'nobody asked'), k.reason, k.channel, k.site, k.occurred_on,
           k.batch, k.line, k.source, k.key
    FROM spoke k
    WHERE k.outcome = 'unwilling' OR k.outcome = 'declined'
    UNION ALL
    SELECT k.period, k.starts_on, k.customer, k.referred, k.outcome, 'channel', COALESCE(k.channel, 'not known'), k.reason, k.channel, k.site, k.occurred_on,
           k.batch, k.line, k.source, k.key
    FROM spoke k
    WHERE k.outcome <> 'unwilling'
)
-- figure
SELECT p.period, p.split, p.part, COUNT(*) AS referrals, COUNT(DISTINCT p.customer) AS customers,
       COUNT(CASE WHEN p.outcome = 'joined' THEN 1 END) AS joined
FROM parts p
GROUP BY p.period, p.starts_on, p.split, p.part
ORDER BY p.starts_on, p.split NULLS LAST, referrals DESC NULLS LAST, p.part NULLS LAST
-- rows
SELECT p.period, p.split, p.part, p.customer, p.referred, p.outcome, p.reason, p.channel, p.site, p.occurred_on, p.batch, p.line
FROM parts p
WHERE (CAST(:split AS VARCHAR) IS NULL OR p.split = :split) AND (CAST(:part AS VARCHAR) IS NULL OR p.part = :part)
ORDER BY p.starts_on, p.split NULLS LAST, p.part NULLS LAST, p.occurred_on DESC NULLS LAST, p.customer NULLS LAST, p.source NULLS LAST, p.key NULLS LAST
