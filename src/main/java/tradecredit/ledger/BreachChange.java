package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import tradecredit.money.Money;

/**
 * A breach begins or ends: an episode during which the balance is above the limit. At most one is
 * open per account; its peak is the highest balance of the entries in between.
 *
 * @param number 1, 2, 3 ... per account
 * @param opened true where it begins, false where it is cured
 * @param businessDate the day on which it was so judged
 * @param afterSequence the account's last entry then: the one that caused it, unless it was a day's
 *     end on which other terms began
 * @param recordedAt when the book learned it
 * @param cause the act that did it
 * @param balance the balance then
 * @param creditLimit the limit then
 */
public record BreachChange(
    long number,
    boolean opened,
    LocalDate businessDate,
    long afterSequence,
    Instant recordedAt,
    Act cause,
    Money balance,
    Money creditLimit) {}
