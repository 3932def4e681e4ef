-- name: share-of-wallet
-- question: Of what our customers spend in our field, how much do they leave with us?
-- unit: customers, and money in the reporting currency a year
-- grain: period and segment; the last answer of each customer in the 730 days up to the period's last day, told before estimated
-- direction: up
-- no-data: nothing
-- source: customer_period, feedback, calendar
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the question, those who are asked, or the activity definition differs
-- dimensions: segment, site, channel
-- parameters: part, basis
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
here AS (
    SELECT s.period, s.starts_on, s.last_on, p.customer, p.segment, p.site, p.channel
    FROM span s
    JOIN {customer_period} p ON p.grain = :grain AND p.period = s.period AND p.closing = 1
),
answered AS (
    SELECT s.period, f.customer, f.survey, f.score AS spend, f.occurred_on, f.source,
           ROW_NUMBER() OVER (PARTITION BY s.period, f.customer
                              ORDER BY CASE WHEN f.survey = 'category-spend' THEN 0 ELSE 1 END NULLS LAST, f.occurred_on DESC NULLS LAST,
                                       f.occurred_at DESC NULLS LAST, f.source NULLS LAST, f.key NULLS LAST) AS place
    FROM span s
    JOIN {feedback} f ON f.survey IN ('category-spend', 'category-spend-estimate') AND f.score > 0
        AND f.occurred_on > ca_add_days(s.last_on, -730) AND f.occurred_on <= s.last_on
    WHERE f.customer IS NOT NULL
),
bought AS (
    SELECT s.period, p.customer, SUM(p.revenue) AS revenue
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.end_month - 12 AND ca_midx(p.starts_on) < s.end_month
    GROUP BY s.period, p.customer
),
known AS (
    SELECT h.period, h.starts_on, h.customer, h.segment, h.site, h.channel, COALESCE(h.segment, 'no segment') AS part,
           CASE WHEN a.customer IS NULL THEN 'not known' WHEN a.survey = 'category-spend' THEN 'told' ELSE 'estimated' END AS basis,
           a.occurred_on AS asked_on, a.source AS asked_by, a.spend, COALESCE(b.revenue, 0) AS revenue
    FROM here h
    LEFT JOIN answered a ON a.period = h.period AND a.customer = h.customer AND a.place = 1
    LEFT JOIN bought b ON b.period = h.period AND b.customer = h.customer
)
-- figure
SELECT k.period, k.part, COUNT(*) AS customers, COUNT(CASE WHEN k.basis = 'told' THEN 1 END) AS told,
       COUNT(CASE WHEN k.basis = 'estimated' THEN 1 END) AS estimated, SUM(CASE WHEN k.spend > 0 THEN k.revenue END) AS revenue, SUM(k.spend) AS spend,
       COUNT(CASE WHEN k.revenue > k.spend THEN 1 END) AS above,
       SUM(CASE WHEN k.spend > 0 THEN CAST(k.revenue AS DOUBLE) * CAST(k.revenue AS DOUBLE) END) AS revenue_squares,
       SUM(CAST(k.spend AS DOUBLE) * CAST(k.spend AS DOUBLE)) AS spend_squares, SUM(CAST(k.revenue AS DOUBLE) * CAST(k.spend AS DOUBLE)) AS products
FROM known k
WHERE CAST(:part AS VARCHAR) IS NULL OR k.part = :part
GROUP BY k.period, k.starts_on, k.part
ORDER BY k.starts_on, k.part NULLS LAST
-- rows
SELECT k.period, k.customer, k.segment, k.site, k.channel, k.basis, k.asked_on, k.asked_by, k.spend, k.revenue
FROM known k
WHERE (CAST(:part AS VARCHAR) IS NULL OR k.part = :part) AND (CAST(:basis AS VARCHAR) IS NULL OR k.basis = :basis)
ORDER BY k.starts_on, k.spend DESC NULLS LAST, k.customer NULLS LAST
