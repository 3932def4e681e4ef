-- name: person
SELECT * FROM any_batch WHERE customer IN ({keys}) ORDER BY ALL

-- name: fact
SELECT * FROM any_batch WHERE customer IN ({keys}) ORDER BY occurred_at, key, line

-- name: referral
-- of both who recommended and who came, as far as either is this person; its key names both
SELECT source, CASE WHEN customer IN ({keys}) THEN customer END AS customer, occurred_at, occurred_on, recorded_at, line,
    CASE WHEN referred IN ({keys}) THEN referred END AS referred, outcome, site, reason, channel
FROM any_batch WHERE customer IN ({keys}) OR referred IN ({keys}) ORDER BY occurred_at, key, line

-- name: crosswalk
SELECT * FROM any_batch WHERE customer IN ({keys}) AND other IN ({keys}) ORDER BY occurred_at, key, line
