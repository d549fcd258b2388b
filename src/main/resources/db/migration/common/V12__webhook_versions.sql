-- Whatever is done to an endpoint raises its version: what was claimed under one before is not sent any more, and what
-- came of it says nothing of the endpoint as it stands now.
ALTER TABLE webhook_endpoint ADD COLUMN version BIGINT DEFAULT 1 NOT NULL;

-- Deliveries that were given up are kept longer than those that were delivered, and counted after they are swept.
ALTER TABLE webhook_endpoint ADD COLUMN given_up_swept BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE webhook_endpoint ADD CHECK (version > 0 AND given_up_swept >= 0);

DROP INDEX webhook_delivery_finished;
CREATE INDEX webhook_delivery_done ON webhook_delivery (state, finished_at);
