-- The ledger's tables of a company that has purchases and nothing else: customer, spell, calendar, buying_move, customer_period and unknown_period, with the
-- rows and columns of the product's build under the rules of a new workspace (lapse 365 days, value = revenue of twelve months). The facts stay
-- where they are, as the product leaves them. No identities are checked.
CREATE TEMP VIEW line AS
SELECT customer, occurred_at, CAST(occurred_at AS DATE) AS day, "order", quantity, amount, cost, site
FROM read_parquet('${in}');

CREATE TEMP TABLE span AS SELECT min(day) AS first_day, max(day) AS through FROM line;

CREATE TEMP TABLE month AS
SELECT CAST(m AS DATE) AS month
FROM span, generate_series(date_trunc('month', first_day), date_trunc('month', through), INTERVAL 1 MONTH) AS s(m);

CREATE TEMP TABLE calendar AS
WITH started AS (
    SELECT DISTINCT grain, CAST(date_trunc(CASE WHEN grain = 'month' THEN 'month' WHEN grain LIKE '%quarter' THEN 'quarter' ELSE 'year' END, month) AS DATE) AS starts_on
    FROM month, (VALUES ('month'), ('quarter'), ('year'), ('fiscal-quarter'), ('fiscal-year')) AS g(grain)
), bounded AS (
    SELECT grain, starts_on, CAST(starts_on + CASE WHEN grain = 'month' THEN INTERVAL 1 MONTH WHEN grain LIKE '%quarter' THEN INTERVAL 3 MONTH
        ELSE INTERVAL 12 MONTH END AS DATE) AS ends_on
    FROM started
), named AS (
    SELECT *, CASE grain WHEN 'month' THEN strftime(starts_on, '%Y-%m') WHEN 'quarter' THEN year(starts_on) || '-Q' || quarter(starts_on)
        WHEN 'year' THEN strftime(starts_on, '%Y') WHEN 'fiscal-quarter' THEN 'FY' || year(starts_on) || '-Q' || quarter(starts_on)
        ELSE 'FY' || year(starts_on) END AS period
    FROM bounded
)
SELECT grain, period, starts_on, ends_on, ends_on <= through + 1 AS complete, row_number() OVER (PARTITION BY grain ORDER BY starts_on) AS ordinal
FROM named, span;

COPY (SELECT * FROM calendar ORDER BY grain, ordinal) TO '${out}/calendar.parquet' (FORMAT parquet);

CREATE TEMP TABLE customer AS
SELECT customer, CAST(NULL AS VARCHAR) AS segment, arg_max(site, occurred_at) AS site, CAST(NULL AS VARCHAR) AS channel, min(day) AS first_on
FROM line
WHERE customer IS NOT NULL
GROUP BY customer;

COPY (SELECT * FROM customer ORDER BY customer) TO '${out}/customer.parquet' (FORMAT parquet);

CREATE TEMP TABLE spell AS
WITH bought AS (
    SELECT DISTINCT customer, day FROM line WHERE customer IS NOT NULL AND quantity > 0
), marked AS (
    SELECT customer, day, CASE WHEN day - lag(day) OVER (PARTITION BY customer ORDER BY day) <= 365 THEN 0 ELSE 1 END AS starts
    FROM bought
), numbered AS (
    SELECT customer, day, sum(starts) OVER (PARTITION BY customer ORDER BY day) AS spell FROM marked
)
SELECT customer, CAST(spell AS INTEGER) AS spell, min(day) AS started_on, max(day) + 366 AS ended_on
FROM numbered
GROUP BY customer, spell;

COPY (SELECT * FROM spell ORDER BY customer, spell) TO '${out}/spell.parquet' (FORMAT parquet);

COPY (
    WITH day AS (
        SELECT customer, day AS moved_on, CAST(count(*) FILTER (amount >= 0 AND NOT (amount = 0 AND quantity < 0)) > 0 AS INTEGER) AS sale,
            coalesce(sum(amount) FILTER (amount >= 0 AND NOT (amount = 0 AND quantity < 0)), 0) AS day_sold, sum(amount) AS day_kept
        FROM line
        WHERE customer IS NOT NULL
        GROUP BY customer, day
    ), run AS (
        SELECT *, sum(sale) OVER p AS sales, sum(day_sold) OVER p AS sold, sum(day_kept) OVER p AS kept, min(CASE WHEN sale = 1 THEN moved_on END) OVER p AS first_on,
            max(CASE WHEN sale = 1 THEN moved_on END) OVER p AS last_on
        FROM day
        WINDOW p AS (PARTITION BY customer ORDER BY moved_on ROWS UNBOUNDED PRECEDING)
    ), told AS (
        SELECT run.*, CASE WHEN first_on IS NOT NULL THEN sold - first_sold END AS spend, lag(last_on) OVER (PARTITION BY customer ORDER BY moved_on) AS last_before
        FROM run LEFT JOIN (SELECT customer, day_sold AS first_sold FROM run WHERE sale = 1 AND sales = 1) AS begun USING (customer)
    )
    SELECT customer, moved_on, first_on, last_before, CASE WHEN last_before IS NOT NULL THEN CAST(sales - 1 - sale AS BIGINT) END AS x_before,
        CAST(CASE WHEN last_before IS NOT NULL THEN spend - day_sold END AS DECIMAL(38, 6)) AS spend_before, last_on,
        CASE WHEN first_on IS NOT NULL THEN CAST(sales - 1 AS BIGINT) END AS x, CAST(spend AS DECIMAL(38, 6)) AS spend,
        CAST(sold AS DECIMAL(38, 6)) AS sold, CAST(kept AS DECIMAL(38, 6)) AS kept, CAST(day_sold AS DECIMAL(38, 6)) AS day_sold,
        CAST(day_kept AS DECIMAL(38, 6)) AS day_kept
    FROM told
    ORDER BY customer, moved_on
) TO '${out}/buying_move.parquet' (FORMAT parquet);

CREATE TEMP TABLE booked AS
WITH bought AS (
    SELECT customer, CAST(date_trunc('month', day) AS DATE) AS month, count(DISTINCT "order") FILTER (quantity > 0) AS orders, count(*) AS lines,
        count(*) FILTER (amount <> 0) AS revenue_lines, count(*) FILTER (amount <> 0 AND cost IS NULL) AS uncosted_lines,
        sum(amount) AS revenue, coalesce(sum(cost), 0) AS cost_of_sales
    FROM line
    WHERE customer IS NOT NULL
    GROUP BY customer, month
), moved AS (
    SELECT customer, month, sum(gained) AS gained, sum(regained) AS regained, sum(lost) AS lost
    FROM (
        SELECT customer, CAST(date_trunc('month', started_on) AS DATE) AS month, CAST(spell = 1 AS INTEGER) AS gained,
            CAST(spell > 1 AS INTEGER) AS regained, 0 AS lost
        FROM spell
        UNION ALL
        SELECT customer, CAST(date_trunc('month', ended_on) AS DATE), 0, 0, 1 FROM spell, span WHERE ended_on <= through
    )
    GROUP BY customer, month
)
SELECT * FROM bought FULL JOIN moved USING (customer, month);

CREATE TEMP TABLE customer_month AS
WITH grid AS (
    SELECT customer, month.month FROM (SELECT customer, min(month) AS first_month FROM booked GROUP BY customer) JOIN month ON month.month >= first_month
), dense AS (
    SELECT customer, month, coalesce(gained, 0) AS gained, coalesce(regained, 0) AS regained, coalesce(lost, 0) AS lost, coalesce(orders, 0) AS orders,
        coalesce(lines, 0) AS lines, coalesce(revenue_lines, 0) AS revenue_lines, coalesce(uncosted_lines, 0) AS uncosted_lines,
        coalesce(revenue, 0) AS revenue, coalesce(cost_of_sales, 0) AS cost_of_sales
    FROM grid LEFT JOIN booked USING (customer, month)
)
SELECT *, sum(gained + regained - lost) OVER (PARTITION BY customer ORDER BY month ROWS UNBOUNDED PRECEDING) AS closing,
    sum(revenue) OVER (PARTITION BY customer ORDER BY month ROWS 11 PRECEDING) AS value,
    coalesce(sum(revenue) OVER (PARTITION BY customer ORDER BY month ROWS BETWEEN 12 PRECEDING AND 1 PRECEDING), 0) AS prior_value,
    coalesce(lag(revenue) OVER (PARTITION BY customer ORDER BY month), 0) AS prior_month,
    coalesce(sum(revenue) OVER (PARTITION BY customer ORDER BY month ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING), 0) AS prior_quarter
FROM dense;

CREATE TEMP TABLE coarse AS
WITH member AS (
    SELECT grain, period, starts_on, month, min(month) OVER p AS first_month, max(month) OVER p AS last_month
    FROM calendar JOIN month ON month >= starts_on AND month < ends_on
    WHERE grain <> 'month'
    WINDOW p AS (PARTITION BY grain, period)
), summed AS (
    SELECT grain, period, starts_on, customer, coalesce(sum(closing - gained - regained + lost) FILTER (month = starts_on), 0) AS opening,
        sum(closing) FILTER (month = last_month) AS closing, sum(gained) AS gained, sum(regained) AS regained, sum(lost) AS lost, sum(orders) AS orders,
        sum(lines) AS lines, sum(revenue_lines) AS revenue_lines, sum(uncosted_lines) AS uncosted_lines, sum(revenue) AS revenue,
        sum(cost_of_sales) AS cost_of_sales, sum(value) FILTER (month = last_month) AS value,
        coalesce(sum(prior_value) FILTER (month = starts_on), 0) AS prior_value,
        coalesce(sum(CASE WHEN grain LIKE '%quarter' THEN prior_quarter ELSE prior_value END) FILTER (month = starts_on), 0) AS prior_revenue
    FROM customer_month JOIN member USING (month)
    GROUP BY grain, period, starts_on, customer
), netted AS (
    SELECT *, CASE WHEN opening = 0 AND closing = 1 AND gained > 0 THEN 1 ELSE 0 END AS net_gained,
        CASE WHEN opening = 0 AND closing = 1 AND gained = 0 THEN 1 ELSE 0 END AS net_regained,
        CASE WHEN opening = 1 AND closing = 0 THEN 1 ELSE 0 END AS net_lost
    FROM summed
)
SELECT * EXCLUDE (gained, regained, lost, net_gained, net_regained, net_lost), net_gained AS gained, net_regained AS regained, net_lost AS lost,
    gained - net_gained AS gained_inside, regained - net_regained AS regained_inside, lost - net_lost AS lost_inside
FROM netted;

COPY (
    WITH flow AS (
        SELECT 'month' AS grain, strftime(month, '%Y-%m') AS period, month AS starts_on, customer, closing - gained - regained + lost AS opening, closing,
            gained, regained, lost, 0 AS gained_inside, 0 AS regained_inside, 0 AS lost_inside, orders, lines, revenue_lines, uncosted_lines, revenue,
            cost_of_sales, value, prior_value, prior_month AS prior_revenue
        FROM customer_month
        UNION ALL BY NAME
        SELECT * FROM coarse
    )
    SELECT grain, period, starts_on, customer, segment, site, channel,
        CASE WHEN closing = 1 AND gained > 0 THEN 'gained' WHEN closing = 1 AND regained > 0 THEN 'regained' WHEN closing = 1 AND revenue_lines = 0 THEN 'dormant'
            WHEN closing = 1 AND revenue > prior_revenue THEN 'growing' WHEN closing = 1 AND revenue < prior_revenue THEN 'shrinking'
            WHEN closing = 1 THEN 'continuing' WHEN opening + gained + regained + gained_inside + regained_inside > 0 THEN 'lost' ELSE 'none' END AS state,
        CAST(opening AS INTEGER) AS opening, CAST(gained AS INTEGER) AS gained, CAST(regained AS INTEGER) AS regained, CAST(lost AS INTEGER) AS lost,
        CAST(closing AS INTEGER) AS closing, CAST(gained_inside AS INTEGER) AS gained_inside, CAST(regained_inside AS INTEGER) AS regained_inside,
        CAST(lost_inside AS INTEGER) AS lost_inside, CAST(orders AS BIGINT) AS orders, CAST(revenue AS DECIMAL(38, 10)) AS revenue,
        CASE WHEN uncosted_lines = 0 THEN CAST(cost_of_sales AS DECIMAL(38, 10)) END AS cost_of_sales, CAST(0 AS DECIMAL(38, 10)) AS cost_to_serve,
        CAST(0 AS DECIMAL(38, 10)) AS cost_to_communicate, CASE WHEN uncosted_lines = 0 THEN CAST(revenue - cost_of_sales AS DECIMAL(38, 10)) END AS contribution,
        CAST(prior_revenue AS DECIMAL(38, 10)) AS prior_revenue, CAST(0 AS DECIMAL(38, 10)) AS recurring, CAST(value AS DECIMAL(38, 10)) AS value,
        CAST(prior_value AS DECIMAL(38, 10)) AS prior_value, 'activity@1,value@1' AS definitions
    FROM flow JOIN customer USING (customer)
    WHERE opening + closing + gained + regained + lost + gained_inside + regained_inside + lost_inside + lines > 0
    ORDER BY grain, customer, starts_on
) TO '${out}/customer_period.parquet' (FORMAT parquet);

COPY (
    SELECT grain, period, site, count(*) AS lines, CAST(sum(amount) AS DECIMAL(38, 10)) AS revenue,
        CASE WHEN count(*) FILTER (amount <> 0 AND cost IS NULL) = 0 THEN CAST(coalesce(sum(cost), 0) AS DECIMAL(38, 10)) END AS cost_of_sales
    FROM line JOIN calendar ON day >= starts_on AND day < ends_on
    WHERE customer IS NULL
    GROUP BY grain, period, starts_on, site
    ORDER BY grain, starts_on, site NULLS FIRST
) TO '${out}/unknown_period.parquet' (FORMAT parquet);
