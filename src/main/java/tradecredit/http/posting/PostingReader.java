package tradecredit.http.posting;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.ProductId;
import tradecredit.http.wire.Amounts;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.Texts;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.PaymentReference;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.ledger.Posting.PaymentPosting;
import tradecredit.ledger.Posting.WantedAllocation;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * Reads postings from JSON. What is not well formed is noted as a fault; what a rule may refuse is
 * not looked at. A product that the agreement does not know is such a fault, and faults come before
 * keys: the same single posting, or atomic batch or file, sent again after a product was taken out
 * of the agreement's file is a 400, though its invoice may be in the book.
 */
@Singleton
public final class PostingReader {

  private final Agreement agreement;
  private final HttpBounds bounds;

  PostingReader(Agreement agreement, HttpBounds bounds) {
    this.agreement = agreement;
    this.bounds = bounds;
  }

  /** Reads a whole body as an invoice or throws a 400 that lists its faults. */
  InvoicePosting invoice(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    JsonFields delivered = fields.optionalObject("alreadyDelivered");
    String reason = delivered == null ? null : delivered.required("reason", Texts::reason);
    if (delivered != null) {
      delivered.refuseOthers();
    }
    InvoicePosting invoice = invoice(fields, reason);
    fields.faults().throwIfAny();
    return Objects.requireNonNull(invoice);
  }

  /** Reads an invoice that asks for supply; null where it has faults. */
  public @Nullable InvoicePosting invoice(JsonFields fields) {
    return invoice(fields, null);
  }

  private @Nullable InvoicePosting invoice(JsonFields fields, @Nullable String alreadyDelivered) {
    InvoiceNumber number = fields.required("number", InvoiceNumber::new);
    LocalDate date = fields.required("invoiceDate", Texts::date);
    String memo = fields.optional("memo", Texts::free);
    Amounts.currency(fields, agreement);
    List<@Nullable InvoiceLine> lines =
        fields.requiredObjects("lines", bounds.lines()).stream()
            .<@Nullable InvoiceLine>map(this::line)
            .toList();
    fields.refuseOthers();
    if (number == null || date == null || !fields.faults().isEmpty()) {
      return null;
    }
    List<InvoiceLine> read = lines.stream().map(Objects::requireNonNull).toList();
    String wrong = LineBounds.wrongTotal(read);
    if (wrong != null) {
      fields.fault("lines", "out-of-range", wrong);
      return null;
    }
    return InvoicePosting.of(number, date, memo, read, alreadyDelivered);
  }

  private @Nullable InvoiceLine line(JsonFields fields) {
    ProductId product = fields.required("product", ProductId::new);
    Money faceValue = fields.required("faceValue", Amounts::positive);
    Long quantity = fields.requiredLong("quantity", 1, LineBounds.MOST_CARDS);
    Discount discount = fields.required("discount", Discount::parse);
    String description = fields.optional("description", Texts::free);
    fields.refuseOthers();
    String unknown = product == null ? null : LineBounds.unknown(product, agreement);
    if (unknown != null) {
      fields.fault("product", Codes.UNKNOWN_PRODUCT, unknown);
      return null;
    }
    if (product == null || faceValue == null || quantity == null || discount == null) {
      return null;
    }
    String outOfBounds = LineBounds.outOfBounds(faceValue, quantity);
    if (outOfBounds != null) {
      fields.fault("quantity", "out-of-range", outOfBounds);
      return null;
    }
    return new InvoiceLine(product, faceValue, quantity, discount, description);
  }

  /** Reads a whole body as a payment or throws a 400 that lists its faults. */
  PaymentPosting payment(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    PaymentReference reference = fields.required("reference", PaymentReference::new);
    LocalDate received = fields.required("receivedDate", Texts::date);
    String method = fields.required("method", Texts::paymentMethod);
    Money amount = fields.required("amount", Amounts::positive);
    Amounts.currency(fields, agreement);
    List<WantedAllocation> allocations = allocations(fields);
    fields.end();
    return new PaymentPosting(
        Objects.requireNonNull(reference),
        Objects.requireNonNull(received),
        Objects.requireNonNull(method),
        Objects.requireNonNull(amount),
        allocations);
  }

  private @Nullable List<WantedAllocation> allocations(JsonFields payment) {
    List<JsonFields> items = payment.optionalObjects("allocations", bounds.lines());
    return items == null ? null : allocations(items);
  }

  /** Reads allocations, each to another invoice. */
  public static List<WantedAllocation> allocations(List<JsonFields> items) {
    List<WantedAllocation> allocations = new ArrayList<>();
    Set<InvoiceNumber> seen = new HashSet<>();
    for (JsonFields item : items) {
      InvoiceNumber number = item.required("invoiceNumber", InvoiceNumber::new);
      Money amount = item.required("amount", Amounts::positive);
      item.refuseOthers();
      if (number != null && !seen.add(number)) {
        item.fault("invoiceNumber", "duplicate", "invoice " + number + " is named twice");
      }
      if (number != null && amount != null) {
        allocations.add(new WantedAllocation(number, amount));
      }
    }
    return allocations;
  }
}
