-- name: all
-- one row per artefact, newest first, with its last consent; one whose last day has passed is to be asked for again
SELECT a.number, a.kind, a.about, a.name, a.customer, a.fingerprint, a.file_type, a.file, a.small, a.bytes, a.at, a.by,
       w.title, w.words, w.source, w.day,
       CASE WHEN c.until < :today THEN 'asked' ELSE c.reach END AS reach, c.until, c.giver, c.day AS consent_day, c.at AS consent_at, c.by AS consent_by,
       e.at AS erased_at, e.by AS erased_by
FROM artefact a
JOIN artefact_consent c
  ON c.artefact = a.number AND c.number = (SELECT MAX(l.number) FROM artefact_consent l WHERE l.artefact = a.number)
LEFT JOIN artefact_words w ON w.artefact = a.number
LEFT JOIN artefact_erasure e ON e.artefact = a.number
ORDER BY a.number DESC

-- name: frozen
-- one row per artefact that hung in a meeting, in its order
SELECT artefact, fingerprint FROM frozen_artefact WHERE meeting = :meeting ORDER BY ordinal

-- name: erased-hashes
-- one row per file that an erased artefact had
SELECT a.file FROM artefact a JOIN artefact_erasure e ON e.artefact = a.number WHERE a.file IS NOT NULL
UNION
SELECT a.small FROM artefact a JOIN artefact_erasure e ON e.artefact = a.number WHERE a.small IS NOT NULL
ORDER BY 1

-- name: insert
INSERT INTO artefact (kind, about, name, customer, fingerprint, file_type, file, small, bytes, at, by)
VALUES (:kind, :about, :name, :customer, :fingerprint, :fileType, :file, :small, :bytes, :at, :by)
RETURNING number

-- name: insert-words
INSERT INTO artefact_words (artefact, title, words, source, day, salt)
VALUES (:artefact, :title, :words, :source, :day, :salt)

-- name: insert-consent
INSERT INTO artefact_consent (artefact, reach, giver, day, until, at, by)
VALUES (:artefact, :reach, :giver, :day, :until, :at, :by)

-- name: insert-erasure
INSERT INTO artefact_erasure (artefact, at, by) VALUES (:artefact, :at, :by)

-- name: forget-words
DELETE FROM artefact_words WHERE artefact = :artefact

-- name: forget-givers
UPDATE artefact_consent SET giver = '' WHERE artefact = :artefact AND giver <> ''

-- name: freeze
INSERT INTO frozen_artefact (meeting, ordinal, artefact, fingerprint)
VALUES (:meeting, :ordinal, :artefact, :fingerprint)
