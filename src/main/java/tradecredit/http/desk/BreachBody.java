package tradecredit.http.desk;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.inquiry.BreachReading;
import tradecredit.inquiry.Recorded;
import tradecredit.ledger.BreachChange;
import tradecredit.ledger.DeskDocument;

/**
 * An episode during which the balance is above the limit.
 *
 * @param id its number on the account: 1, 2, 3 ...
 * @param status {@code open} or {@code cured}
 * @param cause the kind of act that opened it: {@code amendmentDecision} where a lower limit was
 *     approved for the day itself; {@code termsAmendment} where it began at a day's end
 * @param opened how it began
 * @param peak the highest balance of it
 * @param acknowledgement a controller's note; null where none has seen it
 * @param cured how it ended; null while it lasts
 */
@Serdeable
@Schema(name = "Breach")
public record BreachBody(
    String id,
    @ApiSchemas.BreachStatus String status,
    String cause,
    Edge opened,
    @ApiSchemas.Amount String peak,
    @JsonPropertyDescription("a controller's note; null where none has seen it")
        @Nullable AcknowledgementBody acknowledgement,
    @JsonPropertyDescription("how it ended; null while it lasts") @Nullable Edge cured) {

  /**
   * A beginning or an end.
   *
   * @param sequence the account's last entry then
   * @param businessDate the book's day
   * @param recordedAt when the book learned it
   * @param balance the balance then
   * @param creditLimit the limit then
   */
  @Serdeable
  @Schema(name = "BreachEdge")
  public record Edge(
      long sequence,
      LocalDate businessDate,
      Instant recordedAt,
      @ApiSchemas.Amount String balance,
      @ApiSchemas.Amount String creditLimit) {

    static Edge of(BreachChange change) {
      return new Edge(
          change.afterSequence(),
          change.businessDate(),
          change.recordedAt(),
          change.balance().toString(),
          change.creditLimit().toString());
    }
  }

  /**
   * A controller has seen it.
   *
   * @param sequence the entry
   * @param note what is done about it
   * @param acknowledgedBy who
   * @param acknowledgedOn the book's day
   */
  @Serdeable
  @Schema(name = "Acknowledgement")
  public record AcknowledgementBody(
      long sequence, String note, String acknowledgedBy, LocalDate acknowledgedOn) {}

  static BreachBody of(BreachReading breach) {
    BreachChange cured = breach.cured();
    return new BreachBody(
        Long.toString(breach.opened().number()),
        cured == null ? "open" : "cured",
        breach.cause().wireName(),
        Edge.of(breach.opened()),
        breach.peak().toString(),
        of(breach.acknowledgement(), breach.acknowledged()),
        cured == null ? null : Edge.of(cured));
  }

  private static @Nullable AcknowledgementBody of(
      DeskDocument.@Nullable BreachAcknowledgement seen, @Nullable Recorded by) {
    return seen == null || by == null
        ? null
        : new AcknowledgementBody(seen.sequence(), seen.note(), by.principal(), by.businessDate());
  }
}
