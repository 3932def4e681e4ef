-- name: issue-flow
-- question: How many tickets of each issue come, are closed, and are left?
-- unit: tickets
-- grain: period and issue
-- direction: down
-- no-data: zero
-- source: ticket
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: issues are named in another way
-- dimensions: segment, site, channel
-- parameters: issue, part
WITH told AS (
    SELECT MAX(t.opened_on) AS opened_to, MAX(CASE WHEN t.closed_on <= :through THEN t.closed_on END) AS closed_to,
           MAX(CAST(t.recorded_at AS DATE)) AS recorded_to
    FROM {ticket} t
),
reach AS (
    SELECT CASE WHEN d.closed_to > d.opened_to AND d.closed_to > d.recorded_to THEN d.closed_to WHEN d.opened_to > d.recorded_to THEN d.opened_to
                ELSE d.recorded_to END AS told_to
    FROM told d
)
SELECT c.period, t.issue, COUNT(CASE WHEN t.opened_on < c.starts_on THEN 1 END) AS opening,
       COUNT(CASE WHEN t.opened_on >= c.starts_on THEN 1 END) AS opened,
       COUNT(CASE WHEN t.closed_on < c.ends_on AND t.closed_on <= :through THEN 1 END) AS closed,
       COUNT(CASE WHEN t.closed_on IS NULL OR t.closed_on >= c.ends_on OR t.closed_on > :through THEN 1 END) AS closing,
       COUNT(CASE WHEN t.opened_on >= c.starts_on AND t.ticket_kind = 'complaint' THEN 1 END) AS complaints_opened,
       COUNT(DISTINCT CASE WHEN t.opened_on >= c.starts_on THEN t.customer END) AS customers, MAX(r.told_to) AS told_to
FROM {calendar} c
JOIN {ticket} t ON t.opened_on < c.ends_on AND (t.closed_on IS NULL OR t.closed_on >= c.starts_on)
CROSS JOIN reach r
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:issue AS VARCHAR) IS NULL OR t.issue = :issue OR (:issue = '' AND t.issue IS NULL))
GROUP BY c.period, c.starts_on, t.issue
ORDER BY c.starts_on, t.issue NULLS LAST
-- rows
SELECT c.period, t.ticket_id, t.customer, t.ticket_kind, t.stage, t.contact, t.issue, t.opened_on, t.closed_on, t.owner, t.site, t.batch, t.line
FROM {calendar} c
JOIN {ticket} t ON t.opened_on < c.ends_on AND (t.closed_on IS NULL OR t.closed_on >= c.starts_on)
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:issue AS VARCHAR) IS NULL OR t.issue = :issue OR (:issue = '' AND t.issue IS NULL))
  AND (CAST(:part AS VARCHAR) IS NULL OR (:part = 'opening' AND t.opened_on < c.starts_on) OR (:part = 'opened' AND t.opened_on >= c.starts_on)
       OR (:part = 'closed' AND t.closed_on < c.ends_on AND t.closed_on <= :through)
       OR (:part = 'closing' AND (t.closed_on IS NULL OR t.closed_on >= c.ends_on OR t.closed_on > :through)))
ORDER BY c.starts_on, t.opened_on NULLS LAST, t.source NULLS LAST, t.key NULLS LAST
