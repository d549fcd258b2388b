package tradecredit.agreement;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * On what terms the supplier of an account trusts its buyer (clauses 5 and 6 of the filing).
 *
 * @param creditLimit the most that the buyer may owe: exactly this much is allowed. At 0.00 the
 *     buyer can only draw on what it has paid in advance
 * @param netDays calendar days from the invoice date to the due date, 0 to 365
 * @param discounts the discounts that are pinned, by product: of a product that is not here any
 *     discount may be invoiced
 * @param requiresGoodStanding whether a buyer who is not in good standing gets no new supply
 * @param thresholds utilisations of the limit, in percent, whose crossing is told: ascending, each
 *     1 to 100
 */
public record Terms(
    Money creditLimit,
    int netDays,
    Map<ProductId, Discount> discounts,
    boolean requiresGoodStanding,
    List<Integer> thresholds) {

  /** The thresholds of an account that names none: 80, 95 and 100 percent. */
  public static final List<Integer> DEFAULT_THRESHOLDS = List.of(80, 95, 100);

  /** The last threshold there can be: the limit itself, in percent of it. */
  public static final int HIGHEST_THRESHOLD = 100;

  /** The longest credit that terms can give, in calendar days. */
  public static final int MAXIMUM_NET_DAYS = 365;

  /**
   * Holds the terms with their own copies of discounts and thresholds, in the order given.
   *
   * @throws IllegalArgumentException if the limit is negative, the net days are outside 0 to 365,
   *     or the thresholds are none, not ascending or outside 1 to 100
   */
  public Terms {
    if (creditLimit.isNegative()) {
      throw new IllegalArgumentException("the credit limit " + creditLimit + " is negative");
    }
    if (netDays < 0 || netDays > MAXIMUM_NET_DAYS) {
      throw new IllegalArgumentException(netDays + " net days are not within 0 to 365");
    }
    discounts = Collections.unmodifiableMap(new LinkedHashMap<>(discounts));
    thresholds = ascendingPercents(thresholds);
  }

  /** Returns a copy of thresholds that keep the rule of {@link #thresholds}, and refuses others. */
  static List<Integer> ascendingPercents(List<Integer> thresholds) {
    List<Integer> own = Required.elements("the thresholds", thresholds);
    if (own.getFirst() < 1 || own.getLast() > HIGHEST_THRESHOLD || !areAscending(own)) {
      throw new IllegalArgumentException(
          "the thresholds " + thresholds + " are not ascending percents from 1 to 100");
    }
    return own;
  }

  /** Whether each of the thresholds is above the one before. */
  public static boolean areAscending(List<Integer> thresholds) {
    return IntStream.range(1, thresholds.size())
        .allMatch(i -> thresholds.get(i - 1) < thresholds.get(i));
  }
}
