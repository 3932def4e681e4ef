-- name: promises
-- one row per promise, in the order of giving
SELECT p.number, p.meeting, p.exhibit, r.title, p.level, p.unit, p.direction, p.owner, p.words
FROM promise p
JOIN frozen_reading r ON r.meeting = p.meeting AND r.exhibit = p.exhibit
ORDER BY p.number

-- name: events
-- one row per thing that happened to a promise up to a moment, in the order of happening
SELECT promise, kind, at, by, from_day, to_day, words
FROM promise_event
WHERE at <= :until
ORDER BY number

-- name: make
INSERT INTO promise (meeting, exhibit, level, unit, direction, owner, words)
VALUES (:meeting, :exhibit, :level, :unit, :direction, :owner, :words)
RETURNING number

-- name: happen
INSERT INTO promise_event (promise, kind, at, by, from_day, to_day, words)
VALUES (:promise, :kind, :at, :by, :from, :to, :words)

-- name: hangs
-- one row if the exhibit is frozen in the meeting
SELECT 1 FROM frozen_reading WHERE meeting = :meeting AND exhibit = :exhibit

-- name: owner
-- one row if the account is open
SELECT 1 FROM account WHERE name = :owner AND name NOT IN (SELECT account FROM account_closure)
