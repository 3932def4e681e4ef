-- name: names
-- one row per customer, key, id and name
SELECT DISTINCT COALESCE(r.representative, p.customer) AS customer, p.customer AS key, p.id, p.name
FROM person p
LEFT JOIN customer_representative r ON r.customer = p.customer
WHERE COALESCE(r.representative, p.customer) IN ({keys})
ORDER BY 1, 2, 3, 4
LIMIT 5000

-- name: joined
-- one row per key that another one stands for
SELECT r.customer, r.representative
FROM customer_representative r
WHERE r.representative IN ({keys})
ORDER BY 1
