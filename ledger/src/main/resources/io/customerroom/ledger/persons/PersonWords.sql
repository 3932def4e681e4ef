-- name: called
-- one row per name, address or id
SELECT name AS called FROM person WHERE name <> ''
UNION
SELECT address FROM person WHERE address <> ''
UNION
SELECT id FROM person WHERE length(id) >= 5

-- name: called-in
-- the same, as far as one of the words is a part of it; in a name of other than plain letters words are not told apart here, and it is there always
SELECT called FROM ({called}
) AS everybody
WHERE {any} OR NOT regexp_full_match(called, '[A-Za-z0-9 ]*')

-- name: speaks
contains(lower(called), :{word})
