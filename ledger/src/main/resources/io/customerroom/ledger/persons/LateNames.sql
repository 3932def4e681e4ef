-- name: last
-- the pass that holds
SELECT pass, through, list_hash FROM late_names ORDER BY pass DESC LIMIT 1

-- name: add
INSERT INTO late_names (pass, through, list_hash, texts, at) VALUES (:pass, :through, :list_hash, :texts, :at)
ON CONFLICT DO NOTHING

-- name: changed-so-far
SELECT COALESCE(sum(texts), 0) FROM late_names

-- name: texts
-- one row per text of a person table
SELECT DISTINCT text FROM batch_person WHERE text IS NOT NULL AND text <> ''

-- name: rewritten
-- the person table of one batch, with the texts that changed
SELECT p.customer, p.space, p.id, p.name, p.email, p.phone, p.address, p.text_key, COALESCE(m.masked, p.text) AS text
FROM batch_person p
LEFT JOIN masked_text m ON m.text = p.text
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9

-- name: changed
-- how many rows of the table hold a text that changed
SELECT count(*) FROM batch_person p JOIN masked_text m ON m.text = p.text
