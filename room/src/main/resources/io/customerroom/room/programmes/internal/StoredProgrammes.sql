-- name: programmes
-- one row per programme, in the order of planning
SELECT p.number, p.name, p.kind, p.audience, p.owner, p.starts_on, p.ends_on, p.cost, p.held_out, p.seed, w.reason, l.words AS lot
FROM programme p
LEFT JOIN programme_lot l ON l.programme = p.number
LEFT JOIN programme_withdrawal w ON w.programme = p.number
ORDER BY p.number

-- name: members
-- one row per customer of an audience
SELECT m.programme, m.customer, m.held_out, CASE WHEN t.customer IS NULL THEN 0 ELSE 1 END AS took_up
FROM programme_member m
LEFT JOIN programme_take_up t ON t.programme = m.programme AND t.customer = m.customer
ORDER BY m.programme, m.customer

-- name: plan
INSERT INTO programme (name, kind, audience, owner, starts_on, ends_on, cost, held_out, seed, planned_at, planned_by)
VALUES (:name, :kind, :audience, :owner, :starts, :ends, :cost, :heldOut, :seed, :now, :by)
RETURNING number

-- name: member
INSERT INTO programme_member (programme, customer, held_out) VALUES (:programme, :customer, :heldOut)

-- name: lot
INSERT INTO programme_lot (programme, words) VALUES (:programme, :words)

-- name: take-up
INSERT INTO programme_take_up (programme, customer, noted_at, noted_by) VALUES (:programme, :customer, :now, :by)

-- name: withdraw
INSERT INTO programme_withdrawal (programme, reason, withdrawn_at, withdrawn_by) VALUES (:programme, :reason, :now, :by)

-- name: account
-- one row if the account is open
SELECT 1 FROM account WHERE name = :name AND name NOT IN (SELECT account FROM account_closure)
