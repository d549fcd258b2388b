package tradecredit.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tradecredit.money.Money;

/**
 * All rows that a batch writes, in the order of deciding. Working state of one batch, used by one
 * thread.
 */
public final class Journal {

  private final List<Page> pages = new ArrayList<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<ItemRefusal> itemRefusals = new ArrayList<>();
  private final List<LedgerEvent> events = new ArrayList<>();
  private final List<StandingChange> standingChanges = new ArrayList<>();
  private final List<BreachChange> breachChanges = new ArrayList<>();
  private final List<BreachBalance> breachBalances = new ArrayList<>();
  private final List<TermsVersion> terms = new ArrayList<>();

  private final List<List<?>> all =
      List.of(
          pages,
          decisions,
          itemRefusals,
          events,
          standingChanges,
          breachChanges,
          breachBalances,
          terms);

  /** An entry with all that its hash covers. */
  public record Page(Entry entry, Document document, List<Movement> movements) {}

  /** Why one item of a refused atomic batch was refused. */
  public record ItemRefusal(long decisionNumber, BatchItem item) {}

  /** A balance above the limit, as an entry of breach {@code number} left it. */
  public record BreachBalance(long number, LocalDate businessDate, Money balance) {}

  void add(Page page) {
    pages.add(page);
  }

  void add(Decision decision) {
    decisions.add(decision);
  }

  void add(ItemRefusal refusal) {
    itemRefusals.add(refusal);
  }

  void add(LedgerEvent event) {
    events.add(event);
  }

  void add(StandingChange change) {
    standingChanges.add(change);
  }

  void add(BreachChange change) {
    breachChanges.add(change);
  }

  void add(BreachBalance balance) {
    breachBalances.add(balance);
  }

  void add(TermsVersion version) {
    terms.add(version);
  }

  /** Where it is, to go back to. */
  List<Integer> mark() {
    return all.stream().map(List::size).toList();
  }

  void backTo(List<Integer> mark) {
    for (int i = 0; i < all.size(); i++) {
      all.get(i).subList(mark.get(i), all.get(i).size()).clear();
    }
  }

  /** The entries. */
  public List<Page> pages() {
    return Collections.unmodifiableList(pages);
  }

  /** The decisions. */
  public List<Decision> decisions() {
    return Collections.unmodifiableList(decisions);
  }

  /** The refused items of refused atomic batches. */
  public List<ItemRefusal> itemRefusals() {
    return Collections.unmodifiableList(itemRefusals);
  }

  /** The events. */
  public List<LedgerEvent> events() {
    return Collections.unmodifiableList(events);
  }

  /** The standing changes. */
  public List<StandingChange> standingChanges() {
    return Collections.unmodifiableList(standingChanges);
  }

  /** Breaches opened and cured. */
  public List<BreachChange> breachChanges() {
    return Collections.unmodifiableList(breachChanges);
  }

  /** The balances above the limit. */
  public List<BreachBalance> breachBalances() {
    return Collections.unmodifiableList(breachBalances);
  }

  /** New versions of the terms. */
  public List<TermsVersion> terms() {
    return Collections.unmodifiableList(terms);
  }
}
