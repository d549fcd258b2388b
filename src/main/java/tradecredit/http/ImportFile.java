package tradecredit.http;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a CSV file (RFC 4180, UTF-8) group by group while it comes in. The last group is handed out only after a clean end
 * of the body.
 */
final class ImportFile implements AutoCloseable {

  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;
  private final int maximumRows;
  private @Nullable ImportRow ahead;
  private @Nullable Fault broken;
  private int rows;

  ImportFile(InputStream body, HttpBounds bounds, int maximumRows) {
    var utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    this.csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .detectBomHeader(false)
            .maxBufferSize(bounds.importRowBytes())
            .ofCsvRecord(new InputStreamReader(body, utf8));
    this.records = csv.iterator();
    this.maximumRows = maximumRows;
  }

  /** Reads the header, or throws a 400. */
  void readHeader() {
    CsvRecord header = next();
    String expected = String.join(",", ImportRow.COLUMNS);
    if (header == null || !header.getFields().equals(ImportRow.COLUMNS)) {
      String detail = broken == null ? "The first line must be: " + expected : broken.detail();
      throw new ProblemException(
          400, Codes.INVALID_REQUEST, "The file is not valid", detail,
          List.of(new Fault("line:1", "header", "expected " + expected)));
    }
    ahead = row();
  }

  /** The next group; null at the end, or where the file cannot be read on. */
  @Nullable ImportGroup nextGroup() {
    ImportRow first = ahead;
    if (first == null) {
      return null;
    }
    List<ImportRow> group = new ArrayList<>();
    ImportRow row = first;
    while (row != null && row.number().equals(first.number())) {
      group.add(row);
      row = row();
    }
    ahead = row;
    return broken == null ? new ImportGroup(group) : null;
  }

  /** Why the file could not be read to its end, or null. Rows of its last, unfinished group were not handed out. */
  @Nullable Fault broken() {
    return broken;
  }

  private @Nullable ImportRow row() {
    CsvRecord record = next();
    if (record == null) {
      return null;
    }
    rows++;
    if (rows > maximumRows) {
      throw new ProblemException(
          413, Codes.CONTENT_TOO_LARGE, "The file has too many rows",
          "This import takes at most %d rows; row %d is on line %d. What was posted before it stays posted."
              .formatted(maximumRows, rows, record.getStartingLineNumber()));
    }
    return new ImportRow(record.getStartingLineNumber(), List.copyOf(record.getFields()));
  }

  private @Nullable CsvRecord next() {
    long line = ahead == null ? 1 : ahead.line() + 1;
    try {
      return records.hasNext() ? records.next() : null;
    } catch (CsvParseException notCsv) {
      broken = new Fault("line:" + line, "malformed-csv", "the file is no CSV from here on: " + rootMessage(notCsv));
      return null;
    } catch (UncheckedIOException broke) {
      if (broke.getCause() instanceof CharacterCodingException) {
        broken = new Fault("line:" + line, "malformed-csv", "the file is not UTF-8 from about here on");
        return null;
      }
      throw broke;
    }
  }

  private static String rootMessage(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
