package tradecredit.inquiry;

import java.time.LocalDate;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.money.Money;

/**
 * A credit note as it is now; that of an upheld dispute is one, too.
 *
 * @param sequence its entry
 * @param number its number
 * @param creditDate its effective date
 * @param reason why
 * @param amount how much less is owed
 * @param unapplied what is applied to no invoice
 * @param applied where it is applied
 */
public record CreditNoteReading(
    long sequence,
    CreditNoteNumber number,
    LocalDate creditDate,
    String reason,
    Money amount,
    Money unapplied,
    AppliedCredit applied) {}
