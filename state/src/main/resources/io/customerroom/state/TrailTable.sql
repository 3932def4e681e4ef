-- name: append
INSERT INTO trail (number, moment, actor, via, reason, request, event, subject, details, hash)
VALUES (:number, :moment, :actor, :via, :reason, :request, :event, :subject, :details, :hash)

-- name: last
-- at most one row: the newest entry
SELECT number, moment, actor, via, reason, request, event, subject, details, hash
FROM trail
ORDER BY number DESC
LIMIT 1

-- name: all
-- one row per entry, oldest first
SELECT number, moment, actor, via, reason, request, event, subject, details, hash
FROM trail
ORDER BY number

-- name: select
-- one row per entry that fits, newest first; an empty text asks for everything
SELECT number, moment, actor, via, reason, request, event, subject, details, hash
FROM trail
WHERE (:actor = '' OR actor = :actor)
  AND (:event = '' OR event = :event)
  AND (:subject = '' OR subject = :subject)
  AND moment >= :from
  AND moment < :until
  AND number < :before
ORDER BY number DESC
LIMIT :limit

-- name: newest
-- at most one row: the number of the newest entry of an event that is not in the list, parted by commas; walks back from the end
SELECT number FROM trail
WHERE ',' || :except || ',' NOT LIKE '%,' || event || ',%'
ORDER BY number DESC
LIMIT 1

-- name: backwards
-- one row: how many entries tell an earlier moment than the one before them
SELECT COUNT(*)
FROM trail later
JOIN trail former ON former.number = later.number - 1
WHERE later.moment < former.moment

-- name: knows
-- one row: how many entries have this hash
SELECT COUNT(*) FROM trail WHERE hash = :hash

-- name: actors
-- one row per actor, in the order of the alphabet
SELECT DISTINCT actor FROM trail ORDER BY actor

-- name: events
-- one row per kind of event, in the order of the alphabet
SELECT DISTINCT event FROM trail ORDER BY event
