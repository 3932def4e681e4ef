-- name: vips
-- one row per choice, in the order of choosing, with its end where it has one
SELECT v.number, v.customer, v.way, v.reason, v.chosen_at, v.chosen_by, r.reason AS release_reason, r.released_at, r.released_by
FROM vip v
LEFT JOIN vip_release r ON r.vip = v.number
ORDER BY v.number

-- name: plans
-- one row per version of a plan, oldest first
SELECT vip, keeps, owner, step, due_on, expected, written_at, written_by FROM vip_plan ORDER BY number

-- name: contacts
-- one row per host contact, in the order of planning, with what was noted of it last
SELECT h.number, h.vip, h.kind, h.host, h.planned_on, h.purpose, o.outcome, o.held_on, o.words, o.noted_by
FROM host_contact h
LEFT JOIN host_contact_outcome o ON o.contact = h.number
    AND o.number = (SELECT MAX(l.number) FROM host_contact_outcome l WHERE l.contact = h.number)
ORDER BY h.number

-- name: choose
INSERT INTO vip (customer, way, reason, chosen_at, chosen_by) VALUES (:customer, :way, :reason, :now, :by)
RETURNING number

-- name: release
INSERT INTO vip_release (vip, reason, released_at, released_by) VALUES (:vip, :reason, :now, :by)

-- name: plan
INSERT INTO vip_plan (vip, keeps, owner, step, due_on, expected, written_at, written_by)
VALUES (:vip, :keeps, :owner, :step, :due, :expected, :now, :by)

-- name: invite
INSERT INTO host_contact (vip, kind, host, planned_on, purpose, planned_at, planned_by)
VALUES (:vip, :kind, :host, :planned, :purpose, :now, :by)
RETURNING number

-- name: outcome
INSERT INTO host_contact_outcome (contact, outcome, held_on, words, noted_at, noted_by)
VALUES (:contact, :outcome, :held, :words, :now, :by)

-- name: account
-- one row if the account is open
SELECT 1 FROM account WHERE name = :name AND name NOT IN (SELECT account FROM account_closure)
