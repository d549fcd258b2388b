package tradecredit.http.files;

import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Follows the quotes of a CSV file (RFC 4180) as its parser does: one begins a quoted field only
 * where the field begins, and within it two stand for one. So it is known whether the file ends
 * within a quoted field, which the parser does not tell, and which rows have a quote within a field
 * that is not quoted, which the parser takes as it stands and the RFC does not allow. Likewise it
 * is known which rows have bytes that are not UTF-8, as text from a spreadsheet of another code
 * page has. Also leaves out a byte order mark, which spreadsheets put before the header.
 */
final class QuoteFollowingReader extends FilterReader {

  /**
   * What stands in the text for bytes that are not UTF-8: half of a surrogate pair, which no UTF-8
   * decodes to, so it is told from a U+FFFD that was sent.
   */
  static final String UNDECODABLE = "\uDC80";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * In place of a carriage return within quotes, and like it a control character, which no column
   * takes. FastCSV 4.2.0 remembers such a return beyond the field's end, takes a line feed there
   * for its second half, and so loses the field, or the row.
   */
  private static final char VERTICAL_TAB = '\u000B';

  private Place place = Place.FIELD_BEGIN;
  private boolean begun;
  private char before;
  private long line = 1;
  private long rowLine = 1;
  private final Deque<Long> loneQuotes = new ArrayDeque<>();
  private final Deque<Long> undecodable = new ArrayDeque<>();

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

  /** Follows UTF-8, and goes on after bytes that are none: they are {@link #UNDECODABLE}. */
  static QuoteFollowingReader ofUtf8(InputStream bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .replaceWith(UNDECODABLE);
    return new QuoteFollowingReader(new InputStreamReader(bytes, decoder));
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
    return isNoted(line, loneQuotes);
  }

  /** Whether the row that begins on {@code line} is UTF-8. To be asked row by row, forwards. */
  boolean isUtf8(long line) {
    return !isNoted(line, undecodable);
  }

  private static boolean isNoted(long line, Deque<Long> lines) {
    while (!lines.isEmpty() && lines.getFirst() < line) {
      lines.removeFirst();
    }
    return !lines.isEmpty() && lines.getFirst() == line;
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
    if (Character.isLowSurrogate(next) && !Character.isHighSurrogate(before)) {
      note(undecodable);
    }
    before = next;
  }

  private void quote() {
    place =
        switch (place) {
          case FIELD_BEGIN, AFTER_QUOTE -> Place.QUOTED;
          case QUOTED -> Place.AFTER_QUOTE;
          case PLAIN -> {
            note(loneQuotes);
            yield Place.PLAIN;
          }
        };
  }

  private void note(Deque<Long> lines) {
    if (lines.isEmpty() || lines.getLast() != rowLine) {
      lines.addLast(rowLine);
    }
  }

  private void lineEnd(char end) {
    line += end == '\n' && before == '\r' ? 0 : 1;
    if (!isWithinQuotes()) {
      place = Place.FIELD_BEGIN;
      rowLine = line;
    }
  }
}
