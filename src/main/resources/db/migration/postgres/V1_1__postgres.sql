-- What PostgreSQL words in its own way. clock_timestamp() moves within a transaction: recordedAt is read after the lock.
CREATE VIEW database_clock AS SELECT clock_timestamp() AS instant;

ALTER TABLE invoice ADD COLUMN allocatable_due_date DATE
  GENERATED ALWAYS AS (CASE WHEN open_amount > disputed_amount THEN due_date END) STORED;
CREATE INDEX invoice_allocatable ON invoice (account_id, allocatable_due_date, invoice_date, sequence)
  WHERE allocatable_due_date IS NOT NULL;
-- Invoices move when something is applied to them; their own first movement is found by its primary key.
CREATE INDEX movement_of_invoice ON open_item_movement (account_id, invoice_sequence)
  WHERE invoice_sequence IS NOT NULL AND credit_sequence IS NOT NULL;
CREATE INDEX idempotency_record_age ON idempotency_record (recorded_at);

-- The two heads are rewritten by every batch: room on the page keeps those updates in place.
ALTER TABLE account_head SET (fillfactor = 10);
ALTER TABLE aging_cell SET (fillfactor = 70);
