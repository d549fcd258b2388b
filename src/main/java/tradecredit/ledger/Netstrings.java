package tradecredit.ledger;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tradecredit.money.Money;

/**
 * Canonical text of a list of fields: each as a netstring, {@code <length in UTF-8 bytes>:<text>,},
 * an absent one as {@code -,}. No field can be read as another, whatever it holds.
 *
 * <p>Example: the fields {@code "A-1"}, nothing, 1250 cents give {@code 3:A-1,-,4:1250,}.
 */
public final class Netstrings {

  private final StringBuilder text = new StringBuilder(256);

  /** Adds a text, or that there is none. */
  public Netstrings add(@Nullable String field) {
    if (field == null) {
      text.append("-,");
    } else {
      text.append(utf8Length(field)).append(':').append(field).append(',');
    }
    return this;
  }

  /** Adds a number. */
  public Netstrings add(long field) {
    return add(Long.toString(field));
  }

  Netstrings add(Money field) {
    return add(field.cents());
  }

  Netstrings add(LocalDate field) {
    return add(field.toString());
  }

  private static int utf8Length(String field) {
    for (int i = 0; i < field.length(); i++) {
      if (field.charAt(i) > 127) {
        return field.getBytes(StandardCharsets.UTF_8).length;
      }
    }
    return field.length();
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
