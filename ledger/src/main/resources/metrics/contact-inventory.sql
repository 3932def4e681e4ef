-- name: contact-inventory
-- question: Which contacts do customers have with us, and what passes through each?
-- unit: tickets, answers, customers and their value of twelve months
-- grain: period and contact
-- direction: none
-- no-data: nothing
-- source: ticket, feedback, operation, customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: contacts are named in another way
-- dimensions: site
-- parameters: contact
WITH touched AS (
    SELECT c.period, c.starts_on, t.contact, t.stage, t.customer, 1 AS tickets, CASE WHEN t.ticket_kind = 'complaint' THEN 1 ELSE 0 END AS complaints,
           0 AS answers, 0 AS readings, CAST(NULL AS VARCHAR) AS contact_kind, CAST(NULL AS VARCHAR) AS owner
    FROM {calendar} c
    JOIN {ticket} t ON t.opened_on >= c.starts_on AND t.opened_on < c.ends_on
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND t.contact IS NOT NULL
      AND (CAST(:contact AS VARCHAR) IS NULL OR t.contact = :contact)
    UNION ALL
    SELECT c.period, c.starts_on, f.contact, f.stage, f.customer, 0 AS tickets, 0 AS complaints, 1 AS answers, 0 AS readings,
           CAST(NULL AS VARCHAR) AS contact_kind, CAST(NULL AS VARCHAR) AS owner
    FROM {calendar} c
    JOIN {feedback} f ON f.occurred_on >= c.starts_on AND f.occurred_on < c.ends_on
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND f.contact IS NOT NULL
      AND (CAST(:contact AS VARCHAR) IS NULL OR f.contact = :contact)
    UNION ALL
    SELECT c.period, c.starts_on, o.contact, o.stage, o.customer, 0 AS tickets, 0 AS complaints, 0 AS answers, 1 AS readings, o.contact_kind,
           o.owner
    FROM {calendar} c
    JOIN {operation} o ON o.occurred_on >= c.starts_on AND o.occurred_on < c.ends_on
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND o.contact IS NOT NULL
      AND (CAST(:contact AS VARCHAR) IS NULL OR o.contact = :contact)
),
customers AS (
    SELECT DISTINCT t.period, t.contact, t.customer
    FROM touched t
    WHERE t.customer IS NOT NULL
),
worth AS (
    SELECT k.period, k.contact, COUNT(*) AS customers, SUM(p.value) AS value
    FROM customers k
    LEFT JOIN {customer_period} p ON p.grain = :grain AND p.period = k.period AND p.customer = k.customer
    GROUP BY k.period, k.contact
)
SELECT t.period, t.contact, MAX(t.stage) AS stage, MAX(t.contact_kind) AS contact_kind, MAX(t.owner) AS owner, SUM(t.tickets) AS tickets,
       SUM(t.complaints) AS complaints, SUM(t.answers) AS answers, COALESCE(MAX(w.customers), 0) AS customers, MAX(w.value) AS value,
       SUM(t.readings) AS readings
FROM touched t
LEFT JOIN worth w ON w.period = t.period AND w.contact = t.contact
GROUP BY t.period, t.starts_on, t.contact
ORDER BY t.starts_on, t.contact NULLS LAST
-- rows
SELECT c.period, 'ticket' AS fact, t.ticket_id AS id, t.customer, t.stage, t.contact, t.ticket_kind AS what, t.issue AS about, t.opened_on AS day,
       t.site, t.batch, t.line
FROM {calendar} c
JOIN {ticket} t ON t.opened_on >= c.starts_on AND t.opened_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND t.contact IS NOT NULL
  AND (CAST(:contact AS VARCHAR) IS NULL OR t.contact = :contact)
UNION ALL
SELECT c.period, 'feedback' AS fact, f.feedback_id AS id, f.customer, f.stage, f.contact, f.survey AS what, f.theme AS about, f.occurred_on AS day,
       f.site, f.batch, f.line
FROM {calendar} c
JOIN {feedback} f ON f.occurred_on >= c.starts_on AND f.occurred_on < c.ends_on
WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to AND f.contact IS NOT NULL
  AND (CAST(:contact AS VARCHAR) IS NULL OR f.contact = :contact)
ORDER BY period NULLS LAST, fact NULLS LAST, day NULLS LAST, id NULLS LAST, batch NULLS LAST, line NULLS LAST
