-- Lists of payments and credit notes of which something is applied to no invoice: a page is found by a seek, however few
-- these are.
ALTER TABLE payment ADD COLUMN unapplied_sequence BIGINT
  GENERATED ALWAYS AS (CASE WHEN unapplied_amount > 0 THEN sequence END);
ALTER TABLE credit_note ADD COLUMN unapplied_sequence BIGINT
  GENERATED ALWAYS AS (CASE WHEN unapplied_amount > 0 THEN sequence END);
CREATE INDEX payment_unapplied ON payment (account_id, unapplied_sequence);
CREATE INDEX credit_note_unapplied ON credit_note (account_id, unapplied_sequence);
