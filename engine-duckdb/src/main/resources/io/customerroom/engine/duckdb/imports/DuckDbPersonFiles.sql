-- name: words
SELECT id, name, email, phone, address, text FROM person WHERE customer IN ({keys})

-- name: speaks-of
-- one row where the table holds them, or a text calls them; none otherwise
SELECT 1 FROM person WHERE customer IN ({keys}) OR (:called <> '' AND regexp_matches(text, :called)) LIMIT 1

-- name: without-persons
SELECT * REPLACE (CASE WHEN :called = '' THEN text ELSE regexp_replace(text, :called, '\1[erased]\3', 'g') END AS text)
FROM person
WHERE customer IS NULL OR customer NOT IN ({keys})
ORDER BY ALL
