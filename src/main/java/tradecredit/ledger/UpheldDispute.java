package tradecredit.ledger;

import java.time.LocalDate;
import java.util.List;

/** The credit note that the resolution of a dispute is as well, where the buyer was right. */
public final class UpheldDispute {

  private UpheldDispute() {}

  /**
   * The credit note that it is: numbered by the book after the resolution's entry, and applied
   * whole to the invoice that was disputed.
   *
   * @param creditDate the business date on which the dispute was resolved
   * @throws IllegalStateException where the dispute was rejected, which credits nothing
   */
  public static DeskDocument.CreditNote creditNote(
      DeskDocument.DisputeResolution resolution, LocalDate creditDate) {
    if (!resolution.upheld()) {
      throw new IllegalStateException("a rejected dispute is no credit note: " + resolution);
    }
    return new DeskDocument.CreditNote(
        resolution.sequence(),
        CreditNoteNumber.ofResolution(resolution.sequence()),
        creditDate,
        "dispute upheld",
        resolution.credited(),
        List.of(
            new Document.Allocation(
                resolution.invoiceSequence(),
                resolution.invoice(),
                resolution.credited(),
                creditDate)));
  }
}
