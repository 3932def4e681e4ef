-- name: all
-- one row per meeting, the latest day first
SELECT m.number, m.title, m.day, m.cadence, f.frozen_at, f.frozen_by, f.evidence_hash, f.trail_head
FROM meeting m
LEFT JOIN "freeze" f ON f.meeting = m.number
ORDER BY m.day DESC, m.number DESC

-- name: find
-- at most one row
SELECT m.number, m.title, m.day, m.cadence, f.frozen_at, f.frozen_by, f.evidence_hash, f.trail_head
FROM meeting m
LEFT JOIN "freeze" f ON f.meeting = m.number
WHERE m.number = :number

-- name: same
-- at most one row
SELECT m.number, m.title, m.day, m.cadence, f.frozen_at, f.frozen_by, f.evidence_hash, f.trail_head
FROM meeting m
LEFT JOIN "freeze" f ON f.meeting = m.number
WHERE m.title = :title AND m.day = :day

-- name: plan
INSERT INTO meeting (title, day, cadence, planned_at) VALUES (:title, :day, :cadence, :now)
RETURNING number

-- name: attend
INSERT INTO attendance (meeting, account, present, substitute) VALUES (:meeting, :account, :present, :substitute)
ON CONFLICT (meeting, account) DO UPDATE SET present = excluded.present, substitute = excluded.substitute

-- name: attendance
-- one row per person, by account
SELECT account, present, substitute FROM attendance WHERE meeting = :meeting ORDER BY account

-- name: closed
-- one row if the meeting is closed
SELECT 1 FROM meeting_closure WHERE meeting = :meeting

-- name: person
-- one row if the account is known
SELECT 1 FROM account WHERE name = :account

-- name: freeze
INSERT INTO "freeze" (meeting, frozen_at, frozen_by, evidence_hash, trail_head)
VALUES (:meeting, :now, :by, :evidence, :trail)

-- name: keep-reading
INSERT INTO frozen_reading (meeting, ordinal, exhibit, title, wall, metric, period, view, uncertainty, through, known,
    definitions, receipts, question, values_hash, rows_hash)
VALUES (:meeting, :ordinal, :exhibit, :title, :wall, :metric, :period, :view, :uncertainty, :through, :known,
    :definitions, :receipts, :question, :valuesHash, :rowsHash)

-- name: readings
-- one row per exhibit, in hanging order
SELECT exhibit, title, wall, metric, period, view, uncertainty, through, known, definitions, receipts, question, rows_hash
FROM frozen_reading
WHERE meeting = :meeting
ORDER BY ordinal

-- name: answer
INSERT INTO answer (meeting, exhibit, leader, why, better_when, how, answered_at, answered_by)
VALUES (:meeting, :exhibit, :leader, :why, :when, :how, :now, :by)

-- name: answers
-- one row per answer, newest first
SELECT exhibit, leader, why, better_when, how, answered_at, answered_by
FROM answer
WHERE meeting = :meeting
ORDER BY number DESC

-- name: note-build
INSERT INTO frozen_build (meeting, build) VALUES (:meeting, :build)

-- name: build
-- at most one row
SELECT build FROM frozen_build WHERE meeting = :meeting

-- name: slot
-- at most one row
SELECT starts, minutes, place, sequence FROM meeting_time WHERE meeting = :meeting

-- name: place
UPDATE meeting SET day = :day WHERE number = :meeting

-- name: schedule
INSERT INTO meeting_time (meeting, starts, minutes, place, sequence)
VALUES (:meeting, :starts, :minutes, :place, :sequence)
ON CONFLICT (meeting) DO UPDATE
SET starts = excluded.starts, minutes = excluded.minutes, place = excluded.place, sequence = excluded.sequence
