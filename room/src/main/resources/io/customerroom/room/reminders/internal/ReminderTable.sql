-- name: addresses
-- one row per open account that mail can reach
SELECT account, address
FROM account_mail
WHERE account NOT IN (SELECT account FROM account_closure)
ORDER BY account

-- name: address
INSERT INTO account_mail (account, address) VALUES (:account, :address)
ON CONFLICT (account) DO UPDATE SET address = excluded.address

-- name: forget-address
DELETE FROM account_mail WHERE account = :account

-- name: begun
-- one row per reminder that was begun at any time
SELECT account, kind, promise, due FROM reminder

-- name: begin
INSERT INTO letter (account, state, attempts, message_id, problem, changed_at)
VALUES (:account, 'sending', 1, :message, '', :now)
RETURNING number

-- name: note
INSERT INTO reminder (account, kind, promise, due, letter) VALUES (:account, :kind, :promise, :due, :letter)

-- name: failed
-- one row per letter to be tried again, the oldest first
SELECT number, account, message_id, attempts
FROM letter
WHERE state = 'failed' AND attempts < :attempts
ORDER BY number

-- name: of
-- one row per reminder of a letter
SELECT account, kind, promise, due FROM reminder WHERE letter = :letter ORDER BY promise, kind

-- name: change
UPDATE letter
SET state = :to, attempts = :attempts, problem = :problem, changed_at = :now
WHERE number = :letter AND state = :from

-- name: stuck
-- one row per letter that will not be tried again, the oldest first
SELECT number, account, problem
FROM letter
WHERE state = 'sending' OR (state = 'failed' AND attempts >= :attempts)
ORDER BY number

-- name: open
-- one row if the account is open
SELECT 1 FROM account WHERE name = :account AND name NOT IN (SELECT account FROM account_closure)
