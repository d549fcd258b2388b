package tradecredit.http.desk;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;

/**
 * A dispute: the part of an invoice that the buyer claims was not in good working condition.
 *
 * @param id its id
 * @param accountId on which account
 * @param sequence its entry
 * @param invoiceId the invoice
 * @param invoiceNumber the invoice's number
 * @param currency ISO 4217
 * @param amount the disputed part
 * @param reason what is wrong
 * @param cards which cards; empty where none are named
 * @param status {@code open}, {@code upheld} or {@code rejected}
 * @param openedBy who opened it
 * @param openedOn the book's day
 * @param resolution how it ended; null while it is open
 * @param account the account as this posting left it; null where it is only read
 */
@Serdeable
@Schema(name = "Dispute")
public record DisputeBody(
    String id,
    String accountId,
    long sequence,
    String invoiceId,
    @ApiSchemas.DocumentNumber String invoiceNumber,
    @ApiSchemas.Currency String currency,
    @ApiSchemas.Amount String amount,
    String reason,
    List<CardRangeBody> cards,
    @ApiSchemas.DisputeStatus String status,
    String openedBy,
    LocalDate openedOn,
    @JsonPropertyDescription("how it ended; null while it is open")
        @Nullable ResolutionBody resolution,
    @ApiSchemas.AccountAfter @Nullable AccountStateBody account) {

  /**
   * How a dispute ended.
   *
   * @param id the resolution's id
   * @param sequence its entry
   * @param credited what of the disputed part was credited
   * @param creditNote the credit note's number; null where nothing was credited
   * @param note what was found; null where nothing is said
   * @param resolvedBy who resolved it
   * @param resolvedOn the book's day
   */
  @Serdeable
  @Schema(name = "Resolution")
  public record ResolutionBody(
      String id,
      long sequence,
      @ApiSchemas.Amount String credited,
      @Nullable String creditNote,
      @Nullable String note,
      String resolvedBy,
      LocalDate resolvedOn) {}
}
