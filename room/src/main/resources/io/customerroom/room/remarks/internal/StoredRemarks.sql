-- name: on
-- one row per remark on a series that stood at a moment, in the version of then, by day
SELECT r.number, r.first, r.series, r.day, r.words, r.fresh, r.by, r.at, r.link, r.taken_back,
       (SELECT COUNT(*) FROM remark v WHERE v.first = CASE WHEN r.first = 0 THEN r.number ELSE r.first END AND v.number <= r.number) + 1 AS version
FROM remark r
WHERE r.series = :series AND r.at <= :known AND r.taken_back = 0
  AND NOT EXISTS (SELECT 1 FROM remark v
                  WHERE v.first = CASE WHEN r.first = 0 THEN r.number ELSE r.first END AND v.number > r.number AND v.at <= :known)
ORDER BY r.day, CASE WHEN r.first = 0 THEN r.number ELSE r.first END

-- name: history
-- one row per version of a remark on a series, oldest first
SELECT r.number, r.first, r.series, r.day, r.words, r.fresh, r.by, r.at, r.link, r.taken_back,
       (SELECT COUNT(*) FROM remark v WHERE v.first = CASE WHEN r.first = 0 THEN r.number ELSE r.first END AND v.number <= r.number) + 1 AS version
FROM remark r
WHERE r.series = :series
ORDER BY r.number

-- name: latest
-- the newest version of one remark; at most one row
SELECT r.number, r.first, r.series, r.day, r.words, r.fresh, r.by, r.at, r.link, r.taken_back,
       (SELECT COUNT(*) FROM remark v WHERE v.first = :number) + 1 AS version
FROM remark r
WHERE (r.number = :number AND r.first = 0) OR r.first = :number
ORDER BY r.number DESC LIMIT 1

-- name: write
INSERT INTO remark (series, day, words, fresh, at, by, first, taken_back, link)
VALUES (:series, :day, :words, :fresh, :at, :by, :first, :takenBack, :link)
