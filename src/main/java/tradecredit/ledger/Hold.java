package tradecredit.ledger;

import java.time.LocalDate;

/**
 * A controller's manual stop of new supply. It never touches cards already in circulation (clause
 * 7): it only turns new invoices down until it is lifted.
 *
 * @param sequence the entry that placed it
 * @param reason why
 * @param since the business date on which it was placed
 */
public record Hold(long sequence, String reason, LocalDate since) {}
