-- name: drawings
-- one row per draw, oldest first
SELECT number, month, since, seed, build, through, known, definitions, population, leavers, barred, before, executives, each, at, by
FROM loss_drawing
ORDER BY number

-- name: drawn
-- one row per customer drawn, in the order of the draws
SELECT drawing, place, executive, customer, value, lost_on, inclusion
FROM loss_drawn
ORDER BY drawing, place

-- name: draw
INSERT INTO loss_drawing (month, since, seed, build, through, known, definitions, population, leavers, barred, before, executives, each, at, by)
VALUES (:month, :since, :seed, :build, :through, :known, :definitions, :population, :leavers, :barred, :before, :executives, :each, :at, :by)
RETURNING number

-- name: deal
INSERT INTO loss_drawn (customer, drawing, place, executive, value, lost_on, inclusion)
VALUES (:customer, :drawing, :place, :executive, :value, :lostOn, :inclusion)

-- name: calls
-- one row per note, oldest first
SELECT c.number, c.customer, c.outcome, c.notes, c.reason, c.issue, c.saved, COALESCE(f.batch, c.batch) AS batch, c.at, c.by
FROM loss_call c
LEFT JOIN loss_call_fact f ON f.call = c.number
ORDER BY c.number

-- name: fact
INSERT INTO loss_call_fact (call, batch) VALUES (:call, :batch)

-- name: call
INSERT INTO loss_call (customer, outcome, notes, reason, issue, saved, batch, at, by)
VALUES (:customer, :outcome, :notes, :reason, :issue, :saved, :batch, :at, :by)
