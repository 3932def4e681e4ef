-- name: ticket-nature
-- question: Of what nature is what customers come to us with: which kinds, stages, contacts and issues?
-- unit: tickets
-- grain: period, kind, stage, contact and issue
-- direction: down
-- no-data: zero
-- source: ticket
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: tickets are recorded or named in another way
-- dimensions: segment, site, channel
-- parameters: kind, stage, contact, issue, named
SELECT c.period, t.ticket_kind AS kind, t.stage, t.contact, t.issue, COUNT(*) AS opened, COUNT(DISTINCT t.customer) AS customers
FROM {calendar} c
JOIN {ticket} t ON t.opened_on >= c.starts_on AND t.opened_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:issue AS VARCHAR) IS NULL OR t.issue = :issue OR (:issue = '' AND t.issue IS NULL))
GROUP BY c.period, c.starts_on, t.ticket_kind, t.stage, t.contact, t.issue
ORDER BY c.starts_on, t.ticket_kind NULLS LAST, t.stage NULLS LAST, t.contact NULLS LAST, t.issue NULLS LAST
-- rows
SELECT c.period, t.ticket_id, t.customer, t.ticket_kind, t.stage, t.contact, t.issue, t.opened_on, t.closed_on, t.owner, t.site, t.batch, t.line
FROM {calendar} c
JOIN {ticket} t ON t.opened_on >= c.starts_on AND t.opened_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
  AND (CAST(:kind AS VARCHAR) IS NULL OR t.ticket_kind = :kind OR (:kind = '' AND t.ticket_kind IS NULL))
  AND (CAST(:stage AS VARCHAR) IS NULL OR t.stage = :stage OR (:stage = '' AND t.stage IS NULL))
  AND (CAST(:contact AS VARCHAR) IS NULL OR t.contact = :contact OR (:contact = '' AND t.contact IS NULL))
  AND (CAST(:issue AS VARCHAR) IS NULL OR t.issue = :issue OR (:issue = '' AND t.issue IS NULL))
  AND (CAST(:named AS VARCHAR) IS NULL OR (:named = 'yes' AND t.issue IS NOT NULL) OR (:named = 'no' AND t.issue IS NULL))
ORDER BY c.starts_on, t.opened_on NULLS LAST, t.source NULLS LAST, t.key NULLS LAST
