package tradecredit.ledger;

import tradecredit.money.Money;

/**
 * A refused item of an atomic batch.
 *
 * @param index its place in the batch, from 0
 * @param requested its total
 * @param refusal why
 */
public record BatchItem(int index, Money requested, Refusal refusal) {}
