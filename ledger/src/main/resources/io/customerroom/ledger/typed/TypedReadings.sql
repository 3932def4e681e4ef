-- name: typed
-- One row per reading that was typed for a contact, by batch and day.
SELECT t.batch, t.measure, t.site, t.occurred_on, t.value, t.n
FROM typed t
WHERE t.contact = :contact
ORDER BY t.batch, t.occurred_on, t.line
