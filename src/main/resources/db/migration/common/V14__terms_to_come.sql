-- What a version of the terms sets itself; all else it has from the version in force before it. Terms that were agreed for a
-- later day are written anew when an amendment begins before that day: what they set holds, the rest follows the amendment.
ALTER TABLE terms ADD COLUMN sets_credit_limit BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE terms ADD COLUMN sets_net_days     BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE terms ADD COLUMN sets_discounts    BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE terms ADD COLUMN sets_thresholds   BOOLEAN DEFAULT FALSE NOT NULL;

UPDATE terms SET
  sets_credit_limit = EXISTS (
    SELECT 1 FROM amendment_decision d
    JOIN terms_amendment a ON a.account_id = d.account_id AND a.sequence = d.amendment_sequence
    WHERE d.account_id = terms.account_id AND d.terms_version = terms.version AND a.credit_limit IS NOT NULL),
  sets_net_days = EXISTS (
    SELECT 1 FROM amendment_decision d
    JOIN terms_amendment a ON a.account_id = d.account_id AND a.sequence = d.amendment_sequence
    WHERE d.account_id = terms.account_id AND d.terms_version = terms.version AND a.net_days IS NOT NULL),
  sets_discounts = EXISTS (
    SELECT 1 FROM amendment_decision d
    JOIN terms_amendment a ON a.account_id = d.account_id AND a.sequence = d.amendment_sequence
    WHERE d.account_id = terms.account_id AND d.terms_version = terms.version AND a.discounts IS NOT NULL),
  sets_thresholds = EXISTS (
    SELECT 1 FROM amendment_decision d
    JOIN terms_amendment a ON a.account_id = d.account_id AND a.sequence = d.amendment_sequence
    WHERE d.account_id = terms.account_id AND d.terms_version = terms.version AND a.thresholds IS NOT NULL);
