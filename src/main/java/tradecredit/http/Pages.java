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

  /** A page of API keys. */
  @Schema(name = "ApiKeyPage")
  record ApiKeyPage(List<ApiKeyBody> items, @Nullable String nextCursor) {}

  /** A page of audit records. */
  @Schema(name = "AuditRecordPage")
  record AuditRecordPage(List<AuditRecordBody> items, @Nullable String nextCursor) {}
}
