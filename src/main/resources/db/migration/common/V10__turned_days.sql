-- When the business date was turned by hand, and to which day: what was the business date at an instant is known, though
-- no account had seen the day by then. Of a book that is older than this, the day it has now counts from now on.
CREATE TABLE business_day_turn (
  agreement_id  VARCHAR(64)                 NOT NULL REFERENCES business_day (agreement_id),
  business_date DATE                        NOT NULL,
  turned_at     TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (agreement_id, business_date)
);

INSERT INTO business_day_turn (agreement_id, business_date, turned_at)
SELECT d.agreement_id, d.business_date, c.instant FROM business_day d CROSS JOIN database_clock c;
