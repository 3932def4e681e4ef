-- name: tickets-by-stage
-- question: Where on the journey do customers need help, and do we get the counts down?
-- unit: tickets
-- grain: period and stage
-- direction: down
-- no-data: zero
-- source: ticket
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: tickets are recorded in another way
-- dimensions: segment, site, channel
-- parameters: stage, part
SELECT c.period, t.stage, COUNT(CASE WHEN t.opened_on >= c.starts_on THEN 1 END) AS opened,
       COUNT(CASE WHEN t.closed_on < c.ends_on AND t.closed_on <= :through THEN 1 END) AS closed,
       COUNT(CASE WHEN t.closed_on IS NULL OR t.closed_on >= c.ends_on OR t.closed_on > :through THEN 1 END) AS open,
       COUNT(CASE WHEN t.opened_on >= c.starts_on AND t.ticket_kind = 'complaint' THEN 1 END) AS complaints_opened
FROM {calendar} c
JOIN {ticket} t ON t.opened_on < c.ends_on AND (t.closed_on IS NULL OR t.closed_on >= c.starts_on)
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
GROUP BY c.period, c.starts_on, t.stage
ORDER BY c.starts_on, t.stage NULLS LAST
-- rows
SELECT c.period, t.ticket_id, t.customer, t.ticket_kind, t.stage, t.contact, t.issue, t.opened_on, t.closed_on, t.owner, t.site, t.batch, t.line
FROM {calendar} c
JOIN {ticket} t ON t.opened_on < c.ends_on AND (t.closed_on IS NULL OR t.closed_on >= c.starts_on)
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:stage AS VARCHAR) IS NULL OR t.stage = :stage OR (:stage = '' AND t.stage IS NULL))
  AND (CAST(:part AS VARCHAR) IS NULL OR (:part = 'opened' AND t.opened_on >= c.starts_on)
       OR (:part = 'closed' AND t.closed_on < c.ends_on AND t.closed_on <= :through)
       OR (:part = 'open' AND (t.closed_on IS NULL OR t.closed_on >= c.ends_on OR t.closed_on > :through)))
ORDER BY c.starts_on, t.opened_on NULLS LAST, t.source NULLS LAST, t.key NULLS LAST
