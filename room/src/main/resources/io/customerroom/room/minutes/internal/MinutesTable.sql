-- name: of
-- one row per point with words, in the order of the agenda; points taken off are left out
SELECT n.item, n.words, n.revision, n.noted_at, n.noted_by
FROM note n
JOIN agenda_item i ON i.number = n.item
WHERE i.meeting = :meeting AND i.removed_at IS NULL AND n.words <> ''
ORDER BY i.position, i.number

-- name: find
-- at most one row
SELECT item, words, revision, noted_at, noted_by FROM note WHERE item = :item

-- name: write
INSERT INTO note (item, words, revision, noted_at, noted_by) VALUES (:item, :words, :revision, :now, :by)
ON CONFLICT (item) DO UPDATE
SET words = excluded.words, revision = excluded.revision, noted_at = excluded.noted_at, noted_by = excluded.noted_by

-- name: add
INSERT INTO addendum (item, words, added_at, added_by) VALUES (:item, :words, :now, :by)

-- name: addenda
-- one row per addendum, oldest first
SELECT a.item, a.words, a.added_at, a.added_by
FROM addendum a
JOIN agenda_item i ON i.number = a.item
WHERE i.meeting = :meeting
ORDER BY a.number

-- name: close
INSERT INTO meeting_closure (meeting, closed_at, closed_by, minutes_hash) VALUES (:meeting, :now, :by, :hash)

-- name: closing
-- at most one row
SELECT closed_at, closed_by, minutes_hash FROM meeting_closure WHERE meeting = :meeting
