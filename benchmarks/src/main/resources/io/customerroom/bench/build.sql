-- Spells of activity (purchase, lapse 90 days), and one row per customer and period of five grains. Facts in, two Parquet files out.
CREATE TEMP TABLE line AS
SELECT customer, CAST(occurred_at AS DATE) AS day, quantity, amount, cost
FROM read_parquet('${in}')
WHERE customer IS NOT NULL;

CREATE TEMP TABLE spell AS
WITH bought AS (
    SELECT DISTINCT customer, day FROM line WHERE quantity > 0
), marked AS (
    SELECT customer, day, CASE WHEN day - lag(day) OVER (PARTITION BY customer ORDER BY day) <= 90 THEN 0 ELSE 1 END AS starts
    FROM bought
), numbered AS (
    SELECT customer, day, sum(starts) OVER (PARTITION BY customer ORDER BY day) AS spell FROM marked
)
SELECT customer, CAST(spell AS INTEGER) AS spell, min(day) AS started_on, max(day) + 91 AS ended_on
FROM numbered
GROUP BY customer, spell;

COPY (SELECT * FROM spell ORDER BY customer, spell) TO '${out}/spell.parquet' (FORMAT parquet);

CREATE TEMP TABLE span AS SELECT min(day) AS first_day, max(day) AS through FROM line;

CREATE TEMP TABLE month_of AS
SELECT CAST(m AS DATE) AS month, g.grain,
    CAST(CASE g.grain WHEN 'month' THEN m WHEN 'quarter' THEN date_trunc('quarter', m) WHEN 'fiscal-quarter' THEN date_trunc('quarter', m)
        ELSE date_trunc('year', m) END AS DATE) AS starts_on
FROM span, generate_series(date_trunc('month', first_day), date_trunc('month', through), INTERVAL 1 MONTH) AS s(m),
    (VALUES ('month'), ('quarter'), ('year'), ('fiscal-quarter'), ('fiscal-year')) AS g(grain);

CREATE TEMP TABLE value AS
SELECT grain, starts_on, customer, CAST(sum(orders) AS BIGINT) AS orders, sum(revenue) AS revenue, sum(cost_of_sales) AS cost_of_sales
FROM (
    SELECT customer, CAST(date_trunc('month', day) AS DATE) AS month, count(*) FILTER (quantity > 0) AS orders,
        sum(amount) AS revenue, sum(cost) AS cost_of_sales
    FROM line
    GROUP BY customer, month
) JOIN month_of USING (month)
GROUP BY grain, starts_on, customer;

CREATE TEMP TABLE flow AS
WITH touched AS (
    SELECT DISTINCT customer, spell, started_on, ended_on, grain, starts_on
    FROM (
        SELECT spell.*, unnest(generate_series(date_trunc('month', started_on), least(date_trunc('month', ended_on), date_trunc('month', through)), INTERVAL 1 MONTH)) AS m
        FROM spell, span
    ) JOIN month_of ON month = CAST(m AS DATE)
), bounded AS (
    SELECT touched.*, least(starts_on + CASE grain WHEN 'month' THEN INTERVAL 1 MONTH WHEN 'quarter' THEN INTERVAL 3 MONTH
        WHEN 'fiscal-quarter' THEN INTERVAL 3 MONTH ELSE INTERVAL 12 MONTH END, through + INTERVAL 1 DAY) AS ends_on
    FROM touched, span
)
SELECT grain, starts_on, customer,
    max(CASE WHEN started_on < starts_on AND ended_on >= starts_on THEN 1 ELSE 0 END) AS opening,
    CAST(sum(CASE WHEN spell = 1 AND started_on >= starts_on THEN 1 ELSE 0 END) AS INTEGER) AS gained,
    CAST(sum(CASE WHEN spell > 1 AND started_on >= starts_on THEN 1 ELSE 0 END) AS INTEGER) AS regained,
    CAST(sum(CASE WHEN ended_on >= starts_on AND ended_on < ends_on THEN 1 ELSE 0 END) AS INTEGER) AS lost,
    max(CASE WHEN ended_on >= ends_on THEN 1 ELSE 0 END) AS closing
FROM bounded
GROUP BY grain, starts_on, customer;

COPY (
    SELECT grain, starts_on, customer, opening, gained, regained, lost, closing, orders, revenue, cost_of_sales,
        revenue - cost_of_sales AS contribution,
        lag(revenue) OVER (PARTITION BY grain, customer ORDER BY starts_on) AS prior_revenue,
        sum(revenue) OVER (PARTITION BY grain, customer ORDER BY starts_on RANGE BETWEEN INTERVAL 11 MONTH PRECEDING AND CURRENT ROW) AS value
    FROM flow FULL JOIN value USING (grain, starts_on, customer)
    ORDER BY customer, grain, starts_on
) TO '${out}/customer_period.parquet' (FORMAT parquet);
