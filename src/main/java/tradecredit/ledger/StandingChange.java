package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A dated record of standing, written whenever its reasons change, so that each past day keeps its
 * own.
 *
 * @param number 1, 2, 3 ... per account
 * @param businessDate the day on which it was so judged
 * @param afterSequence the account's last entry then
 * @param recordedAt when the book learned it
 * @param reasons what stood against good standing; all zero where it is good again
 * @param firstEvent the first of the events that say which invoices fell past due with it, by a
 *     day's end or by the posting itself; one above {@code lastEvent} where none did
 * @param lastEvent the last of them
 */
public record StandingChange(
    long number,
    LocalDate businessDate,
    long afterSequence,
    Instant recordedAt,
    StandingReasons reasons,
    long firstEvent,
    long lastEvent) {}
