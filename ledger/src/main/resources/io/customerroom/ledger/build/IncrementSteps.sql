-- name: add_touched
-- one row per customer of whom something new is told
CREATE TABLE touched AS
SELECT DISTINCT customer
FROM (
    SELECT customer FROM added_purchase
    UNION ALL
    SELECT customer FROM added_ticket
    UNION ALL
    SELECT customer FROM added_feedback
    UNION ALL
    SELECT customer FROM added_operation
    UNION ALL
    SELECT customer FROM added_departure
    UNION ALL
    SELECT customer FROM added_referral
    UNION ALL
    SELECT referred FROM added_referral
    UNION ALL
    SELECT customer FROM added_cost
) told
WHERE customer IS NOT NULL

-- name: add_settled
-- one row per known customer, as in settle_customer: what was settled competes with what was added
CREATE TABLE settled_customer AS
WITH before AS (
    SELECT b.* FROM base_settled b JOIN touched t ON t.customer = b.customer
),
seen AS (
    SELECT customer, first_on AS seen_on, bought AS buys FROM before
    UNION ALL
    SELECT customer, occurred_on, 1 FROM added_purchase
    UNION ALL
    SELECT customer, occurred_on, 0 FROM added_ticket
    UNION ALL
    SELECT customer, occurred_on, 0 FROM added_feedback
    UNION ALL
    SELECT customer, occurred_on, 0 FROM added_operation
    UNION ALL
    SELECT customer, occurred_on, 0 FROM added_departure
    UNION ALL
    SELECT customer, occurred_on, 0 FROM added_referral
    UNION ALL
    SELECT referred, occurred_on, 0 FROM added_referral
    UNION ALL
    SELECT customer, occurred_on, 0 FROM added_cost
),
known AS (
    SELECT customer, COALESCE(MIN(CASE WHEN buys = 1 THEN seen_on END), MIN(seen_on)) AS first_on, MAX(buys) AS bought
    FROM seen
    WHERE customer IS NOT NULL
    GROUP BY customer
),
site_seen AS (
    SELECT customer, site, site_after AS after, site_at AS latest_at FROM before WHERE site IS NOT NULL
    UNION ALL
    SELECT customer, site, 1, MAX(occurred_at) FROM added_purchase WHERE site IS NOT NULL GROUP BY customer, site
),
site_of AS (
    SELECT customer, site, after, latest_at, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY after, latest_at DESC NULLS LAST, site) AS place
    FROM site_seen
),
channel_seen AS (
    SELECT customer, channel, channel_after AS after, channel_at AS latest_at FROM before WHERE channel IS NOT NULL
    UNION ALL
    SELECT customer, channel, 1, MAX(occurred_at) FROM added_purchase WHERE channel IS NOT NULL GROUP BY customer, channel
),
channel_of AS (
    SELECT customer, channel, after, latest_at, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY after, latest_at DESC NULLS LAST, channel) AS place
    FROM channel_seen
)
SELECT k.customer, b.segment, i.site, h.channel, k.first_on, k.bought, i.after AS site_after, i.latest_at AS site_at, h.after AS channel_after,
       h.latest_at AS channel_at
FROM known k
LEFT JOIN before b ON b.customer = k.customer
LEFT JOIN site_of i ON i.customer = k.customer AND i.place = 1
LEFT JOIN channel_of h ON h.customer = k.customer AND h.place = 1
UNION ALL
SELECT b.customer, b.segment, b.site, b.channel, b.first_on, b.bought, b.site_after, b.site_at, b.channel_after, b.channel_at
FROM base_settled b
WHERE NOT EXISTS (SELECT 1 FROM touched t WHERE t.customer = b.customer)

-- name: add_moved
-- one row per customer whose segment, site or channel is another now
CREATE TABLE moved AS
SELECT s.customer, s.segment, s.site, s.channel
FROM settled_customer s
JOIN base_settled b ON b.customer = s.customer
WHERE s.segment IS DISTINCT FROM b.segment OR s.site IS DISTINCT FROM b.site OR s.channel IS DISTINCT FROM b.channel

-- name: add_spell
-- one row per customer and unbroken stretch of being active: a purchase before the last stretch's end prolongs it, others begin new ones
CREATE TABLE spell AS
WITH bought AS (
    SELECT customer, occurred_on AS bought_on
    FROM added_purchase
    WHERE customer IS NOT NULL AND line_kind IN (SELECT line_kind FROM counted_kind)
    GROUP BY customer, occurred_on
),
last_spell AS (
    SELECT s.customer, s.spell, s.started_on, s.ended_on
    FROM base_spell s
    JOIN (SELECT b.customer, MAX(b.spell) AS spell FROM base_spell b JOIN bought n ON n.customer = b.customer GROUP BY b.customer) l
        ON l.customer = s.customer AND l.spell = s.spell
),
paced AS (
    SELECT b.customer, b.bought_on, COALESCE(g.lapse_days, CAST(:lapse_days AS INTEGER)) AS lapse_days, l.spell, l.started_on, l.ended_on,
           LAG(b.bought_on) OVER (PARTITION BY b.customer ORDER BY b.bought_on) AS before_on
    FROM bought b
    JOIN settled_customer c ON c.customer = b.customer
    LEFT JOIN segment_lapse g ON g.segment = c.segment
    LEFT JOIN last_spell l ON l.customer = b.customer
),
numbered AS (
    SELECT customer, bought_on, lapse_days, spell, started_on,
           SUM(CASE WHEN before_on IS NULL AND bought_on < ended_on THEN 0
                    WHEN ca_days(before_on, bought_on) <= lapse_days THEN 0
                    ELSE 1 END)
               OVER (PARTITION BY customer ORDER BY bought_on ROWS UNBOUNDED PRECEDING) AS stretch
    FROM paced
),
stretched AS (
    SELECT customer, CAST(COALESCE(spell, 0) + stretch AS INTEGER) AS spell,
           CASE WHEN stretch = 0 THEN started_on ELSE MIN(bought_on) END AS started_on,
           ca_add_days(MAX(bought_on), lapse_days + 1) AS ended_on
    FROM numbered
    GROUP BY customer, stretch, lapse_days, spell, started_on
)
SELECT customer, spell, started_on, ended_on FROM stretched
UNION ALL
SELECT b.customer, b.spell, b.started_on, b.ended_on
FROM base_spell b
WHERE NOT EXISTS (SELECT 1 FROM stretched s WHERE s.customer = b.customer AND s.spell = b.spell)

-- name: add_affected
-- one row per customer whose running periods change: with money or a booking in the new days, and everybody in them once a month has begun
CREATE TABLE affected AS
SELECT customer FROM added_purchase WHERE customer IS NOT NULL
UNION
SELECT customer FROM added_cost WHERE customer IS NOT NULL
UNION
SELECT customer FROM spell WHERE ended_on >= CAST(:resumed AS DATE) AND ended_on <= CAST(:through AS DATE)
UNION
SELECT customer FROM base_running WHERE CAST(:opened AS BOOLEAN)

-- name: add_kept_month
-- one row per affected customer and month the former build told of, from the month :from_midx on
CREATE TABLE kept_month AS
SELECT p.customer, ca_midx(p.starts_on) AS midx, p.state, p.opening, p.gained, p.regained, p.lost, p.orders, p.revenue, p.cost_of_sales,
       p.cost_to_serve, p.cost_to_communicate
FROM base_period p
JOIN affected a ON a.customer = p.customer
WHERE p.grain = 'month' AND ca_midx(p.starts_on) >= CAST(:from_midx AS INTEGER)

-- name: add_month_event
-- one row per affected customer and month in which something is booked, from the month :from_midx on; before it stands what was open then.
-- Counts of rows that only matter as none or some are 0 or 1.
CREATE TABLE month_event AS
WITH bought AS (
    SELECT customer, ca_midx(occurred_on) AS midx, source, order_id, MAX(CASE WHEN line_kind IN (SELECT line_kind FROM counted_kind) THEN 1 ELSE 0 END) AS orders,
           SUM(amount) AS revenue, SUM(cost) AS cost_of_sales, COUNT(*) AS money_rows,
           COUNT(CASE WHEN amount <> 0 THEN 1 END) AS revenue_rows,
           COUNT(CASE WHEN amount <> 0 AND cost IS NULL THEN 1 END) AS uncosted_rows
    FROM added_purchase
    WHERE customer IS NOT NULL
    GROUP BY customer, ca_midx(occurred_on), source, order_id
),
booked AS (
    SELECT k.customer, k.midx, k.gained, k.regained, k.lost, k.orders, CASE WHEN k.state = 'none' THEN 1 ELSE 0 END AS money_rows,
           CASE WHEN k.revenue <> 0 OR z.customer IS NOT NULL THEN 1 ELSE 0 END AS revenue_rows, CASE WHEN k.cost_of_sales IS NULL THEN 1 ELSE 0 END AS uncosted_rows,
           0 AS sale_costs, k.revenue, COALESCE(k.cost_of_sales, 0) AS cost_of_sales, k.cost_to_serve, k.cost_to_communicate,
           CAST(0 AS DECIMAL(38, 10)) AS recurring_change
    FROM kept_month k
    LEFT JOIN base_net_zero z ON z.customer = k.customer AND z.midx = k.midx
    UNION ALL
    SELECT customer, midx - 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM kept_month
    WHERE midx = CAST(:from_midx AS INTEGER) AND opening = 1
    UNION ALL
    SELECT s.customer, ca_midx(s.started_on), CASE WHEN s.spell = 1 THEN 1 ELSE 0 END, CASE WHEN s.spell > 1 THEN 1 ELSE 0 END, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM spell s
    JOIN affected a ON a.customer = s.customer
    WHERE s.started_on >= CAST(:resumed AS DATE)
    UNION ALL
    SELECT s.customer, ca_midx(s.ended_on), 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM spell s
    JOIN affected a ON a.customer = s.customer
    WHERE s.ended_on >= CAST(:resumed AS DATE) AND s.ended_on <= CAST(:through AS DATE)
    UNION ALL
    SELECT customer, midx, 0, 0, 0, SUM(orders), SUM(money_rows), SUM(revenue_rows), SUM(uncosted_rows), 0, SUM(revenue), COALESCE(SUM(cost_of_sales), 0), 0, 0, 0
    FROM bought
    GROUP BY customer, midx
    UNION ALL
    SELECT customer, ca_midx(occurred_on), 0, 0, 0, 0, 1, 0, 0, 0, 0,
           CASE WHEN cost_kind = 'sale' THEN amount ELSE 0 END, CASE WHEN cost_kind = 'serve' THEN amount ELSE 0 END,
           CASE WHEN cost_kind = 'communicate' THEN amount ELSE 0 END, 0
    FROM added_cost
    WHERE customer IS NOT NULL
)
SELECT customer, midx, CAST(SUM(gained) AS INTEGER) AS gained, CAST(SUM(regained) AS INTEGER) AS regained, CAST(SUM(lost) AS INTEGER) AS lost,
       CAST(SUM(orders) AS BIGINT) AS orders, CAST(SUM(money_rows) AS BIGINT) AS money_rows, CAST(SUM(revenue_rows) AS BIGINT) AS revenue_rows,
       CAST(SUM(uncosted_rows) AS BIGINT) AS uncosted_rows, CAST(SUM(sale_costs) AS BIGINT) AS sale_costs, SUM(revenue) AS revenue,
       SUM(cost_of_sales) AS cost_of_sales, SUM(cost_to_serve) AS cost_to_serve, SUM(cost_to_communicate) AS cost_to_communicate,
       SUM(recurring_change) AS recurring_change
FROM booked
GROUP BY customer, midx

-- name: add_copied
-- one row of a period that ran when the base was made and of which nothing changed, except who the customer is today
SELECT r.grain, r.period, r.starts_on, r.customer, c.segment, c.site, c.channel, r.state, r.opening, r.gained, r.regained, r.lost, r.closing,
       r.gained_inside, r.regained_inside, r.lost_inside, r.orders, r.revenue, r.cost_of_sales, r.cost_to_serve, r.cost_to_communicate,
       r.contribution, r.prior_revenue, r.recurring, r.value, r.prior_value, r.definitions
FROM base_running r
JOIN calendar p ON p.grain = r.grain AND p.period = r.period
JOIN settled_customer c ON c.customer = r.customer
WHERE (p.ends_on > CAST(:through AS DATE)) = CAST(:running AS BOOLEAN)
  AND (p.ends_on <= CAST(:resumed AS DATE) OR NOT EXISTS (SELECT 1 FROM affected a WHERE a.customer = r.customer))

-- name: add_renamed
-- the rows of one part, each with who its customer is today
SELECT r.grain, r.period, r.starts_on, r.customer, CASE WHEN m.customer IS NULL THEN r.segment ELSE m.segment END AS segment,
       CASE WHEN m.customer IS NULL THEN r.site ELSE m.site END AS site, CASE WHEN m.customer IS NULL THEN r.channel ELSE m.channel END AS channel,
       r.state, r.opening, r.gained, r.regained, r.lost, r.closing, r.gained_inside, r.regained_inside, r.lost_inside, r.orders, r.revenue,
       r.cost_of_sales, r.cost_to_serve, r.cost_to_communicate, r.contribution, r.prior_revenue, r.recurring, r.value, r.prior_value, r.definitions
FROM base_part r
LEFT JOIN moved m ON m.customer = r.customer
ORDER BY r.grain, r.customer, r.starts_on

-- name: add_from_midx
-- one row: the first month whose rows are needed to tell those of the months from :resumed_midx on
SELECT CAST(LEAST(CAST(:resumed_midx AS INTEGER), COALESCE(MIN(first_midx), CAST(:resumed_midx AS INTEGER))) - CAST(:look_back AS INTEGER) AS BIGINT) AS from_midx
FROM period_month
WHERE last_midx >= CAST(:resumed_midx AS INTEGER)

-- name: add_net_zero
CREATE TABLE net_zero AS
SELECT z.customer, z.midx
FROM base_net_zero z
WHERE z.midx < CAST(:resumed_midx AS INTEGER) OR NOT EXISTS (SELECT 1 FROM affected a WHERE a.customer = z.customer)
UNION ALL
SELECT customer, midx FROM customer_month WHERE midx >= CAST(:resumed_midx AS INTEGER) AND revenue = 0 AND revenue_rows > 0
