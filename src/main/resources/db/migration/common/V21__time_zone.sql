-- By whose calendar the days of the book go: a file that says another time zone of a book in use stops the start, since what
-- day it was at a past instant would be another. A book that is older than this has from now on what its file says at the
-- next start.
ALTER TABLE business_day ADD COLUMN time_zone VARCHAR(64);
