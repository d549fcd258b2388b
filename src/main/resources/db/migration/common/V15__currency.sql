-- In what the book counts: a file that says another currency of a book in use stops the start. A book that is older than
-- this has from now on what its file says at the next start.
ALTER TABLE business_day ADD COLUMN currency VARCHAR(3);
