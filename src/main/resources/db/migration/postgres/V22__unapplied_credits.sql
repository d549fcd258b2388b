-- Lists of payments and credit notes of which something is applied to no invoice: a page is found by a seek, however few
-- these are.
ALTER TABLE payment ADD COLUMN unapplied_sequence BIGINT
  GENERATED ALWAYS AS (CASE WHEN unapplied_amount > 0 THEN sequence END) STORED;
ALTER TABLE credit_note ADD COLUMN unapplied_sequence BIGINT
  GENERATED ALWAYS AS (CASE WHEN unapplied_amount > 0 THEN sequence END) STORED;
CREATE INDEX payment_unapplied ON payment (account_id, unapplied_sequence) WHERE unapplied_sequence IS NOT NULL;
CREATE INDEX credit_note_unapplied ON credit_note (account_id, unapplied_sequence) WHERE unapplied_sequence IS NOT NULL;
