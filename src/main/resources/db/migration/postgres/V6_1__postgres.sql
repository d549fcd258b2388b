-- What PostgreSQL words in its own way. Few invoices are ever disputed: their movements are found apart from the rest.
CREATE INDEX movement_of_dispute ON open_item_movement (account_id, invoice_sequence) WHERE disputed_amount <> 0;
