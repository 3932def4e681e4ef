-- name: find
-- at most one row
SELECT secret, confirmed_at, last_step FROM second_factor WHERE account = :account

-- name: begin
INSERT INTO second_factor (account, secret, begun_at, confirmed_at, last_step) VALUES (:account, :secret, :now, NULL, 0)
ON CONFLICT (account) DO UPDATE SET secret = excluded.secret, begun_at = excluded.begun_at, last_step = 0

-- name: confirm
UPDATE second_factor SET confirmed_at = :now WHERE account = :account

-- name: used
UPDATE second_factor SET last_step = :step WHERE account = :account

-- name: recovery
INSERT INTO recovery_code (account, code_hash, used_at) VALUES (:account, :hash, NULL)

-- name: recover
UPDATE recovery_code SET used_at = :now WHERE account = :account AND code_hash = :hash AND used_at IS NULL

-- name: left
-- one row: codes of an account that nobody has used
SELECT COUNT(*) FROM recovery_code WHERE account = :account AND used_at IS NULL

-- name: forget-codes
DELETE FROM recovery_code WHERE account = :account

-- name: forget
DELETE FROM second_factor WHERE account = :account

-- name: required
-- one row per role that has to have one
SELECT role FROM second_factor_role ORDER BY role

-- name: require
INSERT INTO second_factor_role (role, required_at, required_by) VALUES (:role, :now, :by)

-- name: release
DELETE FROM second_factor_role WHERE role = :role

-- name: all
-- one row per account that has one, confirmed or not
SELECT account FROM second_factor ORDER BY account

-- name: unsealed
-- one row per account whose secret is from before secrets were sealed
SELECT account FROM second_factor WHERE secret NOT LIKE 'v1:%' ORDER BY account

-- name: seal
UPDATE second_factor SET secret = :secret WHERE account = :account
