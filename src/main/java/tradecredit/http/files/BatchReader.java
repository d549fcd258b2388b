package tradecredit.http.files;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tradecredit.http.posting.PostingReader;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Faults;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.JsonFields;
import tradecredit.http.wire.ProblemException;
import tradecredit.ledger.Outcome;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.posting.Submission;

/**
 * Reads a batch of invoices. A malformed item is its own problem in independent mode; in atomic
 * mode it is a 400 for all.
 */
@Singleton
final class BatchReader {

  private final PostingReader reader;
  private final HttpBounds bounds;

  BatchReader(PostingReader reader, HttpBounds bounds) {
    this.reader = reader;
    this.bounds = bounds;
  }

  /** An item: its number as far as it can be read, and an invoice or what is wrong with it. */
  record Item(
      @Nullable String number,
      @Nullable InvoicePosting invoice,
      @Nullable ProblemException malformed) {

    /**
     * Whether {@code outcome}, the next one, is this item's. Usually each well-formed item has one.
     * Where that is not so ({@link Batch#isAsAnswered}), the invoice number tells.
     */
    boolean isDecidedBy(@Nullable Outcome outcome, boolean asAnswered) {
      if (outcome == null) {
        return false;
      }
      return asAnswered ? invoice != null : outcome.decision().documentNumber().equals(number);
    }

    /** What is wrong with it; or was, when the batch was first answered. */
    ProblemException fault() {
      return malformed == null
          ? new ProblemException(
              400,
              Codes.INVALID_REQUEST,
              Codes.INVALID_REQUEST_TITLE,
              "This item was not valid when the batch was first answered.")
          : malformed;
    }
  }

  /** A batch as it came in. */
  record Batch(Submission.Mode mode, List<Item> items) {

    List<InvoicePosting> invoices() {
      List<InvoicePosting> invoices = new ArrayList<>();
      for (Item item : items) {
        if (item.invoice() != null) {
          invoices.add(item.invoice());
        }
      }
      return invoices;
    }

    /**
     * Whether these are the outcomes of its well-formed items, one for each. If not, the
     * agreement's products have changed since the batch was first answered: other items were well
     * formed then, and they may have been as many.
     */
    boolean isAsAnswered(List<Outcome> outcomes) {
      List<String> numbers = invoices().stream().map(invoice -> invoice.number().value()).toList();
      return outcomes.stream()
          .map(outcome -> outcome.decision().documentNumber())
          .toList()
          .equals(numbers);
    }
  }

  /** Reads a whole body as a batch, or throws a 400. */
  Batch read(JsonNode body) {
    JsonFields fields = JsonFields.ofBody(body);
    Submission.Mode mode = fields.required("mode", BatchReader::mode);
    List<JsonNode> nodes = fields.requiredItems("invoices", bounds.batchItems());
    fields.end();
    Objects.requireNonNull(mode);
    Objects.requireNonNull(nodes);
    List<Item> items = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      Faults own = mode == Submission.Mode.ATOMIC ? fields.faults() : new Faults();
      items.add(item(node, "/invoices/" + items.size(), own));
    }
    fields.faults().throwIfAny();
    return new Batch(mode, items);
  }

  static Submission.Mode mode(String text) {
    return switch (text) {
      case "atomic" -> Submission.Mode.ATOMIC;
      case "independent" -> Submission.Mode.INDEPENDENT;
      default -> throw new IllegalArgumentException("the mode is atomic or independent");
    };
  }

  private Item item(JsonNode node, String pointer, Faults faults) {
    if (!node.isObject()) {
      faults.add(pointer, "type", "an invoice must be an object, not " + JsonFields.kindOf(node));
      return new Item(null, null, faults.problem());
    }
    String number = node.path("number").asText();
    JsonFields fields = new JsonFields(node, pointer, faults);
    fields.refuse("alreadyDelivered", "a batch takes no cards that are delivered already");
    InvoicePosting posting = reader.invoice(fields);
    return posting == null
        ? new Item(number, null, faults.problem())
        : new Item(number, posting, null);
  }
}
