package tradecredit.http;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The pages of {@link Page} by what they list, as the OpenAPI document names them. */
final class Pages {

  private Pages() {}

  /**
   * A page of agreements.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "AgreementPage")
  record AgreementPage(List<AgreementBody> items, @Nullable String nextCursor) {}

  /**
   * A page of accounts.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "AccountPage")
  record AccountPage(List<AccountSummaryBody> items, @Nullable String nextCursor) {}

  /**
   * A page of invoices.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "InvoicePage")
  record InvoicePage(List<InvoiceBody> items, @Nullable String nextCursor) {}

  /**
   * A page of payments.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "PaymentPage")
  record PaymentPage(List<PaymentReadingBody> items, @Nullable String nextCursor) {}

  /**
   * A page of credit notes.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "CreditNotePage")
  record CreditNotePage(List<CreditNoteReadingBody> items, @Nullable String nextCursor) {}

  /**
   * A page of entries.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "EntryPage")
  record EntryPage(List<EntryBody> items, @Nullable String nextCursor) {}

  /**
   * A page of decisions.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "DecisionPage")
  record DecisionPage(List<DecisionBody> items, @Nullable String nextCursor) {}

  /**
   * A page of disputes.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "DisputePage")
  record DisputePage(List<DisputeBody> items, @Nullable String nextCursor) {}

  /**
   * A page of write-offs.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "WriteOffPage")
  record WriteOffPage(List<WriteOffBody> items, @Nullable String nextCursor) {}

  /**
   * A page of set-offs.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "SetOffPage")
  record SetOffPage(List<SetOffBody> items, @Nullable String nextCursor) {}

  /**
   * A page of amendments.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "TermsAmendmentPage")
  record TermsAmendmentPage(List<TermsAmendmentBody> items, @Nullable String nextCursor) {}

  /**
   * A page of breaches.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "BreachPage")
  record BreachPage(List<BreachBody> items, @Nullable String nextCursor) {}

  /**
   * A page of dated records of standing.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "StandingChangePage")
  record StandingChangePage(List<StandingChangeBody> items, @Nullable String nextCursor) {}

  /**
   * A page of events.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "EventPage")
  record EventPage(List<EventBody> items, @Nullable String nextCursor) {}

  /** A page of API keys. */
  @Schema(name = "ApiKeyPage")
  record ApiKeyPage(List<ApiKeyBody> items, @Nullable String nextCursor) {}

  /** A page of audit records. */
  @Schema(name = "AuditRecordPage")
  record AuditRecordPage(List<AuditRecordBody> items, @Nullable String nextCursor) {}

  /**
   * A page of webhook endpoints.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "WebhookEndpointPage")
  record WebhookEndpointPage(List<WebhookEndpointBody> items, @Nullable String nextCursor) {}

  /**
   * A page of deliveries.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "WebhookDeliveryPage")
  record WebhookDeliveryPage(List<WebhookDeliveryBody> items, @Nullable String nextCursor) {}

  /**
   * A page of attempts.
   *
   * @param items what is on it
   * @param nextCursor for the next page; null on the last
   */
  @Schema(name = "WebhookAttemptPage")
  record WebhookAttemptPage(List<WebhookAttemptBody> items, @Nullable String nextCursor) {}
}
