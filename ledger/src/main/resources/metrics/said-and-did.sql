-- name: said-and-did
-- question: What did customers say they would do, and what did they do?
-- unit: customers
-- grain: period, survey and what was said last in so many months before the months that end with the period; who answered two surveys is in both
-- direction: none
-- no-data: nothing
-- source: feedback, spell, customer_period, referral, customer
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition, the survey or its scale differs
-- dimensions: segment, site, channel
-- parameters: months, survey, said, stayed, bought_more, recommended
WITH span AS (
    SELECT c.period, c.starts_on, b.starts_on AS base_on, a.starts_on AS asked_from,
           CASE WHEN :through < c.ends_on THEN ca_add_days(:through, 1) ELSE c.ends_on END AS until_on
    FROM {calendar} c
    JOIN {calendar} b ON b.grain = 'month' AND ca_midx(b.starts_on) = ca_midx(c.ends_on) - CAST(COALESCE(:months, '12') AS INTEGER)
    JOIN {calendar} a ON a.grain = 'month' AND ca_midx(a.starts_on) = ca_midx(c.ends_on) - 2 * CAST(COALESCE(:months, '12') AS INTEGER)
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
answer AS (
    SELECT s.period, f.customer, LOWER(f.survey) AS survey, f.score, f.scale_min, f.scale_max, f.occurred_on,
           ROW_NUMBER() OVER (PARTITION BY s.period, f.customer, LOWER(f.survey)
                              ORDER BY f.occurred_at DESC NULLS LAST, f.source NULLS LAST, f.key NULLS LAST) AS place
    FROM span s
    JOIN {feedback} f ON f.occurred_on >= s.asked_from AND f.occurred_on < s.base_on
    WHERE f.customer IS NOT NULL AND LOWER(f.survey) IN ('nps', 'intention') AND f.score IS NOT NULL AND f.scale_max > f.scale_min
),
told AS (
    SELECT a.period, a.customer, a.survey,
           CASE WHEN a.survey = 'nps' AND (a.score - a.scale_min) * 10 >= 9 * (a.scale_max - a.scale_min) THEN 'would recommend'
                WHEN a.survey = 'nps' AND (a.score - a.scale_min) * 10 >= 7 * (a.scale_max - a.scale_min) THEN 'undecided'
                WHEN a.survey = 'nps' THEN 'would not recommend'
                WHEN (a.score - a.scale_min) * 2 > a.scale_max - a.scale_min THEN 'will stay'
                WHEN (a.score - a.scale_min) * 2 < a.scale_max - a.scale_min THEN 'will leave'
                ELSE 'undecided' END AS said
    FROM answer a
    WHERE a.place = 1
),
money AS (
    SELECT s.period, p.customer, SUM(CASE WHEN p.starts_on < s.base_on THEN p.revenue ELSE 0 END) AS before,
           SUM(CASE WHEN p.starts_on >= s.base_on THEN p.revenue ELSE 0 END) AS after
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND p.starts_on >= s.asked_from AND p.starts_on < s.until_on
    GROUP BY s.period, p.customer
),
recommended AS (
    SELECT DISTINCT s.period, r.customer
    FROM span s
    JOIN {referral} r ON r.occurred_on >= s.base_on AND r.occurred_on < s.until_on
    WHERE r.customer IS NOT NULL
),
stood AS (
    SELECT s.period, s.starts_on, s.base_on, k.customer, k.segment, k.site, k.channel,
           MAX(CASE WHEN p.ended_on < s.until_on THEN p.ended_on END) AS left_on
    FROM span s
    JOIN {spell} p ON p.started_on < s.base_on AND p.ended_on >= s.base_on
    JOIN {customer} k ON k.customer = p.customer
    GROUP BY s.period, s.starts_on, s.base_on, k.customer, k.segment, k.site, k.channel
),
seen AS (
    SELECT s.period, s.starts_on, s.base_on, s.customer, s.segment, s.site, s.channel, COALESCE(v.survey, 'none') AS survey,
           COALESCE(t.said, 'was not asked or did not answer') AS said, CASE WHEN s.left_on IS NULL THEN 'yes' ELSE 'no' END AS stayed,
           CASE WHEN COALESCE(m.after, 0) > COALESCE(m.before, 0) THEN 'yes' ELSE 'no' END AS bought_more,
           CASE WHEN r.customer IS NULL THEN 'no' ELSE 'yes' END AS recommended, s.left_on, m.before, m.after
    FROM stood s
    LEFT JOIN (SELECT DISTINCT t.period, t.customer, t.survey FROM told t) v ON v.period = s.period AND v.customer = s.customer
    LEFT JOIN told t ON t.period = v.period AND t.customer = v.customer AND t.survey = v.survey
    LEFT JOIN money m ON m.period = s.period AND m.customer = s.customer
    LEFT JOIN recommended r ON r.period = s.period AND r.customer = s.customer
)
-- figure
SELECT x.period, x.base_on, x.survey, x.said, COUNT(*) AS customers, COUNT(CASE WHEN x.stayed = 'yes' THEN 1 END) AS stayed,
       COUNT(CASE WHEN x.bought_more = 'yes' THEN 1 END) AS bought_more, COUNT(CASE WHEN x.recommended = 'yes' THEN 1 END) AS recommended
FROM seen x
GROUP BY x.period, x.starts_on, x.base_on, x.survey, x.said
ORDER BY x.starts_on, x.survey NULLS LAST, x.said NULLS LAST
-- rows
SELECT x.period, x.customer, x.segment, x.site, x.channel, x.survey, x.said, x.stayed, x.left_on, x.bought_more, x.before, x.after, x.recommended
FROM seen x
WHERE (CAST(:survey AS VARCHAR) IS NULL OR x.survey = :survey) AND (CAST(:said AS VARCHAR) IS NULL OR x.said = :said)
  AND (CAST(:stayed AS VARCHAR) IS NULL OR x.stayed = :stayed) AND (CAST(:bought_more AS VARCHAR) IS NULL OR x.bought_more = :bought_more)
  AND (CAST(:recommended AS VARCHAR) IS NULL OR x.recommended = :recommended)
ORDER BY x.starts_on, x.survey NULLS LAST, x.said NULLS LAST, x.customer NULLS LAST
