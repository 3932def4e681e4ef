-- name: gained-value
-- question: What are the customers worth whom we gained, and how do they begin?
-- unit: customers gained, and money in the reporting currency
-- grain: period
-- direction: up
-- no-data: nothing
-- source: spell, customer, customer_period
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the activity definition differs
-- dimensions: segment, site, channel
-- parameters: half_year
WITH came AS (
    SELECT c.period, c.starts_on, s.customer, s.started_on, s.ended_on, k.segment, k.site, k.channel
    FROM {spell} s
    JOIN {calendar} c ON c.grain = :grain AND s.started_on >= c.starts_on AND s.started_on < c.ends_on
    JOIN {customer} k ON k.customer = s.customer
    WHERE s.spell = 1 AND s.started_on <= :through AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
valued AS (
    SELECT h.period, h.starts_on, h.customer, h.started_on, h.ended_on, h.segment, h.site, h.channel, COALESCE(p.revenue, 0) AS first_value
    FROM came h
    LEFT JOIN {customer_period} p ON p.customer = h.customer AND p.grain = 'month' AND ca_midx(p.starts_on) = ca_midx(h.started_on)
),
grown AS (
    SELECT v.customer, SUM(CASE WHEN ca_midx(p.starts_on) < ca_midx(v.started_on) + 3 THEN p.revenue ELSE 0 END) AS value_3,
           SUM(p.revenue) AS value_6
    FROM valued v
    JOIN {customer_period} p ON p.customer = v.customer AND p.grain = 'month' AND ca_midx(p.starts_on) >= ca_midx(v.started_on)
                            AND ca_midx(p.starts_on) < ca_midx(v.started_on) + 6
    GROUP BY v.customer
),
told AS (
    SELECT v.period, v.starts_on, v.customer, v.started_on, v.segment, v.site, v.channel, v.first_value,
           CASE WHEN ca_midx(v.started_on) + 3 <= ca_midx(ca_add_days(:through, 1)) THEN COALESCE(g.value_3, 0) END AS value_3,
           CASE WHEN ca_midx(v.started_on) + 6 <= ca_midx(ca_add_days(:through, 1)) THEN COALESCE(g.value_6, 0) END AS value_6,
           CASE WHEN ca_add_days(v.started_on, 183) > :through THEN 'too-early' WHEN v.ended_on <= ca_add_days(v.started_on, 183) THEN 'left' ELSE 'stayed' END AS half_year,
           v.ended_on
    FROM valued v
    LEFT JOIN grown g ON g.customer = v.customer
)
-- figure
SELECT t.period, COUNT(*) AS customers, SUM(t.first_value) AS first_value, SUM(CAST(t.first_value AS DOUBLE) * CAST(t.first_value AS DOUBLE)) AS squares,
       COUNT(t.value_3) AS customers_3, SUM(t.value_3) AS value_3, COUNT(t.value_6) AS customers_6, SUM(t.value_6) AS value_6,
       COUNT(CASE WHEN t.half_year <> 'too-early' THEN 1 END) AS followed, COUNT(CASE WHEN t.half_year = 'left' THEN 1 END) AS left_early
FROM told t
GROUP BY t.period, t.starts_on
ORDER BY t.starts_on
-- rows
SELECT t.period, t.customer, t.segment, t.site, t.channel, t.started_on AS came_on, t.first_value, t.value_3, t.value_6, t.half_year,
       CASE WHEN t.half_year = 'left' THEN t.ended_on END AS left_on
FROM told t
WHERE CAST(:half_year AS VARCHAR) IS NULL OR t.half_year = :half_year OR (:half_year = 'followed' AND t.half_year <> 'too-early')
ORDER BY t.starts_on, t.first_value DESC NULLS LAST, t.customer NULLS LAST
