-- name: load
-- one row per row of the file; its place is the row's number in it. Strictly, DuckDB 2.0 finds no row where lines end in CR LF
CREATE TEMPORARY TABLE plain AS
SELECT {cells}
FROM read_csv({file}, columns = {{columns}}, delim = '{delimiter}', quote = '"', escape = '"', header = true, auto_detect = false,
    nullstr = '', allow_quoted_nulls = true, new_line = '{line_end}', compression = 'none', strict_mode = {strict})

-- name: ids
COPY (SELECT DISTINCT {customer} FROM plain WHERE {customer} IS NOT NULL)
TO {file} (FORMAT csv, HEADER false, DELIMITER '{separator}', QUOTE '', ESCAPE '')

-- name: days
COPY (SELECT DISTINCT CAST(local AS DATE) - DATE '1970-01-01' FROM plain) TO {file} (FORMAT csv, HEADER false)

-- name: ordered
-- numbers of one length follow each other as texts do, and longer ones come behind
SELECT count(*) FROM (
    SELECT {order} AS o, coalesce({line}, '') AS l, lag({order}) OVER () AS earlier_o, lag(coalesce({line}, '')) OVER () AS earlier_l FROM plain)
WHERE NOT (length(o) > length(earlier_o)
    OR length(o) = length(earlier_o) AND (o > earlier_o
        OR o = earlier_o AND (length(l) > length(earlier_l) OR length(l) = length(earlier_l) AND l > earlier_l)))

-- name: later
-- counts the rows that tell of an earlier day than the row before them
SELECT count(*) FROM (SELECT local, lag(local) OVER () AS earlier FROM plain) WHERE local < earlier

-- name: line-kind
-- a negative amount is a return, and so is a negative quantity worth nothing
CAST(CASE WHEN {amount} < 0 OR {amount} = 0 AND {quantity} < 0 THEN 'return' ELSE 'sale' END AS {kinds})

-- name: rows
-- one row per row of the file; place_of_row is in order of the customers' keys, nobody last, then of the file
SELECT
    row_of_file + 1 AS line,
    key AS customer,
    utc AS occurred,
    CAST(on_day - (CAST(make_timestamp(utc) AS DATE) - DATE '1970-01-01') AS TINYINT) AS day_shift,
    coalesce(place, 1073741824) * 4294967296 + row_of_file AS place_of_row,
    {own}
FROM (
    SELECT
        plain.*,
        plain.rowid AS row_of_file,
        clock.day AS on_day,
        epoch_us(local) - CASE WHEN epoch_us(local) - clock.day * {day} < switch_at THEN offset_before ELSE offset_then END AS utc
    FROM plain
    JOIN read_csv({clocks}, columns = {'day': 'BIGINT', 'offset_before': 'BIGINT', 'switch_at': 'BIGINT', 'offset_then': 'BIGINT'},
        delim = '{separator}', quote = '', escape = '', header = false, auto_detect = false, new_line = '\n') AS clock
        ON clock.day = CAST(local AS DATE) - DATE '1970-01-01')
LEFT JOIN (
    SELECT id, key, dense_rank() OVER (ORDER BY key) AS place
    FROM read_csv({keys}, columns = {'id': 'VARCHAR', 'key': 'BIGINT'}, delim = '{separator}', quote = '', escape = '', header = false,
        auto_detect = false, new_line = '\n')) AS known
    ON known.id = {customer}
