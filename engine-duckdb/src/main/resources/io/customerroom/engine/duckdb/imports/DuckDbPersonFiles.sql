-- name: words
SELECT id, name, email, phone, address, text FROM person WHERE customer IN ({keys})

-- name: without-persons
SELECT * FROM person WHERE customer IS NULL OR customer NOT IN ({keys}) ORDER BY ALL
