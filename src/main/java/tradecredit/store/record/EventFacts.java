package tradecredit.store.record;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.LedgerEvent;
import tradecredit.ledger.StandingReasons;

/** What an event says beyond its decision, as the {@code facts} of its row. */
public final class EventFacts {

  private EventFacts() {}

  /** The text of a detail; null where there is none. */
  public static @Nullable String write(LedgerEvent.@Nullable Detail detail) {
    return switch (detail) {
      case null -> null;
      case LedgerEvent.Threshold threshold ->
          Facts.empty()
              .with("percent", threshold.percent())
              .with("upwards", threshold.upwards())
              .with("balance", threshold.balance())
              .with("creditLimit", threshold.creditLimit())
              .toString();
      case LedgerEvent.BreachDetail breach ->
          Facts.empty()
              .with("number", breach.number())
              .with("balance", breach.balance())
              .with("creditLimit", breach.creditLimit())
              .toString();
      case LedgerEvent.PastDue late ->
          Facts.empty()
              .with("invoice", late.invoiceSequence())
              .with("number", late.number().value())
              .with("dueDate", late.dueDate())
              .with("amount", late.amount())
              .toString();
      case LedgerEvent.StandingDetail standing ->
          Facts.empty()
              .with("pastDue", standing.reasons().pastDue())
              .with("overLimit", standing.reasons().overLimit())
              .with("shortfall", standing.reasons().shortfall())
              .toString();
    };
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @param type of the event that it is the detail of
   */
  static LedgerEvent.Detail read(LedgerEvent.Type type, String text) {
    return switch (type) {
      case THRESHOLD_CROSSED -> threshold(Facts.read(text));
      case LIMIT_BREACHED, LIMIT_CURED -> breach(Facts.read(text));
      case INVOICE_PAST_DUE -> pastDue(text);
      case STANDING_CHANGED -> standing(Facts.read(text));
      default -> throw new IllegalStateException(type + " has no facts of its own");
    };
  }

  private static LedgerEvent.Detail threshold(Facts facts) {
    return new LedgerEvent.Threshold(
        facts.integer("percent"),
        facts.flag("upwards"),
        facts.money("balance"),
        facts.money("creditLimit"));
  }

  private static LedgerEvent.Detail breach(Facts facts) {
    return new LedgerEvent.BreachDetail(
        facts.number("number"), facts.money("balance"), facts.money("creditLimit"));
  }

  private static LedgerEvent.Detail standing(Facts facts) {
    return new LedgerEvent.StandingDetail(
        new StandingReasons(
            facts.money("pastDue"), facts.money("overLimit"), facts.money("shortfall")));
  }

  /** What {@link #write} wrote of an invoice that fell past due. */
  public static LedgerEvent.PastDue pastDue(String text) {
    Facts facts = Facts.read(text);
    return new LedgerEvent.PastDue(
        facts.number("invoice"),
        new InvoiceNumber(facts.text("number")),
        facts.date("dueDate"),
        facts.money("amount"));
  }
}
