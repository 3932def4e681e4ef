-- name: recommending-rate
-- question: Which customers recommend us, and which do not?
-- unit: customers
-- grain: period and group of customers; the 365 days up to the period's last day or the last day known
-- direction: up
-- no-data: nothing
-- source: customer_period, referral, feedback, ticket, spell
-- owner: chief customer officer
-- version: 1
-- not-comparable-when: referrals are recorded in another way, or the activity definition differs
-- dimensions: segment, site, channel
-- parameters: split, part
WITH span AS (
    SELECT c.period, c.starts_on, CASE WHEN :through < ca_add_days(c.ends_on, -1) THEN :through ELSE ca_add_days(c.ends_on, -1) END AS last_on
    FROM {calendar} c
    WHERE c.grain = :grain AND c.starts_on >= :period_from AND c.starts_on <= :period_to
),
here AS (
    SELECT s.period, s.starts_on, s.last_on, p.customer, p.segment
    FROM span s
    JOIN {customer_period} p ON p.grain = :grain AND p.period = s.period AND p.closing = 1
),
spoke AS (
    SELECT s.period, r.customer, COUNT(*) AS referrals, COUNT(CASE WHEN r.outcome = 'joined' THEN 1 END) AS joined
    FROM span s
    JOIN {referral} r ON r.occurred_on > ca_add_days(s.last_on, -365) AND r.occurred_on <= s.last_on
        AND (r.outcome IS NULL OR r.outcome <> 'unwilling')
    GROUP BY s.period, r.customer
),
earned AS (
    SELECT s.period, p.customer, CASE WHEN COUNT(*) = COUNT(p.contribution) THEN SUM(p.contribution) END AS contribution
    FROM span s
    JOIN {customer_period} p ON p.grain = 'month' AND p.starts_on > ca_add_days(s.last_on, -365) AND p.starts_on <= s.last_on
    GROUP BY s.period, p.customer
),
answered AS (
    SELECT s.period, f.customer, f.score,
           ROW_NUMBER() OVER (PARTITION BY s.period, f.customer
                              ORDER BY f.occurred_on DESC NULLS LAST, f.occurred_at DESC NULLS LAST, f.source NULLS LAST, f.key NULLS LAST) AS place
    FROM span s
    JOIN {feedback} f ON f.survey = 'nps' AND f.scale_min = 0 AND f.scale_max = 10 AND f.score IS NOT NULL
        AND f.occurred_on > ca_add_days(s.last_on, -365) AND f.occurred_on <= s.last_on
    WHERE f.customer IS NOT NULL
),
complained AS (
    SELECT s.period, t.customer, COUNT(CASE WHEN t.closed_on IS NULL OR t.closed_on > s.last_on THEN 1 END) AS waiting
    FROM span s
    JOIN {ticket} t ON t.ticket_kind = 'complaint' AND t.opened_on > ca_add_days(s.last_on, -365) AND t.opened_on <= s.last_on
    WHERE t.customer IS NOT NULL
    GROUP BY s.period, t.customer
),
known AS (
    SELECT h.period, h.starts_on, h.customer, h.segment, e.contribution, n.score, w.waiting,
           CASE WHEN b.started_on > ca_add_days(h.last_on, -365) THEN 1 ELSE 0 END AS new_one,
           CASE WHEN k.referrals > 0 THEN 1 ELSE 0 END AS spoke, CASE WHEN k.joined > 0 THEN 1 ELSE 0 END AS brought,
           ROW_NUMBER() OVER (PARTITION BY h.period ORDER BY e.contribution DESC NULLS LAST, h.customer NULLS LAST) AS place,
           SUM(CASE WHEN e.contribution >= 0 THEN 1 ELSE 0 END) OVER (PARTITION BY h.period) AS above
    FROM here h
    JOIN {spell} b ON b.customer = h.customer AND b.spell = 1
    LEFT JOIN spoke k ON k.period = h.period AND k.customer = h.customer
    LEFT JOIN earned e ON e.period = h.period AND e.customer = h.customer
    LEFT JOIN answered n ON n.period = h.period AND n.customer = h.customer AND n.place = 1
    LEFT JOIN complained w ON w.period = h.period AND w.customer = h.customer
),
parts AS (
    SELECT k.period, k.starts_on, k.customer, k.spoke, k.brought, 'all' AS split, 'all customers' AS part FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, k.customer, k.spoke, k.brought, 'segment', COALESCE(k.segment, 'no segment') FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, k.customer, k.spoke, k.brought, 'profit',
           CASE WHEN k.contribution IS NULL THEN 'cost not known' WHEN k.contribution < 0 THEN 'below zero'
                WHEN k.place * 5 <= k.above THEN 'best fifth' ELSE 'other four fifths' END
    FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, k.customer, k.spoke, k.brought, 'nps',
           CASE WHEN k.score IS NULL THEN 'not answered' WHEN k.score >= 9 THEN 'promoter (9–10)' WHEN k.score >= 7 THEN 'passive (7–8)'
                ELSE 'detractor (0–6)' END
    FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, k.customer, k.spoke, k.brought, 'tenure', CASE WHEN k.new_one = 1 THEN 'up to a year' ELSE 'longer' END FROM known k
    UNION ALL
    SELECT k.period, k.starts_on, k.customer, k.spoke, k.brought, 'complaint',
           CASE WHEN k.waiting IS NULL THEN 'no complaint' WHEN k.waiting > 0 THEN 'complaint open' ELSE 'complaint solved' END
    FROM known k
)
-- figure
SELECT p.period, p.split, p.part, COUNT(*) AS customers, SUM(p.spoke) AS recommenders, SUM(p.brought) AS successful
FROM parts p
GROUP BY p.period, p.starts_on, p.split, p.part
ORDER BY p.starts_on, p.split NULLS LAST, p.part NULLS LAST
-- rows
SELECT p.period, p.split, p.part, p.customer, p.spoke, p.brought
FROM parts p
WHERE (CAST(:split AS VARCHAR) IS NULL OR p.split = :split) AND (CAST(:part AS VARCHAR) IS NULL OR p.part = :part)
ORDER BY p.starts_on, p.split NULLS LAST, p.part NULLS LAST, p.spoke DESC NULLS LAST, p.customer NULLS LAST
