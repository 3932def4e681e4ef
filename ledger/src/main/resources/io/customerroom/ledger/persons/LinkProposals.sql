-- name: email
CASE WHEN p.email LIKE '%_@_%' THEN lower(trim(p.email)) END

-- name: phone
-- without what people put between digits; fewer than seven digits are a number inside a house
CASE WHEN length(replace(replace(replace(replace(replace(replace(p.phone, ' ', ''), '-', ''), '/', ''), '(', ''), ')', ''), '.', '')) >= 7
    THEN replace(replace(replace(replace(replace(replace(p.phone, ' ', ''), '-', ''), '/', ''), '(', ''), ')', ''), '.', '') END

-- name: name-and-address
CASE WHEN trim(p.name) <> '' AND trim(p.address) <> '' THEN lower(trim(p.name)) || chr(31) || lower(trim(p.address)) END

-- name: proposals
-- one row per two customers who have something in common and of whom nobody has said whether they are one
WITH known AS (
    SELECT DISTINCT COALESCE(r.representative, p.customer) AS customer, p.space, p.id, {same} AS same
    FROM person p LEFT JOIN customer_representative r ON r.customer = p.customer
    WHERE p.id IS NOT NULL
), named AS (
    SELECT customer, same, row_number() OVER (PARTITION BY customer, same ORDER BY space, id) AS nth, space, id
    FROM known WHERE same IS NOT NULL
), alike AS (
    SELECT same FROM named WHERE nth = 1 GROUP BY same HAVING count(*) BETWEEN 2 AND CAST(:most AS BIGINT)
), decided AS (
    SELECT COALESCE(a.representative, c.customer) AS one, COALESCE(b.representative, c.other) AS other
    FROM crosswalk c
    LEFT JOIN customer_representative a ON a.customer = c.customer
    LEFT JOIN customer_representative b ON b.customer = c.other
    WHERE NOT c.linked
)
SELECT DISTINCT one.customer, one.space, one.id, other.customer, other.space, other.id
FROM named one
JOIN alike ON alike.same = one.same
JOIN named other ON other.same = one.same AND other.customer > one.customer
WHERE one.nth = 1 AND other.nth = 1
  AND NOT EXISTS (SELECT 1 FROM decided d WHERE d.one = one.customer AND d.other = other.customer OR d.one = other.customer AND d.other = one.customer)
ORDER BY one.customer, other.customer, one.space, one.id, other.space, other.id
LIMIT CAST(:rows AS BIGINT)
