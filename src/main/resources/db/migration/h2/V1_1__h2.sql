-- What H2 words in its own way. H2 has no partial indexes: its invoice index holds the settled ones too, as NULLs.
CREATE VIEW database_clock AS SELECT CURRENT_TIMESTAMP(6) AS instant;

ALTER TABLE invoice ADD COLUMN allocatable_due_date DATE
  GENERATED ALWAYS AS (CASE WHEN open_amount > disputed_amount THEN due_date END);
CREATE INDEX invoice_allocatable ON invoice (account_id, allocatable_due_date, invoice_date, sequence);
CREATE INDEX movement_of_invoice ON open_item_movement (account_id, invoice_sequence);
CREATE INDEX idempotency_record_age ON idempotency_record (recorded_at);
