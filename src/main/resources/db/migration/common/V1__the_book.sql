-- The book of two reciprocal trade credit accounts. Money is BIGINT cents. Each rule that the code keeps stands here
-- a second time as a constraint. Entries, documents, lines, movements, decisions, events and standing changes are
-- append-only; account_head, aging_cell and the open figures of invoice and payment are rollups of them.

-- The agreement's own today, where the business date is rolled by hand (tradecredit.business-date.mode=manual).
CREATE TABLE business_day (
  agreement_id   VARCHAR(64) NOT NULL PRIMARY KEY,
  business_date  DATE        NOT NULL
);

-- One row an account: the only lock of the write path, and every running figure that a poll needs.
CREATE TABLE account_head (
  account_id       VARCHAR(64)                 NOT NULL PRIMARY KEY,
  agreement_id     VARCHAR(64)                 NOT NULL,
  business_date    DATE                        NOT NULL,
  balance          BIGINT                      NOT NULL,
  last_sequence    BIGINT                      NOT NULL,
  last_hash        VARCHAR(64)                 NOT NULL,
  recorded_at      TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  terms_version    INTEGER                     NOT NULL,
  past_due         BIGINT                      NOT NULL,
  disputed_amount  BIGINT                      NOT NULL,
  unapplied_credit BIGINT                      NOT NULL,
  shortfall        BIGINT                      NOT NULL,
  standing         VARCHAR(8)                  NOT NULL,
  last_decision    BIGINT                      NOT NULL,
  last_event       BIGINT                      NOT NULL,
  last_standing_change BIGINT                  NOT NULL,
  CHECK (last_sequence >= 0 AND last_decision >= 0 AND last_event >= 0 AND last_standing_change >= 0),
  CHECK (past_due >= 0 AND disputed_amount >= 0 AND unapplied_credit >= 0 AND shortfall >= 0),
  CHECK (standing IN ('good', 'notGood'))
);

CREATE TABLE terms (
  account_id             VARCHAR(64)                 NOT NULL REFERENCES account_head (account_id),
  version                INTEGER                     NOT NULL,
  effective_date         DATE                        NOT NULL,
  credit_limit           BIGINT                      NOT NULL,
  net_days               INTEGER                     NOT NULL,
  requires_good_standing BOOLEAN                     NOT NULL,
  thresholds             VARCHAR(400)                NOT NULL,
  recorded_at            TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (account_id, version),
  CHECK (credit_limit >= 0 AND net_days >= 0)
);

CREATE TABLE terms_discount (
  account_id VARCHAR(64) NOT NULL,
  version    INTEGER     NOT NULL,
  product_id VARCHAR(64) NOT NULL,
  discount   INTEGER     NOT NULL,
  PRIMARY KEY (account_id, version, product_id),
  FOREIGN KEY (account_id, version) REFERENCES terms (account_id, version),
  CHECK (discount BETWEEN 0 AND 9999)
);

CREATE TABLE entry (
  account_id      VARCHAR(64)                 NOT NULL,
  sequence        BIGINT                      NOT NULL,
  kind            VARCHAR(32)                 NOT NULL,
  amount          BIGINT                      NOT NULL,
  balance_before  BIGINT                      NOT NULL,
  balance_after   BIGINT                      NOT NULL,
  effective_date  DATE                        NOT NULL,
  business_date   DATE                        NOT NULL,
  recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  principal       VARCHAR(128)                NOT NULL,
  document_number VARCHAR(64)                 NOT NULL,
  hash            VARCHAR(64)                 NOT NULL,
  PRIMARY KEY (account_id, sequence),
  CHECK (sequence > 0 AND balance_after = balance_before + amount AND effective_date <= business_date)
);

-- open_amount, disputed_amount and last_movement_date are the rollup of open_item_movement; the rest never changes.
CREATE TABLE invoice (
  account_id         VARCHAR(64) NOT NULL,
  sequence           BIGINT      NOT NULL,
  number             VARCHAR(64) NOT NULL,
  invoice_date       DATE        NOT NULL,
  due_date           DATE        NOT NULL,
  total              BIGINT      NOT NULL,
  memo               VARCHAR(500),
  open_amount        BIGINT      NOT NULL,
  disputed_amount    BIGINT      NOT NULL,
  last_movement_date DATE        NOT NULL,
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, number),
  CHECK (total > 0 AND open_amount BETWEEN 0 AND total AND disputed_amount BETWEEN 0 AND open_amount),
  CHECK (due_date >= invoice_date AND last_movement_date >= invoice_date)
);

CREATE TABLE invoice_line (
  account_id  VARCHAR(64) NOT NULL,
  sequence    BIGINT      NOT NULL,
  line_number INTEGER     NOT NULL,
  product_id  VARCHAR(64) NOT NULL,
  face_value  BIGINT      NOT NULL,
  quantity    BIGINT      NOT NULL,
  discount    INTEGER     NOT NULL,
  amount      BIGINT      NOT NULL,
  description VARCHAR(500),
  PRIMARY KEY (account_id, sequence, line_number),
  CHECK (face_value > 0 AND quantity > 0 AND discount BETWEEN 0 AND 9999 AND amount >= 0)
);

-- unapplied_amount and last_movement_date are the rollup of open_item_movement; the rest never changes.
CREATE TABLE payment (
  account_id         VARCHAR(64) NOT NULL,
  sequence           BIGINT      NOT NULL,
  reference          VARCHAR(64) NOT NULL,
  received_date      DATE        NOT NULL,
  method             VARCHAR(32) NOT NULL,
  amount             BIGINT      NOT NULL,
  unapplied_amount   BIGINT      NOT NULL,
  last_movement_date DATE        NOT NULL,
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, reference),
  CHECK (amount > 0 AND unapplied_amount BETWEEN 0 AND amount)
);

-- What each entry did to which open item. A credit has no due date: kind 'credit', both dates the sentinel 9999-12-31.
-- knownAt reads this table up to the sequence that was last at that instant.
CREATE TABLE open_item_movement (
  account_id       VARCHAR(64) NOT NULL,
  sequence         BIGINT      NOT NULL,
  position         INTEGER     NOT NULL,
  kind             VARCHAR(8)  NOT NULL,
  invoice_sequence BIGINT,
  credit_sequence  BIGINT,
  due_date         DATE        NOT NULL,
  invoice_date     DATE        NOT NULL,
  effective_date   DATE        NOT NULL,
  amount           BIGINT      NOT NULL,
  disputed_amount  BIGINT      NOT NULL,
  open_invoices    INTEGER     NOT NULL,
  PRIMARY KEY (account_id, sequence, position),
  CHECK ((kind = 'item' AND invoice_sequence IS NOT NULL) OR (kind = 'credit' AND credit_sequence IS NOT NULL)),
  CHECK (open_invoices BETWEEN -1 AND 1)
);

-- The rollup of open_item_movement that makes every balance and aging cost days, not invoices.
CREATE TABLE aging_cell (
  account_id      VARCHAR(64) NOT NULL,
  kind            VARCHAR(8)  NOT NULL,
  due_date        DATE        NOT NULL,
  invoice_date    DATE        NOT NULL,
  effective_date  DATE        NOT NULL,
  amount          BIGINT      NOT NULL,
  disputed_amount BIGINT      NOT NULL,
  open_invoices   BIGINT      NOT NULL,
  PRIMARY KEY (account_id, kind, due_date, invoice_date, effective_date),
  CHECK (kind IN ('item', 'credit'))
);

-- What was asked and what was answered, with all that is needed to recompute it. An accepted posting names its entry.
CREATE TABLE decision (
  account_id      VARCHAR(64)                 NOT NULL,
  number          BIGINT                      NOT NULL,
  act             VARCHAR(32)                 NOT NULL,
  document_number VARCHAR(64)                 NOT NULL,
  sequence        BIGINT,
  code            VARCHAR(48),
  requested       BIGINT                      NOT NULL,
  balance         BIGINT                      NOT NULL,
  credit_limit    BIGINT                      NOT NULL,
  terms_version   INTEGER                     NOT NULL,
  standing        VARCHAR(8)                  NOT NULL,
  account_sequence BIGINT                     NOT NULL,
  standing_after  VARCHAR(8)                  NOT NULL,
  business_date   DATE                        NOT NULL,
  recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  principal       VARCHAR(128)                NOT NULL,
  facts           VARCHAR(4000),
  PRIMARY KEY (account_id, number),
  CHECK ((sequence IS NULL) <> (code IS NULL))
);

-- The items that an atomic batch was refused for: details of its one decision.
CREATE TABLE batch_refusal (
  account_id      VARCHAR(64) NOT NULL,
  decision_number BIGINT      NOT NULL,
  item            INTEGER     NOT NULL,
  code            VARCHAR(48) NOT NULL,
  requested       BIGINT      NOT NULL,
  facts           VARCHAR(4000),
  PRIMARY KEY (account_id, decision_number, item)
);

-- Which key was answered by which decisions; the answer is rebuilt from those. item: the group of an import, else ''.
CREATE TABLE idempotency_record (
  account_id      VARCHAR(64)                 NOT NULL,
  party           VARCHAR(64)                 NOT NULL,
  idempotency_key VARCHAR(255)                NOT NULL,
  item            VARCHAR(80)                 NOT NULL,
  digest          VARCHAR(64)                 NOT NULL,
  first_decision  BIGINT                      NOT NULL,
  decisions       INTEGER                     NOT NULL,
  recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (account_id, party, idempotency_key, item)
);

-- The outbox: gapless per account, written in the posting's own transaction.
CREATE TABLE event (
  account_id      VARCHAR(64)                 NOT NULL,
  sequence        BIGINT                      NOT NULL,
  type            VARCHAR(48)                 NOT NULL,
  decision_number BIGINT,
  business_date   DATE                        NOT NULL,
  recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  facts           VARCHAR(4000),
  PRIMARY KEY (account_id, sequence)
);

-- Standing as it was judged, day by day: written when it changes. asOf returns the last one of that day or before.
CREATE TABLE standing_change (
  account_id     VARCHAR(64)                 NOT NULL,
  number         BIGINT                      NOT NULL,
  business_date  DATE                        NOT NULL,
  after_sequence BIGINT                      NOT NULL,
  recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  standing       VARCHAR(8)                  NOT NULL,
  past_due       BIGINT                      NOT NULL,
  over_limit     BIGINT                      NOT NULL,
  shortfall      BIGINT                      NOT NULL,
  PRIMARY KEY (account_id, number),
  CHECK (standing IN ('good', 'notGood')),
  CHECK (past_due >= 0 AND over_limit >= 0 AND shortfall >= 0)
);
