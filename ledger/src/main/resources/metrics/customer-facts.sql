-- name: customer-facts
-- question: What do we know of this customer?
-- unit: facts
-- grain: fact
-- direction: none
-- no-data: nothing
-- source: all facts
-- owner: chief customer officer
-- version: 3
-- not-comparable-when: never
-- dimensions: none
-- parameters: customer
WITH fact AS (
    SELECT 'purchase' AS kind, f.occurred_on, f.source, f.key, COALESCE(f.product, f.order_id) AS what, f.line_kind AS detail, f.amount AS amount, f.site, f.batch, f.line
    FROM {purchase} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'contract' AS kind, f.occurred_on, f.source, f.key, COALESCE(f.product, f.contract_id) AS what, CASE WHEN f.ended_on IS NULL THEN 'open' ELSE 'ending' END AS detail, f.amount AS amount, f.site, f.batch, f.line
    FROM {contract} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'contract_event' AS kind, f.occurred_on, f.source, f.key, f.contract_id AS what, f.event_kind AS detail, f.amount AS amount, f.site, f.batch, f.line
    FROM {contract_event} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'ticket' AS kind, f.occurred_on, f.source, f.key, COALESCE(f.issue, f.ticket_id) AS what, f.ticket_kind AS detail, CAST(NULL AS DECIMAL(18, 6)) AS amount, f.site, f.batch, f.line
    FROM {ticket} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'feedback' AS kind, f.occurred_on, f.source, f.key, COALESCE(f.theme, f.feedback_id) AS what, f.survey AS detail, f.score AS amount, f.site, f.batch, f.line
    FROM {feedback} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'operation' AS kind, f.occurred_on, f.source, f.key, f.contact AS what, f.measure AS detail, f.value AS amount, f.site, f.batch, f.line
    FROM {operation} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'departure' AS kind, f.occurred_on, f.source, f.key, f.reason AS what, CAST(NULL AS VARCHAR) AS detail, CAST(NULL AS DECIMAL(18, 6)) AS amount, f.site, f.batch, f.line
    FROM {departure} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'referral' AS kind, f.occurred_on, f.source, f.key, f.outcome AS what, CAST(NULL AS VARCHAR) AS detail, CAST(NULL AS DECIMAL(18, 6)) AS amount, f.site, f.batch, f.line
    FROM {referral} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'cost' AS kind, f.occurred_on, f.source, f.key, f.activity AS what, f.cost_kind AS detail, f.amount AS amount, f.site, f.batch, f.line
    FROM {cost} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'cost rule' AS kind, f.occurred_on, f.cost_kind AS source, f.activity AS key, f.activity AS what, f.entry AS detail,
           CAST(f.amount AS DECIMAL(18, 6)) AS amount, f.site, CAST(NULL AS VARCHAR) AS batch, CAST(NULL AS BIGINT) AS line
    FROM {cost_entry} f
    WHERE f.customer = CAST(:customer AS BIGINT)
    UNION ALL
    SELECT 'without rate' AS kind, f.occurred_on, f.source, f.key, f.kind AS what, f.kind AS detail, CAST(NULL AS DECIMAL(18, 6)) AS amount,
           CAST(NULL AS VARCHAR) AS site, f.batch, f.line
    FROM {conversion} f
    WHERE f.customer = CAST(:customer AS BIGINT) AND f.rate IS NULL
)
SELECT f.kind, f.occurred_on, f.source, f.key, f.what, f.detail, f.amount, f.site, f.batch, f.line, v.currency AS told_in, v.original, v.rate,
       v.rate_on
FROM fact f
LEFT JOIN {conversion} v
    ON v.kind = CASE WHEN f.kind = 'without rate' THEN f.detail ELSE f.kind END AND v.source = f.source AND v.key = f.key
ORDER BY f.occurred_on DESC NULLS LAST, f.kind NULLS LAST, f.source NULLS LAST, f.key NULLS LAST
