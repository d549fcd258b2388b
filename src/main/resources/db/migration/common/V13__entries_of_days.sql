-- Whether something posted on a business date was dated back to a day or before it: one seek a business date.
CREATE INDEX known_cell_effective ON known_cell (account_id, business_date, effective_date);
