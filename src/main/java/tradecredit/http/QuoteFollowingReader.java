package tradecredit.http;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Follows the quotes of a CSV file (RFC 4180) as its parser does: one begins a quoted field only
 * where the field begins, and within it two stand for one. So it is known whether the file ends
 * within a quoted field, which the parser does not tell, and which rows have a quote within a field
 * that is not quoted, which the parser takes as it stands and the RFC does not allow. Also leaves
 * out a byte order mark, which spreadsheets put before the header.
 */
final class QuoteFollowingReader extends FilterReader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * In place of a carriage return within quotes, and like it a control character, which no column
   * takes. FastCSV 4.2.0 remembers such a return beyond the field's end, takes a line feed there
   * for its second half, and so loses the field, or the row.
   */
  private static final char VERTICAL_TAB = '\u000B';

  private Place place = Place.FIELD_BEGIN;
  private boolean begun;
  private boolean afterReturn;
  private long line = 1;
  private long rowLine = 1;
  private final Deque<Long> loneQuotes = new ArrayDeque<>();

  /** Where the next character stands. */
  private enum Place {
    FIELD_BEGIN,
    PLAIN,
    QUOTED,
    /** After a quote in a quoted field: the second of two, or the field has ended. */
    AFTER_QUOTE
  }

  QuoteFollowingReader(Reader in) {
    super(in);
  }

  /** Whether a quoted field was begun and not ended. */
  boolean isWithinQuotes() {
    return place == Place.QUOTED;
  }

  /**
   * Whether the row that begins on {@code line} has a quote within a field that is not quoted. To
   * be asked row by row, forwards.
   */
  boolean hasLoneQuote(long line) {
    while (!loneQuotes.isEmpty() && loneQuotes.getFirst() < line) {
      loneQuotes.removeFirst();
    }
    return !loneQuotes.isEmpty() && loneQuotes.getFirst() == line;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    int count = read(one, 0, 1);
    return count < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    if (!begun && count > 0) {
      begun = true;
      if (buffer[offset] == BYTE_ORDER_MARK) {
        System.arraycopy(buffer, offset + 1, buffer, offset, count - 1);
        count = count == 1 ? super.read(buffer, offset, length) : count - 1;
      }
    }
    for (int i = offset; i < offset + count; i++) {
      if (buffer[i] == '\r' && isWithinQuotes()) {
        buffer[i] = VERTICAL_TAB;
      }
      follow(buffer[i]);
    }
    return count;
  }

  private void follow(char next) {
    switch (next) {
      case '"' -> quote();
      case ',' -> place = isWithinQuotes() ? place : Place.FIELD_BEGIN;
      case '\r', '\n' -> lineEnd(next);
      default -> place = isWithinQuotes() ? place : Place.PLAIN;
    }
    afterReturn = next == '\r';
  }

  private void quote() {
    place =
        switch (place) {
          case FIELD_BEGIN, AFTER_QUOTE -> Place.QUOTED;
          case QUOTED -> Place.AFTER_QUOTE;
          case PLAIN -> {
            noteLoneQuote();
            yield Place.PLAIN;
          }
        };
  }

  private void noteLoneQuote() {
    if (loneQuotes.isEmpty() || loneQuotes.getLast() != rowLine) {
      loneQuotes.addLast(rowLine);
    }
  }

  private void lineEnd(char end) {
    line += end == '\n' && afterReturn ? 0 : 1;
    if (!isWithinQuotes()) {
      place = Place.FIELD_BEGIN;
      rowLine = line;
    }
  }
}
