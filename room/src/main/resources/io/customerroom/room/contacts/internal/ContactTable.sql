-- name: chosen
-- one row per priority contact, by name
SELECT c.contact, c.kind, c.stage, c.owner
FROM contact_choice c
WHERE c.kind IS NOT NULL AND c.number = (SELECT MAX(l.number) FROM contact_choice l WHERE l.contact = c.contact)
ORDER BY c.contact

-- name: added
-- one row per contact added by hand, by name
SELECT contact, stage, words FROM contact_added ORDER BY contact

-- name: votes
-- one row per vote that stands
SELECT v.contact, v.account
FROM contact_vote v
WHERE v.given = 1
  AND v.number = (SELECT MAX(l.number) FROM contact_vote l WHERE l.contact = v.contact AND l.account = v.account)
ORDER BY v.contact, v.account

-- name: add
INSERT INTO contact_added (contact, stage, words, at, by) VALUES (:contact, :stage, :words, :at, :by)

-- name: vote
INSERT INTO contact_vote (contact, account, given, at) VALUES (:contact, :account, :given, :at)

-- name: choose
INSERT INTO contact_choice (contact, kind, stage, owner, reason, at, by)
VALUES (:contact, :kind, :stage, :owner, :reason, :at, :by)
