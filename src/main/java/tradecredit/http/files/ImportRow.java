package tradecredit.http.files;

import java.util.List;

/**
 * A row of an import, as it stands in the file.
 *
 * @param line the line it begins on, from 1; the header is line 1
 * @param fields its fields: seven, or fewer where it has no more
 * @param columns how many it has in the file: seven where it is well formed
 * @param isUtf8 whether all its bytes are UTF-8; what is not stands in the fields as {@link
 *     QuoteFollowingReader#UNDECODABLE}
 * @param hasLoneQuote whether a field that is not quoted has a quote in it, which no CSV has
 */
record ImportRow(
    long line, List<String> fields, int columns, boolean isUtf8, boolean hasLoneQuote) {

  /** The columns, in order: what the header must say. */
  static final List<String> COLUMNS =
      List.of("number", "invoiceDate", "product", "faceValue", "quantity", "discount", "memo");

  private static final String LINE = "line:";

  /** What points to the row that begins on {@code line}. */
  static String pointerTo(long line) {
    return LINE + line;
  }

  /** The line of the row that {@code pointer} points to. */
  static long lineAt(String pointer) {
    return Long.parseLong(pointer.substring(LINE.length()));
  }

  /** Whether it is the header: it names the columns, and no more. */
  boolean isOfColumnNames() {
    return fields.equals(COLUMNS) && columns == COLUMNS.size();
  }

  String number() {
    return fields.get(0);
  }

  String invoiceDate() {
    return fields.get(1);
  }

  String product() {
    return fields.get(2);
  }

  String faceValue() {
    return fields.get(3);
  }

  String quantity() {
    return fields.get(4);
  }

  String discount() {
    return fields.get(5);
  }

  String memo() {
    return fields.get(6);
  }

  /** Whether its fields say all that stands in the file. */
  boolean isToldByFields() {
    return isUtf8 && !hasLoneQuote && columns == fields.size();
  }

  /** How many characters its fields have. */
  int length() {
    return fields.stream().mapToInt(String::length).sum();
  }

  /** The row as text in which no field can be read as another: what a group's digest is made of. */
  String canonical() {
    StringBuilder text = new StringBuilder();
    fields.forEach(field -> text.append(field.length()).append(':').append(field).append(','));
    return text.toString();
  }
}
