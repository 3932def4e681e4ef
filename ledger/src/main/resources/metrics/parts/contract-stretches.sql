-- One row per way of cutting, contract and unbroken stretch of being under it: from started_on up to gone_on, the day on which the loss is booked (ended_on is the
-- contract's own end). It needs a table before it: cutter (cutting, booked, dunning_days, yearly, tearing), one row per way of counting when a contract is lost and
-- whether pauses tear it.
noticed AS (
    SELECT u.cutting, u.yearly, k.customer, k.source, k.contract_id, k.started_on, k.ended_on, k.noticed_on, k.monthly, k.billing_months,
           CASE WHEN u.booked = 'notice' AND k.noticed_on IS NOT NULL AND (k.ended_on IS NULL OR k.noticed_on < k.ended_on)
                THEN k.noticed_on ELSE k.ended_on END AS gone_on
    FROM {contract} k
    JOIN cutter u ON 1 = 1
    WHERE k.customer IS NOT NULL AND k.monthly <> 0
),
refunded AS (
    SELECT n.cutting, n.source, n.contract_id, MIN(e.from_on) AS refunded_on
    FROM {contract_event} e
    JOIN noticed n ON n.source = e.source AND n.contract_id = e.contract_id AND n.billing_months >= 12 AND e.from_on >= n.started_on
         AND (n.ended_on IS NOT NULL OR n.noticed_on IS NOT NULL)
    WHERE e.event_kind = 'refund' AND n.yearly = 1
    GROUP BY n.cutting, n.source, n.contract_id
),
booked AS (
    SELECT n.cutting, n.customer, n.source, n.contract_id, n.started_on, n.ended_on, n.monthly, n.billing_months,
           CASE WHEN r.refunded_on IS NOT NULL AND (n.gone_on IS NULL OR r.refunded_on < n.gone_on) THEN r.refunded_on ELSE n.gone_on END AS gone_on
    FROM noticed n
    LEFT JOIN refunded r ON r.cutting = n.cutting AND r.source = n.source AND r.contract_id = n.contract_id
),
gap AS (
    SELECT u.cutting, e.source, e.contract_id, e.from_on, COALESCE(e.until_on, CAST('9999-12-31' AS DATE)) AS until_on
    FROM {contract_event} e
    JOIN cutter u ON u.tearing = 1
    WHERE e.event_kind = 'pause'
    UNION ALL
    SELECT u.cutting, e.source, e.contract_id, ca_add_days(e.from_on, u.dunning_days), COALESCE(e.until_on, CAST('9999-12-31' AS DATE))
    FROM {contract_event} e
    JOIN cutter u ON u.dunning_days IS NOT NULL
    WHERE e.event_kind = 'dunning' AND (e.until_on IS NULL OR ca_days(e.from_on, e.until_on) > u.dunning_days)
),
torn AS (
    SELECT b.cutting, b.customer, b.source, b.contract_id, b.started_on, b.ended_on, b.monthly, b.billing_months, b.gone_on
    FROM booked b
    JOIN (SELECT DISTINCT g.cutting, g.source, g.contract_id FROM gap g) t ON t.cutting = b.cutting AND t.source = b.source AND t.contract_id = b.contract_id
),
cut AS (
    SELECT b.cutting, b.source, b.contract_id, b.started_on AS from_on, b.started_on AS until_on
    FROM torn b
    UNION ALL
    SELECT g.cutting, g.source, g.contract_id, CASE WHEN g.from_on < b.started_on THEN b.started_on ELSE g.from_on END, g.until_on
    FROM gap g
    JOIN torn b ON b.cutting = g.cutting AND b.source = g.source AND b.contract_id = g.contract_id
    WHERE g.until_on > b.started_on
),
piece AS (
    SELECT c.cutting, c.source, c.contract_id,
           MAX(c.until_on) OVER (PARTITION BY c.cutting, c.source, c.contract_id ORDER BY c.from_on NULLS LAST, c.until_on NULLS LAST
                                 ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS from_on,
           LEAD(c.from_on) OVER (PARTITION BY c.cutting, c.source, c.contract_id ORDER BY c.from_on NULLS LAST, c.until_on NULLS LAST) AS next_on
    FROM cut c
),
stretch AS (
    SELECT b.cutting, b.customer, b.source, b.contract_id, b.billing_months, b.monthly, p.from_on AS started_on,
           CASE WHEN p.next_on IS NULL OR b.gone_on <= p.next_on THEN b.ended_on ELSE p.next_on END AS ended_on,
           CASE WHEN p.next_on IS NULL OR b.gone_on < p.next_on THEN b.gone_on ELSE p.next_on END AS gone_on
    FROM piece p
    JOIN torn b ON b.cutting = p.cutting AND b.source = p.source AND b.contract_id = p.contract_id
    WHERE (p.next_on IS NULL OR p.from_on < p.next_on) AND (b.gone_on IS NULL OR p.from_on < b.gone_on)
    UNION ALL
    SELECT b.cutting, b.customer, b.source, b.contract_id, b.billing_months, b.monthly, b.started_on, b.ended_on, b.gone_on
    FROM booked b
    LEFT JOIN (SELECT DISTINCT g.cutting, g.source, g.contract_id FROM gap g) t ON t.cutting = b.cutting AND t.source = b.source AND t.contract_id = b.contract_id
    WHERE t.source IS NULL AND (b.gone_on IS NULL OR b.started_on < b.gone_on)
),
