-- name: targets
-- one row per version, oldest first
SELECT issue, most, calm, reason, at, by FROM issue_target ORDER BY number

-- name: owners
-- one row per change, oldest first
SELECT issue, owner, team, at FROM issue_owner ORDER BY number

-- name: lines
-- one row per line of a plan, in the order of writing
SELECT number, issue, words, doer, since FROM issue_plan_line ORDER BY number

-- name: steps
-- one row per state of a line, oldest first
SELECT line, state, words, at, by FROM issue_plan_state ORDER BY number

-- name: aim
INSERT INTO issue_target (issue, most, calm, reason, at, by) VALUES (:issue, :most, :calm, :reason, :at, :by)

-- name: entrust
INSERT INTO issue_owner (issue, owner, team, reason, at, by) VALUES (:issue, :owner, :team, :reason, :at, :by)

-- name: write
INSERT INTO issue_plan_line (issue, words, doer, since, at, by) VALUES (:issue, :words, :doer, :since, :at, :by) RETURNING number

-- name: step
INSERT INTO issue_plan_state (line, state, words, at, by) VALUES (:line, :state, :words, :at, :by)
