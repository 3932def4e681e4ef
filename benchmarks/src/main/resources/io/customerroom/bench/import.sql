-- One row per purchase line, sorted as the ledger sorts its batches.
COPY (
    SELECT "order", line, customer, CAST(date AS TIMESTAMP) AS occurred_at, product, quantity, amount, cost, site
    FROM read_csv('${in}', header = true, delim = ',', columns = {
        'order': 'VARCHAR', 'line': 'VARCHAR', 'customer': 'VARCHAR', 'date': 'DATE', 'product': 'VARCHAR',
        'quantity': 'DECIMAL(18,6)', 'amount': 'DECIMAL(18,6)', 'cost': 'DECIMAL(18,6)', 'site': 'VARCHAR'})
    ORDER BY customer, occurred_at
) TO '${out}' (FORMAT parquet);
