-- An amendment names all discounts that are pinned from then on, as many as the agreement has products: no more than a
-- request's body can carry.
ALTER TABLE terms_amendment ALTER COLUMN discounts SET DATA TYPE VARCHAR(1048576);
