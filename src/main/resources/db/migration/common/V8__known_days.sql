-- The rollup of open_item_movement that makes what was known at an instant cost days, not invoices: the cells of each
-- business date whose entries are all recorded. Nothing is recorded on such a day any more, so the rows never change.

-- The days that are rolled up; last_sequence is the last entry of that business date.
CREATE TABLE known_day (
  account_id    VARCHAR(64) NOT NULL REFERENCES account_head (account_id),
  business_date DATE        NOT NULL,
  last_sequence BIGINT      NOT NULL,
  PRIMARY KEY (account_id, business_date),
  UNIQUE (account_id, last_sequence),
  CHECK (last_sequence > 0)
);

CREATE TABLE known_cell (
  account_id      VARCHAR(64) NOT NULL,
  business_date   DATE        NOT NULL,
  kind            VARCHAR(8)  NOT NULL,
  due_date        DATE        NOT NULL,
  invoice_date    DATE        NOT NULL,
  effective_date  DATE        NOT NULL,
  amount          BIGINT      NOT NULL,
  disputed_amount BIGINT      NOT NULL,
  open_invoices   BIGINT      NOT NULL,
  PRIMARY KEY (account_id, business_date, kind, due_date, invoice_date, effective_date),
  FOREIGN KEY (account_id, business_date) REFERENCES known_day (account_id, business_date),
  CHECK (kind IN ('item', 'credit'))
);
