-- name: promises
-- one row per promise, in the order of giving
SELECT p.number, p.meeting, p.exhibit, r.title, f.figure, f.title AS figure_title, p.level, p.unit, p.direction, p.owner, p.words
FROM promise p
JOIN frozen_reading r ON r.meeting = p.meeting AND r.exhibit = p.exhibit
LEFT JOIN promise_figure f ON f.promise = p.number
ORDER BY p.number

-- name: events
-- one row per thing that happened to a promise up to a moment, in the order of happening
SELECT e.promise, e.kind, e.at, e.by, e.from_day, e.to_day, e.words, v.meeting, v.exhibit, v.figure, v.value
FROM promise_event e
LEFT JOIN promise_evidence v ON v.event = e.number
WHERE e.at <= :until
ORDER BY e.number

-- name: name-figure
INSERT INTO promise_figure (promise, figure, title) VALUES (:promise, :figure, :title)

-- name: prove
-- of the event that was added last
INSERT INTO promise_evidence (event, meeting, exhibit, figure, value)
VALUES ((SELECT MAX(number) FROM promise_event), :meeting, :exhibit, :figure, :value)

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
