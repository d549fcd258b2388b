package tradecredit.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.ProductId;
import tradecredit.agreement.Terms;
import tradecredit.agreement.TradingAccount;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/** A book as a scenario finds it: its terms, its day, and what is in it already. */
final class ABook {

  static final Instant NOW = Instant.parse("2001-05-20T14:00:00Z");

  private final List<TermsVersion> amendments = new ArrayList<>();
  private final List<OpenItem> items = new ArrayList<>();
  private final Map<ProductId, Discount> discounts = new LinkedHashMap<>();
  private LocalDate businessDate = LocalDate.parse("2001-05-20");
  private Money limit = Money.parse("50000.00");
  private Money shortfall = Money.ZERO;
  private boolean requiresGoodStanding;
  private @Nullable Hold hold;

  private ABook() {}

  /**
   * Empty, on 20 May 2001, with a limit of 50,000.00, net 21 days, no pinned discount, good
   * standing not required.
   */
  static ABook aBook() {
    return new ABook();
  }

  ABook at(String day) {
    businessDate = LocalDate.parse(day);
    return this;
  }

  ABook withLimit(String amount) {
    limit = Money.parse(amount);
    return this;
  }

  ABook withDiscount(ProductId product, String percent) {
    discounts.put(product, Discount.parse(percent));
    return this;
  }

  ABook requiringGoodStanding() {
    requiresGoodStanding = true;
    return this;
  }

  /** From that day on, these terms; whatever else is said of terms must be said before. */
  ABook amendedFrom(
      String day, String newLimit, int netDays, Map<ProductId, Discount> newDiscounts) {
    Terms amended =
        new Terms(
            Money.parse(newLimit),
            netDays,
            newDiscounts,
            requiresGoodStanding,
            Terms.DEFAULT_THRESHOLDS);
    amendments.add(new TermsVersion(amendments.size() + 2, LocalDate.parse(day), amended, null));
    return this;
  }

  /** An invoice posted before, as far as it is open. */
  ABook withOpenInvoice(String number, String invoiceDate, String open) {
    return withDisputedInvoice(number, invoiceDate, open, "0.00");
  }

  /** An invoice posted before, a part of which is disputed. */
  ABook withDisputedInvoice(String number, String invoiceDate, String open, String disputed) {
    LocalDate date = LocalDate.parse(invoiceDate);
    items.add(
        new OpenItem(
            items.size() + 1L,
            new InvoiceNumber(number),
            date,
            date.plusDays(21),
            Money.parse(open),
            Money.parse(disputed),
            date));
    return this;
  }

  ABook withShortfall(String amount) {
    shortfall = Money.parse(amount);
    return this;
  }

  /** On hold since its day. */
  ABook onHold(String reason) {
    hold = new Hold(1, reason, businessDate);
    return this;
  }

  OpenBook open() {
    Terms first = new Terms(limit, 21, discounts, requiresGoodStanding, Terms.DEFAULT_THRESHOLDS);
    List<TermsVersion> versions = new ArrayList<>(amendments);
    versions.add(new TermsVersion(1, TestAgreement.EFFECTIVE, first, null));
    TradingAccount account = TestAgreement.account(first);
    Rules rules = new Rules(TestAgreement.with(account), account, new TermsHistory(versions));
    TreeMap<LocalDate, Money> dueOn = new TreeMap<>();
    items.stream()
        .filter(item -> !item.dueDate().isBefore(businessDate))
        .forEach(item -> dueOn.merge(item.dueDate(), item.allocatable(), Money::plus));
    Position position = position(rules.termsOn(businessDate));
    Book book =
        new Book(
            rules,
            position,
            new Book.Contents(
                new OpenItems(items, List.of()), Desk.empty(), new DueSchedule(dueOn)),
            NOW);
    return new OpenBook(book);
  }

  private Position position(Terms terms) {
    Money open = sum(items.stream().map(OpenItem::open).toList());
    Money disputed = sum(items.stream().map(OpenItem::disputed).toList());
    Money pastDue =
        sum(
            items.stream()
                .filter(item -> item.dueDate().isBefore(businessDate))
                .map(OpenItem::allocatable)
                .toList());
    Position position =
        new Position(
            TestAgreement.ACCOUNT,
            businessDate,
            NOW.minusSeconds(60),
            new Position.Figures(open, pastDue, disputed, Money.ZERO, shortfall),
            Standing.GOOD,
            hold,
            new Position.Last(items.size(), items.size(), 0, 0, overLimit(open, terms) ? 1 : 0),
            EntryChain.GENESIS);
    Standing standing = position.reasons(terms).standing();
    return standing == Standing.GOOD
        ? position
        : position.onStandingChange(standing, 1, position.recordedAt());
  }

  private static boolean overLimit(Money balance, Terms terms) {
    return balance.isGreaterThan(terms.creditLimit());
  }

  static Money sum(List<Money> amounts) {
    return amounts.stream().reduce(Money.ZERO, Money::plus);
  }
}
