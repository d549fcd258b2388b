package tradecredit.http.keys;

/** Keys and audit records, as the service gave them. */
final class AccessExamples {

  /** A key to make. */
  static final String NEW_KEY =
      """
      {
        "roles": ["finance"],
        "description": "Treasury's balance poll",
        "expiresAt": "2099-12-31T23:59:59Z"
      }
      """;

  /** The key that was made. */
  static final String KEY_MADE =
      """
      {
        "id": "k3x9m2p7",
        "key": "tcl_k3x9m2p7_Yk1mU2J0Y2tXc0l3b0dEVlRqM2hMZmRxS1pPeEFyTmU",
        "party": "auxer-telecom",
        "roles": ["finance"],
        "description": "Treasury's balance poll",
        "createdBy": "auxer-telecom/key:a7c2w9qd",
        "createdAt": "2026-11-22T13:42:18.193085Z",
        "expiresAt": "2099-12-31T23:59:59Z"
      }
      """;

  /** A key that asks for too much. */
  static final String KEY_MALFORMED =
      """
      {
        "type": "urn:tradecredit:problem:invalid-request",
        "title": "The request is not valid",
        "status": 400,
        "detail": "an admin of auxer-telecom makes keys for auxer-telecom alone (and 1 more: see errors)",
        "instance": "/v1/api-keys",
        "code": "invalid-request",
        "errors": [
          {
            "pointer": "/party",
            "code": "unknown-party",
            "detail": "an admin of auxer-telecom makes keys for auxer-telecom alone"
          },
          {
            "pointer": "/roles/0",
            "code": "format",
            "detail": "a role is one of clerk, finance, controller, auditor, admin"
          }
        ]
      }
      """;

  /** A page of keys. */
  static final String KEYS =
      """
      {
        "items": [
          {
            "id": "k3x9m2p7",
            "party": "auxer-telecom",
            "roles": ["finance"],
            "description": "Treasury's balance poll",
            "createdBy": "auxer-telecom/key:a7c2w9qd",
            "createdAt": "2026-11-22T13:42:18.193085Z",
            "expiresAt": "2099-12-31T23:59:59Z",
            "revokedAt": null,
            "lastUsedAt": "2026-11-22T13:43:02.551270Z"
          }
        ],
        "nextCursor": null
      }
      """;

  /** No such key. */
  static final String NO_SUCH_KEY =
      """
      {
        "type": "urn:tradecredit:problem:not-found",
        "title": "Not found",
        "status": 404,
        "detail": "There is no key k3x9m2p8.",
        "instance": "/v1/api-keys/k3x9m2p8",
        "code": "not-found"
      }
      """;

  /** As many keys as a party may have. */
  static final String TOO_MANY_KEYS =
      """
      {
        "type": "urn:tradecredit:problem:too-many-keys",
        "title": "The party has too many keys",
        "status": 409,
        "detail": "auxer-telecom has 1000 keys in use, as many as it may; revoke one first.",
        "instance": "/v1/api-keys",
        "code": "too-many-keys"
      }
      """;

  /** Nobody could make keys any more. */
  static final String LAST_OPERATOR_KEY =
      """
      {
        "type": "urn:tradecredit:problem:last-operator-key",
        "title": "The operator would have no key any more",
        "status": 409,
        "detail": "k3x9m2p8 is the operator's last admin key in use, and tokens are not taken: without it nobody could make another. Make one first.",
        "instance": "/v1/api-keys/k3x9m2p8",
        "code": "last-operator-key"
      }
      """;

  /** A page of audit records. */
  static final String AUDIT_RECORDS =
      """
      {
        "items": [
          {
            "accountId": "auxer-to-kattosko",
            "sequence": 1,
            "recordedAt": "2026-11-22T13:44:10.020514Z",
            "principal": "kattosko/key:m4t8z1rs",
            "party": "kattosko",
            "action": "post-invoice",
            "object": "POST /v1/accounts/auxer-to-kattosko/invoices",
            "outcome": "denied",
            "concerns": null,
            "requestId": "5f0c0a52-4a86-4a3e-8f38-6c8d8c1c9a10",
            "detail": "post-invoice on account auxer-to-kattosko is for its supplier, auxer-telecom, alone (clause 5).",
            "previousHash": "0000000000000000000000000000000000000000000000000000000000000000",
            "hash": "8d2c7f6c1e0b4a5f9c3d2e1f0a9b8c7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1b"
          }
        ],
        "nextCursor": null
      }
      """;

  private AccessExamples() {}
}
