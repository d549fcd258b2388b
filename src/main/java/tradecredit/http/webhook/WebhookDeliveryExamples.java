package tradecredit.http.webhook;

/** What is sent to webhook endpoints, as the service gave them. */
final class WebhookDeliveryExamples {

  /** A delivery that was given up. */
  static final String DELIVERY =
      """
      {
        "messageId": "msg_5f0c0a524a864a3e8f386c8d8c1c9a10",
        "endpointId": "ep_k3x9m2p7a1b2c3d4",
        "type": "standing.changed",
        "accountId": "kattosko-to-seller",
        "sequence": 3,
        "eventAt": "2026-11-22T13:42:18.193085Z",
        "state": "givenUp",
        "attempts": 1,
        "finishedAt": "2026-11-22T13:42:18.193085Z",
        "lastAttempt": {"number": 1, "startedAt": "2026-11-22T13:42:18.193085Z", "latencyMillis": 12, "status": 500, "failure": "refused"}
      }
      """;

  /** A page of deliveries. */
  static final String DELIVERIES =
      """
      {
        "items": [{
        "messageId": "msg_5f0c0a524a864a3e8f386c8d8c1c9a10",
        "endpointId": "ep_k3x9m2p7a1b2c3d4",
        "type": "standing.changed",
        "accountId": "kattosko-to-seller",
        "sequence": 3,
        "eventAt": "2026-11-22T13:42:18.193085Z",
        "state": "givenUp",
        "attempts": 1,
        "finishedAt": "2026-11-22T13:42:18.193085Z",
        "lastAttempt": {"number": 1, "startedAt": "2026-11-22T13:42:18.193085Z", "latencyMillis": 12, "status": 500, "failure": "refused"}
      }],
        "nextCursor": null
      }
      """;

  /** No such delivery. */
  static final String NO_DELIVERY =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "The endpoint has no delivery of the message msg_00000000000000000000000000000000, or has none any more.",
        "instance": "/v1/webhook-endpoints/ep_k3x9m2p7a1b2c3d4/deliveries/msg_00000000000000000000000000000000",
        "code": "not-found"
      }
      """;

  /** A state that there is not. */
  static final String MALFORMED_FILTER =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "state: a delivery is one of [waiting, delivered, givenUp]",
        "instance": "/v1/webhook-endpoints/ep_k3x9m2p7a1b2c3d4/deliveries",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "query:state",
            "code": "format",
            "detail": "state: a delivery is one of [waiting, delivered, givenUp]"
          }
        ]
      }
      """;

  /** A page of attempts. */
  static final String ATTEMPTS =
      """
      {
        "items": [
          {"number": 1, "startedAt": "2026-11-22T13:42:18.193085Z", "latencyMillis": 12, "status": 500, "failure": "refused"}
        ],
        "nextCursor": null
      }
      """;

  /** A delivery that waits again. */
  static final String REDELIVERED =
      """
      {
        "messageId": "msg_5f0c0a524a864a3e8f386c8d8c1c9a10",
        "endpointId": "ep_k3x9m2p7a1b2c3d4",
        "type": "standing.changed",
        "accountId": "kattosko-to-seller",
        "sequence": 3,
        "eventAt": "2026-11-22T13:42:18.193085Z",
        "state": "waiting",
        "attempts": 1,
        "nextAttemptAt": "2026-11-22T13:42:18.193085Z",
        "lastAttempt": {"number": 1, "startedAt": "2026-11-22T13:42:18.193085Z", "latencyMillis": 12, "status": 500, "failure": "refused"}
      }
      """;

  /** Since when. */
  static final String RECOVER =
      """
      {
        "since": "2001-05-16T00:00:00Z"
      }
      """;

  /** How many. */
  static final String RECOVERED =
      """
      {
        "recovered": 1
      }
      """;

  /** No instant. */
  static final String MALFORMED_SINCE =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "since: \\"yesterday\\" is not an instant in UTC as 2001-05-16T12:00:00Z",
        "instance": "/v1/webhook-endpoints/ep_k3x9m2p7a1b2c3d4/recovery",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/since",
            "code": "format",
            "detail": "since: \\"yesterday\\" is not an instant in UTC as 2001-05-16T12:00:00Z"
          }
        ]
      }
      """;

  /** A test that waits. */
  static final String TEST =
      """
      {
        "messageId": "msg_5f0c0a524a864a3e8f386c8d8c1c9a10",
        "endpointId": "ep_k3x9m2p7a1b2c3d4",
        "type": "webhook.test",
        "eventAt": "2026-11-22T13:42:18.193085Z",
        "state": "waiting",
        "attempts": 0,
        "nextAttemptAt": "2026-11-22T13:42:18.193085Z"
      }
      """;

  /** One test too many. */
  static final String TOO_MANY_TESTS =
      """
      {
        "type": "urn:tradecredit:problem:too-many-test-events",
        "title": "Too many test events wait",
        "status": 409,
        "detail": "20 test events wait for ep_k3x9m2p7a1b2c3d4 already.",
        "instance": "/v1/webhook-endpoints/ep_k3x9m2p7a1b2c3d4/test-events",
        "code": "too-many-test-events"
      }
      """;

  private WebhookDeliveryExamples() {}
}
