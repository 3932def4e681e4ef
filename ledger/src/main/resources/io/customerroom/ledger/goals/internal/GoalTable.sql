-- name: goals
-- one row per goal, in the order of stating
SELECT figure, period, segment, level, reason, by, at FROM goal ORDER BY number

-- name: counts
-- one row per count, in the order of entering
SELECT system, figure, period, count, reason, owner, by, at FROM other_count ORDER BY number

-- name: decisions
-- one row per decision, in the order of deciding
SELECT segment, period, kind, until, reason, by, at FROM alarm_decision ORDER BY number

-- name: add-decision
INSERT INTO alarm_decision (segment, period, kind, until, reason, by, at) VALUES (:segment, :period, :kind, :until, :reason, :by, :at)

-- name: add-goal
INSERT INTO goal (figure, period, segment, level, reason, by, at) VALUES (:figure, :period, :segment, :level, :reason, :by, :at)

-- name: add-count
INSERT INTO other_count (system, figure, period, count, reason, owner, by, at)
VALUES (:system, :figure, :period, :count, :reason, :owner, :by, :at)

-- name: version
SELECT (SELECT COUNT(*) FROM goal) + (SELECT COUNT(*) FROM other_count) + (SELECT COUNT(*) FROM alarm_decision)
