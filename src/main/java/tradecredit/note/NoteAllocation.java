package tradecredit.note;

import tradecredit.money.Money;

/**
 * A part of a payment and the instalment it goes to.
 *
 * @param instalment its number
 * @param amount how much
 */
public record NoteAllocation(int instalment, Money amount) {}
