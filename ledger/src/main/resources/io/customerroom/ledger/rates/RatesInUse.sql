-- name: known
-- one row per currency: what is stated of it, and the rate recorded last for its last day
WITH stated AS (
    SELECT of_currency, occurred_on, rate, batch,
        row_number() OVER (PARTITION BY of_currency ORDER BY occurred_on DESC, recorded_at DESC, batch DESC, line DESC) AS age
    FROM rate
)
SELECT s.of_currency, COUNT(DISTINCT s.occurred_on) AS days, MIN(s.occurred_on) AS first_on, MAX(s.occurred_on) AS last_on,
       MAX(CASE WHEN s.age = 1 THEN s.rate END) AS rate, MAX(CASE WHEN s.age = 1 THEN s.batch END) AS batch
FROM stated s
GROUP BY s.of_currency
ORDER BY s.of_currency

-- name: used
-- one row per currency and month of the ledger's converted facts
SELECT currency, EXTRACT(YEAR FROM occurred_on) AS year, EXTRACT(MONTH FROM occurred_on) AS month, COUNT(*) AS facts,
       SUM(original) AS original, MIN(rate) AS lowest, MAX(rate) AS highest, SUM(amount) AS amount
FROM conversion
WHERE rate IS NOT NULL
GROUP BY currency, EXTRACT(YEAR FROM occurred_on), EXTRACT(MONTH FROM occurred_on)
ORDER BY year DESC, month DESC, currency

-- name: waiting
-- one row per currency, day and kind of facts for which no rate holds
SELECT currency, occurred_on, kind, COUNT(*) AS facts, SUM(original) AS original
FROM conversion
WHERE rate IS NULL
GROUP BY currency, occurred_on, kind
ORDER BY currency, occurred_on, kind

-- name: moved
-- one row per currency whose facts, the same in both ledgers, are worth something else
SELECT n.currency, COUNT(*) AS facts, SUM(COALESCE(o.amount, 0)) AS before, SUM(COALESCE(n.amount, 0)) AS after, MIN(n.occurred_on) AS first_on,
       MAX(n.occurred_on) AS last_on
FROM conversion AS n
JOIN former AS o ON o.kind = n.kind AND o.source = n.source AND o.key = n.key AND o.currency = n.currency AND o.original = n.original
WHERE COALESCE(o.amount, 0) <> COALESCE(n.amount, 0)
GROUP BY n.currency
ORDER BY n.currency
