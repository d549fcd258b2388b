-- What an endpoint has in a state is listed and sought in the order of its numbers.
CREATE INDEX webhook_delivery_of_state ON webhook_delivery (endpoint_id, state, number);
