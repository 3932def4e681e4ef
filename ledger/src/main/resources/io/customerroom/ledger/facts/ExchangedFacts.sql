-- name: foreign
SELECT COUNT(*) FROM maybe_foreign WHERE currency <> {reporting}

-- name: rate-of-day
-- one row per currency and day on which a rate holds: of several sources the one recorded last, then of the later receipt
CREATE TEMPORARY TABLE rate_of_day AS
WITH stated AS (
    SELECT f.of_currency, f.occurred_on, f.rate,
        row_number() OVER (
            PARTITION BY f.of_currency, f.occurred_on ORDER BY f.recorded_at DESC, r.arrival DESC, f.line DESC) AS age
    FROM rate AS f
    JOIN receipt_in_force AS r ON r.batch = f.batch
),
followed AS (
    SELECT of_currency, rate, occurred_on AS rate_on,
        LEAD(occurred_on) OVER (PARTITION BY of_currency ORDER BY occurred_on) AS next_on
    FROM stated
    WHERE age = 1
)
SELECT s.of_currency, CAST(s.rate_on + n.days AS DATE) AS day, s.rate, s.rate_on
FROM followed AS s
JOIN (VALUES {ages}) AS n (days) ON s.next_on IS NULL OR CAST(s.rate_on + n.days AS DATE) < s.next_on

-- name: conversion
CREATE TEMPORARY TABLE conversion (kind VARCHAR, key VARCHAR, source VARCHAR, batch VARCHAR, line BIGINT, customer BIGINT, occurred_on DATE,
    currency VARCHAR, original DECIMAL(18, 6), rate DECIMAL(20, 12), rate_on DATE, amount DECIMAL(18, 6))

-- name: converted
-- one row per fact in the reporting currency, or without an amount, or with a rate on its day
CREATE TEMPORARY VIEW {kind} AS
SELECT {columns}
FROM told_{kind} AS f
LEFT JOIN rate_of_day AS d ON d.of_currency = f.currency AND d.day = f.occurred_on
WHERE f.currency = {reporting} OR f.amount IS NULL OR d.rate IS NOT NULL

-- name: keep
INSERT INTO conversion
SELECT '{kind}', f.key, f.source, f.batch, f.line, f.customer, f.occurred_on, f.currency, f.amount, d.rate, d.rate_on,
    CAST(ROUND(f.amount * d.rate, {digits}) AS DECIMAL(18, 6))
FROM told_{kind} AS f
LEFT JOIN rate_of_day AS d ON d.of_currency = f.currency AND d.day = f.occurred_on
WHERE f.currency <> {reporting} AND f.amount IS NOT NULL
