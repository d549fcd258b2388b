package tradecredit.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.core.annotation.AccessorsStyle;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import tradecredit.http.note.NotePaymentBody.NoteStateBody;
import tradecredit.http.wire.AccountStateBody;
import tradecredit.http.wire.ApiSchemas;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Fault;
import tradecredit.http.wire.Problem;
import tradecredit.http.wire.RemediesBody;
import tradecredit.http.wire.StandingReasonBody;

/**
 * What a {@link Problem} looks like on the wire, for the OpenAPI document: with its further
 * members, which the code puts by their names. Nothing implements it.
 */
@AccessorsStyle(readPrefixes = "")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(
    name = "Problem",
    requiredProperties = {"code", "detail", "instance", "status", "title", "type"},
    additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
    description =
        """
        A problem document (RFC 9457). By `code`, it has further members:

        - every refusal of a rule: `retryMaySucceed` and, where it was decided by itself, `decidedAt` and `account` (of the
          promissory note: `note`)
        - `credit-limit-exceeded`: `balance`, `creditLimit`, `requested`, `excess`, `remedies`; of an item in a batch that is
          refused as a whole, all of it after the invoices that stand before it in there
        - `account-not-in-good-standing`: `reasons`
        - `account-on-hold`: `reason`, `since`
        - `discount-not-current`: `discount`, `currentDiscount`
        - `allocation-exceeds-open-amount`: `openAmount`
        - `dispute-exceeds-open-amount`, `write-off-exceeds-open-amount`, `credit-exceeds-dispute`: `most`
        - `payment-already-returned`, `dispute-already-resolved`, `write-off-already-decided`, `amendment-already-decided`,
          `set-off-already-decided`, `breach-already-acknowledged`: `state`, `sequence`, `date`
        - `already-on-hold`: `state`, `sequence`, `date`, `reason`
        - `approval-by-proposer`, `approval-by-proposing-side`, `withdrawal-by-other`: `proposedBy`
        - `returned-before-received`, `terms-effective-in-past`, `terms-superseded`: `earliest`
        - every refusal of a set-off: `accountId`
        - `promissory-note-already-recorded`: `principal`, `recordedAt`, `recordedBy`
        - `payment-exceeds-note`, `allocation-exceeds-instalment`: `unpaid`
        - `batch-refused`: `first`, `results`, `accepted`, `refused`

        Clients ignore members that they do not know.
        """)
interface ProblemSchema {

  /** a URN that names the kind of problem */
  String type();

  /** the same for every problem of this kind */
  String title();

  /** the HTTP status */
  Integer status();

  /** what happened here, for people */
  String detail();

  /** the path of the request; {@code /} where that could not be read */
  String instance();

  @Schema(description = Codes.OF_PROBLEMS)
  String code();

  /** the agreement's clause behind it, where there is one */
  Integer clause();

  /** what is wrong with the request, where it is not valid or a line of it is refused */
  List<Fault> errors();

  /**
   * whether the same posting may succeed later under a new key, as far as the code tells; of a
   * batch that is refused as a whole, whether each of its refused items may
   */
  Boolean retryMaySucceed();

  /** when it was decided */
  Instant decidedAt();

  /** the account as it was then */
  AccountStateBody account();

  /** the promissory note as it was then */
  NoteStateBody note();

  /** what the buyer owes */
  @ApiSchemas.Amount
  String balance();

  /** what the buyer may owe */
  @ApiSchemas.Amount
  String creditLimit();

  /** the invoice's amount */
  @ApiSchemas.Amount
  String requested();

  /** by how much the invoice would exceed the limit */
  @ApiSchemas.Amount
  String excess();

  /** what would cure it */
  RemediesBody remedies();

  /** what stands against good standing, each with its cure */
  List<StandingReasonBody> reasons();

  /** why there is a hold */
  String reason();

  /** since when there is a hold */
  LocalDate since();

  /** the discount that was sent, in percent */
  @ApiSchemas.Percent
  String discount();

  /** the discount that is current, in percent */
  @ApiSchemas.Percent
  String currentDiscount();

  /** what is open and undisputed of the invoice */
  @ApiSchemas.Amount
  String openAmount();

  /** the largest amount that would be taken */
  @ApiSchemas.Amount
  String most();

  /**
   * what it is already: {@code returned}, {@code upheld}, {@code rejected}, {@code approved},
   * {@code declined}, {@code withdrawn}, {@code acknowledged} or {@code onHold}
   */
  String state();

  /** the entry that made it so */
  Long sequence();

  /** the business date of that entry; of a returned payment, its returned date */
  LocalDate date();

  /** who proposed it: a principal or, of what two sides agree on, a side */
  String proposedBy();

  /** the first date that is taken */
  LocalDate earliest();

  /** the account whose rule stands against it */
  String accountId();

  /** the sum of the note that stands */
  @ApiSchemas.Amount
  String principal();

  /** when that note was recorded */
  Instant recordedAt();

  /** by whom that note was recorded */
  String recordedBy();

  /** what is unpaid of the note, or of the instalment */
  @ApiSchemas.Amount
  String unpaid();

  /**
   * the place of the first invoice that breaks the limit, or of the first refused where none does,
   * from 0; in a file by invoices, not by rows
   */
  Integer first();

  /** one per item or row, in order */
  List<AtomicOutcome> results();

  /** how many items or rows are posted: none */
  Integer accepted();

  /** how many items or rows are refused; the others are not posted */
  Integer refused();

  /** The outcome of an item or row in a batch or file that is refused as a whole. */
  @AccessorsStyle(readPrefixes = "")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "AtomicOutcome",
      requiredProperties = {"index", "status"})
  interface AtomicOutcome {

    /** its place among the items or rows, from 0 */
    Integer index();

    /** of a row, its line in the file; the header is line 1 */
    Long line();

    /** {@code refused}, or {@code notPosted} because others are */
    @Schema(
        type = "string",
        allowableValues = {"refused", "notPosted"})
    String status();

    /** the problem, where refused */
    Problem problem();
  }
}
