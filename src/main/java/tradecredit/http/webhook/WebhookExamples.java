package tradecredit.http.webhook;

/** Webhook endpoints, as the service gave them. */
final class WebhookExamples {

  /** An endpoint to make. */
  static final String NEW =
      """
      {
        "url": "https://hooks.example/book",
        "eventTypes": ["credit_limit.breached", "credit_limit.cured", "standing.changed"],
        "accounts": ["kattosko-to-seller"],
        "description": "Credit control"
      }
      """;

  /** The endpoint that was made. */
  static final String MADE =
      """
      {
        "id": "ep_k3x9m2p7a1b2c3d4",
        "secret": "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=",
        "party": "kattosko",
        "url": "https://hooks.example/book",
        "eventTypes": ["credit_limit.breached", "credit_limit.cured", "standing.changed"],
        "accounts": ["kattosko-to-seller"],
        "description": "Credit control",
        "state": "enabled",
        "createdBy": "kattosko/key:m4t8z1rs",
        "createdAt": "2026-11-22T13:42:18.193085Z"
      }
      """;

  /** An endpoint that is none. */
  static final String MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "no event is named invoice.lost (and 1 more: see errors)",
        "instance": "/v1/webhook-endpoints",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/eventTypes/0",
            "code": "format",
            "detail": "no event is named invoice.lost"
          },
          {
            "pointer": "/accounts/0",
            "code": "unknown-account",
            "detail": "the caller's party is on no account \\"petty-cash\\""
          }
        ]
      }
      """;

  /** A URL that leads inside. */
  static final String NOT_ALLOWED =
      """
      {
        "type": "urn:tradecredit:problem:webhook-url-not-allowed",
        "title": "Nothing is sent to this URL",
        "status": 422,
        "detail": "url: nothing is sent to 169.254.169.254 on port 443: public addresses on port 443 are taken, and those that the operator has opened",
        "instance": "/v1/webhook-endpoints",
        "code": "webhook-url-not-allowed",
        "errors": [
          {
            "pointer": "/url",
            "code": "webhook-url-not-allowed",
            "detail": "url: nothing is sent to 169.254.169.254 on port 443: public addresses on port 443 are taken, and those that the operator has opened"
          }
        ]
      }
      """;

  /** One endpoint too many. */
  static final String TOO_MANY =
      """
      {
        "type": "urn:tradecredit:problem:too-many-webhook-endpoints",
        "title": "The party has too many webhook endpoints",
        "status": 409,
        "detail": "kattosko has 20 webhook endpoints, as many as it may; delete one first.",
        "instance": "/v1/webhook-endpoints",
        "code": "too-many-webhook-endpoints"
      }
      """;

  /** No key to keep secrets under. */
  static final String NOT_CONFIGURED =
      """
      {
        "type": "urn:tradecredit:problem:webhook-secrets-not-configured",
        "title": "Webhook secrets cannot be kept here",
        "status": 409,
        "detail": "The operator has not set tradecredit.access.encryption-keys, under which they are stored.",
        "instance": "/v1/webhook-endpoints",
        "code": "webhook-secrets-not-configured"
      }
      """;

  /** No such endpoint. */
  static final String NO_ENDPOINT =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is no webhook endpoint ep_0000000000000000.",
        "instance": "/v1/webhook-endpoints/ep_0000000000000000",
        "code": "not-found"
      }
      """;

  /** A deleted endpoint. */
  static final String DELETED =
      """
      {
        "type": "urn:tradecredit:problem:webhook-endpoint-deleted",
        "title": "The endpoint is deleted",
        "status": 409,
        "detail": "ep_k3x9m2p7a1b2c3d4 is deleted; what was sent to it can be read until it is swept.",
        "instance": "/v1/webhook-endpoints/ep_k3x9m2p7a1b2c3d4",
        "code": "webhook-endpoint-deleted"
      }
      """;

  /** A disabled endpoint. */
  static final String DISABLED =
      """
      {
        "type": "urn:tradecredit:problem:webhook-endpoint-disabled",
        "title": "The endpoint is disabled",
        "status": 409,
        "detail": "Nothing is sent to ep_k3x9m2p7a1b2c3d4 while it is disabled; enable it first.",
        "instance": "/v1/webhook-endpoints/ep_k3x9m2p7a1b2c3d4/test-events",
        "code": "webhook-endpoint-disabled"
      }
      """;

  /** An endpoint. */
  static final String ENDPOINT =
      """
      {
        "id": "ep_k3x9m2p7a1b2c3d4",
        "party": "kattosko",
        "url": "https://hooks.example/book",
        "eventTypes": ["credit_limit.breached", "credit_limit.cured", "standing.changed"],
        "accounts": ["kattosko-to-seller"],
        "description": "Credit control",
        "state": "enabled",
        "stateSince": "2026-11-22T13:42:18.193085Z",
        "createdBy": "kattosko/key:m4t8z1rs",
        "createdAt": "2026-11-22T13:42:18.193085Z",
        "backlog": {"unread": 0, "waiting": 0, "failing": 0, "givenUp": 0}
      }
      """;

  /** A page of endpoints. */
  static final String ENDPOINTS =
      """
      {
        "items": [{
        "id": "ep_k3x9m2p7a1b2c3d4",
        "party": "kattosko",
        "url": "https://hooks.example/book",
        "eventTypes": ["credit_limit.breached", "credit_limit.cured", "standing.changed"],
        "accounts": ["kattosko-to-seller"],
        "description": "Credit control",
        "state": "enabled",
        "stateSince": "2026-11-22T13:42:18.193085Z",
        "createdBy": "kattosko/key:m4t8z1rs",
        "createdAt": "2026-11-22T13:42:18.193085Z",
        "backlog": {"unread": 0, "waiting": 0, "failing": 0, "givenUp": 0}
      }],
        "nextCursor": null
      }
      """;

  /** To disable. */
  static final String DISABLE =
      """
      {
        "state": "disabled"
      }
      """;

  /** A disabled endpoint. */
  static final String SWITCHED =
      """
      {
        "id": "ep_k3x9m2p7a1b2c3d4",
        "party": "kattosko",
        "url": "https://hooks.example/book",
        "eventTypes": ["credit_limit.breached", "credit_limit.cured", "standing.changed"],
        "accounts": ["kattosko-to-seller"],
        "description": "Credit control",
        "state": "disabled",
        "stateReason": "byRequest",
        "stateSince": "2026-11-22T13:42:18.193085Z",
        "createdBy": "kattosko/key:m4t8z1rs",
        "createdAt": "2026-11-22T13:42:18.193085Z",
        "backlog": {"unread": 0, "waiting": 0, "failing": 0, "givenUp": 0}
      }
      """;

  /** A state that there is not. */
  static final String MALFORMED_STATE =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "state: \\"asleep\\" is neither enabled nor disabled",
        "instance": "/v1/webhook-endpoints/ep_k3x9m2p7a1b2c3d4/state",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/state",
            "code": "format",
            "detail": "state: \\"asleep\\" is neither enabled nor disabled"
          }
        ]
      }
      """;

  /** A new secret. */
  static final String ROTATED =
      """
      {
        "id": "ep_k3x9m2p7a1b2c3d4",
        "secret": "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDC2FVsBQIhrs=",
        "previousSecretUntil": "2026-11-23T13:42:18.193085Z"
      }
      """;

  private WebhookExamples() {}
}
