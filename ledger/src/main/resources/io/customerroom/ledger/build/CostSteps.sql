-- name: cost_event
-- one row per activity of the rules, customer, day and site: how many events drive it. Events of nobody known are left out: their cost stays
-- with the company.
CREATE TABLE cost_event AS
WITH first_sale AS (
    SELECT customer, source, order_id, channel, MIN(occurred_on) AS occurred_on, MIN(site) AS site
    FROM purchase
    WHERE customer IS NOT NULL AND line_kind = 'sale'
    GROUP BY customer, source, order_id, channel
),
came_back AS (
    SELECT customer, source, order_id, channel, line_kind, occurred_on, MIN(site) AS site
    FROM purchase
    WHERE customer IS NOT NULL AND line_kind IN ('return', 'cancellation')
    GROUP BY customer, source, order_id, channel, line_kind, occurred_on
),
happened AS (
    SELECT r.activity, t.customer, t.occurred_on, t.site
    FROM ticket t
    JOIN cost_rule r ON r.driver = 'tickets' AND COALESCE(r.ticket_kind = t.ticket_kind, r.ticket_kind IS NULL)
        AND COALESCE(r.stage = t.stage, r.stage IS NULL) AND COALESCE(r.contact = t.contact, r.contact IS NULL)
        AND COALESCE(r.issue = t.issue, r.issue IS NULL)
    UNION ALL
    SELECT r.activity, o.customer, o.occurred_on, o.site
    FROM operation o
    JOIN cost_rule r ON r.driver = 'contacts' AND COALESCE(r.contact = o.contact, r.contact IS NULL)
        AND COALESCE(r.stage = o.stage, r.stage IS NULL) AND COALESCE(r.measure = o.measure, r.measure IS NULL)
    UNION ALL
    SELECT r.activity, b.customer, b.occurred_on, b.site
    FROM first_sale b
    JOIN cost_rule r ON r.driver = 'orders' AND COALESCE(r.channel = b.channel, r.channel IS NULL)
    UNION ALL
    SELECT r.activity, p.customer, p.occurred_on, p.site
    FROM purchase p
    JOIN cost_rule r ON r.driver = 'order-lines' AND COALESCE(r.channel = p.channel, r.channel IS NULL)
        AND COALESCE(r.category = p.category, r.category IS NULL)
    WHERE p.line_kind = 'sale'
    UNION ALL
    SELECT r.activity, b.customer, b.occurred_on, b.site
    FROM came_back b
    JOIN cost_rule r ON r.driver = 'returns' AND COALESCE(r.line_kind, 'return') = b.line_kind
        AND COALESCE(r.channel = b.channel, r.channel IS NULL)
    UNION ALL
    SELECT r.activity, c.customer, c.occurred_on, c.site
    FROM cost c
    JOIN cost_rule r ON r.driver = 'costs' AND r.cost_kind = c.cost_kind AND COALESCE(r.counted = c.activity, r.counted IS NULL)
)
SELECT activity, customer, occurred_on, site, COUNT(*) AS events
FROM happened
WHERE customer IS NOT NULL
GROUP BY activity, customer, occurred_on, site

-- name: cost_booked
-- one row per entry of the rules before anything is shared: what customers are charged, what is taken back from them because a rule
-- stands for it, and the same amounts on the company's side of the imported activity, so that nothing is counted twice. What happened before
-- the first rate of its activity is counted and costs nothing; before the first rate of all who stand for it, an imported cost is left alone.
CREATE TABLE cost_booked AS
WITH charged AS (
    SELECT e.customer, e.occurred_on, e.site, r.cost_kind, r.activity, r.replaces, e.events, CAST(e.events * p.minutes AS DECIMAL(38, 6)) AS minutes,
           CAST(e.events * p.unit_cost AS DECIMAL(38, 10)) AS amount
    FROM cost_event e
    JOIN cost_rule r ON r.activity = e.activity
    JOIN cost_rate p ON p.activity = e.activity AND e.occurred_on >= p.since_on AND (p.until_on IS NULL OR e.occurred_on < p.until_on)
),
imported AS (
    SELECT c.customer, c.occurred_on, c.site, c.cost_kind, c.activity, SUM(c.amount) AS amount
    FROM cost c
    JOIN (SELECT cost_kind, replaces, MIN(first_on) AS first_on FROM cost_rule WHERE replaces IS NOT NULL GROUP BY cost_kind, replaces) r
      ON r.cost_kind = c.cost_kind AND r.replaces = c.activity AND c.occurred_on >= r.first_on
    WHERE c.customer IS NOT NULL
    GROUP BY c.customer, c.occurred_on, c.site, c.cost_kind, c.activity
),
drawn AS (
    SELECT occurred_on, site, cost_kind, replaces AS activity, -amount AS amount FROM charged WHERE replaces IS NOT NULL
    UNION ALL
    SELECT occurred_on, site, cost_kind, activity, amount FROM imported
)
SELECT customer, occurred_on, site, cost_kind, activity, CASE WHEN replaces IS NULL THEN 'computed' ELSE 'charged' END AS entry, events, minutes, amount
FROM charged
UNION ALL
SELECT e.customer, e.occurred_on, e.site, r.cost_kind, r.activity, 'not costed', e.events, 0, 0
FROM cost_event e
JOIN cost_rule r ON r.activity = e.activity AND e.occurred_on < r.first_on
UNION ALL
SELECT customer, occurred_on, site, cost_kind, activity, 'taken back', 0, 0, CAST(-amount AS DECIMAL(38, 10))
FROM imported
UNION ALL
SELECT CAST(NULL AS BIGINT), ca_month(occurred_on), site, cost_kind, activity, 'company', 0, 0, CAST(SUM(amount) AS DECIMAL(38, 10))
FROM drawn
GROUP BY ca_month(occurred_on), site, cost_kind, activity
HAVING SUM(amount) <> 0

-- name: weight
-- one row per customer and month: by what a company-wide cost may be shared
SELECT m.customer, m.midx, c.site, CASE WHEN m.revenue > 0 THEN CAST(FLOOR(m.revenue * 100) AS BIGINT) ELSE 0 END AS revenue_cents,
       m.orders, CASE WHEN m.opening + m.gained + m.regained + m.closing > 0 THEN 1 ELSE 0 END AS present
FROM customer_month m
JOIN ledger_customer c ON c.customer = m.customer

-- name: cost_pool
-- one row per month, site, kind and activity whose cost is shared: what stands with the company, in whole cents; what is less than a cent stays
CREATE TABLE cost_pool AS
WITH standing AS (
    SELECT ca_month(occurred_on) AS month_on, site, cost_kind, activity, amount FROM cost WHERE customer IS NULL
    UNION ALL
    SELECT occurred_on, site, cost_kind, activity, amount FROM cost_booked WHERE customer IS NULL
),
summed AS (
    SELECT month_on, site, cost_kind, activity, SUM(amount) AS amount
    FROM standing
    WHERE cost_kind IN ('serve', 'communicate')
    GROUP BY month_on, site, cost_kind, activity
)
SELECT ROW_NUMBER() OVER (ORDER BY s.month_on, s.site NULLS FIRST, s.cost_kind, s.activity) AS pool, s.month_on, s.site, s.cost_kind, s.activity, b.basis,
       CASE WHEN s.amount < 0 THEN -1 ELSE 1 END AS sign, CAST(FLOOR(ABS(s.amount) * 100) AS BIGINT) AS cents
FROM summed s
JOIN cost_basis b ON b.activity = s.activity

-- name: cost_share
-- one row per pool and customer who bears a part of it, in cents: proportional, rounded down, and the cents left over go to the largest
-- remainders, then to the smaller key. Where nobody has a weight the pool stays whole. HUGEINT holds cents times weight.
CREATE TABLE cost_share AS
WITH weighed AS (
    SELECT p.pool, p.cents, w.customer,
           CAST(CASE p.basis WHEN 'revenue' THEN w.revenue_cents WHEN 'orders' THEN w.orders ELSE w.present END AS HUGEINT) AS weight
    FROM cost_pool p
    JOIN cost_weight w ON w.midx = ca_midx(p.month_on) AND (p.site IS NULL OR w.site = p.site)
),
summed AS (
    SELECT pool, cents, customer, weight, CAST(SUM(weight) OVER (PARTITION BY pool) AS HUGEINT) AS whole
    FROM weighed
    WHERE weight > 0
),
parted AS (
    SELECT pool, cents, customer, ca_floordiv(cents * weight, whole) AS share, cents * weight - ca_floordiv(cents * weight, whole) * whole AS remainder
    FROM summed
),
placed AS (
    SELECT pool, customer, share, cents - SUM(share) OVER (PARTITION BY pool) AS spare,
           ROW_NUMBER() OVER (PARTITION BY pool ORDER BY remainder DESC, customer) AS place
    FROM parted
)
SELECT pool, customer, CAST(share + CASE WHEN place <= spare THEN 1 ELSE 0 END AS BIGINT) AS cents
FROM placed
WHERE share > 0 OR place <= spare

-- name: cost_shared
-- one row per entry of what is shared: the customers' parts, and their sum off the company's side
CREATE TABLE cost_shared AS
WITH part AS (
    SELECT s.customer, p.pool, p.month_on, p.site, p.cost_kind, p.activity, CAST(CAST(s.cents * p.sign AS DECIMAL(38, 0)) / 100 AS DECIMAL(38, 10)) AS amount
    FROM cost_share s
    JOIN cost_pool p ON p.pool = s.pool
)
SELECT customer, month_on AS occurred_on, site, cost_kind, activity, 'shared' AS entry, 0 AS events, 0 AS minutes, amount FROM part
UNION ALL
SELECT CAST(NULL AS BIGINT), month_on, site, cost_kind, activity, 'shared', 0, 0, -SUM(amount)
FROM part
GROUP BY pool, month_on, site, cost_kind, activity

-- name: write_cost_entry
-- one row per entry: what the cost rules book beside the imported costs
SELECT customer, occurred_on, site, cost_kind, activity, entry, CAST(events AS BIGINT) AS events, CAST(minutes AS DECIMAL(38, 6)) AS minutes,
       CAST(amount AS DECIMAL(38, 10)) AS amount
FROM (SELECT * FROM cost_booked UNION ALL SELECT * FROM cost_shared) entries
ORDER BY customer NULLS FIRST, occurred_on, cost_kind, activity, site NULLS FIRST, entry, amount

-- name: no_sharing
CREATE TABLE cost_shared AS SELECT * FROM cost_booked WHERE 1 = 0

-- name: rule_tables
CREATE TABLE cost_rule (activity VARCHAR, cost_kind VARCHAR, driver VARCHAR, ticket_kind VARCHAR, stage VARCHAR, contact VARCHAR, issue VARCHAR,
    measure VARCHAR, channel VARCHAR, category VARCHAR, line_kind VARCHAR, counted VARCHAR, first_on DATE, replaces VARCHAR)

-- name: rate_table
-- one row per activity and price: what one event costs from a day on, up to the day before the next one's
CREATE TABLE cost_rate (activity VARCHAR, since_on DATE, until_on DATE, minutes DECIMAL(18, 6), unit_cost DECIMAL(18, 6))

-- name: basis_table
CREATE TABLE cost_basis (activity VARCHAR, basis VARCHAR)

-- name: weight_table
CREATE TABLE cost_weight (customer BIGINT, midx INTEGER, site VARCHAR, revenue_cents BIGINT, orders BIGINT, present INTEGER)

-- name: add_rule
INSERT INTO cost_rule VALUES (:activity, :cost_kind, :driver, :ticket_kind, :stage, :contact, :issue, :measure, :channel, :category, :line_kind, :counted,
    :first_on, :replaces)

-- name: add_rate
INSERT INTO cost_rate VALUES (:activity, :since, :until, :minutes, :unit_cost)

-- name: add_basis
INSERT INTO cost_basis VALUES (:activity, :basis)
