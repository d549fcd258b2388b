package tradecredit.http.wire;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type a URN that names the kind of problem
 * @param title the same for every problem of this kind
 * @param status the HTTP status
 * @param detail what happened here, for people
 * @param instance the path of the request; {@code /} where that could not be read
 * @param code the kind of problem, for programs
 * @param clause the agreement's clause behind it, where there is one
 * @param errors what is wrong with the request, where it is not valid
 * @param members what else this kind of problem tells
 */
@Schema(
    name = "Problem",
    additionalProperties = Schema.AdditionalPropertiesValue.TRUE,
    description =
        """
        A problem document (RFC 9457). By `code`, it has further members:

        - every refusal of a rule: `retryMaySucceed`, whether the same posting may succeed later under a new key, as far as
          the code tells (of a batch that is refused as a whole: whether each of its refused items may); and, where it was
          decided by itself, `decidedAt` (instant) and `account` (AccountState), as it was then
        - `credit-limit-exceeded`: `balance`, `creditLimit`, `requested`, `excess` (amounts) and `remedies`, an object of
          `largestInvoice` (accepted now), `smallestPayment` (makes room for this one) and `firstDateWithRoom` (if what is
          open is paid on its due dates; null if never); of an item in a batch that is refused as a whole, all of it after
          the invoices that stand before it in there
        - `account-not-in-good-standing`: `reasons` (StandingReason), each with its cure
        - `discount-not-current`: `discount`, `currentDiscount`
        - `allocation-exceeds-open-amount`: `openAmount`
        - `dispute-exceeds-open-amount`, `write-off-exceeds-open-amount`, `credit-exceeds-dispute`: `most`, the largest amount
          that would be taken
        - what was decided before (409; `payment-already-returned` and `already-on-hold`, too): `state`, `sequence` and `date`
          of that decision's entry; `date` of a returned payment is its returned date; of `already-on-hold`, where `state` is `onHold`, the hold's `reason`, too
        - `approval-by-proposer`, `approval-by-proposing-side`, `withdrawal-by-other`: `proposedBy`
        - `returned-before-received`, `terms-effective-in-past`: `earliest`, the first date that is taken
        - `account-on-hold`: `reason` and `since` of the hold
        - a set-off that is refused: `accountId`, the account whose rule stands against it; `set-off-counterpart-refused`:
          `counterpartAccountId`
        - every refusal of the promissory note: instead of `account`, `note` (NoteState)
        - `promissory-note-already-recorded`: `principal`, `recordedAt`, `recordedBy` of the note that stands
        - `payment-exceeds-note`, `allocation-exceeds-instalment`: `unpaid`
        - `batch-refused`: `first`, the place of the first invoice that breaks the limit, or of the first refused where none
          does, counted from 0 (in a file by invoices, not by rows); `results` (BatchOutcome or ImportOutcome), `accepted`,
          `refused`

        Clients ignore members that they do not know.
        """)
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @Schema(description = Codes.OF_PROBLEMS) String code,
    @Schema(nullable = false) @Nullable Integer clause,
    @Schema(requiredMode = Schema.RequiredMode.NOT_REQUIRED) List<Fault> errors,
    @JsonAnyGetter @Schema(hidden = true) Map<String, Object> members) {

  /** The media type of a problem document (RFC 9457). */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final Pattern LINE = Pattern.compile("/lines/([0-9]+)");

  /** A problem of that kind, without clause, faults and further members. */
  public static Problem of(int status, String code, String title, String detail, String instance) {
    return new Problem(
        "urn:tradecredit:problem:" + code,
        title,
        status,
        detail,
        instance,
        code,
        null,
        List.of(),
        Map.of());
  }

  /** The same with these faults. */
  public Problem withErrors(List<Fault> faults) {
    return new Problem(type, title, status, detail, instance, code, clause, faults, members);
  }

  /** The same where what it is about is a part of the body: its pointers begin there. */
  public Problem ofPart(String pointer) {
    return withErrors(
        errors.stream()
            .map(fault -> new Fault(pointer + fault.pointer(), fault.code(), fault.detail()))
            .toList());
  }

  /**
   * The same where what it is about are rows of a file: its pointers name their lines.
   *
   * @param line the file's line of the invoice's line, from 0
   */
  public Problem ofRows(IntToLongFunction line) {
    return withErrors(
        errors.stream()
            .map(fault -> new Fault(row(fault.pointer(), line), fault.code(), fault.detail()))
            .toList());
  }

  private static String row(String pointer, IntToLongFunction lines) {
    Matcher line = LINE.matcher(pointer);
    return line.lookingAt()
        ? "line:" + lines.applyAsLong(Integer.parseInt(line.group(1)))
        : pointer;
  }

  /** The same with the clause behind it, where there is one. */
  public Problem withClause(@Nullable Integer reason) {
    return new Problem(type, title, status, detail, instance, code, reason, errors, members);
  }

  /** The same with a further member. */
  public Problem with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(type, title, status, detail, instance, code, clause, errors, more);
  }
}
