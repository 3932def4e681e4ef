-- name: goals
-- one row per goal, in the order of stating
SELECT figure, period, segment, level, reason, by, at FROM goal ORDER BY number

-- name: counts
-- one row per count, in the order of entering
SELECT system, figure, period, count, reason, owner, by, at FROM other_count ORDER BY number

-- name: add-goal
INSERT INTO goal (figure, period, segment, level, reason, by, at) VALUES (:figure, :period, :segment, :level, :reason, :by, :at)

-- name: add-count
INSERT INTO other_count (system, figure, period, count, reason, owner, by, at)
VALUES (:system, :figure, :period, :count, :reason, :owner, :by, :at)

-- name: version
SELECT (SELECT COUNT(*) FROM goal) + (SELECT COUNT(*) FROM other_count)
