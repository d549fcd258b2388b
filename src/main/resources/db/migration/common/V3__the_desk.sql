-- The credit desk: all that moves or judges an account besides invoices and payments. Each table is append-only and its
-- sequence is that of the entry that the row belongs to; where money went, the entry's movements say.

-- The hold in force stands on the head, so that no posting has to look for it.
ALTER TABLE account_head ADD COLUMN hold_sequence BIGINT;
ALTER TABLE account_head ADD COLUMN hold_reason VARCHAR(500);
ALTER TABLE account_head ADD COLUMN hold_since DATE;
ALTER TABLE account_head ADD COLUMN last_breach BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE account_head ADD CONSTRAINT account_head_hold CHECK (
  (hold_sequence IS NULL AND hold_reason IS NULL AND hold_since IS NULL)
  OR (hold_sequence IS NOT NULL AND hold_reason IS NOT NULL AND hold_since IS NOT NULL));

-- Why it was recorded although hold, standing or limit stood against it; null for all others.
ALTER TABLE invoice ADD COLUMN already_delivered VARCHAR(500);

-- Which events say which invoices fell past due with it; first above last where none did.
ALTER TABLE standing_change ADD COLUMN first_event BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE standing_change ADD COLUMN last_event BIGINT DEFAULT 0 NOT NULL;

-- A payment is returned once.
CREATE TABLE payment_return (
  account_id       VARCHAR(64)  NOT NULL,
  sequence         BIGINT       NOT NULL,
  payment_sequence BIGINT       NOT NULL,
  returned_date    DATE         NOT NULL,
  reason           VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, payment_sequence),
  FOREIGN KEY (account_id, payment_sequence) REFERENCES payment (account_id, sequence),
  CHECK (sequence > payment_sequence)
);

CREATE TABLE reallocation (
  account_id       VARCHAR(64) NOT NULL,
  sequence         BIGINT      NOT NULL,
  payment_sequence BIGINT      NOT NULL,
  unapplied_amount BIGINT      NOT NULL,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id, payment_sequence) REFERENCES payment (account_id, sequence),
  CHECK (sequence > payment_sequence AND unapplied_amount >= 0)
);
CREATE INDEX reallocation_of_payment ON reallocation (account_id, payment_sequence);

-- Those of upheld disputes, too: they have the sequence of the resolution.
CREATE TABLE credit_note (
  account_id       VARCHAR(64)  NOT NULL,
  sequence         BIGINT       NOT NULL,
  number           VARCHAR(64)  NOT NULL,
  credit_date      DATE         NOT NULL,
  reason           VARCHAR(500),
  amount           BIGINT       NOT NULL,
  unapplied_amount BIGINT       NOT NULL,
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, number),
  CHECK (amount > 0 AND unapplied_amount BETWEEN 0 AND amount)
);

CREATE TABLE write_off (
  account_id       VARCHAR(64)  NOT NULL,
  sequence         BIGINT       NOT NULL,
  invoice_sequence BIGINT       NOT NULL,
  amount           BIGINT       NOT NULL,
  reason           VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id, invoice_sequence) REFERENCES invoice (account_id, sequence),
  CHECK (amount > 0)
);

CREATE TABLE write_off_decision (
  account_id         VARCHAR(64) NOT NULL,
  sequence           BIGINT      NOT NULL,
  write_off_sequence BIGINT      NOT NULL,
  verdict            VARCHAR(16) NOT NULL,
  note               VARCHAR(500),
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, write_off_sequence),
  FOREIGN KEY (account_id, write_off_sequence) REFERENCES write_off (account_id, sequence),
  CHECK (verdict IN ('approved', 'declined', 'withdrawn'))
);

CREATE TABLE dispute (
  account_id       VARCHAR(64)  NOT NULL,
  sequence         BIGINT       NOT NULL,
  invoice_sequence BIGINT       NOT NULL,
  amount           BIGINT       NOT NULL,
  reason           VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, sequence),
  FOREIGN KEY (account_id, invoice_sequence) REFERENCES invoice (account_id, sequence),
  CHECK (amount > 0)
);
CREATE INDEX dispute_of_invoice ON dispute (account_id, invoice_sequence);

CREATE TABLE dispute_card_range (
  account_id VARCHAR(64) NOT NULL,
  sequence   BIGINT      NOT NULL,
  position   INTEGER     NOT NULL,
  first_card VARCHAR(36) NOT NULL,
  last_card  VARCHAR(36) NOT NULL,
  PRIMARY KEY (account_id, sequence, position),
  FOREIGN KEY (account_id, sequence) REFERENCES dispute (account_id, sequence)
);

-- A dispute is resolved once; credited 0 is rejected.
CREATE TABLE dispute_resolution (
  account_id       VARCHAR(64) NOT NULL,
  sequence         BIGINT      NOT NULL,
  dispute_sequence BIGINT      NOT NULL,
  credited_amount  BIGINT      NOT NULL,
  note             VARCHAR(500),
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, dispute_sequence),
  FOREIGN KEY (account_id, dispute_sequence) REFERENCES dispute (account_id, sequence),
  CHECK (credited_amount >= 0)
);

CREATE TABLE hold (
  account_id VARCHAR(64)  NOT NULL,
  sequence   BIGINT       NOT NULL,
  reason     VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, sequence)
);

CREATE TABLE hold_lift (
  account_id    VARCHAR(64) NOT NULL,
  sequence      BIGINT      NOT NULL,
  hold_sequence BIGINT      NOT NULL,
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, hold_sequence),
  FOREIGN KEY (account_id, hold_sequence) REFERENCES hold (account_id, sequence)
);

-- A breach is an episode: its peak is the highest balance of its entries.
CREATE TABLE breach (
  account_id     VARCHAR(64)                 NOT NULL,
  number         BIGINT                      NOT NULL,
  after_sequence BIGINT                      NOT NULL,
  business_date  DATE                        NOT NULL,
  recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  cause          VARCHAR(32)                 NOT NULL,
  balance        BIGINT                      NOT NULL,
  credit_limit   BIGINT                      NOT NULL,
  PRIMARY KEY (account_id, number),
  CHECK (number > 0 AND balance > credit_limit)
);

CREATE TABLE breach_cure (
  account_id     VARCHAR(64)                 NOT NULL,
  number         BIGINT                      NOT NULL,
  after_sequence BIGINT                      NOT NULL,
  business_date  DATE                        NOT NULL,
  recorded_at    TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  cause          VARCHAR(32)                 NOT NULL,
  balance        BIGINT                      NOT NULL,
  credit_limit   BIGINT                      NOT NULL,
  PRIMARY KEY (account_id, number),
  FOREIGN KEY (account_id, number) REFERENCES breach (account_id, number),
  CHECK (balance <= credit_limit)
);

CREATE TABLE breach_acknowledgement (
  account_id    VARCHAR(64)  NOT NULL,
  sequence      BIGINT       NOT NULL,
  breach_number BIGINT       NOT NULL,
  note          VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, breach_number),
  FOREIGN KEY (account_id, breach_number) REFERENCES breach (account_id, number)
);

-- Null is what an amendment leaves as it is; '' are no discounts at all.
CREATE TABLE terms_amendment (
  account_id     VARCHAR(64)  NOT NULL,
  sequence       BIGINT       NOT NULL,
  side           VARCHAR(64)  NOT NULL,
  effective_date DATE         NOT NULL,
  credit_limit   BIGINT,
  net_days       INTEGER,
  discounts      VARCHAR(8000),
  thresholds     VARCHAR(400),
  reason         VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, sequence),
  CHECK (credit_limit IS NULL OR credit_limit >= 0),
  CHECK (net_days IS NULL OR net_days >= 0),
  CHECK (credit_limit IS NOT NULL OR net_days IS NOT NULL OR discounts IS NOT NULL OR thresholds IS NOT NULL)
);

CREATE TABLE amendment_decision (
  account_id         VARCHAR(64) NOT NULL,
  sequence           BIGINT      NOT NULL,
  amendment_sequence BIGINT      NOT NULL,
  side               VARCHAR(64) NOT NULL,
  verdict            VARCHAR(16) NOT NULL,
  note               VARCHAR(500),
  terms_version      INTEGER,
  effective_date     DATE,
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, amendment_sequence),
  FOREIGN KEY (account_id, amendment_sequence) REFERENCES terms_amendment (account_id, sequence),
  CHECK (verdict IN ('approved', 'declined', 'withdrawn')),
  CHECK ((verdict = 'approved') = (terms_version IS NOT NULL) AND (verdict = 'approved') = (effective_date IS NOT NULL))
);
