-- name: top-issues
-- question: Which issues trouble customers most, and who is at work on them?
-- unit: tickets
-- grain: period and issue
-- direction: down
-- no-data: zero
-- source: ticket
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: issues are named in another way
-- dimensions: segment, site, channel
-- parameters: issue
WITH latest AS (
    SELECT t.issue, t.stage, t.owner,
           ROW_NUMBER() OVER (PARTITION BY t.issue ORDER BY t.opened_on DESC NULLS LAST, t.source NULLS LAST, t.key NULLS LAST) AS place
    FROM {ticket} t
    WHERE t.issue IS NOT NULL
),
counted AS (
    SELECT c.period, c.starts_on, t.issue, COUNT(CASE WHEN t.opened_on >= c.starts_on THEN 1 END) AS opened,
           COUNT(CASE WHEN t.closed_on < c.ends_on AND t.closed_on <= :through THEN 1 END) AS closed,
           COUNT(CASE WHEN t.closed_on IS NULL OR t.closed_on >= c.ends_on OR t.closed_on > :through THEN 1 END) AS open,
           COUNT(DISTINCT t.customer) AS customers
    FROM {calendar} c
    JOIN {ticket} t ON t.opened_on < c.ends_on AND (t.closed_on IS NULL OR t.closed_on >= c.starts_on)
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND t.issue IS NOT NULL
    GROUP BY c.period, c.starts_on, t.issue
)
SELECT n.period, n.issue, l.stage, l.owner, n.opened, n.closed, n.open, n.customers,
       CASE WHEN n.open = 0 THEN 'done' WHEN n.opened > n.closed THEN 'growing' WHEN n.opened < n.closed THEN 'shrinking'
            ELSE 'steady' END AS state
FROM counted n
JOIN latest l ON l.issue = n.issue AND l.place = 1
ORDER BY n.starts_on, n.opened DESC NULLS LAST, n.open DESC NULLS LAST, n.issue NULLS LAST
-- rows
SELECT c.period, t.ticket_id, t.customer, t.ticket_kind, t.stage, t.contact, t.issue, t.opened_on, t.closed_on, t.owner, t.site, t.batch, t.line
FROM {calendar} c
JOIN {ticket} t ON t.opened_on < c.ends_on AND (t.closed_on IS NULL OR t.closed_on >= c.starts_on)
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND t.issue IS NOT NULL
  AND (CAST(:issue AS VARCHAR) IS NULL OR t.issue = :issue)
ORDER BY c.starts_on, t.opened_on NULLS LAST, t.source NULLS LAST, t.key NULLS LAST
