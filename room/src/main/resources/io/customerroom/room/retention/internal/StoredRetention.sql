-- name: rules
-- one row per class: the rule stated last
SELECT r.class, r.days, r.owner, r.reason, r.at, r.by
FROM retention_rule r
WHERE NOT EXISTS (SELECT 1 FROM retention_rule later WHERE later.class = r.class AND later.number > r.number)
ORDER BY r.number

-- name: state
INSERT INTO retention_rule (class, days, owner, reason, at, by) VALUES (:class, :days, :owner, :reason, :at, :by)

-- name: holds
SELECT h.number, h.customer, h.reason, h.at, h.by
FROM retention_hold h
WHERE NOT EXISTS (SELECT 1 FROM retention_hold_end e WHERE e.hold = h.number)
ORDER BY h.number

-- name: hold
INSERT INTO retention_hold (customer, reason, at, by) VALUES (:customer, :reason, :at, :by)

-- name: release
INSERT INTO retention_hold_end (hold, reason, at, by) VALUES (:hold, :reason, :at, :by)

-- name: calls
SELECT number, customer, at, notes AS words FROM loss_call

-- name: vip-reasons
SELECT number, customer, chosen_at AS at, reason AS words FROM vip

-- name: vip-keeps
SELECT p.number, v.customer, p.written_at AS at, p.keeps AS words FROM vip_plan p JOIN vip v ON v.number = p.vip

-- name: vip-steps
SELECT p.number, v.customer, p.written_at AS at, p.step AS words FROM vip_plan p JOIN vip v ON v.number = p.vip

-- name: visits
SELECT c.number, v.customer, c.planned_at AS at, c.purpose AS words FROM host_contact c JOIN vip v ON v.number = c.vip

-- name: visit-outcomes
SELECT o.number, v.customer, o.noted_at AS at, o.words
FROM host_contact_outcome o JOIN host_contact c ON c.number = o.contact JOIN vip v ON v.number = c.vip

-- name: cases
SELECT number, customer, opened_at AS at, reason AS words FROM customer_case

-- name: case-steps
SELECT s.number, c.customer, s.at, s.words FROM customer_case_step s JOIN customer_case c ON c.number = s.number_of_case

-- name: look
-- one row: texts, their oldest moment, how many are over, how many of those are held
SELECT COUNT(*) AS texts, MIN(r.at) AS oldest,
    COALESCE(SUM(CASE WHEN r.at < :before AND r.customer NOT IN ({held}) THEN 1 ELSE 0 END), 0) AS over_texts,
    COALESCE(SUM(CASE WHEN r.at < :before AND r.customer IN ({held}) THEN 1 ELSE 0 END), 0) AS excepted
FROM ({rows}) AS r
WHERE r.words NOT IN ('', 'erased', 'removed by retention')

-- name: remove
UPDATE {table} SET {column} = :marker
WHERE number IN (SELECT r.number FROM ({rows}) AS r
                 WHERE r.words NOT IN ('', 'erased', 'removed by retention') AND r.at < :before AND r.customer NOT IN ({held}))

-- name: erase
UPDATE {table} SET {column} = :marker
WHERE number IN (SELECT r.number FROM ({rows}) AS r
                 WHERE r.words NOT IN ('', 'erased') AND r.customer IN ({keys}))

-- name: links
SELECT COUNT(*) AS texts, MIN(expires_at) AS oldest,
    COALESCE(SUM(CASE WHEN expires_at < :before THEN 1 ELSE 0 END), 0) AS over_texts, 0 AS excepted
FROM one_time_link

-- name: remove-links
DELETE FROM one_time_link WHERE expires_at < :before
