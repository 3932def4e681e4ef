-- name: at
-- one row per kind and source whose last schedule by a moment expects something
SELECT s.kind, s.source, s.every, s.due_day, s.hour, s.grace_hours, s.owner, s.at, s.by
FROM source_schedule s
WHERE s.every <> 'never' AND s.at <= :moment
  AND NOT EXISTS (SELECT 1 FROM source_schedule later
                  WHERE later.kind = s.kind AND later.source = s.source AND later.number > s.number AND later.at <= :moment)
ORDER BY s.kind, s.source

-- name: state
INSERT INTO source_schedule (kind, source, every, due_day, hour, grace_hours, owner, at, by)
VALUES (:kind, :source, :every, :dueDay, :hour, :graceHours, :owner, :at, :by)
