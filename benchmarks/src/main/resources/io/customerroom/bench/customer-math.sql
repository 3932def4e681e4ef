-- One row per month: customers who were there, came, came back, left, and are there.
SELECT period, sum(opening) AS opening, sum(gained) AS gained, sum(regained) AS regained, sum(lost) AS lost, sum(closing) AS closing,
    sum(gained + regained - lost) AS net, sum(gained_inside) AS gained_inside, sum(regained_inside) AS regained_inside,
    sum(lost_inside) AS lost_inside
FROM read_parquet('${in}/customer_period.*parquet')
WHERE grain = 'month'
GROUP BY period
ORDER BY period
