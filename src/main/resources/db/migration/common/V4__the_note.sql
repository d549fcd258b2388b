-- The promissory note (clause 4). Its sum is recorded by a person, once. Entries, documents, allocations and decisions
-- are append-only; note_head and the unpaid figure of note_instalment are rollups of them. Its idempotency keys lie in
-- idempotency_record, under the agreement's id and the item 'agreement'.

-- One row an agreement that has a note: the lock of the note, which no account shares.
CREATE TABLE note_head (
  agreement_id  VARCHAR(64)                 NOT NULL PRIMARY KEY,
  business_date DATE                        NOT NULL,
  last_sequence BIGINT                      NOT NULL,
  last_hash     VARCHAR(64)                 NOT NULL,
  last_decision BIGINT                      NOT NULL,
  recorded_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  unpaid        BIGINT                      NOT NULL,
  CHECK (last_sequence >= 0 AND last_decision >= last_sequence AND unpaid >= 0)
);

CREATE TABLE note_entry (
  agreement_id    VARCHAR(64)                 NOT NULL REFERENCES note_head (agreement_id),
  sequence        BIGINT                      NOT NULL,
  act             VARCHAR(16)                 NOT NULL,
  amount          BIGINT                      NOT NULL,
  unpaid_before   BIGINT                      NOT NULL,
  unpaid_after    BIGINT                      NOT NULL,
  effective_date  DATE                        NOT NULL,
  business_date   DATE                        NOT NULL,
  recorded_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_by     VARCHAR(128)                NOT NULL,
  document_number VARCHAR(64)                 NOT NULL,
  hash            VARCHAR(64)                 NOT NULL,
  PRIMARY KEY (agreement_id, sequence),
  CHECK (unpaid_after = unpaid_before + amount AND unpaid_after >= 0 AND effective_date <= business_date),
  CHECK ((act = 'note' AND sequence = 1 AND unpaid_before = 0 AND amount > 0)
    OR (act = 'payment' AND sequence > 1 AND amount < 0))
);

-- The schedule of the note. unpaid is the rollup of note_allocation; the rest never changes.
CREATE TABLE note_instalment (
  agreement_id VARCHAR(64) NOT NULL REFERENCES note_head (agreement_id),
  number       INTEGER     NOT NULL,
  due_date     DATE        NOT NULL,
  amount       BIGINT      NOT NULL,
  unpaid       BIGINT      NOT NULL,
  PRIMARY KEY (agreement_id, number),
  CHECK (number > 0 AND amount > 0 AND unpaid BETWEEN 0 AND amount)
);

CREATE TABLE note_payment (
  agreement_id  VARCHAR(64) NOT NULL,
  sequence      BIGINT      NOT NULL,
  reference     VARCHAR(64) NOT NULL,
  received_date DATE        NOT NULL,
  method        VARCHAR(32) NOT NULL,
  amount        BIGINT      NOT NULL,
  PRIMARY KEY (agreement_id, sequence),
  UNIQUE (agreement_id, reference),
  FOREIGN KEY (agreement_id, sequence) REFERENCES note_entry (agreement_id, sequence),
  CHECK (amount > 0)
);

CREATE TABLE note_allocation (
  agreement_id VARCHAR(64) NOT NULL,
  sequence     BIGINT      NOT NULL,
  position     INTEGER     NOT NULL,
  instalment   INTEGER     NOT NULL,
  amount       BIGINT      NOT NULL,
  PRIMARY KEY (agreement_id, sequence, position),
  UNIQUE (agreement_id, sequence, instalment),
  FOREIGN KEY (agreement_id, sequence) REFERENCES note_payment (agreement_id, sequence),
  FOREIGN KEY (agreement_id, instalment) REFERENCES note_instalment (agreement_id, number),
  CHECK (amount > 0)
);

-- What was asked and what was answered. An accepted request names its entry.
CREATE TABLE note_decision (
  agreement_id  VARCHAR(64)                 NOT NULL REFERENCES note_head (agreement_id),
  number        BIGINT                      NOT NULL,
  act           VARCHAR(16)                 NOT NULL,
  sequence      BIGINT,
  code          VARCHAR(48),
  requested     BIGINT                      NOT NULL,
  note_sequence BIGINT                      NOT NULL,
  unpaid        BIGINT                      NOT NULL,
  business_date DATE                        NOT NULL,
  recorded_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  recorded_by   VARCHAR(128)                NOT NULL,
  facts         VARCHAR(4000),
  PRIMARY KEY (agreement_id, number),
  CHECK ((sequence IS NULL) <> (code IS NULL))
);
