package tradecredit.http.files;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes the fields of a file's rows from its parser, within bounds, and notes where each row
 * begins, which the parser does not tell of a row that is no CSV. Of a row with too many columns it
 * keeps the first ones and counts all.
 */
final class ImportRowHandler extends AbstractBaseCsvCallbackHandler<ImportRow> {

  private final QuoteFollowingReader text;
  private final int mostCharacters;
  private final List<String> fields = new ArrayList<>();
  private long line = 1;
  private int characters;
  private int columns;

  /**
   * For the rows of {@code text}.
   *
   * @param mostCharacters of one row; the parser stops at a longer one with a {@code
   *     CsvParseException}
   */
  ImportRowHandler(QuoteFollowingReader text, int mostCharacters) {
    this.text = text;
    this.mostCharacters = mostCharacters;
  }

  /** The line on which the latest row begins; after a fault, that of the row with the fault. */
  long line() {
    return line;
  }

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    characters = 0;
    columns = 0;
    fields.clear();
  }

  @Override
  protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
    characters += length;
    if (characters > mostCharacters) {
      throw new CsvParseException("a row has at most %d characters".formatted(mostCharacters));
    }
    columns = index + 1;
    if (index < ImportRow.COLUMNS.size()) {
      fields.add(new String(buffer, offset, length));
    }
  }

  @Override
  protected ImportRow buildRecord() {
    return new ImportRow(
        line, List.copyOf(fields), columns, text.isUtf8(line), text.hasLoneQuote(line));
  }
}
