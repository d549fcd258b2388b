package tradecredit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tradecredit.agreement.AccountId;
import tradecredit.agreement.ProductId;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * What entries are sealed by is the same for ever, or no book that is written would verify any
 * more. The texts and the hash were written by hand and by another program, not by this code.
 */
class CanonicalTextTest {

  private static final InvoiceNumber A1 = new InvoiceNumber("A-1");
  private static final PaymentReference P1 = new PaymentReference("P-1");
  private static final LocalDate DAY = LocalDate.parse("2001-05-18");
  private static final LocalDate LATER = LocalDate.parse("2001-06-08");
  private static final SetOffDocument.Counterpart OTHER =
      new SetOffDocument.Counterpart(new AccountId("kattosko-to-seller"), 9);

  private static final Map<Document, String> TEXTS =
      Map.ofEntries(
          Map.entry(
              new Document.Invoice(
                  1,
                  A1,
                  DAY,
                  LATER,
                  cents(2025),
                  "café",
                  List.of(
                      new InvoiceLine(
                          new ProductId("original"), cents(1000), 3, Discount.parse("32.5"), null)),
                  "sent"),
              "3:A-1,10:2001-05-18,10:2001-06-08,4:2025,5:café,8:original,4:1000,1:3,4:3250,4:2025,-,16:alreadyDelivered,4:sent,"),
          Map.entry(
              new Document.Payment(1, P1, DAY, "check", cents(500), List.of()),
              "3:P-1,10:2001-05-18,5:check,3:500,"),
          Map.entry(
              new DeskDocument.PaymentReturn(
                  3, 2, P1, DAY, LATER, "bounced", cents(500), List.of()),
              "1:2,3:P-1,10:2001-05-18,7:bounced,3:500,"),
          Map.entry(
              new DeskDocument.Reallocation(
                  3, Act.PAYMENT, 2, "P-1", cents(100), List.of(), List.of()),
              "1:2,3:P-1,3:100,"),
          Map.entry(
              new DeskDocument.CreditNote(
                  3, new CreditNoteNumber("C-1"), DAY, "short", cents(300), List.of()),
              "3:C-1,10:2001-05-18,5:short,3:300,"),
          Map.entry(
              new DeskDocument.WriteOff(3, 1, A1, cents(25), "small"), "1:1,3:A-1,2:25,5:small,"),
          Map.entry(
              new DeskDocument.WriteOffDecision(4, 3, A1, cents(25), Verdict.APPROVED, null),
              "1:3,3:A-1,2:25,8:approved,-,"),
          Map.entry(
              new DeskDocument.Dispute(
                  3, 1, A1, cents(25), "dead", List.of(new CardRange("AD-1", "AD-9"))),
              "1:1,3:A-1,2:25,4:dead,4:AD-1,4:AD-9,"),
          Map.entry(
              new DeskDocument.DisputeResolution(4, 3, 1, A1, cents(25), cents(20), "most"),
              "1:3,1:1,3:A-1,2:25,2:20,4:most,"),
          Map.entry(new DeskDocument.HoldPlaced(3, "looked into"), "11:looked into,"),
          Map.entry(new DeskDocument.HoldLifted(4, 3, "looked into"), "1:3,"),
          Map.entry(new DeskDocument.BreachAcknowledgement(3, 1, "seen"), "1:1,4:seen,"),
          Map.entry(
              new DeskDocument.TermsAmendment(
                  3,
                  "seller",
                  DAY,
                  new TermsChange(
                      cents(7000),
                      30,
                      Map.of(new ProductId("original"), Discount.parse("30")),
                      List.of(50)),
                  "growth"),
              "6:seller,10:2001-05-18,6:growth,4:7000,2:30,4:[50],8:original,4:3000,9:discounts,"),
          Map.entry(
              new DeskDocument.AmendmentDecision(4, 3, "kattosko", Verdict.APPROVED, null, 2L, DAY),
              "1:3,8:kattosko,8:approved,-,1:2,10:2001-05-18,"),
          Map.entry(
              new SetOffDocument.Proposed(
                  3,
                  OTHER,
                  "seller",
                  "netting",
                  List.of(new SetOffDocument.Part(1, A1, cents(25)))),
              "18:kattosko-to-seller,1:9,6:seller,7:netting,3:A-1,2:25,"),
          Map.entry(
              new SetOffDocument.Decided(
                  4, 3, OTHER, 8, "kattosko", Verdict.DECLINED, "no", cents(25), List.of()),
              "1:3,18:kattosko-to-seller,1:9,8:kattosko,8:declined,2:no,2:25,"));

  private static Money cents(long cents) {
    return Money.ofCents(cents);
  }

  @Test
  void the_text_of_each_kind_of_document_is_what_it_always_was() {
    TEXTS.forEach(
        (document, text) ->
            assertThat(document.canonical()).as("%s", document.act()).isEqualTo(text));
    assertThat(TEXTS.keySet().stream().map(Document::act).collect(Collectors.toSet()))
        .isEqualTo(EnumSet.complementOf(EnumSet.of(Act.INVOICE_BATCH)));
  }

  @Test
  void the_hash_of_an_entry_is_what_it_always_was() {
    Entry entry =
        new Entry(
            new AccountId("auxer-to-kattosko"),
            7,
            Act.PAYMENT,
            cents(-500_000),
            cents(3_375_000),
            cents(2_875_000),
            DAY,
            DAY.plusDays(1),
            Instant.parse("2001-05-19T12:00:00.000001Z"),
            "auxer-telecom/key:k1",
            "CHK-77",
            "a".repeat(64),
            "");
    Document payment =
        new Document.Payment(
            7, new PaymentReference("CHK-77"), DAY, "check", cents(500_000), List.of());
    Movement applied =
        new Movement(Movement.Kind.ITEM, 4L, 7L, LATER, DAY, DAY, cents(-500_000), Money.ZERO, 0);
    assertThat(EntryChain.hash(entry, payment, List.of(applied)))
        .isEqualTo("bb6d15b6c6e755824b01717b6d5123f1d853b0626fe83d5520cabfa5ff1a660a");
  }
}
