-- name: all
SELECT r.*, w.withdrawn_at, w.author AS withdrawn_by, w.reason AS withdrawn_why
FROM receipt r
LEFT JOIN receipt_withdrawal w ON w.batch = r.batch
ORDER BY r.number

-- name: insert
INSERT INTO receipt (number, batch, kind, source, ids, feed, file_name, content_hash, mapping, mapping_hash, notes, rows_read, rows_kept,
    set_aside, first_on, last_on, first_recorded_at, last_recorded_at, keys_unique, imported_at, author)
VALUES (:number, :batch, :kind, :source, :ids, :feed, :file_name, :content_hash, :mapping, :mapping_hash, :notes, :rows_read, :rows_kept,
    :set_aside, :first_on, :last_on, :first_recorded_at, :last_recorded_at, :keys_unique, :imported_at, :author)

-- name: withdraw
INSERT INTO receipt_withdrawal (batch, withdrawn_at, author, reason) VALUES (:batch, :at, :author, :reason)

-- name: keep_file
INSERT INTO facts_file (batch, bytes, content_hash) VALUES (:batch, :bytes, :content_hash)

-- name: files
-- one row per batch whose facts were measured
SELECT batch, bytes, content_hash FROM facts_file ORDER BY batch

-- name: erased
SELECT customer FROM erased_customer ORDER BY customer

-- name: erase
INSERT INTO erased_customer (customer, erased_at) VALUES (:customer, :at) ON CONFLICT (customer) DO NOTHING
