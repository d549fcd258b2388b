package tradecredit.http.desk;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.ProductId;
import tradecredit.agreement.Terms;
import tradecredit.http.posting.LineBounds;
import tradecredit.http.posting.PostingReader;
import tradecredit.http.wire.Amounts;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.Texts;
import tradecredit.http.wire.UntakenValueException;
import tradecredit.ledger.CardRange;
import tradecredit.ledger.CreditDocument;
import tradecredit.ledger.CreditNoteNumber;
import tradecredit.ledger.DeskDocument;
import tradecredit.ledger.DeskPosting;
import tradecredit.ledger.Document;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.ledger.TermsChange;
import tradecredit.ledger.Verdict;
import tradecredit.money.Discount;
import tradecredit.money.Money;
import tradecredit.platform.WireNames;

/** Reads the acts of the credit desk from JSON; what a rule may refuse is not looked at. */
@Singleton
public final class DeskReader {

  /** How many ranges of cards one dispute may name. */
  private static final int MOST_RANGES = 200;

  private static final int MOST_THRESHOLDS = 20;

  private final Agreement agreement;
  private final HttpBounds bounds;

  DeskReader(Agreement agreement, HttpBounds bounds) {
    this.agreement = agreement;
    this.bounds = bounds;
  }

  DeskPosting.ReturnPosting paymentReturn(JsonNode body, Document.Payment payment) {
    JsonFields fields = JsonFields.ofBody(body);
    LocalDate date = fields.required("returnedDate", Texts::date);
    String reason = fields.required("reason", Texts::reason);
    fields.end();
    return new DeskPosting.ReturnPosting(payment, read(date), read(reason));
  }

  DeskPosting.ReallocationPosting reallocation(JsonNode body, CreditDocument credit) {
    JsonFields fields = JsonFields.ofBody(body);
    List<JsonFields> items = fields.optionalObjects("allocations", bounds.lines());
    if (items == null) {
      fields.fault("allocations", "required", "allocations is required; it may be empty");
    }
    List<WantedAllocation> wanted = PostingReader.allocations(items == null ? List.of() : items);
    fields.end();
    return new DeskPosting.ReallocationPosting(credit, wanted);
  }

  DeskPosting.CreditNotePosting creditNote(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    CreditNoteNumber number = fields.required("number", CreditNoteNumber::ofSupplier);
    LocalDate date = fields.required("creditDate", Texts::date);
    String reason = fields.required("reason", Texts::reason);
    Money amount = fields.required("amount", Amounts::positive);
    InvoiceNumber invoice = fields.optional("invoiceNumber", InvoiceNumber::new);
    Amounts.currency(fields, agreement);
    fields.end();
    return new DeskPosting.CreditNotePosting(
        read(number), read(date), read(reason), read(amount), invoice);
  }

  DeskPosting.WriteOffPosting writeOff(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    InvoiceNumber invoice = fields.required("invoiceNumber", InvoiceNumber::new);
    Money amount = fields.required("amount", Amounts::positive);
    String reason = fields.required("reason", Texts::reason);
    Amounts.currency(fields, agreement);
    fields.end();
    return new DeskPosting.WriteOffPosting(read(invoice), read(amount), read(reason));
  }

  DeskPosting.WriteOffDecisionPosting decision(JsonNode body, DeskDocument.WriteOff writeOff) {
    Said said = said(body);
    return new DeskPosting.WriteOffDecisionPosting(writeOff, said.verdict(), said.note());
  }

  DeskPosting.AmendmentDecisionPosting decision(
      JsonNode body, DeskDocument.TermsAmendment amendment, String side) {
    Said said = said(body);
    return new DeskPosting.AmendmentDecisionPosting(amendment, side, said.verdict(), said.note());
  }

  /** What was said of a proposal. */
  public record Said(Verdict verdict, @Nullable String note) {}

  /** Reads the word on a proposal or throws a 400 that lists its faults. */
  public static Said said(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    Verdict verdict = fields.required("decision", DeskReader::verdict);
    String note = fields.optional("note", Texts::reason);
    fields.end();
    return new Said(read(verdict), note);
  }

  private static Verdict verdict(String text) {
    return WireNames.find(Verdict.values(), Verdict::wireName, text)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the decision is one of approved, declined and withdrawn"));
  }

  DeskPosting.DisputePosting dispute(JsonNode body, Document.Invoice invoice) {
    JsonFields fields = JsonFields.ofBody(body);
    Money amount = fields.optional("amount", Amounts::positive);
    String reason = fields.required("reason", Texts::reason);
    List<CardRange> cards = cards(fields);
    Amounts.currency(fields, agreement);
    fields.end();
    return new DeskPosting.DisputePosting(invoice, amount, read(reason), cards);
  }

  private static List<CardRange> cards(JsonFields dispute) {
    List<JsonFields> items = dispute.optionalObjects("cards", MOST_RANGES);
    List<CardRange> cards = new ArrayList<>();
    for (JsonFields item : items == null ? List.<JsonFields>of() : items) {
      String first = item.required("first", CardRange::serial);
      String last = item.required("last", CardRange::serial);
      item.refuseOthers();
      if (first != null && last != null) {
        add(cards, item, first, last);
      }
    }
    return cards;
  }

  private static void add(List<CardRange> cards, JsonFields item, String first, String last) {
    try {
      CardRange range = new CardRange(first, last);
      if (cards.stream().anyMatch(range::overlaps)) {
        item.fault("first", "duplicate", "the cards " + range + " are named twice");
      }
      cards.add(range);
    } catch (IllegalArgumentException wrong) {
      item.fault("last", "out-of-range", String.valueOf(wrong.getMessage()));
    }
  }

  DeskPosting.ResolutionPosting resolution(JsonNode body, DeskDocument.Dispute dispute) {
    JsonFields fields = JsonFields.ofBody(body);
    Boolean upheld = fields.required("outcome", DeskReader::upheld);
    Money amount = fields.optional("amount", Amounts::positive);
    String note = fields.optional("note", Texts::reason);
    Amounts.currency(fields, agreement);
    if (amount != null && Boolean.FALSE.equals(upheld)) {
      fields.fault("amount", "out-of-range", "a rejected dispute credits nothing");
    }
    fields.end();
    return new DeskPosting.ResolutionPosting(dispute, read(upheld), amount, note);
  }

  private static Boolean upheld(String outcome) {
    return switch (outcome) {
      case "upheld" -> true;
      case "rejected" -> false;
      default -> throw new IllegalArgumentException("outcome is upheld or rejected");
    };
  }

  DeskPosting.HoldPosting hold(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    String reason = fields.required("reason", Texts::reason);
    fields.end();
    return new DeskPosting.HoldPosting(read(reason));
  }

  DeskPosting.AcknowledgementPosting acknowledgement(JsonNode body, long breach) {
    JsonFields fields = JsonFields.ofBody(body);
    String note = fields.required("note", Texts::reason);
    fields.end();
    return new DeskPosting.AcknowledgementPosting(breach, read(note));
  }

  DeskPosting.AmendmentPosting amendment(JsonNode body, String side) {
    JsonFields fields = JsonFields.ofBody(body);
    LocalDate date = fields.required("effectiveDate", Texts::date);
    String reason = fields.required("reason", Texts::reason);
    Money limit = fields.optional("creditLimit", Money::parse);
    Long netDays = fields.optionalLong("netDays", 0, Terms.MAXIMUM_NET_DAYS);
    Map<ProductId, Discount> discounts =
        fields.optionalMap("discounts", this::product, Discount::parse);
    List<Integer> thresholds = thresholds(fields);
    if (!fields.hasAny("creditLimit", "netDays", "discounts", "thresholds")) {
      fields
          .faults()
          .add(
              "", "required", "an amendment changes creditLimit, netDays, discounts or thresholds");
    }
    fields.end();
    return new DeskPosting.AmendmentPosting(
        side,
        read(date),
        new TermsChange(
            limit, netDays == null ? null : Math.toIntExact(netDays), discounts, thresholds),
        read(reason));
  }

  private static @Nullable List<Integer> thresholds(JsonFields fields) {
    List<Integer> thresholds =
        fields.optionalNumbers("thresholds", MOST_THRESHOLDS, 1, Terms.HIGHEST_THRESHOLD);
    if (thresholds == null || Terms.areAscending(thresholds)) {
      return thresholds;
    }
    fields.fault("thresholds", "format", "thresholds: each is above the one before");
    return null;
  }

  private ProductId product(String text) {
    ProductId product = new ProductId(text);
    String unknown = LineBounds.unknown(product, agreement);
    if (unknown != null) {
      throw new UntakenValueException(Codes.UNKNOWN_PRODUCT, unknown);
    }
    return product;
  }

  private static <T> T read(@Nullable T value) {
    return Objects.requireNonNull(value);
  }
}
