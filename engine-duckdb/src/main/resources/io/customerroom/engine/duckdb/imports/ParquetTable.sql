-- name: count
-- one row: what the file says of itself
SELECT sum(num_rows) FROM parquet_file_metadata({file})

-- name: describe
-- one row per column
DESCRIBE SELECT {columns} FROM read_parquet({file})

-- name: rows
-- one row per row of the file, in its order
SELECT
    {columns}
FROM read_parquet({file})

-- name: plain
CAST({value} AS VARCHAR)

-- name: time
CAST(CAST({value} AS TIMESTAMP) AS VARCHAR)

-- name: moment
strftime({value} AT TIME ZONE 'UTC', '%Y-%m-%dT%H:%M:%S.%fZ')

-- name: bytes
coalesce(TRY(decode({value})), CAST({value} AS VARCHAR))

-- name: nested
CAST(to_json({value}) AS VARCHAR)
