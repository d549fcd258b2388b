package tradecredit.http.desk;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.Page;
import tradecredit.http.wire.TermsBody;
import tradecredit.inquiry.TermsReading;

/**
 * The terms of an account: those of a day, and a page of all versions that were ever agreed.
 *
 * @param accountId which account
 * @param asOf the day
 * @param version the version in force on it
 * @param terms the terms in force on it
 * @param versions of all versions, oldest first, those on the page; net days and discounts are
 *     those of the invoice date
 * @param nextCursor for the next page of versions; null on the last
 */
@Serdeable
@Schema(name = "TermsHistory")
public record TermsHistoryBody(
    String accountId,
    LocalDate asOf,
    int version,
    TermsBody terms,
    List<Version> versions,
    @Nullable String nextCursor) {

  /**
   * A version.
   *
   * @param version 1 is the agreement's; each amendment adds one, and one more for each later day
   *     for which terms were agreed before it; on any day the highest that has begun is in force
   * @param effectiveDate its first day
   * @param recordedAt when it was agreed
   * @param terms what holds from then on
   */
  @Serdeable
  @Schema(name = "TermsVersion")
  public record Version(
      int version, LocalDate effectiveDate, Instant recordedAt, TermsBody terms) {}

  /** The cursors of this list. */
  static final String LIST = "terms";

  static TermsHistoryBody of(String accountId, TermsReading reading) {
    return new TermsHistoryBody(
        accountId,
        reading.asOf(),
        reading.inForce().version(),
        TermsBody.of(reading.inForce().terms()),
        reading.versions().items().stream().map(TermsHistoryBody::version).toList(),
        Page.next(LIST, reading.versions(), agreed -> Long.toString(agreed.version().version())));
  }

  private static Version version(TermsReading.Agreed agreed) {
    return new Version(
        agreed.version().version(),
        agreed.version().effectiveDate(),
        agreed.recordedAt(),
        TermsBody.of(agreed.version().terms()));
  }
}
