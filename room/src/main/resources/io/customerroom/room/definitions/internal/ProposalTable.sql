-- name: proposals
-- one row per proposal, newest first
SELECT number, text, by, at
FROM definition_proposal
ORDER BY number DESC

-- name: events
-- what happened, in the order of happening
SELECT proposal, kind, by, at, words
FROM definition_event
ORDER BY number

-- name: propose
INSERT INTO definition_proposal (text, by, at)
VALUES (:text, :by, :at)
RETURNING number

-- name: happen
INSERT INTO definition_event (proposal, kind, by, at, words)
VALUES (:proposal, :kind, :by, :at, :words)

-- name: names
-- what people are called, by account
SELECT name, display_name FROM account
