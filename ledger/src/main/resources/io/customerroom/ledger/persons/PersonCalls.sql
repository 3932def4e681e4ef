-- name: entries
-- one row per customer, key, id space, id and what names or reaches them
SELECT DISTINCT COALESCE(r.representative, p.customer) AS customer, p.customer AS key, p.space, p.id, p.name, p.phone, p.email
FROM person p
LEFT JOIN customer_representative r ON r.customer = p.customer
WHERE COALESCE(r.representative, p.customer) IN ({keys})
ORDER BY 1, 2, 3, 4, 5, 6, 7
LIMIT 5000

-- name: do-not-call
-- one row per customer of whom some fact in force says it; customers are joined already
SELECT DISTINCT f.customer
FROM customer f
WHERE f.do_not_call AND f.customer IS NOT NULL
ORDER BY 1

-- name: today
-- one row per key that stands under another one today
SELECT r.customer, r.representative
FROM customer_representative r
WHERE r.customer IN ({keys})
ORDER BY 1
