-- name: flow
-- opening + gained + regained - lost = closing, row by row
SELECT COALESCE(SUM(opening + gained + regained - lost), 0) AS one, COALESCE(SUM(closing), 0) AS other,
       COUNT(CASE WHEN opening + gained + regained - lost <> closing THEN 1 END) AS broken
FROM customer_period

-- name: chain
-- closing = the next period's opening, per grain and customer
WITH ordered AS (
    SELECT p.grain, p.customer, c.ordinal, p.opening, p.closing
    FROM customer_period p
    JOIN calendar c ON c.grain = p.grain AND c.period = p.period
    WHERE p.opening <> 0 OR p.closing <> 0
)
SELECT COALESCE(SUM(a.closing), 0) AS one, COALESCE(SUM(b.opening), 0) AS other,
       COUNT(CASE WHEN COALESCE(a.closing, 0) <> COALESCE(b.opening, 0) THEN 1 END) AS broken
FROM (SELECT * FROM ordered o WHERE closing <> 0 AND ordinal < (SELECT MAX(c.ordinal) FROM calendar c WHERE c.grain = o.grain)) a
FULL JOIN (SELECT * FROM ordered WHERE opening <> 0) b ON b.grain = a.grain AND b.customer = a.customer AND b.ordinal = a.ordinal + 1

-- name: bridge
-- bookings of the months = coarser figure + what happened inside it, per coarser period
WITH months AS (
    SELECT p.grain, p.period, SUM(m.gained) AS gained, SUM(m.regained) AS regained, SUM(m.lost) AS lost
    FROM customer_period m
    JOIN period_month p ON p.midx = ca_midx(m.starts_on)
    WHERE m.grain = 'month'
    GROUP BY p.grain, p.period
),
coarse AS (
    SELECT grain, period, SUM(gained + gained_inside) AS gained, SUM(regained + regained_inside) AS regained, SUM(lost + lost_inside) AS lost
    FROM customer_period
    WHERE grain <> 'month'
    GROUP BY grain, period
)
SELECT COALESCE(SUM(m.gained + m.regained + m.lost), 0) AS one, COALESCE(SUM(c.gained + c.regained + c.lost), 0) AS other,
       COUNT(CASE WHEN COALESCE(m.gained, 0) <> COALESCE(c.gained, 0) OR COALESCE(m.regained, 0) <> COALESCE(c.regained, 0)
                    OR COALESCE(m.lost, 0) <> COALESCE(c.lost, 0) THEN 1 END) AS broken
FROM months m
FULL JOIN coarse c ON c.grain = m.grain AND c.period = m.period

-- name: revenue
-- revenue of known and unknown customers = the facts, in every grain
WITH facts AS (
    SELECT COALESCE(SUM(amount), 0) AS revenue
    FROM (
        SELECT CAST(SUM(amount) AS DECIMAL(38, 10)) AS amount FROM purchase
        UNION ALL
        SELECT CAST(SUM(k.monthly) AS DECIMAL(38, 10))
        FROM contract k
        JOIN calendar_month m ON k.started_on <= m.judged_on AND (k.ended_on IS NULL OR k.ended_on > m.judged_on)
    ) amounts
),
ledgers AS (
    SELECT g.grain, COALESCE(SUM(r.revenue), 0) AS revenue
    FROM (SELECT DISTINCT grain FROM calendar) g
    LEFT JOIN (SELECT grain, revenue FROM customer_period UNION ALL SELECT grain, revenue FROM unknown_period) r ON r.grain = g.grain
    GROUP BY g.grain
)
SELECT MAX(f.revenue) AS one, COALESCE(MAX(l.revenue), 0) AS other, COUNT(CASE WHEN f.revenue <> COALESCE(l.revenue, 0) THEN 1 END) AS broken
FROM facts f
LEFT JOIN ledgers l ON l.grain IS NOT NULL

-- name: contribution
-- contribution = revenue less its costs wherever the cost of sales is known, and only there
SELECT COALESCE(SUM(contribution), 0) AS one, COALESCE(SUM(revenue - cost_of_sales - cost_to_serve - cost_to_communicate), 0) AS other,
       COUNT(CASE WHEN contribution IS DISTINCT FROM revenue - cost_of_sales - cost_to_serve - cost_to_communicate THEN 1 END) AS broken
FROM customer_period

-- name: costs
-- costs of customers and of the company = the facts and what the cost rules compute without an imported cost behind it, in every grain
WITH facts AS (
    SELECT CAST(COALESCE(SUM(amount), 0) AS DECIMAL(38, 10)) AS amount
    FROM (
        SELECT CAST(amount AS DECIMAL(38, 10)) AS amount FROM cost WHERE cost_kind <> 'sale' OR customer IS NULL
        UNION ALL
        SELECT amount FROM cost_entry WHERE entry = 'computed'
    ) amounts
),
ledgers AS (
    SELECT g.grain, COALESCE(SUM(r.amount), 0) AS amount
    FROM (SELECT DISTINCT grain FROM calendar) g
    LEFT JOIN (
        SELECT grain, cost_to_serve + cost_to_communicate AS amount FROM customer_period
        UNION ALL
        SELECT grain, amount FROM company_cost
    ) r ON r.grain = g.grain
    GROUP BY g.grain
)
SELECT MAX(f.amount) AS one, COALESCE(MAX(l.amount), 0) AS other, COUNT(CASE WHEN f.amount <> COALESCE(l.amount, 0) THEN 1 END) AS broken
FROM facts f
LEFT JOIN ledgers l ON l.grain IS NOT NULL

-- name: cost-rules
-- what the cost rules move between company and customers is the same on both sides, per month, kind and activity of the imported cost
WITH moved AS (
    SELECT ca_month(occurred_on) AS month_on, cost_kind, amount
    FROM cost_entry
    WHERE entry <> 'computed'
),
summed AS (
    SELECT month_on, cost_kind, SUM(amount) AS amount FROM moved GROUP BY month_on, cost_kind
)
SELECT (SELECT COALESCE(SUM(CASE WHEN amount > 0 THEN amount END), 0) FROM moved) AS one,
       (SELECT COALESCE(-SUM(CASE WHEN amount < 0 THEN amount END), 0) FROM moved) AS other, COUNT(CASE WHEN amount <> 0 THEN 1 END) AS broken
FROM summed

-- name: grains
-- customers' revenue, costs and orders are equal in every grain
WITH sums AS (
    SELECT grain, SUM(revenue) AS revenue, SUM(cost_to_serve + cost_to_communicate) AS costs, SUM(orders) AS orders
    FROM customer_period
    GROUP BY grain
)
SELECT MIN(revenue) AS one, MAX(revenue) AS other,
       CASE WHEN MIN(revenue) <> MAX(revenue) OR MIN(costs) <> MAX(costs) OR MIN(orders) <> MAX(orders) THEN 1 ELSE 0 END AS broken
FROM sums

-- name: moves
-- what the moves of buyers sold and kept = the facts of known customers
WITH facts AS (
    SELECT COALESCE(SUM(amount), 0) AS kept, COALESCE(SUM(CASE WHEN line_kind = 'sale' THEN amount END), 0) AS sold FROM purchase WHERE customer IS NOT NULL
),
moved AS (
    SELECT COALESCE(SUM(day_kept), 0) AS kept, COALESCE(SUM(day_sold), 0) AS sold FROM buying_move
)
SELECT CAST(f.kept AS DECIMAL(38, 10)) AS one, CAST(m.kept AS DECIMAL(38, 10)) AS other,
       CASE WHEN f.kept <> m.kept OR f.sold <> m.sold THEN 1 ELSE 0 END AS broken
FROM facts f
CROSS JOIN moved m
