package tradecredit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.Party;
import tradecredit.agreement.Product;
import tradecredit.agreement.TradingAccount;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * What the {@link Rehearsal} invoices, and as whom, whatever the agreement's terms are.
 *
 * @param account where
 * @param product something that may be invoiced there on the agreement's first day
 * @param discount the one that is pinned for it, or none
 * @param clerkKey the file with the key of a clerk of its supplier
 */
record RehearsedTrade(TradingAccount account, Product product, Discount discount, Path clerkKey) {

  /** What is more than a rehearsal's invoices of a cent come to. */
  private static final Money PLENTY = Money.parse("50000.00");

  private static final Money LARGEST = Money.parse("9999999999.99");

  /**
   * The first account on which there is a product and a key, one whose limit is plenty before one
   * that needs a payment in advance.
   *
   * @param keys the folder of the first keys
   * @throws IllegalStateException if nothing can be invoiced on the agreement's first day
   */
  static RehearsedTrade of(Agreement agreement, Path keys) {
    List<RehearsedTrade> all =
        agreement.accounts().stream()
            .flatMap(account -> on(account, agreement, keys).stream())
            .toList();
    return all.stream()
        .filter(trade -> trade.advance() == null)
        .findFirst()
        .or(() -> all.stream().findFirst())
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there is nothing to rehearse: on %s no product may be invoiced on any account of %s"
                        .formatted(agreement.effectiveDate(), agreement.id())));
  }

  private static Optional<RehearsedTrade> on(
      TradingAccount account, Agreement agreement, Path keys) {
    Optional<Path> clerkKey =
        agreement.parties().stream()
            .map(Party::id)
            .filter(party -> agreement.isOnSide(account.supplier(), party))
            .map(party -> keys.resolve(party + "-clerk.key"))
            .filter(Files::exists)
            .findFirst();
    Optional<Product> product =
        agreement.products().stream()
            .filter(one -> one.isSoldOn(account.id()) && isFree(one, agreement.effectiveDate()))
            .findFirst();
    return clerkKey.flatMap(
        key ->
            product.map(
                one ->
                    new RehearsedTrade(
                        account,
                        one,
                        account.terms().discounts().getOrDefault(one.id(), new Discount(0)),
                        key)));
  }

  private static boolean isFree(Product product, LocalDate date) {
    return product.restriction() == null || !product.restriction().forbids(date);
  }

  /** What has to be paid in advance, where the limit is no plenty; else null. */
  @Nullable Money advance() {
    return PLENTY.isGreaterThan(account.terms().creditLimit()) ? PLENTY : null;
  }

  /**
   * The least face value of which a cent is left: so little that no number of invoices comes near a
   * limit. Example: 0.02 at 75 %, since a quarter of 0.01 rounds to 0.00.
   */
  Money faceValue() {
    Money least = Money.ofCents(1);
    while (discount.lineAmount(least, 1).isZero()) {
      least = least.plus(Money.ofCents(1));
    }
    return least;
  }

  /** A face value that no limit allows; null where the discount leaves too little of any. */
  @Nullable Money excessiveFaceValue() {
    Money room = account.terms().creditLimit().plus(PLENTY);
    return discount.lineAmount(LARGEST, 1).isGreaterThan(room) ? LARGEST : null;
  }
}
