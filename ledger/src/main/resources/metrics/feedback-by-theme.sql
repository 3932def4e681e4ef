-- name: feedback-by-theme
-- question: What do customers who answer surveys or write to us on their own speak about?
-- unit: answers
-- grain: period, theme, survey and scale
-- direction: none
-- no-data: nothing
-- source: feedback
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: themes are named in another way
-- dimensions: segment, site, channel
-- parameters: theme
SELECT c.period, f.theme, f.survey, f.scale_min, f.scale_max, COUNT(*) AS answers, COUNT(DISTINCT f.customer) AS customers,
       COUNT(f.score) AS scored, SUM(f.score) AS score_sum
FROM {calendar} c
JOIN {feedback} f ON f.occurred_on >= c.starts_on AND f.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:theme AS VARCHAR) IS NULL OR LOWER(f.theme) = LOWER(:theme) OR (:theme = '' AND f.theme IS NULL))
GROUP BY c.period, c.starts_on, f.theme, f.survey, f.scale_min, f.scale_max
ORDER BY c.starts_on, f.theme NULLS LAST, f.survey NULLS LAST, f.scale_min NULLS LAST, f.scale_max NULLS LAST
-- rows
SELECT c.period, f.feedback_id, f.customer, f.survey, f.score, f.theme, f.stage, f.contact, f.has_text, f.occurred_on, f.site, f.batch, f.line
FROM {calendar} c
JOIN {feedback} f ON f.occurred_on >= c.starts_on AND f.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:theme AS VARCHAR) IS NULL OR LOWER(f.theme) = LOWER(:theme) OR (:theme = '' AND f.theme IS NULL))
ORDER BY c.starts_on, f.occurred_on NULLS LAST, f.source NULLS LAST, f.key NULLS LAST
