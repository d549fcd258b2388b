package tradecredit.http.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tradecredit.inquiry.EventReading;

/**
 * An event, as the feed tells it and webhooks do.
 *
 * @param type its dotted type
 * @param timestamp when it was recorded
 * @param data what happened, by type
 */
@Serdeable
@Schema(
    name = "Event",
    description =
        """
        An event, as the feed tells it and webhooks do. `data` has always `accountId`, `sequence` (1, 2, 3 ... per account,
        without gaps), `businessDate`, `principal`, who did it, and `account`, an AccountState, as that left it; the last
        two are null where it follows from the day's end. Amounts are decimal strings. By `type` it has further members:

        - `invoice.posted`: `invoiceId`, `invoiceNumber`, `invoiceDate`, `dueDate`, `total`, `alreadyDelivered` (the reason,
          or null)
        - `payment.posted`: `paymentId`, `reference`, `receivedDate`, `amount`, `allocations`, `allocationsOmitted`,
          `unappliedCredit`
        - `payment.returned`: `paymentId`, `reference`, `returnedDate`, `effectiveDate`, `reason`, `amount`, `reopened`,
          `reopenedOmitted`
        - `payment.reallocated`: `paymentId`, `reference`, `lifted`, `liftedOmitted`, `allocations`, `allocationsOmitted`,
          `unappliedCredit`
        - `credit_note.posted`: `creditNoteId`, `number`, `creditDate`, `reason`, `amount`, `allocations`,
          `allocationsOmitted`, `unappliedCredit`
        - `credit_note.reallocated`: `creditNoteId`, `number`, `lifted`, `liftedOmitted`, `allocations`,
          `allocationsOmitted`, `unappliedCredit`
        - `write_off.posted`: `writeOffId`, `invoiceNumber`, `amount`
        - `set_off.posted`: `setOffId`, `counterpartAccountId`, `amount`, `allocations`, `allocationsOmitted`
        - `dispute.opened`: `disputeId`, `invoiceId`, `invoiceNumber`, `amount`, `reason`
        - `dispute.resolved`: `disputeId`, `invoiceId`, `invoiceNumber`, `outcome` (`upheld` or `rejected`), `disputed` and
          `credited` (amounts), `creditNote` (its number; null where it was rejected)
        - `hold.placed`, `hold.lifted`: `holdId`, `reason`, the reason of the hold
        - `terms.amended`: `amendmentId`, `termsVersion`, `effectiveDate`
        - `credit_limit.posting_refused`, `posting.refused`: `act`, `documentNumber`, `code`, `requested`, `balance`,
          `creditLimit`, `standing` as in a Decision and, as the caller's problem has them, why and what would cure it: of
          `credit-limit-exceeded`, `excess` and `remedies`; of `account-not-in-good-standing`, `reasons`; of
          `account-on-hold`, `reason` and `since`; of `batch-refused`, how many `items` it had, how many of them were
          `refused`, the place of the `first` of these that breaks the limit, or of the first where none does, and `cause`:
          the `item` for whose sake it is told, its `code` and `requested`, and what would be told of it by itself
        - `credit_limit.threshold_crossed`: `percent`, `upwards` (false where the balance fell below it), `balance`,
          `creditLimit`
        - `credit_limit.breached`, `credit_limit.cured`: `breachId`, `balance`, `creditLimit`
        - `invoice.past_due`: `invoiceId`, `invoiceNumber`, `dueDate`, `amount` (open and undisputed)
        - `standing.changed`: `standing` and, as amounts, what stands against it: `pastDue`, `overLimit`,
          `returnedPayments`; and `reasons`, as the problem of a posting has them that is refused for it, each with its
          `code`, `amount` and `cure`; empty where the standing is good

        `allocations`, `reopened` and `lifted` are lists of at most 50 `invoiceNumber` and `amount`; `allocationsOmitted`,
        `reopenedOmitted` and `liftedOmitted` are how many more there are. Clients ignore types and members that they do not
        know.
        """)
public record EventBody(
    @ApiSchemas.EventType String type,
    Instant timestamp,
    @Schema(type = "object", additionalProperties = Schema.AdditionalPropertiesValue.TRUE)
        Map<String, @Nullable Object> data) {

  /** What was read, as it is told. */
  public static EventBody of(EventReading event) {
    return new EventBody(event.type().wireName(), event.timestamp(), event.data());
  }
}
