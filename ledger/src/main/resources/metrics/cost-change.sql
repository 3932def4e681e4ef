-- name: cost-change
-- question: Of whom we spent less on to serve, how many stayed, and how many complained?
-- unit: customers, complaints, and money in the reporting currency
-- grain: period, setting and group by the change of cost to serve
-- direction: none
-- no-data: nothing
-- source: customer_period, ticket
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: the cost rules differ, or tickets are recorded in another way
-- dimensions: segment, site, channel
-- parameters: window, setting, cost_group
WITH span AS (
    SELECT c.period, c.starts_on, ca_midx(c.ends_on) AS end_month,
           CASE WHEN CAST(:window AS VARCHAR) = 'period' THEN ca_midx(c.starts_on)
                WHEN CAST(:window AS VARCHAR) = 'half' THEN ca_midx(c.ends_on) - 6 ELSE ca_midx(c.ends_on) - 12 END AS first_month
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
month_of AS (
    SELECT s.period, s.starts_on, s.first_month, s.end_month, ca_midx(p.starts_on) AS midx, p.customer, p.segment, p.site, p.channel, p.opening,
           p.closing, p.recurring, p.cost_to_serve
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND ca_midx(p.starts_on) >= s.first_month - 12 AND ca_midx(p.starts_on) < s.end_month
),
followed AS (
    SELECT m.period, m.starts_on, m.first_month, m.end_month, m.customer, m.segment, m.site, m.channel,
           MAX(CASE WHEN m.midx = m.first_month - 12 THEN m.opening ELSE 0 END) AS here_before,
           MAX(CASE WHEN m.midx = m.first_month THEN m.opening ELSE 0 END) AS here,
           MAX(CASE WHEN m.midx = m.end_month - 1 THEN m.closing ELSE 0 END) AS still_here,
           MAX(CASE WHEN m.midx = m.first_month - 1 AND m.recurring > 0 THEN 1 ELSE 0 END) AS under_contract,
           SUM(CASE WHEN m.midx < m.first_month - 6 THEN m.cost_to_serve ELSE 0 END) AS cost_before,
           SUM(CASE WHEN m.midx >= m.first_month - 6 AND m.midx < m.first_month THEN m.cost_to_serve ELSE 0 END) AS cost_after
    FROM month_of m
    GROUP BY m.period, m.starts_on, m.first_month, m.end_month, m.customer, m.segment, m.site, m.channel
),
complained AS (
    SELECT f.period, f.customer, COUNT(*) AS complaints
    FROM followed f
    JOIN {ticket} t ON t.customer = f.customer AND t.ticket_kind = 'complaint' AND ca_midx(t.opened_on) >= f.first_month
        AND ca_midx(t.opened_on) < f.end_month
    GROUP BY f.period, f.customer
),
grouped AS (
    SELECT f.period, f.starts_on, f.customer, f.segment, f.site, f.channel, f.still_here, f.cost_before, f.cost_after,
           COALESCE(k.complaints, 0) AS complaints, CASE WHEN f.under_contract = 1 THEN 'contract' ELSE 'no contract' END AS setting,
           CASE WHEN f.cost_before = 0 AND f.cost_after = 0 THEN 'none' WHEN f.cost_after * 10 < f.cost_before * 9 THEN 'fell'
                WHEN f.cost_after * 10 > f.cost_before * 11 THEN 'rose' ELSE 'same' END AS cost_group
    FROM followed f
    LEFT JOIN complained k ON k.period = f.period AND k.customer = f.customer
    WHERE f.here_before = 1 AND f.here = 1
)
-- figure
SELECT g.period, g.setting, g.cost_group, COUNT(*) AS customers, SUM(g.cost_before) AS cost_before, SUM(g.cost_after) AS cost_after,
       SUM(g.still_here) AS still_here, SUM(g.complaints) AS complaints, COUNT(CASE WHEN g.complaints > 0 THEN 1 END) AS complainers
FROM grouped g
GROUP BY g.period, g.starts_on, g.setting, g.cost_group
ORDER BY g.starts_on, g.setting NULLS LAST, CASE g.cost_group WHEN 'fell' THEN 1 WHEN 'same' THEN 2 WHEN 'rose' THEN 3 ELSE 4 END NULLS LAST
-- rows
SELECT g.period, g.customer, g.segment, g.site, g.channel, g.setting, g.cost_group, g.cost_before, g.cost_after, g.still_here, g.complaints
FROM grouped g
WHERE (CAST(:setting AS VARCHAR) IS NULL OR g.setting = :setting) AND (CAST(:cost_group AS VARCHAR) IS NULL OR g.cost_group = :cost_group)
ORDER BY g.starts_on, g.cost_after - g.cost_before NULLS LAST, g.customer NULLS LAST
