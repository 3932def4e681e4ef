-- name: called
-- one row per name, address or id
SELECT name AS called FROM person WHERE name <> ''
UNION
SELECT address FROM person WHERE address <> ''
UNION
SELECT id FROM person WHERE length(id) >= 5
