-- name: decisions
-- one row per decision taken up to a moment, in the order of deciding
SELECT number, meeting, item, words, reason, owner, review_on, taken_at, taken_by
FROM decision
WHERE taken_at <= :until
ORDER BY number

-- name: reviews
-- one row per review up to a moment, oldest first
SELECT decision, words, review_on, reviewed_at, reviewed_by
FROM decision_review
WHERE reviewed_at <= :until
ORDER BY number

-- name: take
INSERT INTO decision (meeting, item, words, reason, owner, review_on, taken_at, taken_by)
VALUES (:meeting, :item, :words, :reason, :owner, :review, :now, :by)
RETURNING number

-- name: review
INSERT INTO decision_review (decision, outcome, words, review_on, reviewed_at, reviewed_by)
VALUES (:decision, :outcome, :words, :next, :now, :by)

-- name: owner
-- one row if the account is open
SELECT 1 FROM account WHERE name = :owner AND name NOT IN (SELECT account FROM account_closure)

-- name: closed
-- one row if the meeting is closed
SELECT 1 FROM meeting_closure WHERE meeting = :meeting
