package tradecredit.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.posting.Submission;

/**
 * Reads a batch of invoices. A malformed item is its own problem in independent mode; in atomic mode it is a 400 for all.
 */
@Singleton
final class BatchReader {

  private final PostingReader reader;
  private final HttpBounds bounds;

  BatchReader(PostingReader reader, HttpBounds bounds) {
    this.reader = reader;
    this.bounds = bounds;
  }

  /** An item: an invoice, or what is wrong with it. */
  record Item(@Nullable InvoicePosting invoice, @Nullable ProblemException malformed) {}

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

    boolean isAllMalformed() {
      return items.stream().allMatch(item -> item.invoice() == null);
    }
  }

  /** Reads a whole body as a batch, or throws a 400. */
  Batch read(JsonNode body) {
    Faults faults = new Faults();
    JsonFields fields = new JsonFields(body, "", faults);
    Submission.Mode mode = fields.required("mode", BatchReader::mode);
    List<JsonNode> nodes = fields.requiredItems("invoices", bounds.batchItems());
    fields.refuseOthers();
    if (mode == null || nodes == null || !faults.isEmpty()) {
      throw faults.problem();
    }
    List<Item> items = new ArrayList<>(nodes.size());
    for (JsonNode node : nodes) {
      Faults own = mode == Submission.Mode.ATOMIC ? faults : new Faults();
      items.add(item(node, "/invoices/" + items.size(), own));
    }
    faults.throwIfAny();
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
      return new Item(null, faults.problem());
    }
    InvoicePosting posting = reader.invoice(new JsonFields(node, pointer, faults), faults);
    return posting == null ? new Item(null, faults.problem()) : new Item(posting, null);
  }
}
