package tradecredit.inquiry;

import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Act;
import tradecredit.ledger.BreachChange;
import tradecredit.ledger.DeskDocument;
import tradecredit.money.Money;

/**
 * An episode during which the balance is above the limit.
 *
 * @param opened how it began
 * @param peak the highest balance of it
 * @param acknowledgement a controller's note; null where none has seen it
 * @param acknowledged by whom and when; null where none has seen it
 * @param cured how it ended; null while it lasts
 */
public record BreachReading(
    BreachChange opened,
    Money peak,
    DeskDocument.@Nullable BreachAcknowledgement acknowledgement,
    @Nullable Recorded acknowledged,
    @Nullable BreachChange cured) {

  /** Which act opened it. */
  public Act cause() {
    return opened.cause();
  }
}
