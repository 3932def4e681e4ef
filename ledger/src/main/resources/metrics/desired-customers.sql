-- name: desired-customers
-- question: How many of the customers we gained are those we wished to win?
-- unit: customers gained, and money in the reporting currency
-- grain: period, definition and part
-- direction: up
-- no-data: nothing
-- source: spell, customer, customer_period, contract, purchase, definitions of desired customers
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the definition of desired customers or the activity definition differs
-- dimensions: segment, site, channel
-- parameters: definition, split, fit
-- finish: fit-share
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
begun AS (
    SELECT v.customer, b.product, 0 AS rank, b.amount, b.key, b.source FROM valued v JOIN {contract} b ON b.customer = v.customer AND b.started_on = v.started_on
    UNION ALL
    SELECT v.customer, b.product, 1 AS rank, b.amount, b.key, b.source
    FROM valued v
    JOIN {purchase} b ON b.customer = v.customer AND b.occurred_on = v.started_on AND b.line_kind = 'sale'
),
first_bought AS (
    SELECT b.customer, b.product, ROW_NUMBER() OVER (PARTITION BY b.customer ORDER BY b.rank NULLS LAST, b.amount DESC NULLS LAST, b.source NULLS LAST, b.key NULLS LAST) AS place
    FROM begun b
),
known AS (
    SELECT v.period, v.starts_on, v.customer, v.started_on, v.segment, v.site, v.channel, v.first_value, f.product
    FROM valued v
    LEFT JOIN first_bought f ON f.customer = v.customer AND f.place = 1
),
asked AS (
    SELECT d.definition, d.department, d.in_force, d.everybody
    FROM {desired_definition} d
    WHERE d.definition = CAST(:definition AS VARCHAR) OR (CAST(:definition AS VARCHAR) = 'every' AND d.newest = 1)
       OR (CAST(:definition AS VARCHAR) IS NULL AND d.in_force = 1)
),
judged AS (
    SELECT a.definition, k.customer, MAX(r.wanted) AS wanted, MIN(r.wanted) AS least_wanted
    FROM asked a
    JOIN {desired_rule} r ON r.definition = a.definition
    JOIN known k ON (r.segment IS NULL OR r.segment = k.segment) AND (r.site IS NULL OR r.site = k.site) AND (r.channel IS NULL OR r.channel = k.channel)
                AND (r.product IS NULL OR r.product = k.product) AND (r.at_least IS NULL OR k.first_value >= r.at_least) AND (r.below IS NULL OR k.first_value < r.below)
    GROUP BY a.definition, k.customer
),
told AS (
    SELECT a.definition, a.department, a.in_force, k.period, k.starts_on, k.customer, k.started_on, k.segment, k.site, k.channel, k.first_value, k.product,
           CASE WHEN j.least_wanted = 0 THEN 'not-desired' WHEN j.wanted = 1 OR a.everybody = 1 THEN 'desired' ELSE 'neither' END AS fit,
           CASE WHEN :split = 'segment' THEN k.segment WHEN :split = 'site' THEN k.site WHEN :split = 'channel' THEN k.channel END AS name
    FROM known k
    JOIN asked a ON 1 = 1
    LEFT JOIN judged j ON j.definition = a.definition AND j.customer = k.customer
)
-- figure
SELECT t.period, t.definition, t.department, t.in_force, t.name, COUNT(*) AS customers, COUNT(CASE WHEN t.fit = 'desired' THEN 1 END) AS desired, COUNT(CASE WHEN t.fit = 'not-desired' THEN 1 END) AS not_desired,
       COUNT(CASE WHEN t.fit = 'neither' THEN 1 END) AS neither, SUM(t.first_value) AS first_value,
       SUM(CASE WHEN t.fit = 'desired' THEN t.first_value ELSE 0 END) AS first_value_desired
FROM told t
GROUP BY t.period, t.starts_on, t.definition, t.department, t.in_force, t.name
ORDER BY t.starts_on, t.in_force DESC NULLS LAST, t.definition NULLS LAST, t.name NULLS LAST
-- rows
SELECT t.period, t.definition, t.fit, t.customer, t.segment, t.site, t.channel, t.started_on AS came_on, t.product AS first_product, t.first_value
FROM told t
WHERE CAST(:fit AS VARCHAR) IS NULL OR t.fit = :fit
ORDER BY t.starts_on, t.definition NULLS LAST, t.first_value DESC NULLS LAST, t.customer NULLS LAST
