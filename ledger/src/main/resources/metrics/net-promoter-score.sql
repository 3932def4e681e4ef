-- name: net-promoter-score
-- question: Would they recommend us?
-- unit: points from -100 to 100: per cent of promoters (9, 10) less per cent of detractors (0 to 6)
-- grain: period
-- direction: up
-- no-data: nothing
-- source: feedback
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: scale, wording, channel or weights of the survey differ
-- dimensions: segment, site, channel
-- parameters: part
-- finish: net-promoter-score
SELECT c.period, COUNT(f.score) AS n, COUNT(CASE WHEN f.score >= 9 THEN 1 END) AS promoters,
       COUNT(CASE WHEN f.score >= 7 AND f.score < 9 THEN 1 END) AS passives, COUNT(CASE WHEN f.score < 7 THEN 1 END) AS detractors,
       CAST(SUM(CASE WHEN f.score >= 9 THEN f.weight END) AS DECIMAL(38, 6)) AS promoters_weight,
       CAST(SUM(CASE WHEN f.score < 7 THEN f.weight END) AS DECIMAL(38, 6)) AS detractors_weight, CAST(SUM(f.weight) AS DECIMAL(38, 6)) AS weight
FROM {calendar} c
JOIN {feedback} f ON f.occurred_on >= c.starts_on AND f.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND f.survey = 'nps' AND f.score IS NOT NULL
  AND (CAST(:part AS VARCHAR) IS NULL OR :part <> '')
GROUP BY c.period, c.starts_on
ORDER BY c.starts_on
-- rows
SELECT c.period, f.feedback_id, f.customer, f.score, f.weight, f.stage, f.contact, f.occurred_on, f.site, f.batch, f.line
FROM {calendar} c
JOIN {feedback} f ON f.occurred_on >= c.starts_on AND f.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND f.survey = 'nps' AND f.score IS NOT NULL
  AND (CAST(:part AS VARCHAR) IS NULL OR (:part = 'promoters' AND f.score >= 9) OR (:part = 'passives' AND f.score >= 7 AND f.score < 9)
       OR (:part = 'detractors' AND f.score < 7))
ORDER BY c.starts_on, f.occurred_on NULLS LAST, f.source NULLS LAST, f.key NULLS LAST
