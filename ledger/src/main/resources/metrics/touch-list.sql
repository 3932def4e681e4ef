-- name: touch-list
-- question: Which of our best customers have not heard from us personally for too long?
-- unit: customers
-- grain: period and customer
-- direction: none
-- no-data: nothing
-- source: customer_period, calendar, spell, touch, the definition of touches
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the definition of touches or the activity definition differs
-- dimensions: segment, site, channel
-- parameters: customer
WITH span AS (
    SELECT c.period, c.starts_on, c.ends_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN c.ends_on > :through THEN :through ELSE ca_add_days(c.ends_on, -1) END AS read_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
earned AS (
    SELECT s.period, p.customer, CASE WHEN COUNT(*) = COUNT(p.contribution) THEN SUM(p.contribution) END AS contribution
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.end_month - 12 AND ca_midx(p.starts_on) < s.end_month
    GROUP BY s.period, p.customer
),
ranked AS (
    SELECT s.period, s.starts_on, s.ends_on, s.read_on, p.customer, p.segment, p.site, p.channel, e.contribution,
           ROW_NUMBER() OVER (PARTITION BY s.period ORDER BY e.contribution DESC NULLS LAST, p.customer NULLS LAST) AS place,
           COUNT(e.contribution) OVER (PARTITION BY s.period) AS known
    FROM span s
    JOIN {customer_period} p ON p.grain = :grain AND p.period = s.period AND p.closing = 1
    LEFT JOIN earned e ON e.period = s.period AND e.customer = p.customer
),
edge AS (
    SELECT r.period, MIN(r.contribution) AS contribution FROM ranked r WHERE r.contribution > 0 AND (r.place - 1) * 5 < r.known GROUP BY r.period
),
best AS (
    SELECT r.period, r.starts_on, r.ends_on, r.read_on, r.customer, r.segment, r.site, r.channel, r.contribution, r.place
    FROM ranked r
    JOIN edge e ON e.period = r.period AND r.contribution >= e.contribution
),
counted AS (
    SELECT t.customer, t.occurred_on, t.touch_kind, t.personal, t.anticipated, t.relevant, t.made_by, t.batch, t.line,
           CASE WHEN t.personal AND t.anticipated AND t.relevant AND r.days IS NOT NULL THEN 1 ELSE 0 END AS counts
    FROM {touch} t
    LEFT JOIN {touch_rule} r ON r.touch_kind = LOWER(TRIM(t.touch_kind))
),
seen AS (
    SELECT b.period, t.customer, t.occurred_on, t.touch_kind, t.personal, t.anticipated, t.relevant, t.made_by, t.batch, t.line, t.counts,
           ROW_NUMBER() OVER (PARTITION BY b.period, t.customer, t.counts ORDER BY t.occurred_on DESC NULLS LAST, t.batch DESC NULLS LAST, t.line DESC NULLS LAST) AS newest
    FROM best b
    JOIN counted t ON t.customer = b.customer AND (t.occurred_on < b.ends_on OR b.ends_on > :through)
),
-- figure
rule AS (
    SELECT MAX(r.days) AS days, MAX(r.definition) AS definition FROM {touch_rule} r
),
begun AS (
    SELECT s.customer, MIN(s.started_on) AS since FROM {spell} s GROUP BY s.customer
),
told AS (
    SELECT b.period, b.starts_on, b.read_on, b.place, b.customer, b.segment, b.site, b.channel, b.contribution, l.occurred_on AS last_on, l.touch_kind AS last_kind,
           l.made_by AS last_by, n.occurred_on AS other_on, n.touch_kind AS other_kind, u.days AS allowed, u.definition,
           CASE WHEN COALESCE(l.occurred_on, g.since) > b.read_on THEN 0 ELSE ca_days(COALESCE(l.occurred_on, g.since), b.read_on) END AS days_since,
           ca_add_days(COALESCE(l.occurred_on, g.since), u.days) AS due_on
    FROM best b
    JOIN rule u ON 1 = 1
    LEFT JOIN begun g ON g.customer = b.customer
    LEFT JOIN seen l ON l.period = b.period AND l.customer = b.customer AND l.counts = 1 AND l.newest = 1
    LEFT JOIN seen n ON n.period = b.period AND n.customer = b.customer AND n.counts = 0 AND n.newest = 1
)
SELECT t.period, t.read_on, t.place, t.customer, t.segment, t.site, t.channel, t.contribution, t.days_since, t.last_on, t.last_kind, t.last_by, t.other_on,
       t.other_kind, t.due_on, t.allowed, t.definition, CASE WHEN t.days_since > t.allowed THEN 'overdue' ELSE 'in time' END AS state
FROM told t
ORDER BY t.starts_on, t.place
-- rows
rule AS (
    SELECT MAX(r.days) AS days, MAX(r.definition) AS definition FROM {touch_rule} r
)
SELECT b.period, b.place, b.customer, b.segment, b.site, b.contribution, s.occurred_on, s.touch_kind, s.personal, s.anticipated, s.relevant, s.made_by,
       CASE WHEN s.counts = 1 THEN 'yes' WHEN s.counts = 0 THEN 'no' END AS counts, u.definition, s.batch, s.line
FROM best b
JOIN rule u ON 1 = 1
LEFT JOIN seen s ON s.period = b.period AND s.customer = b.customer
WHERE CAST(:customer AS VARCHAR) IS NULL OR CAST(b.customer AS VARCHAR) = :customer
ORDER BY b.starts_on, b.place, s.occurred_on DESC NULLS LAST, s.batch NULLS LAST, s.line NULLS LAST
