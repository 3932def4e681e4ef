-- name: utc
SET TIME ZONE 'UTC'

-- name: dates
SET datestyle = 'ISO, YMD'

-- name: timeout
SET statement_timeout = {milliseconds}

-- name: type
-- no row: the type of the column
SELECT {column} FROM {rows} LIMIT 0

-- name: everything
-- one row per row asked for
SELECT * FROM {rows}

-- name: sample
-- the first rows as they come, for a look; none for the names and types of the columns
SELECT * FROM {rows} LIMIT {most}

-- name: first
-- one row per row asked for, the newest last
SELECT * FROM {rows} ORDER BY {column} NULLS FIRST

-- name: since-moment
-- one row per row asked for that is new, and those of the overlap; the newest last
SELECT * FROM {rows} WHERE {column} >= CAST(? AS {type}) - CAST(? AS interval) ORDER BY {column}

-- name: since-number
-- one row per row asked for that is new, and the last one before; the newest last
SELECT * FROM {rows} WHERE {column} >= CAST(? AS {type}) ORDER BY {column}
