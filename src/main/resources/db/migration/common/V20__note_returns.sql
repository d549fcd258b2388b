-- A payment on the promissory note that bounced is taken back by an entry of its own. What it re-opens are the allocations
-- of its payment, all of them.

-- The table is written anew: what it says of acts is a constraint without a name, which each database has called its own way.
CREATE TABLE note_entry_anew (
  agreement_id    VARCHAR(64)                 NOT NULL,
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
  CONSTRAINT note_entry_key PRIMARY KEY (agreement_id, sequence),
  CONSTRAINT note_entry_of_note FOREIGN KEY (agreement_id) REFERENCES note_head (agreement_id),
  CONSTRAINT note_entry_adds_up
    CHECK (unpaid_after = unpaid_before + amount AND unpaid_after >= 0 AND effective_date <= business_date),
  CONSTRAINT note_entry_act CHECK ((act = 'note' AND sequence = 1 AND unpaid_before = 0 AND amount > 0)
    OR (act = 'payment' AND sequence > 1 AND amount < 0)
    OR (act = 'paymentReturn' AND sequence > 2 AND amount > 0))
);

INSERT INTO note_entry_anew (agreement_id, sequence, act, amount, unpaid_before, unpaid_after, effective_date,
  business_date, recorded_at, recorded_by, document_number, hash)
SELECT agreement_id, sequence, act, amount, unpaid_before, unpaid_after, effective_date, business_date, recorded_at,
  recorded_by, document_number, hash
FROM note_entry;

DROP TABLE note_entry CASCADE;
ALTER TABLE note_entry_anew RENAME TO note_entry;
ALTER TABLE note_payment ADD CONSTRAINT note_payment_entry
  FOREIGN KEY (agreement_id, sequence) REFERENCES note_entry (agreement_id, sequence);

CREATE TABLE note_payment_return (
  agreement_id     VARCHAR(64)  NOT NULL,
  sequence         BIGINT       NOT NULL,
  payment_sequence BIGINT       NOT NULL,
  returned_date    DATE         NOT NULL,
  reason           VARCHAR(500) NOT NULL,
  CONSTRAINT note_payment_return_key PRIMARY KEY (agreement_id, sequence),
  CONSTRAINT note_payment_return_once UNIQUE (agreement_id, payment_sequence),
  CONSTRAINT note_payment_return_entry
    FOREIGN KEY (agreement_id, sequence) REFERENCES note_entry (agreement_id, sequence),
  CONSTRAINT note_payment_return_of_payment
    FOREIGN KEY (agreement_id, payment_sequence) REFERENCES note_payment (agreement_id, sequence),
  CONSTRAINT note_payment_return_after CHECK (sequence > payment_sequence)
);
