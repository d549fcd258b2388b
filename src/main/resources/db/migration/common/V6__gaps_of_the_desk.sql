-- Standing as of a day is a seek: the last record of that day or before, and the last one of the other standing.
CREATE INDEX standing_change_day ON standing_change (account_id, business_date, number);
CREATE INDEX standing_change_turn ON standing_change (account_id, standing, number);

-- A credit note is applied anew as a payment is: a re-allocation is of one or the other.
ALTER TABLE reallocation ALTER COLUMN payment_sequence DROP NOT NULL;
ALTER TABLE reallocation ADD COLUMN credit_note_sequence BIGINT;
ALTER TABLE reallocation ADD CONSTRAINT reallocation_of_credit_note
  FOREIGN KEY (account_id, credit_note_sequence) REFERENCES credit_note (account_id, sequence);
ALTER TABLE reallocation ADD CONSTRAINT reallocation_of_one CHECK (
  (payment_sequence IS NULL) <> (credit_note_sequence IS NULL));
ALTER TABLE reallocation ADD CONSTRAINT reallocation_after_credit_note CHECK (sequence > credit_note_sequence);
CREATE INDEX reallocation_of_note ON reallocation (account_id, credit_note_sequence);

-- Until now a credit note was moved by its own entry alone.
ALTER TABLE credit_note ADD COLUMN last_movement_date DATE;
UPDATE credit_note SET last_movement_date = (SELECT MAX(m.effective_date) FROM open_item_movement m
  WHERE m.account_id = credit_note.account_id AND m.sequence = credit_note.sequence);
ALTER TABLE credit_note ALTER COLUMN last_movement_date SET NOT NULL;
