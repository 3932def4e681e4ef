-- name: drawn-to-be-called
SELECT customer, lost_on, value, executive FROM loss_drawn WHERE customer IN ({keys}) ORDER BY customer

-- name: calls
SELECT customer, outcome, notes, reason, issue, saved, at, by FROM loss_call WHERE customer IN ({keys}) ORDER BY number

-- name: best-customer
SELECT 'v' || number AS id, customer, way, reason, chosen_at, chosen_by FROM vip WHERE customer IN ({keys}) ORDER BY number

-- name: best-customer-released
SELECT 'v' || r.vip AS id, r.reason, r.released_at, r.released_by
FROM vip_release r JOIN vip v ON v.number = r.vip WHERE v.customer IN ({keys}) ORDER BY r.vip

-- name: best-customer-plans
SELECT 'v' || p.vip AS id, p.keeps, p.owner, p.step, p.due_on, p.expected, p.written_at, p.written_by
FROM vip_plan p JOIN vip v ON v.number = p.vip WHERE v.customer IN ({keys}) ORDER BY p.number

-- name: visits
SELECT 'h' || c.number AS id, c.kind, c.host, c.planned_on, c.purpose, c.planned_at, c.planned_by
FROM host_contact c JOIN vip v ON v.number = c.vip WHERE v.customer IN ({keys}) ORDER BY c.number

-- name: visits-held
SELECT 'h' || o.contact AS id, o.outcome, o.held_on, o.words, o.noted_at, o.noted_by
FROM host_contact_outcome o JOIN host_contact c ON c.number = o.contact JOIN vip v ON v.number = c.vip
WHERE v.customer IN ({keys}) ORDER BY o.number

-- name: cases
SELECT 'u' || number AS id, customer, contribution, months, through, reason, opened_at, opened_by
FROM customer_case WHERE customer IN ({keys}) ORDER BY number

-- name: case-steps
SELECT 'u' || s.number_of_case AS id, s.kind, s.look_on, s.words, s.at, s.by
FROM customer_case_step s JOIN customer_case c ON c.number = s.number_of_case WHERE c.customer IN ({keys}) ORDER BY s.number

-- name: artefacts
SELECT 'f' || a.number AS id, a.customer, a.kind, a.about, a.name, a.file_type, a.file, w.title, w.words, w.source, w.day, a.at, a.by
FROM artefact a LEFT JOIN artefact_words w ON w.artefact = a.number WHERE a.customer IN ({keys}) ORDER BY a.number

-- name: consents
SELECT 'f' || c.artefact AS id, c.reach, c.giver, c.day, c.until, c.at, c.by
FROM artefact_consent c JOIN artefact a ON a.number = c.artefact WHERE a.customer IN ({keys}) ORDER BY c.number

-- name: programmes
SELECT 'g' || m.programme AS id, m.customer, g.name, g.kind, g.starts_on, g.ends_on, m.held_out
FROM programme_member m JOIN programme g ON g.number = m.programme WHERE m.customer IN ({keys}) ORDER BY m.programme

-- name: programmes-taken-up
SELECT 'g' || t.programme AS id, t.customer, t.noted_at, t.noted_by
FROM programme_take_up t WHERE t.customer IN ({keys}) ORDER BY t.programme

-- name: holds
SELECT 'k' || number AS id, customer, reason, at, by FROM retention_hold WHERE customer IN ({keys}) ORDER BY number

-- name: erased
SELECT customer, erased_at FROM erased_customer WHERE customer IN ({keys}) ORDER BY customer

-- name: trail
SELECT number, moment, actor, via, reason, event, subject, details FROM trail WHERE subject IN (<subjects>) ORDER BY number
