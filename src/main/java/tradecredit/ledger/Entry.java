package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.agreement.AccountId;
import tradecredit.money.Money;

/**
 * The immutable record of a posting on an account, numbered without gaps and chained by hash.
 *
 * @param account on which account
 * @param sequence 1, 2, 3 ...
 * @param act its kind
 * @param amount signed: an invoice is positive, a payment negative
 * @param balanceBefore the previous entry's {@code balanceAfter}
 * @param balanceAfter balance before + amount
 * @param effectiveDate when it counts
 * @param businessDate the book's day when it was recorded
 * @param recordedAt when the book learned it
 * @param principal who posted it
 * @param documentNumber the number or reference of its document
 * @param previousHash the previous entry's hash
 * @param hash see {@link EntryChain}
 */
public record Entry(
    AccountId account,
    long sequence,
    Act act,
    Money amount,
    Money balanceBefore,
    Money balanceAfter,
    LocalDate effectiveDate,
    LocalDate businessDate,
    Instant recordedAt,
    String principal,
    String documentNumber,
    String previousHash,
    String hash) {}
