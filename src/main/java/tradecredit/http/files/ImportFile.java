package tradecredit.http.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tradecredit.http.wire.Codes;
import tradecredit.http.wire.Fault;
import tradecredit.http.wire.HttpBounds;
import tradecredit.http.wire.ProblemException;
import tradecredit.posting.Submission;

/**
 * Reads a CSV file (RFC 4180, UTF-8) group by group while it comes in. The last group is handed out
 * only after a clean end of the body.
 */
final class ImportFile implements AutoCloseable {

  /** What a row is told whose bytes are not all UTF-8. */
  static final String NOT_UTF_8 = "the row is not UTF-8: save the file as UTF-8";

  /** How many characters the parser reads at once. */
  private static final int PARSER_READ = 8192;

  private static final int LARGEST_BUFFER = 1 << 30;

  private final CsvReader<ImportRow> csv;
  private final Iterator<ImportRow> rowsOfFile;
  private final ImportRowHandler handler;
  private final QuoteFollowingReader text;
  private final Submission.Mode mode;
  private final int maximumRows;
  private final int keptRows;
  private final int keptCharacters;
  private final long maximumBytes;
  private @Nullable ImportRow ahead;
  private @Nullable Fault broken;
  private List<Long> unfinished = List.of();
  private long lastLine = 1;
  private long brokenLine;
  private int rows;

  ImportFile(InputStream body, Submission.Mode mode, HttpBounds bounds, long maximumBytes) {
    this.text = QuoteFollowingReader.ofUtf8(body);
    this.handler = new ImportRowHandler(text, bounds.importRowBytes());
    this.csv =
        CsvReader.builder()
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(bufferFor(bounds.importRowBytes()))
            .build(handler, text);
    this.rowsOfFile = csv.iterator();
    this.mode = mode;
    this.maximumRows =
        switch (mode) {
          case INDEPENDENT -> bounds.importRows();
          case ATOMIC -> bounds.batchItems();
        };
    this.keptRows = bounds.lines();
    this.keptCharacters = bounds.postingBytes();
    this.maximumBytes = maximumBytes;
  }

  /**
   * The most characters that the parser may hold so that no row within its bound is too long for
   * it, wherever what comes in is cut: a field as it stands between quotes, where each may be two,
   * and a read behind it. FastCSV 4.2.0 begins with two reads and holds twice as much each time,
   * and reads beyond its buffer where its bound is none of these.
   */
  private static int bufferFor(int rowCharacters) {
    long least = 2L * rowCharacters + 2 + PARSER_READ;
    return (int) Math.min(LARGEST_BUFFER, Long.highestOneBit(least - 1) << 1);
  }

  /** Reads the header, or throws a 400. */
  void readHeader() {
    ImportRow header = next();
    String expected = String.join(",", ImportRow.COLUMNS);
    if (header == null || !header.isOfColumnNames()) {
      String detail = broken == null ? "The first line must be: " + expected : broken.detail();
      String notUtf8 = header == null || header.isUtf8() ? "" : ", and the file is not UTF-8";
      throw new ProblemException(
          400,
          Codes.INVALID_REQUEST,
          Codes.INVALID_REQUEST_TITLE,
          detail + notUtf8,
          List.of(new Fault("line:1", "header", "expected " + expected + notUtf8)));
    }
    ahead = row();
    noteUnfinished(List.of());
  }

  /** The next group; null at the end, or where the file cannot be read on. */
  @Nullable ImportGroup nextGroup() {
    ImportRow first = ahead;
    if (first == null) {
      return null;
    }
    List<ImportRow> kept = new ArrayList<>();
    List<Long> lines = new ArrayList<>();
    long characters = 0;
    ImportRow row = first;
    while (row != null && row.number().equals(first.number())) {
      lines.add(row.line());
      characters += row.length();
      if (kept.isEmpty() || (kept.size() < keptRows && characters <= keptCharacters)) {
        kept.add(row);
      }
      row = row();
    }
    ahead = row;
    noteUnfinished(lines);
    return broken == null ? new ImportGroup(kept, lines) : null;
  }

  /**
   * Where the file cannot be read on, neither the rows of its last group nor the broken one are
   * posted.
   */
  private void noteUnfinished(List<Long> lines) {
    if (broken != null) {
      unfinished = new ArrayList<>(lines);
      if (brokenLine > lastLine) {
        unfinished.add(brokenLine);
      }
      ahead = null;
    }
  }

  /** Why the file could not be read to its end, or null. */
  @Nullable Fault broken() {
    return broken;
  }

  /** The lines that were read and not handed out because the file could not be read on. */
  List<Long> unfinished() {
    return unfinished;
  }

  private @Nullable ImportRow row() {
    ImportRow row = next();
    if (row == null) {
      return null;
    }
    lastLine = row.line();
    rows++;
    if (rows > maximumRows) {
      throw ProblemException.tooLarge(
          "This import takes at most %d rows; row %d is on line %d. %s"
              .formatted(maximumRows, rows, lastLine, whatIsDecided()));
    }
    return row;
  }

  private @Nullable ImportRow next() {
    try {
      if (rowsOfFile.hasNext()) {
        return rowsOfFile.next();
      }
      if (text.isWithinQuotes()) {
        breakOff(lastLine, "the file ends within quotes");
      }
    } catch (CsvParseException notCsv) {
      breakOff(handler.line(), "the file is no CSV from here on: " + root(notCsv).getMessage());
    } catch (UncheckedIOException broke) {
      throw ended(root(broke));
    }
    return null;
  }

  private void breakOff(long line, String detail) {
    brokenLine = line;
    broken = new Fault(ImportRow.pointerTo(line), Codes.MALFORMED_CSV, detail);
  }

  /** The answer where the body ends before the file does. */
  private ProblemException ended(Throwable why) {
    return why instanceof ContentLengthExceededException
        ? ProblemException.tooLarge(
            "An import takes at most %d bytes; line %d is the last that was read. %s"
                .formatted(maximumBytes, lastLine, whatIsDecided()))
        : new ProblemException(
            400,
            Codes.UPLOAD_BROKEN,
            "The upload broke off",
            "The file ended before its end, after line %d; its last invoice is not posted. Send it again with the same key."
                .formatted(lastLine));
  }

  /**
   * What is decided of a file that is too long, and how the rest gets there: under the same key
   * what is decided is answered again, under another the numbers of what is posted are taken.
   */
  private String whatIsDecided() {
    return switch (mode) {
      case INDEPENDENT ->
          "The invoices before it are decided, all but the last: send the file in parts of whole invoices, each with the same key, to be told what became of each.";
      case ATOMIC -> "Nothing was posted.";
    };
  }

  private static Throwable root(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }
}
