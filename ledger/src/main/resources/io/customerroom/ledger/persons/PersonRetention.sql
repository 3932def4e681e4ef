-- name: held
CREATE TEMPORARY TABLE held AS SELECT CAST(NULL AS BIGINT) AS customer WHERE 1 = 0

-- name: hold
INSERT INTO held VALUES (CAST(:customer AS BIGINT))

-- name: words
-- one row: texts of one batch, their oldest day, how many are over, how many of those are held
WITH fact_day AS (
    SELECT key, max(occurred_on) AS day FROM batch_fact GROUP BY key
), said AS (
    SELECT COALESCE(d.day, CAST(:batch_day AS DATE)) AS day, h.customer IS NOT NULL AS excepted
    FROM batch_person p
    LEFT JOIN fact_day d ON d.key = p.text_key
    LEFT JOIN (SELECT DISTINCT customer FROM held) h ON h.customer = p.customer
    WHERE p.text IS NOT NULL AND p.text <> ''
)
SELECT count(*), min(day),
    COALESCE(sum(CASE WHEN day < CAST(:before AS DATE) AND NOT excepted THEN 1 ELSE 0 END), 0),
    COALESCE(sum(CASE WHEN day < CAST(:before AS DATE) AND excepted THEN 1 ELSE 0 END), 0)
FROM said

-- name: without-words
-- the person table of one batch; who only wrote, and named nobody we know, has nothing left to say
WITH fact_day AS (
    SELECT key, max(occurred_on) AS day FROM batch_fact GROUP BY key
), said AS (
    SELECT p.*, h.customer IS NULL AND COALESCE(d.day, CAST(:batch_day AS DATE)) < CAST(:before AS DATE) AS gone
    FROM batch_person p
    LEFT JOIN fact_day d ON d.key = p.text_key
    LEFT JOIN (SELECT DISTINCT customer FROM held) h ON h.customer = p.customer
)
SELECT customer, space, id, name, email, phone, address,
    CASE WHEN gone THEN NULL ELSE text_key END AS text_key, CASE WHEN gone THEN NULL ELSE text END AS text
FROM said
WHERE NOT gone OR customer IS NOT NULL
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9

-- name: silent
-- one row per key of a person table, with the last day on which something happened with its customer; a contract in force has no last day, and
-- of whom nothing is known but the entry in a list of customers, that entry counts
CREATE TEMPORARY TABLE silent AS
WITH seen AS (
    SELECT customer, occurred_on AS day FROM purchase
    UNION ALL SELECT customer, COALESCE(ended_on, DATE '9999-12-31') FROM contract
    UNION ALL SELECT customer, occurred_on FROM contract_event
    UNION ALL SELECT customer, occurred_on FROM ticket
    UNION ALL SELECT customer, occurred_on FROM feedback
    UNION ALL SELECT customer, occurred_on FROM operation
    UNION ALL SELECT customer, occurred_on FROM departure
    UNION ALL SELECT customer, occurred_on FROM referral
    UNION ALL SELECT referred, occurred_on FROM referral
    UNION ALL SELECT customer, occurred_on FROM cost
    UNION ALL SELECT customer, occurred_on FROM touch
), listed AS (
    SELECT customer, max(occurred_on) AS day FROM customer WHERE customer IS NOT NULL GROUP BY customer
), heard AS (
    SELECT customer, max(day) AS day FROM seen WHERE customer IS NOT NULL GROUP BY customer
), called AS (
    SELECT DISTINCT customer FROM person
    WHERE customer IS NOT NULL AND (id IS NOT NULL OR name IS NOT NULL OR email IS NOT NULL OR phone IS NOT NULL OR address IS NOT NULL)
)
SELECT c.customer, COALESCE(h.day, l.day) AS day, e.customer IS NOT NULL AS excepted
FROM called c
LEFT JOIN customer_representative r ON r.customer = c.customer
LEFT JOIN heard h ON h.customer = COALESCE(r.representative, c.customer)
LEFT JOIN listed l ON l.customer = COALESCE(r.representative, c.customer)
LEFT JOIN (SELECT DISTINCT customer FROM held) e ON e.customer = c.customer

-- name: names
SELECT count(*), min(day),
    COALESCE(sum(CASE WHEN day < CAST(:before AS DATE) AND NOT excepted THEN 1 ELSE 0 END), 0),
    COALESCE(sum(CASE WHEN day < CAST(:before AS DATE) AND excepted THEN 1 ELSE 0 END), 0)
FROM silent

-- name: gone
CREATE TEMPORARY TABLE gone AS SELECT DISTINCT customer FROM silent WHERE day < CAST(:before AS DATE) AND NOT excepted

-- name: named
SELECT count(*) FROM batch_person WHERE customer IN (SELECT customer FROM gone)

-- name: without-names
-- the person table of one batch; words stay as long as their own rule says
WITH marked AS (
    SELECT p.*, g.customer IS NOT NULL AS gone FROM batch_person p LEFT JOIN gone g ON g.customer = p.customer
)
SELECT customer, CASE WHEN gone THEN NULL ELSE space END AS space, CASE WHEN gone THEN NULL ELSE id END AS id,
    CASE WHEN gone THEN NULL ELSE name END AS name, CASE WHEN gone THEN NULL ELSE email END AS email,
    CASE WHEN gone THEN NULL ELSE phone END AS phone, CASE WHEN gone THEN NULL ELSE address END AS address,
    text_key, text
FROM marked
WHERE NOT gone OR (text IS NOT NULL AND text <> '')
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9
