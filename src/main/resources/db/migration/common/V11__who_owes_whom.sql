-- Who owes whom, as the book was begun: a file that says otherwise of an account or a note in use stops the start. A book
-- that is older than this has from now on what its file says at the next start.
CREATE TABLE account_sides (
  account_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES account_head (account_id),
  supplier   VARCHAR(64) NOT NULL,
  buyer      VARCHAR(64) NOT NULL,
  CHECK (supplier <> buyer)
);

CREATE TABLE note_sides (
  agreement_id VARCHAR(64) NOT NULL PRIMARY KEY REFERENCES note_head (agreement_id),
  maker        VARCHAR(64) NOT NULL,
  payee        VARCHAR(64) NOT NULL,
  CHECK (maker <> payee)
);
