-- Lists of invoices by state: a page is found by a seek however deep it lies and however few invoices are of that state.
ALTER TABLE invoice ADD COLUMN is_open BOOLEAN GENERATED ALWAYS AS (open_amount > 0);
ALTER TABLE invoice ADD COLUMN disputed_sequence BIGINT
  GENERATED ALWAYS AS (CASE WHEN disputed_amount > 0 THEN sequence END);
CREATE INDEX invoice_by_state ON invoice (account_id, is_open, sequence);
CREATE INDEX invoice_disputed ON invoice (account_id, disputed_sequence);
