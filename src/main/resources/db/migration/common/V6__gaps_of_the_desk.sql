-- Standing as of a day is a seek: the last record of that day or before, and the last one of the other standing.
CREATE INDEX standing_change_day ON standing_change (account_id, business_date, number);
CREATE INDEX standing_change_turn ON standing_change (account_id, standing, number);
