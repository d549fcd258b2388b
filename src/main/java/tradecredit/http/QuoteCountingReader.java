package tradecredit.http;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Counts the quotes that go by. A CSV file (RFC 4180) has an even number of them; one that ends
 * within a quoted field was cut off. Also leaves out a byte order mark, which spreadsheets put
 * before the header.
 */
final class QuoteCountingReader extends FilterReader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private boolean open;
  private boolean begun;

  QuoteCountingReader(Reader in) {
    super(in);
  }

  /** Whether a quoted field was begun and not ended. */
  boolean isWithinQuotes() {
    return open;
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
    for (int i = 0; i < count; i++) {
      open ^= buffer[offset + i] == '"';
    }
    return count;
  }
}
