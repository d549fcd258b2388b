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

-- The cards of a dispute as numbers, so that those of a series stand in order: the letters before the digits, and the
-- digits without their leading zeros. is_open is the rollup of dispute_resolution; the rest never changes.
ALTER TABLE dispute_card_range ADD COLUMN series VARCHAR(16);
ALTER TABLE dispute_card_range ADD COLUMN first_number NUMERIC(20);
ALTER TABLE dispute_card_range ADD COLUMN last_number NUMERIC(20);
ALTER TABLE dispute_card_range ADD COLUMN is_open BOOLEAN;
UPDATE dispute_card_range SET
  series = REGEXP_REPLACE(first_card, '[0-9]+$', ''),
  first_number = CAST(REGEXP_REPLACE(first_card, '^[A-Za-z-]+', '') AS NUMERIC(20)),
  last_number = CAST(REGEXP_REPLACE(last_card, '^[A-Za-z-]+', '') AS NUMERIC(20)),
  is_open = NOT EXISTS (SELECT 1 FROM dispute_resolution r
    WHERE r.account_id = dispute_card_range.account_id AND r.dispute_sequence = dispute_card_range.sequence);
ALTER TABLE dispute_card_range ALTER COLUMN series SET NOT NULL;
ALTER TABLE dispute_card_range ALTER COLUMN first_number SET NOT NULL;
ALTER TABLE dispute_card_range ALTER COLUMN last_number SET NOT NULL;
ALTER TABLE dispute_card_range ALTER COLUMN is_open SET NOT NULL;
ALTER TABLE dispute_card_range ADD CONSTRAINT dispute_card_range_upwards CHECK (0 <= first_number AND first_number <= last_number);
CREATE INDEX disputed_cards ON dispute_card_range (account_id, is_open, series, last_number);

-- The highest balance that an entry of a breach left, by the day of the entry: a rollup of entry.
CREATE TABLE breach_peak (
  account_id    VARCHAR(64) NOT NULL,
  number        BIGINT      NOT NULL,
  business_date DATE        NOT NULL,
  balance       BIGINT      NOT NULL,
  PRIMARY KEY (account_id, number, business_date),
  FOREIGN KEY (account_id, number) REFERENCES breach (account_id, number)
);
INSERT INTO breach_peak (account_id, number, business_date, balance)
SELECT b.account_id, b.number, e.business_date, MAX(e.balance_after)
FROM breach b
LEFT JOIN breach_cure c ON c.account_id = b.account_id AND c.number = b.number
JOIN entry e ON e.account_id = b.account_id
  AND (e.sequence > b.after_sequence OR (e.sequence = b.after_sequence AND e.recorded_at = b.recorded_at))
  AND (c.number IS NULL OR e.sequence < c.after_sequence
    OR (e.sequence = c.after_sequence AND e.recorded_at <> c.recorded_at))
GROUP BY b.account_id, b.number, e.business_date;

-- What was late on a past day is found by the due dates on which something was, and those by the rollup.
CREATE INDEX invoice_due ON invoice (account_id, due_date);
