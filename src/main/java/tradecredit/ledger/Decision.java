package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * What was asked, what was answered, and all that is needed to recompute it: the posting fits where
 * {@code balance + requested <= creditLimit}.
 *
 * @param number 1, 2, 3 ... per account, in the order of deciding
 * @param act what was asked
 * @param documentNumber the number or reference it was asked for
 * @param sequence the entry that followed; null where refused
 * @param refusal why not; null where accepted
 * @param requested the amount asked for
 * @param balance the balance before
 * @param creditLimit the limit in force on the business date
 * @param termsVersion the version of the terms in force on the business date
 * @param standing the standing before
 * @param after the account as the decision left it
 * @param businessDate the book's day
 * @param recordedAt when it was decided; strictly increasing per account
 * @param principal who asked
 */
public record Decision(
    long number,
    Act act,
    String documentNumber,
    @Nullable Long sequence,
    @Nullable Refusal refusal,
    Money requested,
    Money balance,
    Money creditLimit,
    int termsVersion,
    Standing standing,
    AccountState after,
    LocalDate businessDate,
    Instant recordedAt,
    String principal) {

  /** Refuses a decision that has both an entry and a refusal, or neither. */
  public Decision {
    if ((sequence == null) == (refusal == null)) {
      throw new IllegalArgumentException("a decision has either an entry or a refusal");
    }
  }
}
