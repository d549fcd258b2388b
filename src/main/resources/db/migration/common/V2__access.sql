-- Who may come in, and what was done and denied.

-- What is stored of an API key: never its secret part, only that part's SHA-256. Keys are revoked, never deleted.
CREATE TABLE api_key (
  id           VARCHAR(8)                  NOT NULL PRIMARY KEY,
  digest       VARCHAR(64)                 NOT NULL,
  party        VARCHAR(64)                 NOT NULL,
  roles        VARCHAR(100)                NOT NULL,
  description  VARCHAR(500),
  created_by   VARCHAR(128)                NOT NULL,
  created_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  expires_at   TIMESTAMP(6) WITH TIME ZONE,
  revoked_at   TIMESTAMP(6) WITH TIME ZONE,
  last_used_at TIMESTAMP(6) WITH TIME ZONE
);
CREATE INDEX api_key_of_party ON api_key (party, id);

-- The end of each chain of audit records: one chain an account, and '-' for the rest. Its row is the chain's lock;
-- no lane takes it.
CREATE TABLE audit_head (
  chain         VARCHAR(64)                 NOT NULL PRIMARY KEY,
  last_sequence BIGINT                      NOT NULL,
  last_hash     VARCHAR(64)                 NOT NULL,
  recorded_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  CHECK (last_sequence >= 0)
);

-- Append-only. hash is over the hash before it and the record's own fields.
CREATE TABLE audit_record (
  chain         VARCHAR(64)                 NOT NULL REFERENCES audit_head (chain),
  sequence      BIGINT                      NOT NULL,
  recorded_at   TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  party         VARCHAR(64),
  principal     VARCHAR(128)                NOT NULL,
  action        VARCHAR(48)                 NOT NULL,
  object        VARCHAR(256)                NOT NULL,
  outcome       VARCHAR(8)                  NOT NULL,
  concerns      VARCHAR(64),
  request_id    VARCHAR(64)                 NOT NULL,
  detail        VARCHAR(1000),
  previous_hash VARCHAR(64)                 NOT NULL,
  hash          VARCHAR(64)                 NOT NULL,
  PRIMARY KEY (chain, sequence),
  CHECK (outcome IN ('done', 'denied')),
  CHECK (sequence > 0)
);
CREATE INDEX audit_record_of_party ON audit_record (chain, party, sequence);
CREATE INDEX audit_record_concerning ON audit_record (chain, concerns, sequence);
