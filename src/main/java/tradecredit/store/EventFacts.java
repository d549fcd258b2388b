package tradecredit.store;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.LedgerEvent;

/** What an event says beyond its decision, as the {@code facts} of its row. */
final class EventFacts {

  private EventFacts() {}

  static @Nullable String write(LedgerEvent.@Nullable Detail detail) {
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
}
