-- name: programme-base
-- question: What became of the customers of a period's end until a day, to set the audience of a programme beside others like it?
-- unit: customers, and money in the reporting currency
-- grain: period and stratum: segment, tenth by value, tenure
-- direction: none
-- no-data: nothing
-- source: customer_period, spell, calendar
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: costs are known for other customers, or the activity or the value definition differs
-- dimensions: segment, site, channel
-- parameters: until
WITH span AS (
    SELECT c.period, c.starts_on, c.ends_on FROM {calendar} c WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
final AS (
    SELECT MAX(c.starts_on) AS starts_on FROM {calendar} c
    WHERE c.grain = 'month' AND c.starts_on <= COALESCE(CAST(:until AS DATE), :through)
),
here AS (
    SELECT s.period, s.starts_on, s.ends_on, p.customer, p.segment, ca_days(b.started_on, s.ends_on) AS days,
           NTILE(10) OVER (PARTITION BY s.period ORDER BY p.value DESC NULLS LAST, p.customer NULLS LAST) AS tenth
    FROM span s
    JOIN {customer_period} p ON p.grain = :grain AND p.period = s.period AND p.closing = 1
    JOIN {spell} b ON b.customer = p.customer AND b.spell = 1
),
-- figure
later AS (
    SELECT h.period, h.customer, SUM(CASE WHEN p.starts_on = f.starts_on THEN p.closing ELSE 0 END) AS active, COUNT(*) AS months,
           COUNT(p.contribution) AS known, SUM(p.contribution) AS contribution
    FROM here h
    JOIN final f ON 1 = 1
    JOIN {customer_period} p ON p.grain = 'month' AND p.customer = h.customer AND p.starts_on >= h.ends_on AND p.starts_on <= f.starts_on
    GROUP BY h.period, h.customer
),
followed AS (
    SELECT h.period, h.starts_on, h.customer, COALESCE(h.segment, 'no segment') AS segment, h.tenth,
           CASE WHEN h.days < 365 THEN 'up to a year' WHEN h.days < 1095 THEN 'up to three years' ELSE 'longer' END AS tenure,
           COALESCE(l.active, 0) AS active,
           CASE WHEN l.customer IS NULL THEN 0 WHEN l.months = l.known THEN l.contribution END AS contribution
    FROM here h
    LEFT JOIN later l ON l.period = h.period AND l.customer = h.customer
)
SELECT f.period, f.segment, f.tenth, f.tenure, COUNT(*) AS customers, SUM(f.active) AS active, COUNT(f.contribution) AS known,
       SUM(f.contribution) AS contribution
FROM followed f
GROUP BY f.period, f.starts_on, f.segment, f.tenth, f.tenure
ORDER BY f.starts_on, f.segment NULLS LAST, f.tenth NULLS LAST, f.tenure NULLS LAST
-- rows
later AS (
    SELECT h.period, h.customer, SUM(CASE WHEN p.starts_on = f.starts_on THEN p.closing ELSE 0 END) AS active, COUNT(*) AS months,
           COUNT(p.contribution) AS known, SUM(p.contribution) AS contribution
    FROM here h
    JOIN final f ON 1 = 1
    JOIN {customer_period} p ON p.grain = 'month' AND p.customer = h.customer AND p.starts_on >= h.ends_on AND p.starts_on <= f.starts_on
    GROUP BY h.period, h.customer
)
SELECT h.period, h.customer, COALESCE(h.segment, 'no segment') AS segment, h.tenth,
       CASE WHEN h.days < 365 THEN 'up to a year' WHEN h.days < 1095 THEN 'up to three years' ELSE 'longer' END AS tenure,
       COALESCE(l.active, 0) AS active, CASE WHEN l.customer IS NULL THEN 0 WHEN l.months = l.known THEN l.contribution END AS contribution
FROM here h
LEFT JOIN later l ON l.period = h.period AND l.customer = h.customer
ORDER BY h.starts_on, h.customer NULLS LAST
