package tradecredit.http.files;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tradecredit.agreement.Agreement;
import tradecredit.agreement.ProductId;
import tradecredit.http.posting.LineBounds;
import tradecredit.http.posting.PostingReader;
import tradecredit.http.wire.Amounts;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Faults;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.Texts;
import tradecredit.http.wire.UntakenValueException;
import tradecredit.ledger.InvoiceLine;
import tradecredit.ledger.InvoiceNumber;
import tradecredit.ledger.Posting.InvoicePosting;
import tradecredit.money.Discount;
import tradecredit.money.Money;

/**
 * Reads a group of rows as an invoice. A row that is not well formed spoils its group, and is named
 * by its line. As in {@link PostingReader}, products are those of the agreement of today, whatever
 * the file's key has answered before.
 */
@Singleton
final class ImportGroupReader {

  private final Agreement agreement;
  private final HttpBounds bounds;

  ImportGroupReader(Agreement agreement, HttpBounds bounds) {
    this.agreement = agreement;
    this.bounds = bounds;
  }

  /** The invoice; null, with faults by line, where a row is not well formed. */
  @Nullable InvoicePosting read(ImportGroup group, Faults faults) {
    if (!group.isWhole()) {
      fault(
          faults,
          group.rows().getFirst(),
          "out-of-range",
          "an invoice has at most %d rows, and %d characters in them"
              .formatted(bounds.lines(), bounds.postingBytes()));
      return null;
    }
    if (!areWellFormed(group, faults)) {
      return null;
    }
    List<InvoiceLine> lines = new ArrayList<>();
    for (ImportRow row : group.rows()) {
      InvoiceLine line = line(row, group.rows().getFirst(), faults);
      if (line != null) {
        lines.add(line);
      }
    }
    ImportRow first = group.rows().getFirst();
    InvoiceNumber number = parse(first, "number", first.number(), InvoiceNumber::new, faults);
    LocalDate date = parse(first, "invoiceDate", first.invoiceDate(), Texts::date, faults);
    String memo =
        first.memo().isEmpty() ? null : parse(first, "memo", first.memo(), Texts::free, faults);
    if (number == null || date == null || !faults.isEmpty()) {
      return null;
    }
    String wrong = LineBounds.wrongTotal(lines);
    if (wrong != null) {
      fault(faults, first, "out-of-range", wrong);
      return null;
    }
    return InvoicePosting.of(number, date, memo, lines, null);
  }

  private static boolean areWellFormed(ImportGroup group, Faults faults) {
    int expected = ImportRow.COLUMNS.size();
    boolean all = true;
    for (ImportRow row : group.rows()) {
      if (!row.isUtf8()) {
        fault(faults, row, Codes.MALFORMED_CSV, ImportFile.NOT_UTF_8);
        all = false;
      } else if (row.hasLoneQuote()) {
        fault(
            faults,
            row,
            Codes.MALFORMED_CSV,
            "a field with a quote in it is quoted itself, and that quote is doubled");
        all = false;
      } else if (row.columns() != expected) {
        fault(
            faults,
            row,
            "columns",
            "a row has %d columns, not %d".formatted(expected, row.columns()));
        all = false;
      }
    }
    return all;
  }

  private @Nullable InvoiceLine line(ImportRow row, ImportRow first, Faults faults) {
    if (!row.invoiceDate().equals(first.invoiceDate())) {
      fault(faults, row, "format", "invoiceDate: the rows of one invoice have one date");
    }
    if (!row.memo().isEmpty() && !row.memo().equals(first.memo())) {
      fault(faults, row, "format", "memo: the rows of one invoice have one memo, on its first row");
    }
    ProductId product = parse(row, "product", row.product(), ProductId::new, faults);
    String unknown = product == null ? null : LineBounds.unknown(product, agreement);
    if (unknown != null) {
      fault(faults, row, Codes.UNKNOWN_PRODUCT, unknown);
    }
    Money faceValue = parse(row, "faceValue", row.faceValue(), Amounts::positive, faults);
    Long quantity = parse(row, "quantity", row.quantity(), ImportGroupReader::quantity, faults);
    Discount discount = parse(row, "discount", row.discount(), Discount::parse, faults);
    if (product == null
        || unknown != null
        || faceValue == null
        || quantity == null
        || discount == null) {
      return null;
    }
    String outOfBounds = LineBounds.outOfBounds(faceValue, quantity);
    if (outOfBounds != null) {
      fault(faults, row, "out-of-range", outOfBounds);
      return null;
    }
    return new InvoiceLine(product, faceValue, quantity, discount, null);
  }

  private static Long quantity(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    long quantity = digits && text.length() <= 10 ? Long.parseLong(text) : 0;
    if (quantity < 1 || quantity > LineBounds.MOST_CARDS) {
      throw new UntakenValueException(
          digits ? "out-of-range" : "format",
          "a whole number from 1 to " + LineBounds.MOST_CARDS + " is expected");
    }
    return quantity;
  }

  private static <T> @Nullable T parse(
      ImportRow row, String column, String text, Function<String, T> parse, Faults faults) {
    try {
      return parse.apply(text);
    } catch (IllegalArgumentException wrong) {
      fault(faults, row, UntakenValueException.codeOf(wrong), column + ": " + wrong.getMessage());
    }
    return null;
  }

  private static void fault(Faults faults, ImportRow row, String code, String detail) {
    faults.add(ImportRow.pointerTo(row.line()), code, detail);
  }
}
