-- One row per quarter and site: who is there and what they are worth.
SELECT period, site, sum(closing) AS customers, sum(gained) AS gained, sum(regained) AS regained, sum(lost) AS lost,
    sum(CASE WHEN closing = 1 THEN value ELSE 0 END) AS value, sum(revenue) AS revenue, sum(contribution) AS contribution
FROM read_parquet('${in}/customer_period.*parquet')
WHERE grain = 'quarter'
GROUP BY period, site
ORDER BY period, value DESC, site
