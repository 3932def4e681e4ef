-- name: settle_customer
-- one row per known customer: what the customer fact recorded last says, else the latest purchase or contract; bought is 1 where first_on is the day
-- of one; site_after is 0 where a customer fact says the site, and site_at when
CREATE TABLE settled_customer AS
WITH seen AS (
    SELECT customer, occurred_on AS seen_on, 1 AS buys FROM customer_fact
    UNION ALL
    SELECT customer, occurred_on, 1 FROM purchase
    UNION ALL
    SELECT customer, started_on, 1 FROM contract
    UNION ALL
    SELECT customer, occurred_on, 0 FROM ticket
    UNION ALL
    SELECT customer, occurred_on, 0 FROM feedback
    UNION ALL
    SELECT customer, occurred_on, 0 FROM operation
    UNION ALL
    SELECT customer, occurred_on, 0 FROM departure
    UNION ALL
    SELECT customer, occurred_on, 0 FROM referral
    UNION ALL
    SELECT referred, occurred_on, 0 FROM referral
    UNION ALL
    SELECT customer, occurred_on, 0 FROM cost
),
known AS (
    SELECT customer, COALESCE(MIN(CASE WHEN buys = 1 THEN seen_on END), MIN(seen_on)) AS first_on, MAX(buys) AS bought
    FROM seen
    WHERE customer IS NOT NULL
    GROUP BY customer
),
segment_of AS (
    SELECT customer, segment, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY recorded_at DESC NULLS LAST, source NULLS LAST, key NULLS LAST) AS place
    FROM customer_fact
    WHERE segment IS NOT NULL
),
site_seen AS (
    SELECT customer, site, 0 AS after, MAX(recorded_at) AS latest_at FROM customer_fact WHERE site IS NOT NULL GROUP BY customer, site
    UNION ALL
    SELECT customer, site, 1, MAX(occurred_at) FROM purchase WHERE site IS NOT NULL GROUP BY customer, site
    UNION ALL
    SELECT customer, site, 1, MAX(occurred_at) FROM contract WHERE site IS NOT NULL GROUP BY customer, site
),
site_of AS (
    SELECT customer, site, after, latest_at, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY after, latest_at DESC NULLS LAST, site) AS place
    FROM site_seen
),
channel_seen AS (
    SELECT customer, channel, 0 AS after, MAX(recorded_at) AS latest_at FROM customer_fact WHERE channel IS NOT NULL GROUP BY customer, channel
    UNION ALL
    SELECT customer, channel, 1, MAX(occurred_at) FROM purchase WHERE channel IS NOT NULL GROUP BY customer, channel
    UNION ALL
    SELECT customer, channel, 1, MAX(occurred_at) FROM contract WHERE channel IS NOT NULL GROUP BY customer, channel
),
channel_of AS (
    SELECT customer, channel, after, latest_at, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY after, latest_at DESC NULLS LAST, channel) AS place
    FROM channel_seen
)
SELECT k.customer, s.segment, i.site, h.channel, k.first_on, k.bought, i.after AS site_after, i.latest_at AS site_at, h.after AS channel_after,
       h.latest_at AS channel_at
FROM known k
LEFT JOIN segment_of s ON s.customer = k.customer AND s.place = 1
LEFT JOIN site_of i ON i.customer = k.customer AND i.place = 1
LEFT JOIN channel_of h ON h.customer = k.customer AND h.place = 1

-- name: bucket
-- one row per bucket of :size customers with neighbouring keys: its first and its last key
SELECT MIN(customer) AS first_key, MAX(customer) AS last_key
FROM (
    SELECT customer, ca_floordiv((ROW_NUMBER() OVER (ORDER BY customer) - 1), CAST(:size AS BIGINT)) AS bucket
    FROM settled_customer
) placed
GROUP BY bucket
ORDER BY bucket

-- name: purchase_spell
-- one row per customer and stretch of purchases none of which comes later than the lapse after the one before;
-- last_on is the day on which the back-dated view books the loss
CREATE TABLE purchase_spell AS
WITH bought AS (
    SELECT customer, occurred_on AS bought_on
    FROM purchase
    WHERE customer IS NOT NULL AND line_kind IN (SELECT line_kind FROM counted_kind)
    GROUP BY customer, occurred_on
),
paced AS (
    SELECT b.customer, b.bought_on, COALESCE(s.lapse_days, CAST(:lapse_days AS INTEGER)) AS lapse_days,
           LAG(b.bought_on) OVER (PARTITION BY b.customer ORDER BY b.bought_on) AS before_on
    FROM bought b
    JOIN ledger_customer c ON c.customer = b.customer
    LEFT JOIN segment_lapse s ON s.segment = c.segment
),
numbered AS (
    SELECT customer, bought_on, lapse_days,
           SUM(CASE WHEN ca_days(before_on, bought_on) <= lapse_days THEN 0 ELSE 1 END)
               OVER (PARTITION BY customer ORDER BY bought_on ROWS UNBOUNDED PRECEDING) AS stretch
    FROM paced
)
SELECT customer, MIN(bought_on) AS started_on, ca_add_days(MAX(bought_on), lapse_days + 1) AS ended_on, MAX(bought_on) AS last_on
FROM numbered
GROUP BY customer, stretch, lapse_days

-- name: contract_spell
-- one row per customer and stretch of contracts that overlap or touch
CREATE TABLE contract_spell AS
WITH run AS (
    SELECT DISTINCT customer, started_on, COALESCE(ended_on, DATE '9999-12-31') AS ended_on
    FROM contract
    WHERE customer IS NOT NULL AND CAST(:contracts_count AS BOOLEAN) AND started_on <= CAST(:through AS DATE)
      AND (ended_on IS NULL OR ended_on > started_on)
),
reached AS (
    SELECT customer, started_on, ended_on,
           MAX(ended_on) OVER (PARTITION BY customer ORDER BY started_on, ended_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS so_far
    FROM run
),
numbered AS (
    SELECT customer, started_on, ended_on,
           SUM(CASE WHEN started_on <= so_far THEN 0 ELSE 1 END)
               OVER (PARTITION BY customer ORDER BY started_on, ended_on ROWS UNBOUNDED PRECEDING) AS stretch
    FROM reached
)
SELECT customer, MIN(started_on) AS started_on, MAX(ended_on) AS ended_on
FROM numbered
GROUP BY customer, stretch

-- name: spell
-- one row per customer and unbroken stretch of being active; pieces join only where they overlap
CREATE TABLE spell AS
WITH piece AS (
    SELECT customer, started_on, ended_on, MAX(last_on) AS last_on
    FROM (
        SELECT customer, started_on, ended_on, last_on FROM purchase_spell
        UNION ALL
        SELECT customer, started_on, ended_on, ended_on FROM contract_spell
    ) pieces
    GROUP BY customer, started_on, ended_on
),
reached AS (
    SELECT customer, started_on, ended_on, last_on,
           MAX(ended_on) OVER (PARTITION BY customer ORDER BY started_on, ended_on ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS so_far
    FROM piece
),
numbered AS (
    SELECT customer, started_on, ended_on, last_on,
           SUM(CASE WHEN started_on < so_far THEN 0 ELSE 1 END)
               OVER (PARTITION BY customer ORDER BY started_on, ended_on ROWS UNBOUNDED PRECEDING) AS stretch
    FROM reached
),
joined AS (
    SELECT customer, stretch, MIN(started_on) AS started_on, MAX(ended_on) AS ended_on, MAX(last_on) AS last_on
    FROM numbered
    GROUP BY customer, stretch
)
SELECT customer, CAST(stretch AS INTEGER) AS spell, started_on,
       CASE WHEN CAST(:back_dated AS BOOLEAN) AND ended_on <= CAST(:through AS DATE) THEN last_on ELSE ended_on END AS ended_on
FROM joined

-- name: month_event
-- one row per customer and month in which something is booked
WITH bought AS (
    SELECT customer, ca_midx(occurred_on) AS midx, source, order_id, MAX(CASE WHEN line_kind IN (SELECT line_kind FROM counted_kind) THEN 1 ELSE 0 END) AS orders,
           SUM(amount) AS revenue, SUM({line_cost}) AS cost_of_sales, COUNT(*) AS money_rows,
           COUNT(CASE WHEN amount <> 0 THEN 1 END) AS revenue_rows,
           COUNT(CASE WHEN amount <> 0 AND {line_cost} IS NULL THEN 1 END) AS uncosted_rows
    FROM purchase
    WHERE customer IS NOT NULL
    GROUP BY customer, ca_midx(occurred_on), source, order_id
),
booked AS (
    SELECT customer, ca_midx(started_on) AS midx, CASE WHEN spell = 1 THEN 1 ELSE 0 END AS gained, CASE WHEN spell > 1 THEN 1 ELSE 0 END AS regained,
           0 AS lost, 0 AS orders, 0 AS money_rows, 0 AS revenue_rows, 0 AS uncosted_rows, 0 AS sale_costs, CAST(0 AS DECIMAL(38, 10)) AS revenue,
           CAST(0 AS DECIMAL(38, 10)) AS cost_of_sales, CAST(0 AS DECIMAL(38, 10)) AS cost_to_serve,
           CAST(0 AS DECIMAL(38, 10)) AS cost_to_communicate, CAST(0 AS DECIMAL(38, 10)) AS recurring_change
    FROM spell
    UNION ALL
    SELECT customer, ca_midx(ended_on), 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0
    FROM spell
    WHERE ended_on <= CAST(:through AS DATE)
    UNION ALL
    SELECT customer, midx, 0, 0, 0, SUM(orders), SUM(money_rows), SUM(revenue_rows), SUM(uncosted_rows), 0, SUM(revenue), COALESCE(SUM(cost_of_sales), 0), 0, 0, 0
    FROM bought
    GROUP BY customer, midx
    UNION ALL
    SELECT customer, ca_midx(occurred_on), 0, 0, 0, 0, 1, 0, 0, CASE WHEN cost_kind = 'sale' THEN 1 ELSE 0 END, 0,
           CASE WHEN cost_kind = 'sale' THEN amount ELSE 0 END, CASE WHEN cost_kind = 'serve' THEN amount ELSE 0 END,
           CASE WHEN cost_kind = 'communicate' THEN amount ELSE 0 END, 0
    FROM cost
    WHERE customer IS NOT NULL
    UNION ALL
    SELECT customer, ca_midx(occurred_on), 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, CASE WHEN cost_kind = 'serve' THEN amount ELSE 0 END,
           CASE WHEN cost_kind = 'communicate' THEN amount ELSE 0 END, 0
    FROM cost_entry
    WHERE customer IS NOT NULL AND entry <> 'not costed'
    UNION ALL
    SELECT customer, ca_midx(started_on), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, monthly
    FROM contract
    WHERE customer IS NOT NULL AND started_on <= CAST(:through AS DATE) AND (ended_on IS NULL OR ended_on > started_on)
    UNION ALL
    SELECT customer, ca_midx(ended_on), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -monthly
    FROM contract
    WHERE customer IS NOT NULL AND ended_on <= CAST(:through AS DATE) AND ended_on > started_on
)
SELECT customer, midx, CAST(SUM(gained) AS INTEGER) AS gained, CAST(SUM(regained) AS INTEGER) AS regained, CAST(SUM(lost) AS INTEGER) AS lost,
       CAST(SUM(orders) AS BIGINT) AS orders, CAST(SUM(money_rows) AS BIGINT) AS money_rows, CAST(SUM(revenue_rows) AS BIGINT) AS revenue_rows,
       CAST(SUM(uncosted_rows) AS BIGINT) AS uncosted_rows, CAST(SUM(sale_costs) AS BIGINT) AS sale_costs, SUM(revenue) AS revenue,
       SUM(cost_of_sales) AS cost_of_sales, SUM(cost_to_serve) AS cost_to_serve, SUM(cost_to_communicate) AS cost_to_communicate,
       SUM(recurring_change) AS recurring_change
FROM booked
GROUP BY customer, midx

-- name: customer_month
-- one row per customer and month from the customer's first booking to the month of :through, without gaps;
-- the cost of sales of a month is known where every row that bears revenue has one: its own, or for contracts a cost of the kind 'sale'
WITH first_month AS (
    SELECT customer, MIN(midx) AS midx FROM month_event GROUP BY customer
),
grid AS (
    SELECT f.customer, m.midx
    FROM first_month f
    JOIN calendar_month m ON m.midx >= f.midx
),
dense AS (
    SELECT g.customer, g.midx, COALESCE(e.gained, 0) AS gained, COALESCE(e.regained, 0) AS regained, COALESCE(e.lost, 0) AS lost,
           COALESCE(e.orders, 0) AS orders, COALESCE(e.money_rows, 0) AS money_rows, COALESCE(e.revenue_rows, 0) AS bought_rows,
           COALESCE(e.uncosted_rows, 0) AS uncosted_rows, COALESCE(e.sale_costs, 0) AS sale_costs, COALESCE(e.revenue, 0) AS bought, COALESCE(e.cost_of_sales, 0) AS cost_of_sales,
           COALESCE(e.cost_to_serve, 0) AS cost_to_serve, COALESCE(e.cost_to_communicate, 0) AS cost_to_communicate,
           SUM(COALESCE(e.gained, 0) + COALESCE(e.regained, 0) - COALESCE(e.lost, 0)) OVER upto AS closing,
           SUM(COALESCE(e.recurring_change, 0)) OVER upto AS recurring
    FROM grid g
    LEFT JOIN month_event e ON e.customer = g.customer AND e.midx = g.midx
    WINDOW upto AS (PARTITION BY g.customer ORDER BY g.midx ROWS UNBOUNDED PRECEDING)
),
earned AS (
    SELECT customer, midx, gained, regained, lost, closing, orders, money_rows + CASE WHEN recurring <> 0 THEN 1 ELSE 0 END AS money_rows,
           bought_rows + CASE WHEN recurring <> 0 THEN 1 ELSE 0 END AS revenue_rows,
           uncosted_rows + CASE WHEN recurring <> 0 AND sale_costs = 0 THEN 1 ELSE 0 END AS uncosted_rows, bought + recurring AS revenue, cost_of_sales,
           cost_to_serve, cost_to_communicate, recurring
    FROM dense
),
measured AS (
    SELECT earned.*,
           CASE WHEN NOT CAST(:by_contribution AS BOOLEAN) THEN revenue
                WHEN uncosted_rows = 0 THEN revenue - cost_of_sales - cost_to_serve - cost_to_communicate
                ELSE 0 END AS worth
    FROM earned
),
valued AS (
    SELECT measured.*,
           SUM(worth) OVER (PARTITION BY customer ORDER BY midx ROWS BETWEEN {window} PRECEDING AND CURRENT ROW) AS value,
           SUM(worth) OVER (PARTITION BY customer ORDER BY midx ROWS BETWEEN {window_before} PRECEDING AND 1 PRECEDING) AS prior_value,
           SUM(revenue) OVER (PARTITION BY customer ORDER BY midx ROWS BETWEEN 1 PRECEDING AND 1 PRECEDING) AS prior_month,
           SUM(revenue) OVER (PARTITION BY customer ORDER BY midx ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) AS prior_quarter,
           SUM(revenue) OVER (PARTITION BY customer ORDER BY midx ROWS BETWEEN 12 PRECEDING AND 1 PRECEDING) AS prior_year
    FROM measured
)
SELECT customer, midx, CAST(closing - gained - regained + lost AS INTEGER) AS opening, gained, regained, lost, CAST(closing AS INTEGER) AS closing,
       orders, money_rows, revenue_rows, uncosted_rows, revenue, cost_of_sales, cost_to_serve, cost_to_communicate, recurring, value,
       COALESCE(prior_value, 0) AS prior_value, COALESCE(prior_month, 0) AS prior_month, COALESCE(prior_quarter, 0) AS prior_quarter,
       COALESCE(prior_year, 0) AS prior_year
FROM valued

-- name: customer_coarse
-- one row per span of months and customer: its ends compared, and what was booked inside it; prior_quarter and prior_year are those of its first month
WITH span_month AS (
    SELECT DISTINCT span, midx, first_midx, last_midx FROM period_month
),
summed AS (
    SELECT p.span, c.customer,
           SUM(CASE WHEN c.midx = p.first_midx THEN c.opening ELSE 0 END) AS opening,
           SUM(CASE WHEN c.midx = p.last_midx THEN c.closing ELSE 0 END) AS closing,
           SUM(c.gained) AS gained, SUM(c.regained) AS regained, SUM(c.lost) AS lost, SUM(c.orders) AS orders, SUM(c.money_rows) AS money_rows,
           SUM(c.revenue_rows) AS revenue_rows, SUM(c.uncosted_rows) AS uncosted_rows, SUM(c.revenue) AS revenue, SUM(c.cost_of_sales) AS cost_of_sales,
           SUM(c.cost_to_serve) AS cost_to_serve, SUM(c.cost_to_communicate) AS cost_to_communicate,
           SUM(CASE WHEN c.midx = p.last_midx THEN c.recurring ELSE 0 END) AS recurring,
           SUM(CASE WHEN c.midx = p.last_midx THEN c.value ELSE 0 END) AS value,
           SUM(CASE WHEN c.midx = p.first_midx THEN c.prior_value ELSE 0 END) AS prior_value,
           SUM(CASE WHEN c.midx = p.first_midx THEN c.prior_quarter ELSE 0 END) AS prior_quarter,
           SUM(CASE WHEN c.midx = p.first_midx THEN c.prior_year ELSE 0 END) AS prior_year
    FROM customer_month c
    JOIN span_month p ON p.midx = c.midx
    GROUP BY p.span, c.customer
),
compared AS (
    SELECT summed.*,
           CASE WHEN opening = 0 AND closing = 1 AND gained > 0 THEN 1 ELSE 0 END AS net_gained,
           CASE WHEN opening = 0 AND closing = 1 AND gained = 0 THEN 1 ELSE 0 END AS net_regained,
           CASE WHEN opening = 1 AND closing = 0 THEN 1 ELSE 0 END AS net_lost
    FROM summed
)
SELECT span, customer, CAST(opening AS INTEGER) AS opening, CAST(net_gained AS INTEGER) AS gained,
       CAST(net_regained AS INTEGER) AS regained, CAST(net_lost AS INTEGER) AS lost, CAST(closing AS INTEGER) AS closing,
       CAST(gained - net_gained AS INTEGER) AS gained_inside, CAST(regained - net_regained AS INTEGER) AS regained_inside,
       CAST(lost - net_lost AS INTEGER) AS lost_inside, orders, money_rows, revenue_rows, uncosted_rows, revenue, cost_of_sales, cost_to_serve,
       cost_to_communicate, recurring, value, prior_value, prior_quarter, prior_year
FROM compared
WHERE opening + closing + gained + regained + lost + money_rows > 0

-- name: write_customer_period
-- one row per grain, period and customer with a state or money
WITH flow AS (
    SELECT 'month' AS grain, p.period, p.starts_on, c.customer, c.opening, c.gained, c.regained, c.lost, c.closing, 0 AS gained_inside,
           0 AS regained_inside, 0 AS lost_inside, c.orders, c.money_rows, c.revenue_rows, c.uncosted_rows, c.revenue, c.cost_of_sales,
           c.cost_to_serve, c.cost_to_communicate, c.recurring, c.value, c.prior_value, c.prior_month AS prior_revenue
    FROM customer_month c
    JOIN written_month p ON p.midx = c.midx
    UNION ALL
    SELECT p.grain, p.period, p.starts_on, c.customer, c.opening, c.gained, c.regained, c.lost, c.closing, c.gained_inside, c.regained_inside,
           c.lost_inside, c.orders, c.money_rows, c.revenue_rows, c.uncosted_rows, c.revenue, c.cost_of_sales, c.cost_to_serve,
           c.cost_to_communicate, c.recurring, c.value, c.prior_value,
           CASE WHEN p.grain IN ('quarter', 'fiscal-quarter') THEN c.prior_quarter ELSE c.prior_year END
    FROM customer_coarse c
    JOIN (SELECT DISTINCT grain, period, starts_on, span FROM written_period) p ON p.span = c.span
),
known AS (
    SELECT flow.*, CASE WHEN uncosted_rows = 0 THEN cost_of_sales END AS known_cost
    FROM flow
    WHERE opening + closing + gained + regained + lost + gained_inside + regained_inside + lost_inside + money_rows > 0
)
SELECT k.grain, k.period, k.starts_on, k.customer, c.segment, c.site, c.channel,
       CASE WHEN k.closing = 1 AND k.gained > 0 THEN 'gained'
            WHEN k.closing = 1 AND k.regained > 0 THEN 'regained'
            WHEN k.closing = 1 AND k.revenue_rows = 0 THEN 'dormant'
            WHEN k.closing = 1 AND k.revenue > k.prior_revenue THEN 'growing'
            WHEN k.closing = 1 AND k.revenue < k.prior_revenue THEN 'shrinking'
            WHEN k.closing = 1 THEN 'continuing'
            WHEN k.opening + k.gained + k.regained + k.gained_inside + k.regained_inside > 0 THEN 'lost'
            ELSE 'none' END AS state,
       k.opening, k.gained, k.regained, k.lost, k.closing, k.gained_inside, k.regained_inside, k.lost_inside, CAST(k.orders AS BIGINT) AS orders,
       CAST(k.revenue AS DECIMAL(38, 10)) AS revenue, CAST(k.known_cost AS DECIMAL(38, 10)) AS cost_of_sales,
       CAST(k.cost_to_serve AS DECIMAL(38, 10)) AS cost_to_serve, CAST(k.cost_to_communicate AS DECIMAL(38, 10)) AS cost_to_communicate,
       CAST(k.revenue - k.known_cost - k.cost_to_serve - k.cost_to_communicate AS DECIMAL(38, 10)) AS contribution,
       CAST(k.prior_revenue AS DECIMAL(38, 10)) AS prior_revenue, CAST(k.recurring AS DECIMAL(38, 10)) AS recurring,
       CAST(k.value AS DECIMAL(38, 10)) AS value, CAST(k.prior_value AS DECIMAL(38, 10)) AS prior_value,
       CAST(:definitions AS VARCHAR) AS definitions
FROM known k
JOIN ledger_customer c ON c.customer = k.customer
ORDER BY k.grain, k.customer, k.starts_on

-- name: write_unknown_period
-- one row per grain, period and site: purchases, and contracts in force at a month's end, without customer
WITH bought AS (
    SELECT ca_midx(occurred_on) AS midx, site, COUNT(*) AS lines, CAST(SUM(amount) AS DECIMAL(38, 10)) AS revenue,
           COALESCE(SUM({line_cost}), 0) AS cost_of_sales, COUNT(CASE WHEN amount <> 0 AND {line_cost} IS NULL THEN 1 END) AS uncosted_rows
    FROM purchase
    WHERE customer IS NULL
    GROUP BY ca_midx(occurred_on), site
    UNION ALL
    SELECT m.midx, k.site, 0, CAST(SUM(k.monthly) AS DECIMAL(38, 10)), 0, COUNT(*)
    FROM contract k
    JOIN calendar_month m ON k.started_on <= m.judged_on AND (k.ended_on IS NULL OR k.ended_on > m.judged_on)
    WHERE k.customer IS NULL
    GROUP BY m.midx, k.site
),
spread AS (
    SELECT 'month' AS grain, m.period, m.starts_on, b.site, b.lines, b.revenue, b.cost_of_sales, b.uncosted_rows FROM bought b JOIN calendar_month m ON m.midx = b.midx
    UNION ALL
    SELECT p.grain, p.period, p.starts_on, b.site, b.lines, b.revenue, b.cost_of_sales, b.uncosted_rows FROM bought b JOIN period_month p ON p.midx = b.midx
)
SELECT grain, period, site, CAST(SUM(lines) AS BIGINT) AS lines, CAST(SUM(revenue) AS DECIMAL(38, 10)) AS revenue,
       CASE WHEN SUM(uncosted_rows) = 0 THEN CAST(SUM(cost_of_sales) AS DECIMAL(38, 10)) END AS cost_of_sales
FROM spread
GROUP BY grain, period, starts_on, site
ORDER BY grain, starts_on, site NULLS FIRST

-- name: write_company_cost
-- one row per grain, period, site and kind of cost: costs that name no customer, less what the cost rules gave to customers
WITH named AS (
    SELECT occurred_on, site, cost_kind, amount FROM cost WHERE customer IS NULL
    UNION ALL
    SELECT occurred_on, site, cost_kind, amount FROM cost_entry WHERE customer IS NULL
),
spent AS (
    SELECT ca_midx(occurred_on) AS midx, site, cost_kind, SUM(amount) AS amount
    FROM named
    GROUP BY ca_midx(occurred_on), site, cost_kind
),
spread AS (
    SELECT 'month' AS grain, m.period, m.starts_on, s.site, s.cost_kind, s.amount FROM spent s JOIN calendar_month m ON m.midx = s.midx
    UNION ALL
    SELECT p.grain, p.period, p.starts_on, s.site, s.cost_kind, s.amount FROM spent s JOIN period_month p ON p.midx = s.midx
)
SELECT grain, period, site, cost_kind, CAST(SUM(amount) AS DECIMAL(38, 10)) AS amount
FROM spread
GROUP BY grain, period, starts_on, site, cost_kind
ORDER BY grain, starts_on, site NULLS FIRST, cost_kind

-- name: write_customer
SELECT customer, segment, site, channel, first_on FROM settled_customer ORDER BY customer

-- name: write_spell
SELECT customer, spell, started_on, ended_on FROM spell ORDER BY customer, spell

-- name: write_calendar
SELECT grain, period, starts_on, ends_on, complete, ordinal, previous, last_year FROM calendar ORDER BY grain, ordinal

-- name: calendar_month
-- one row per month; judged_on is its last day, or :through if that comes first
CREATE TABLE calendar_month AS
SELECT period, starts_on, ca_midx(starts_on) AS midx,
       CASE WHEN ends_on > CAST(:through AS DATE) THEN CAST(:through AS DATE) ELSE ca_add_days(ends_on, -1) END AS judged_on
FROM calendar
WHERE grain = 'month'

-- name: period_month
-- one row per coarser period and month of it; first_midx and last_midx are the first and the last month up to :through,
-- span is equal for periods of the same months, as those of a fiscal year that starts in January
CREATE TABLE period_month AS
SELECT grain, period, starts_on, midx, first_midx, last_midx, first_midx * 1000 + last_midx - first_midx AS span
FROM (
    SELECT p.grain, p.period, p.starts_on, m.midx, ca_midx(p.starts_on) AS first_midx, MAX(m.midx) OVER (PARTITION BY p.grain, p.period) AS last_midx
    FROM calendar p
    JOIN calendar_month m ON m.starts_on >= p.starts_on AND m.starts_on < p.ends_on
    WHERE p.grain <> 'month'
) spans

-- name: first_day
-- one row: the first day on which anything happened; since when somebody is a customer counts only where nothing else is known
SELECT COALESCE(MIN(first_on), (SELECT MIN(k.first_on) FROM settled_customer k)) AS first_on
FROM (
    SELECT MIN(occurred_on) AS first_on FROM purchase
    UNION ALL
    SELECT MIN(started_on) FROM contract
    UNION ALL
    SELECT MIN(occurred_on) FROM cost
    UNION ALL
    SELECT MIN(occurred_on) FROM ticket
    UNION ALL
    SELECT MIN(occurred_on) FROM feedback
    UNION ALL
    SELECT MIN(occurred_on) FROM operation
    UNION ALL
    SELECT MIN(occurred_on) FROM departure
    UNION ALL
    SELECT MIN(occurred_on) FROM referral
) days
