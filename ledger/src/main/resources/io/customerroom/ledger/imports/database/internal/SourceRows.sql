-- name: last
-- one row per name that was not removed, its last version
SELECT name, address, login_user, environment, asked_table, asked_query, kind, mapping, since_column, rhythm, hour, standing, at
FROM database_source AS version
WHERE number = (SELECT max(number) FROM database_source WHERE name = version.name) AND standing <> 'removed'
ORDER BY name

-- name: add
INSERT INTO database_source (name, address, login_user, environment, asked_table, asked_query, kind, mapping, since_column, rhythm, hour, standing, at, by)
VALUES (:name, :address, :login_user, :environment, :asked_table, :asked_query, :kind, :mapping, :since_column, :rhythm, :hour, :standing, :at, :by)

-- name: secrets
-- one row per source whose password is kept
SELECT name, sealed FROM database_secret ORDER BY name

-- name: keep-secret
INSERT INTO database_secret (name, sealed) VALUES (:name, :sealed)
ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed

-- name: forget-secret
DELETE FROM database_secret WHERE name = :name

-- name: columns
-- at most one row
SELECT columns FROM database_columns WHERE name = :name

-- name: keep-columns
INSERT INTO database_columns (name, columns, tried_at) VALUES (:name, :columns, :at)
ON CONFLICT (name) DO UPDATE SET columns = excluded.columns, tried_at = excluded.tried_at

-- name: runs
-- one row per reading, the newest first
SELECT at, by, batch, rows_read, code, sentence, next_step FROM database_run WHERE name = :name ORDER BY number DESC LIMIT :most

-- name: add-run
INSERT INTO database_run (name, at, by, batch, rows_read, code, sentence, next_step)
VALUES (:name, :at, :by, :batch, :rows_read, :code, :sentence, :next_step)
