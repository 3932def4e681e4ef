-- name: on
-- one row per remark on a series, by day
SELECT series, day, words, fresh, by FROM remark WHERE series = :series ORDER BY day, number

-- name: write
INSERT INTO remark (series, day, words, fresh, at, by) VALUES (:series, :day, :words, :fresh, :at, :by)
