package tradecredit.store.record;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.LedgerEvent;

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
