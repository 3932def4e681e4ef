-- name: versions
-- one row per version, newest first
SELECT contact, measure, direction, standard, strict, min_n, run_length, working_days, valid_from, reason, at, by
FROM contact_standard
ORDER BY number DESC

-- name: set
INSERT INTO contact_standard (contact, measure, direction, standard, strict, min_n, run_length, working_days, valid_from, reason, at, by)
VALUES (:contact, :measure, :direction, :standard, :strict, :minN, :runLength, :workingDays, :validFrom, :reason, :at, :by)
