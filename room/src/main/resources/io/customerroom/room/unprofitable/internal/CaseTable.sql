-- name: cases
-- one row per case, newest first
SELECT number, customer, contribution, months, through, reason, opened_at, opened_by
FROM customer_case
ORDER BY number DESC

-- name: steps
-- what happened, in the order of happening; taken_back is 1 where it was undone
SELECT s.number, s.number_of_case, s.kind, s.about, s.look_on, s.words, s.at, s.by,
       CASE WHEN EXISTS (SELECT 1 FROM customer_case_step u WHERE u.kind = 'undone' AND u.about = s.number) THEN 1 ELSE 0 END AS taken_back
FROM customer_case_step s
ORDER BY s.number

-- name: open
INSERT INTO customer_case (customer, contribution, months, through, reason, opened_at, opened_by)
VALUES (:customer, :contribution, :months, :through, :reason, :at, :by)
RETURNING number

-- name: happen
INSERT INTO customer_case_step (number_of_case, kind, about, look_on, words, at, by)
VALUES (:case, :kind, :about, :look_on, :words, :at, :by)
