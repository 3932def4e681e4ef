-- name: staged
-- one row per staged record
SELECT * FROM read_csv({file}, columns = {{columns}}, delim = '{separator}', quote = '', escape = '', header = false,
    auto_detect = false, nullstr = '', new_line = '\n', max_line_size = 8000000, strict_mode = false)

-- name: without-duplicates
SELECT * FROM ({rows}) WHERE line NOT IN (SELECT line FROM duplicate)

-- name: find-duplicates
CREATE TEMPORARY TABLE duplicate AS
SELECT line FROM (
    SELECT line, row_number() OVER (PARTITION BY fingerprint ORDER BY line) AS nth FROM ({rows}))
WHERE nth > 1

-- name: duplicates
SELECT line FROM duplicate ORDER BY line

-- name: with-ordinal
SELECT *, row_number() OVER (PARTITION BY order_id ORDER BY line) AS ordinal FROM ({rows})

-- name: batch
-- one row per fact
SELECT
    {columns}
FROM (SELECT * FROM ({rows}) ORDER BY {order})

-- name: copy
-- what costs least to write: a batch is read a few times, until it is part of a build; columns of many words get no dictionary
COPY ({rows}) TO {file} (FORMAT parquet, COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 2000, WRITE_BLOOM_FILTER false)

-- name: span
SELECT min(occurred_on), max(occurred_on), min(recorded_at), max(recorded_at) FROM written

-- name: span-and-keys
-- keys are told apart by a hash: two that share one make the batch look less simple than it is, never more
SELECT min(occurred_on), max(occurred_on), min(recorded_at), max(recorded_at), count(DISTINCT hash(key)) FROM written

-- name: shared
-- one row per earlier batch with keys of the new one
SELECT batch, count(*) FROM earlier
WHERE hash(key) IN (SELECT hash(key) FROM written)
GROUP BY batch
ORDER BY count(*) DESC, batch

-- name: persons
-- one row per customer, id and what was said about them
SELECT DISTINCT * REPLACE (replace(text, chr(30), chr(10)) AS text)
FROM read_csv({file},
    columns = {'customer': 'BIGINT', 'space': 'VARCHAR', 'id': 'VARCHAR', 'name': 'VARCHAR', 'email': 'VARCHAR', 'phone': 'VARCHAR',
        'address': 'VARCHAR', 'text_key': 'VARCHAR', 'text': 'VARCHAR'},
    delim = '{separator}', quote = '', escape = '', header = false, auto_detect = false, nullstr = '', new_line = '\n',
    max_line_size = 8000000, strict_mode = false)
ORDER BY ALL

-- name: collision
SELECT a.customer
FROM person AS a
JOIN every_person AS b ON b.customer = a.customer
WHERE b.id <> a.id OR b.space <> a.space
ORDER BY a.customer
LIMIT 1
