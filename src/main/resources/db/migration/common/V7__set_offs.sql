-- What two accounts owe each other, netted: a row on each account for the proposal, and one for what was decided of it.
-- Each names its other half, which is written in the same transaction.

CREATE TABLE set_off (
  account_id           VARCHAR(64)  NOT NULL,
  sequence             BIGINT       NOT NULL,
  counterpart_account  VARCHAR(64)  NOT NULL,
  counterpart_sequence BIGINT       NOT NULL,
  side                 VARCHAR(64)  NOT NULL,
  reason               VARCHAR(500) NOT NULL,
  PRIMARY KEY (account_id, sequence),
  UNIQUE (counterpart_account, counterpart_sequence),
  CHECK (account_id <> counterpart_account)
);

CREATE TABLE set_off_part (
  account_id       VARCHAR(64) NOT NULL,
  sequence         BIGINT      NOT NULL,
  position         INTEGER     NOT NULL,
  invoice_sequence BIGINT      NOT NULL,
  amount           BIGINT      NOT NULL,
  PRIMARY KEY (account_id, sequence, position),
  FOREIGN KEY (account_id, sequence) REFERENCES set_off (account_id, sequence),
  FOREIGN KEY (account_id, invoice_sequence) REFERENCES invoice (account_id, sequence),
  CHECK (amount > 0)
);

CREATE TABLE set_off_decision (
  account_id           VARCHAR(64) NOT NULL,
  sequence             BIGINT      NOT NULL,
  set_off_sequence     BIGINT      NOT NULL,
  counterpart_account  VARCHAR(64) NOT NULL,
  counterpart_sequence BIGINT      NOT NULL,
  side                 VARCHAR(64) NOT NULL,
  verdict              VARCHAR(16) NOT NULL,
  note                 VARCHAR(500),
  PRIMARY KEY (account_id, sequence),
  UNIQUE (account_id, set_off_sequence),
  UNIQUE (counterpart_account, counterpart_sequence),
  FOREIGN KEY (account_id, set_off_sequence) REFERENCES set_off (account_id, sequence),
  CHECK (verdict IN ('approved', 'declined', 'withdrawn')),
  CHECK (account_id <> counterpart_account)
);
