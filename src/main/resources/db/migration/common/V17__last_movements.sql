-- A credit that was applied anew and moved nothing by it was told to have moved that day, and delayed the payment's later
-- return. Credits last moved when their last movement says.
MERGE INTO payment p
USING (
  SELECT account_id, credit_sequence, MAX(effective_date) AS latest FROM open_item_movement
  WHERE kind = 'credit' GROUP BY account_id, credit_sequence) m
ON p.account_id = m.account_id AND p.sequence = m.credit_sequence
WHEN MATCHED AND p.last_movement_date <> m.latest THEN UPDATE SET last_movement_date = m.latest;

MERGE INTO credit_note c
USING (
  SELECT account_id, credit_sequence, MAX(effective_date) AS latest FROM open_item_movement
  WHERE kind = 'credit' GROUP BY account_id, credit_sequence) m
ON c.account_id = m.account_id AND c.sequence = m.credit_sequence
WHEN MATCHED AND c.last_movement_date <> m.latest THEN UPDATE SET last_movement_date = m.latest;
