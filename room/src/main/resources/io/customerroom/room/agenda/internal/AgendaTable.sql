-- name: of
-- one row per item that stands on the agenda, in order
SELECT number, meeting, wall, stage, kind, exhibit, subject, title, minutes
FROM agenda_item
WHERE meeting = :meeting AND removed_at IS NULL
ORDER BY position, number

-- name: find
-- at most one row, also of an item that was taken off
SELECT number, meeting, wall, stage, kind, exhibit, subject, title, minutes
FROM agenda_item
WHERE number = :number

-- name: same
-- at most one row, also of an item that was taken off; topics of one's own are never the same
SELECT number, meeting, wall, stage, kind, exhibit, subject, title, minutes
FROM agenda_item
WHERE meeting = :meeting AND kind = :kind AND exhibit = :exhibit AND subject = :subject AND kind <> 'own'

-- name: closed
-- one row if the meeting is closed
SELECT 1 FROM meeting_closure WHERE meeting = :meeting

-- name: add
INSERT INTO agenda_item (meeting, position, wall, stage, kind, exhibit, subject, title, minutes)
VALUES (:meeting, (SELECT COALESCE(MAX(position), 0) + 1 FROM agenda_item WHERE meeting = :meeting),
    :wall, :stage, :kind, :exhibit, :subject, :title, :minutes)
RETURNING number

-- name: bring-back
UPDATE agenda_item
SET removed_at = NULL,
    position = (SELECT MAX(other.position) + 1 FROM agenda_item other WHERE other.meeting = agenda_item.meeting)
WHERE number = :number

-- name: place
UPDATE agenda_item SET position = :position WHERE number = :number

-- name: plan
UPDATE agenda_item SET minutes = :minutes WHERE number = :number

-- name: take-off
UPDATE agenda_item SET removed_at = :now WHERE number = :number
