package tradecredit.http.wire;

import tradecredit.agreement.Agreement;
import tradecredit.money.Money;

/** How amounts of the wire are read, and the currency that may stand beside them. */
public final class Amounts {

  private Amounts() {}

  /**
   * An amount above zero.
   *
   * @throws IllegalArgumentException if it is none, or zero
   */
  public static Money positive(String text) {
    Money amount = Money.parse(text);
    if (amount.isZero()) {
      throw new UntakenValueException("out-of-range", "the amount must be above 0.00");
    }
    return amount;
  }

  /** Notes a fault where {@code fields} name another currency than the accounts'. */
  public static void currency(JsonFields fields, Agreement agreement) {
    String expected = agreement.currency().getCurrencyCode();
    String currency = fields.optional("currency", text -> text);
    if (currency != null && !currency.equals(expected)) {
      fields.fault("currency", "out-of-range", "the accounts are kept in " + expected);
    }
  }
}
